"""Facets of more articles than are read, which are a sample, and of folders that tie."""

import pytest
from desks import a_desk
from fakes import Files, MemoryEngine, update

from newscli.commands import facets as command
from newscli.commands.facets import facets
from newscli.core.choices import FacetKind
from newscli.core.query import Word
from newscli.render.form import Form
from newscli.stemming import stem

TEXTS = {f"/news/{n}.txt": f"Bell\n\nThe bell of Mr. Odo Marsh rang {n} times." for n in range(5)}


@pytest.mark.parametrize(("most", "articles", "is_sample"), [(3, 3, True), (5, 5, False)])
def test_only_the_best_are_read_for_names(
    monkeypatch: pytest.MonkeyPatch, most: int, articles: int, is_sample: bool
) -> None:
    monkeypatch.setattr(command, "MOST_READ", most)
    engine = MemoryEngine(stem)
    update(engine, Files(TEXTS))
    desk = a_desk(form=Form.JSON)
    for among in (None, [match.id for match in engine.matching(Word("bell"))]):
        (counted,) = facets([FacetKind.WHO], desk, engine, Word("bell"), among)
        assert (counted.articles, counted.is_sample) == (articles, is_sample)
        assert [(one.name, one.articles) for one in counted.values] == [("Odo Marsh", articles)]


@pytest.mark.parametrize("order", [("mill", "bell", "quay"), ("quay", "mill", "bell")])
def test_folders_with_as_many_articles_stand_by_name(order: tuple[str, ...]) -> None:
    engine = MemoryEngine(stem)
    update(engine, Files({f"/news/{each}/1.txt": f"The bell of the {each}." for each in order}))
    ids = [match.id for match in engine.matching(Word("bell"))]
    for among in (None, ids, ids[::-1]):
        (counted,) = facets([FacetKind.FOLDER], a_desk(form=Form.JSON), engine, Word("bell"), among)
        assert [(one.name, one.articles) for one in counted.values] == [
            ("news/bell", 1),
            ("news/mill", 1),
            ("news/quay", 1),
        ]

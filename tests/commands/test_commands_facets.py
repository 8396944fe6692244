"""Facets of more articles than are read: those are a sample, and called one."""

from datetime import date
from io import StringIO

import pytest
from fakes import Files, MemoryEngine, update

from newscli.commands import facets as command
from newscli.commands.desk import Desk
from newscli.commands.facets import facets
from newscli.core.choices import FacetKind
from newscli.core.query import Word
from newscli.render.form import Form, Look
from newscli.settings import Settings
from newscli.stemming import stem

TEXTS = {f"/news/{n}.txt": f"Bell\n\nThe bell of Mr. Odo Marsh rang {n} times." for n in range(5)}


@pytest.mark.parametrize(("most", "articles", "is_sample"), [(3, 3, True), (5, 5, False)])
def test_only_the_best_are_read_for_names(
    monkeypatch: pytest.MonkeyPatch, most: int, articles: int, is_sample: bool
) -> None:
    monkeypatch.setattr(command, "MOST_READ", most)
    engine = MemoryEngine(stem)
    update(engine, Files(TEXTS))
    desk = Desk(
        settings=Settings("/index", "/state", date(2021, 2, 1), "/"),
        form=Form.JSON,
        out=StringIO(),
        look=Look(),
        err=StringIO(),
        err_look=Look(),
        err_is_terminal=False,
        input=StringIO(),
    )
    for among in (None, [match.id for match in engine.matching(Word("bell"))]):
        (counted,) = facets([FacetKind.WHO], desk, engine, Word("bell"), among)
        assert (counted.articles, counted.is_sample) == (articles, is_sample)
        assert [(one.name, one.articles) for one in counted.values] == [("Odo Marsh", articles)]

"""Folding: every article is in one line, and which are together hangs on no order."""

from fakes import Files, MemoryEngine, update
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.commands.folding import folded, page_of
from newscli.core.choices import Sort
from newscli.core.query import Everything, Node, Word
from newscli.core.results import FoldedPage, PageRequest
from newscli.render.progress import Silent
from newscli.stemming import stem

FERRY = " ".join(f"ferry{at}" for at in range(40))
MILL = " ".join(f"mill{at}" for at in range(40))
TEXTS = (FERRY, FERRY + " again", FERRY.replace("ferry20", "boat"), MILL, MILL, "heron", "", "...")

archives = st.lists(st.sampled_from(TEXTS), max_size=8)


def indexed(texts: list[str]) -> MemoryEngine:
    engine = MemoryEngine(stem)
    update(engine, Files({f"/news/{at}.txt": text for at, text in enumerate(texts)}))
    return engine


def folded_page(engine: MemoryEngine, tree: Node, request: PageRequest) -> FoldedPage:
    whole = engine.search(tree, PageRequest(None, 0, request.sort))
    ids = [hit.summary.id for hit in whole.hits]
    return page_of(whole, folded(engine, ids, Silent()), request)


@settings(deadline=None)
@given(archives, st.data())
def test_folding_is_symmetric_and_never_loses_an_article(
    texts: list[str], data: st.DataObject
) -> None:
    engine = indexed(texts)
    ids = engine.resolve("")
    one, other = data.draw(st.permutations(ids)), data.draw(st.permutations(ids))
    groups = folded(engine, one, Silent())
    assert sorted(id for group in groups for id in group) == ids
    assert {frozenset(group) for group in groups} == {
        frozenset(group) for group in folded(engine, other, Silent())
    }
    for group in groups:
        assert group == sorted(group, key=one.index)


@settings(deadline=None)
@given(archives, st.integers(0, 4), st.integers(1, 4))
def test_pages_of_a_folded_answer_make_the_whole(texts: list[str], offset: int, limit: int) -> None:
    engine = indexed(texts)
    whole = folded_page(engine, Everything(), PageRequest(None, 0, Sort.NEWEST))
    part = folded_page(engine, Everything(), PageRequest(limit, offset, Sort.NEWEST))
    assert part.page.hits == whole.page.hits[offset : offset + limit]
    assert part.page.total == whole.page.total == len(texts)
    assert part.folded == whole.folded == len(texts) - len(whole.page.hits)
    assert sum(map(len, whole.duplicates.values())) == whole.folded


def test_an_article_that_does_not_match_is_folded_into_none() -> None:
    engine = indexed([FERRY, FERRY + " again"])
    answer = folded_page(engine, Word("again"), PageRequest())
    assert answer.folded == 0
    assert [*answer.duplicates.values()] == [()]

"""What the best answers to a loose query have in common, and what it does to the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import Files
from indexes import PARTED, WHOLE, built

from newscli.core.query import And, InFolder, Node, Or, Word
from newscli.core.results import PageRequest
from newscli.engines.port import Engine
from newscli.engines.whoosh import ranking

FLOOD, FLOOD_AGAIN, WALL, PROTEST, CALM = (f"00000000000000b{number}" for number in range(1, 6))

TEXTS = {
    FLOOD: " date 2021-01-01 Storm and tide met at the breakwater, and the breakwater gave way.",
    FLOOD_AGAIN: " date 2021-01-02 Tide and storm broke over the breakwater of Quillmere again.",
    WALL: " date 2021-01-03 After the storm masons mended the breakwater.",
    PROTEST: " date 2021-01-04 After the storm voters mended the committee.",
    CALM: " date 2021-01-05 Masons inspected the breakwater on a calm day.",
}
WHOLE_ANSWER = PageRequest()
STORM_OR_TIDE = Or((Word("storm"), Word("tide")))


@pytest.fixture(params=(WHOLE, PARTED))
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    files = Files({f"/news/000_{id}.txt": text for id, text in TEXTS.items()})
    with built(request.param, files, str(tmp_path)) as engine:
        yield engine


def found(engine: Engine, tree: Node, request: PageRequest = WHOLE_ANSWER) -> list[str]:
    return [hit.summary.id for hit in engine.search(tree, request).hits]


def test_an_article_like_the_best_ones_comes_before_one_that_only_shares_a_word(
    archive: Engine,
) -> None:
    assert found(archive, STORM_OR_TIDE)[2:] == [WALL, PROTEST]


def test_a_strict_query_ranks_by_its_words_alone(archive: Engine) -> None:
    assert found(archive, Word("storm"))[:2] == [PROTEST, WALL]


def test_limits_leave_a_loose_query_loose(archive: Engine) -> None:
    assert found(archive, And((STORM_OR_TIDE, InFolder("news"))))[2:] == [WALL, PROTEST]


def test_nothing_is_found_that_holds_none_of_the_words(archive: Engine) -> None:
    page = archive.search(STORM_OR_TIDE, WHOLE_ANSWER)
    assert page.total == 4
    assert CALM not in {hit.summary.id for hit in page.hits}


def test_pages_of_a_loose_query_side_by_side_are_the_whole(archive: Engine) -> None:
    pages = [found(archive, STORM_OR_TIDE, PageRequest(1, offset)) for offset in range(4)]
    assert [id for page in pages for id in page] == found(archive, STORM_OR_TIDE)


def test_what_is_not_scored_again_stays_below(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "POOL", 3)
    assert found(archive, STORM_OR_TIDE)[2:] == [PROTEST, WALL]

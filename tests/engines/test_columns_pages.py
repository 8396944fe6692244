"""A page is a piece of the whole answer, however much of it was left unscored."""

from collections.abc import Iterator
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from indexes import PARTED, built
from invented import invented
from trees import SURFACES

from newscli.core.analysis import words
from newscli.core.query import (
    And,
    Fuzzy,
    InPart,
    Near,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    View,
    Wildcard,
    Word,
)
from newscli.core.results import PageRequest
from newscli.engines.port import Engine
from newscli.engines.whoosh.bulk import workload

ARTICLES = 1_500
COMMON = [Word(word.exact) for word in words(" ".join(SURFACES[:12]))]
EXACT = [Word(each.form, View.EXACT) for each in COMMON]
QUERIES: list[Node] = [
    *COMMON,
    *EXACT,
    Word("US", View.CAPITAL),
    Or((COMMON[0], COMMON[5])),
    Or(tuple(COMMON)),
    Or((COMMON[0], Word("quillmere"), Word("nowhere"))),
    Or((Phrase((EXACT[0], EXACT[1])), COMMON[3], And((COMMON[2], COMMON[5])))),
    And((COMMON[0], COMMON[5])),
    And((COMMON[0], Not(COMMON[5]))),
    Not(COMMON[0]),
    Or((COMMON[0], Not(COMMON[5]))),
    Phrase((EXACT[0], EXACT[1])),
    Near(COMMON[0], COMMON[5], 4),
    InPart(Part.HEADLINE, COMMON[0]),
    InPart(Part.LEAD, Wildcard("*")),
    Wildcard("st*"),
    Wildcard("*"),
    Fuzzy("storm", 2),
]


@pytest.fixture(scope="module", params=["columns", "arrays"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    worth = -1 if request.param == "arrays" else 1 << 40
    with (
        TemporaryDirectory() as location,
        built(PARTED, invented(ARTICLES), location) as found,
        patch.object(workload, "WORTH_LOADING", worth),
    ):
        yield found


@pytest.mark.parametrize("tree", QUERIES, ids=str)
def test_every_page_is_a_piece_of_the_whole_answer(engine: Engine, tree: Node) -> None:
    whole = engine.search(tree, PageRequest(limit=None))
    assert whole.total == len(whole.hits) == engine.count(tree)
    expected = [(hit.summary.id, round(hit.score, 6)) for hit in whole.hits]
    for limit, offset in ((1, 0), (10, 0), (10, 7), (100, 0), (30, 300), (5, ARTICLES)):
        page = engine.search(tree, PageRequest(limit, offset))
        found = [(hit.summary.id, round(hit.score, 6)) for hit in page.hits]
        assert (found, page.total) == (expected[offset : offset + limit], whole.total)

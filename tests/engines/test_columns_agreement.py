"""Whatever is asked of the columns, Whoosh's stock codec gives the same articles and scores."""

from operator import neg
from typing import Any

import pytest
import stock
from fakes import Files
from grown import STATES, snapshot
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from matchers.scoring import Bm25f
from matchers.translation import can_score, translate
from odd import odd_archives
from trees import archives, trees
from whoosh.searching import SearchContext, Searcher

from newscli.core.query import Node
from newscli.engines.whoosh.bulk.arrays import ArrayQuestion
from newscli.engines.whoosh.bulk.bulk import Bulk
from newscli.engines.whoosh.bulk.columns import ColumnQuestion
from newscli.engines.whoosh.bulk.workload import Ask, Workload
from newscli.stemming import stem

Scores = dict[int, float]
"""By the number of an article in the index."""

# A smaller failing example would cost minutes: every one builds two indexes.
slow = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


class Always(Workload):
    """Asks in one way whatever the work."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def asking(self, postings: int) -> Ask:  # noqa: ARG002
        return self._ask


def by_matchers(reader: Any, tree: Node) -> Scores:
    """Search as Whoosh does, one posting after another."""
    searcher, context = Searcher(reader), SearchContext(weighting=Bm25f())
    query = translate(tree, stem)
    scores: Scores = {}
    for leaf, offset in searcher.leaf_searchers():
        matcher = query.matcher(leaf, context)
        while matcher.is_active():
            scores[offset + matcher.id()] = matcher.score()
            matcher.next()
    return scores


@pytest.mark.parametrize("state", STATES)
@settings(slow, max_examples=40)
@given(files=archives() | odd_archives(), queries=st.lists(trees, min_size=8, max_size=16))
def test_the_columns_answer_as_the_stock_codec_does(
    state: str, files: Files, queries: list[Node]
) -> None:
    with snapshot(state, files) as found:
        twin = stock.twin(found, stem)
        bulks = [Bulk(found.segments, stem, Always(ask)) for ask in (ColumnQuestion, ArrayQuestion)]
        for tree in queries:
            expected = by_matchers(twin, tree)
            assert by_matchers(found.reader, tree) == pytest.approx(expected, abs=1e-6)
            for bulk in bulks:
                assert list(bulk.numbers(tree)) == sorted(expected)
                if can_score(tree):
                    best = bulk.best(tree, None)
                    assert best.total == len(expected)
                    scored = dict(zip(best.articles, map(neg, best.keys), strict=True))
                    assert scored == pytest.approx(expected, abs=1e-6)

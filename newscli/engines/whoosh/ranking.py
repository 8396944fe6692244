"""The order of an answer: best score, then newer date, then id; or by date, then id.

Every match is visited once; only those that can be on the page have their id read.
"""

import heapq
from collections.abc import Sequence
from typing import NamedTuple

from whoosh.searching import SearchContext

from newscli.core.analysis import Stem
from newscli.core.query import Node
from newscli.core.results import PageRequest, Sort
from newscli.engines.whoosh.bulk import can_score
from newscli.engines.whoosh.scoring import Bm25f
from newscli.engines.whoosh.snapshot import Snapshot
from newscli.engines.whoosh.translation import translate


class Candidate(NamedTuple):
    """A match: its number in the index, and its score."""

    number: int
    score: float


def ranked(
    snapshot: Snapshot, tree: Node, stem: Stem, request: PageRequest
) -> tuple[list[Candidate], int]:
    """Return the candidates of one page in order, and how many matches there are."""
    days = snapshot.columns["first"]
    ids = snapshot.columns["id"]
    if request.sort is Sort.RELEVANCE:
        numbers, scores = _scored(snapshot, tree, stem)
        # Sums of the same terms in another order differ in the last bits: not a difference.
        keys: list[float] = [-score for score in scores]
        slack = 1e-9
    else:
        numbers = list(snapshot.bulk(stem).numbers(tree))
        scores = [0.0] * len(numbers)
        keys = [_by_day(days[number], request.sort) for number in numbers]
        slack = 0.0
    wanted = len(numbers) if request.limit is None else request.offset + request.limit
    order = [
        (
            round(keys[at], 9),
            -days[numbers[at]],
            ids[numbers[at]],
            Candidate(numbers[at], scores[at]),
        )
        for at in _contenders(keys, wanted, slack)
    ]
    order.sort()
    return [each for *_, each in order[request.offset : wanted]], len(numbers)


def _contenders(keys: Sequence[float], wanted: int, slack: float) -> Sequence[int]:
    """Return the places of the keys that are, or are level with, the first `wanted`."""
    if wanted >= len(keys):
        return range(len(keys))
    if wanted == 0:
        return ()
    last = heapq.nsmallest(wanted, keys)[-1] + slack
    return [at for at, key in enumerate(keys) if key <= last]


def _by_day(day: int, sort: Sort) -> float:
    return -day if sort is Sort.NEWEST else day or float("inf")


def _scored(snapshot: Snapshot, tree: Node, stem: Stem) -> tuple[list[int], list[float]]:
    if can_score(tree):
        return snapshot.bulk(stem).scored(tree)
    context = SearchContext(weighting=Bm25f())
    query = translate(tree, stem)
    numbers, scores = [], []
    for leaf, offset in snapshot.searcher.leaf_searchers():
        matcher = query.matcher(leaf, context)
        while matcher.is_active():
            numbers.append(offset + matcher.id())
            scores.append(matcher.score())
            matcher.next()
    return numbers, scores

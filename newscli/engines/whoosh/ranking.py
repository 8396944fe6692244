"""The order of an answer: best score, then newer date, then id; or by date, then id.

Every match is visited once; only those that can be on the page have their id read.
"""

import heapq
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from whoosh.query import Query as WhooshQuery
from whoosh.searching import SearchContext, Searcher

from newscli.core.results import PageRequest, Sort
from newscli.engines.whoosh.columns import Column
from newscli.engines.whoosh.scoring import Bm25f
from newscli.engines.whoosh.snapshot import Snapshot


class Candidate(NamedTuple):
    """A match: its number in the index, and its score."""

    number: int
    score: float


def matching_numbers(searcher: Searcher, query: WhooshQuery) -> Iterator[int]:
    """Go through the numbers of all matches, unscored."""
    context = SearchContext(weighting=None)
    for leaf, offset in searcher.leaf_searchers():
        for number in query.matcher(leaf, context).all_ids():
            yield offset + number


def ranked(
    snapshot: Snapshot, query: WhooshQuery, request: PageRequest
) -> tuple[list[Candidate], int]:
    """Return the candidates of one page in order, and how many matches there are."""
    days = snapshot.columns["first"]
    ids = snapshot.columns["id"]
    first: Callable[[Candidate], float]
    if request.sort is Sort.RELEVANCE:
        candidates = list(_scored(snapshot.searcher, query))
        first = _by_score
    else:
        candidates = [Candidate(each, 0.0) for each in matching_numbers(snapshot.searcher, query)]
        first = _by_day(days, request.sort)
    wanted = len(candidates) if request.limit is None else request.offset + request.limit
    order = [
        (first(each), -days[each.number], ids[each.number], each)
        for each in _contenders(candidates, first, wanted)
    ]
    order.sort()
    return [each for *_, each in order[request.offset : wanted]], len(candidates)


def _contenders(
    candidates: Sequence[Candidate], first: Callable[[Candidate], float], wanted: int
) -> Sequence[Candidate]:
    """Return the candidates that are, or are level with, the first `wanted`."""
    if wanted >= len(candidates):
        return candidates
    if wanted == 0:
        return ()
    keys = [first(each) for each in candidates]
    last = heapq.nsmallest(wanted, keys)[-1]
    return [each for each, key in zip(candidates, keys, strict=True) if key <= last]


def _by_score(candidate: Candidate) -> float:
    # Sums of the same terms in another order differ in the last bits: not a difference.
    return -round(candidate.score, 9)


def _by_day(days: Column, sort: Sort) -> Callable[[Candidate], float]:
    def newest(candidate: Candidate) -> float:
        return -days[candidate.number]

    def oldest(candidate: Candidate) -> float:
        return days[candidate.number] or float("inf")

    return newest if sort is Sort.NEWEST else oldest


def _scored(searcher: Searcher, query: WhooshQuery) -> Iterator[Candidate]:
    context = SearchContext(weighting=Bm25f())
    for leaf, offset in searcher.leaf_searchers():
        matcher = query.matcher(leaf, context)
        while matcher.is_active():
            yield Candidate(offset + matcher.id(), matcher.score())
            matcher.next()

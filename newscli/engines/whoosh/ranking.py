"""The order of an answer: best score, then newer date, then id; or by date, then id.

The score of a loose query's best articles is helped by feedback (feedback.py). Every match
is visited once; only those that can be on the page have their id read.
"""

import heapq
from collections.abc import Sequence
from typing import NamedTuple

from newscli.core.analysis import Stem
from newscli.core.query import Node
from newscli.core.results import PageRequest, Sort
from newscli.engines.whoosh.feedback import POOL, bonuses, is_loose
from newscli.engines.whoosh.snapshot import Snapshot

_SLACK = 1e-9


class Candidate(NamedTuple):
    """A match: its number in the index, and its score."""

    number: int
    score: float


def ranked(
    snapshot: Snapshot, tree: Node, stem: Stem, request: PageRequest
) -> tuple[list[Candidate], int]:
    """Return the candidates of one page in order, and how many matches there are."""
    bulk = snapshot.bulk(stem)
    if request.sort is Sort.RELEVANCE:
        numbers, scores = bulk.scored(tree)
        keys = [-score for score in scores]
        if is_loose(tree):
            best = _first(snapshot, numbers, keys, POOL)
            added = bonuses(snapshot, bulk, stem, {number: -keys[at] for at, number in best})
            for at, number in best:
                keys[at] -= added.get(number, 0.0)
    else:
        numbers = list(bulk.numbers(tree))
        days = snapshot.columns["first"]
        keys = [_by_day(days[number], request.sort) for number in numbers]
    wanted = len(numbers) if request.limit is None else request.offset + request.limit
    page = _first(snapshot, numbers, keys, wanted)[request.offset :]
    is_scored = request.sort is Sort.RELEVANCE
    return [Candidate(number, -keys[at] if is_scored else 0.0) for at, number in page], len(numbers)


def _first(
    snapshot: Snapshot, numbers: Sequence[int], keys: Sequence[float], wanted: int
) -> list[tuple[int, int]]:
    """Return the first articles in order: each one's place in the columns, and its number."""
    days, ids = snapshot.columns["first"], snapshot.columns["id"]
    # Sums of the same terms in another order differ in the last bits: not a difference.
    order = [
        (round(keys[at], 9), -days[numbers[at]], ids[numbers[at]], at)
        for at in _contenders(keys, wanted)
    ]
    order.sort()
    return [(at, numbers[at]) for *_, at in order[:wanted]]


def _contenders(keys: Sequence[float], wanted: int) -> Sequence[int]:
    """Return the places of the keys that are, or are level with, the first `wanted`."""
    if wanted >= len(keys):
        return range(len(keys))
    if wanted == 0:
        return ()
    last = heapq.nsmallest(wanted, keys)[-1] + _SLACK
    return [at for at, key in enumerate(keys) if key <= last]


def _by_day(day: int, sort: Sort) -> float:
    return -day if sort is Sort.NEWEST else day or float("inf")

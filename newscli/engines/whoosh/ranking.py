"""The order of an answer: best score, then newer date, then id; or by date, then id.

The score of a loose query's best articles is helped by feedback (feedback.py). Only
articles that can be on the page have their id read.
"""

from typing import NamedTuple

from newscli.core.analysis import Stem
from newscli.core.query import Node
from newscli.core.results import PageRequest, Sort
from newscli.engines.whoosh.bulk.bulk import Bulk
from newscli.engines.whoosh.bulk.question import DIGITS, Best
from newscli.engines.whoosh.feedback import POOL, bonuses, is_loose
from newscli.engines.whoosh.snapshot import Snapshot


class Candidate(NamedTuple):
    """A match: its number in the index, and its score."""

    number: int
    score: float


def ranked(
    snapshot: Snapshot, bulk: Bulk, tree: Node, stem: Stem, request: PageRequest
) -> tuple[list[Candidate], int]:
    """Return the candidates of one page in order, and how many matches there are."""
    wanted = None if request.limit is None else request.offset + request.limit
    is_scored = request.sort is Sort.RELEVANCE
    if not is_scored:
        best = bulk.earliest(tree, wanted, newest=request.sort is Sort.NEWEST)
    elif not is_loose(tree):
        best = bulk.best(tree, wanted)
    else:
        best = bulk.best(tree, None if wanted is None else max(wanted, POOL))
        first = {best.articles[at]: -best.keys[at] for at in _order(snapshot, best)[:POOL]}
        added = bonuses(snapshot, bulk, stem, first)
        for at, number in enumerate(best.articles):
            best.keys[at] -= added.get(number, 0.0)
    return [
        Candidate(best.articles[at], -best.keys[at] if is_scored else 0.0)
        for at in _order(snapshot, best)[request.offset : wanted]
    ], best.total


def _order(snapshot: Snapshot, best: Best) -> list[int]:
    """Return the places of the articles in their order."""
    days, ids = snapshot.columns["first"], snapshot.columns["id"]
    order = [
        # Sums of the same terms in another order differ in the last bits: not a difference.
        (round(key, DIGITS), -days[number], ids[number], at)
        for at, (number, key) in enumerate(zip(best.articles, best.keys, strict=True))
    ]
    order.sort()
    return [at for *_, at in order]

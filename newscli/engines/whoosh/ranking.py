"""The order of an answer: best score, then newer date, then id; or by date, then id.

The score of a loose query's best articles is helped by feedback (feedback.py). Days and
ids are read only of articles that are level and can be on the page.
"""

from itertools import groupby
from typing import NamedTuple

from newscli.core.choices import Sort
from newscli.core.query import Node
from newscli.core.results import PageRequest
from newscli.engines.whoosh.bulk.bulk import Bulk
from newscli.engines.whoosh.bulk.question import DIGITS, Best
from newscli.engines.whoosh.feedback import POOL, Texts, bonuses, is_loose
from newscli.engines.whoosh.snapshot import Snapshot


class Candidate(NamedTuple):
    """A match: its number in the index, and its score."""

    number: int
    score: float


def ranked(
    snapshot: Snapshot, bulk: Bulk, texts: Texts, tree: Node, request: PageRequest
) -> tuple[list[Candidate], int]:
    """Return the candidates of one page in order, and how many matches there are."""
    wanted = request.end
    if wanted == 0:
        return [], bulk.count(tree)
    is_scored = request.sort is Sort.RELEVANCE
    if not is_scored:
        best = bulk.earliest(tree, wanted, newest=request.sort is Sort.NEWEST)
    elif not is_loose(tree):
        best = bulk.best(tree, wanted)
    else:
        best = bulk.best(tree, None if wanted is None else max(wanted, POOL))
        first = {best.articles[at]: -best.keys[at] for at in _order(snapshot, best, POOL)}
        added = bonuses(texts, bulk, first)
        for at, number in enumerate(best.articles):
            best.keys[at] -= added.get(number, 0.0)
    return [
        Candidate(best.articles[at], -best.keys[at] if is_scored else 0.0)
        for at in _order(snapshot, best, wanted)[request.offset :]
    ], best.total


def _order(snapshot: Snapshot, best: Best, wanted: int | None) -> list[int]:
    """Return the places of the first articles in their order."""
    days, ids, articles = snapshot.columns["first"], snapshot.columns["id"], best.articles
    # Sums of the same terms in another order differ in the last bits: not a difference.
    keys = [round(key, DIGITS) for key in best.keys]
    order: list[int] = []
    for _, group in groupby(sorted(range(len(keys)), key=keys.__getitem__), keys.__getitem__):
        if wanted is not None and len(order) >= wanted:
            break
        level = list(group)
        if len(level) > 1:
            level.sort(key=lambda at: (-days[articles[at]], ids[articles[at]]))
        order += level
    return order[:wanted]

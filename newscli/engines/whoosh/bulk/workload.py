"""How much is asked, and whether plain columns or arrays are asked for it."""

from collections.abc import Callable

from newscli.core.query import And, Dated, Everything, InFolder, InPart, Node, Not, Or
from newscli.engines.whoosh.bulk.columns import ColumnQuestion
from newscli.engines.whoosh.bulk.places import words_of
from newscli.engines.whoosh.bulk.question import Question
from newscli.engines.whoosh.bulk.terms import Terms
from newscli.engines.whoosh.codec.opened import OpenedSegment

Ask = Callable[[OpenedSegment, Terms, frozenset[int]], Question]
"""Makes a question of a segment, its terms and its deleted articles."""

WORTH_LOADING = 500_000
"""Loading NumPy takes about as long as visiting so many postings in plain Python."""


class Workload:
    """How much has been asked so far, and when that makes arrays worth their loading.

    To rent until as much is spent as buying costs never takes more than twice the best
    (the ski-rental problem; Karlin, Manasse, Rudolph & Sleator 1988).
    """

    def __init__(self, load_arrays: Callable[[], Ask]) -> None:
        self._load = load_arrays
        self._arrays: Ask | None = None
        self._spent = 0

    def asking(self, postings: int) -> Ask:
        """Return what to ask a query by that visits about so many postings."""
        self._spent += postings
        if self._arrays is None and self._spent > WORTH_LOADING:
            self._arrays = self._load()
        return self._arrays or ColumnQuestion


def visited(node: Node, terms: Terms, articles: int) -> int:
    """Return about how many postings are visited to answer in a segment of so many articles."""
    match node:
        case And(nodes):
            # Few postings are scored.
            return sum(visited(child, terms, articles) for child in nodes) // 2
        case Or(nodes):
            return sum(visited(child, terms, articles) for child in nodes)
        case Not(child):
            return visited(child, terms, articles)
        case Everything() | Dated() | InFolder():
            return articles
        case InPart(part, leaf):
            return visited(leaf, terms, articles) + terms.tokens(terms.region(part))
        case _:
            words = words_of(node)
            if words == (node,):
                return terms.rows(words[0])
            return sum(terms.tokens(terms.of(word)) for word in words)

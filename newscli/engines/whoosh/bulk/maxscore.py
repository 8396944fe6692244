"""The scores of articles as sums over the leaves of a query, most of them left unfinished.

The leaf that can score most is added up first. What the best by that one come to is a
score that many reach; an article that could not, even if it had the most of every leaf
that follows, is dropped (MaxScore; Turtle & Flood, Query Evaluation: Strategies and
Optimizations, 1995).

What only tells articles apart (NOT, a date, a folder) adds nothing to a score.
"""

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from newscli.core.query import (
    And,
    Fuzzy,
    InPart,
    Near,
    Node,
    Or,
    Phrase,
    Regex,
    Single,
    Wildcard,
    Word,
    both,
    leaf_words,
)
from newscli.engines.whoosh.bulk.question import SLACK, Scoring
from newscli.engines.whoosh.bulk.terms import Terms
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.codec.union import weights_within

Given = tuple[Single, Node | None]
"""A leaf that gives a score, and the part of the query that an article must match for it."""


class Sums:
    """Adds up scores in one segment; `matching` tells which articles match a node."""

    def __init__(
        self,
        segment: OpenedSegment,
        terms: Terms,
        scoring: Scoring,
        matching: Callable[[Node], Set[int]],
    ) -> None:
        self._segment = segment
        self._terms = terms
        self._scoring = scoring
        self._matching = matching

    def highest(
        self, node: Node, matches: Set[int], wanted: int | None, least: float
    ) -> dict[int, float]:
        """Return the scores of those matches that can be among the first `wanted`.

        After the first segment `least` is a score that many reach already.
        """
        gains = self._scoring.gains
        given = sorted(_given(node), key=lambda one: gains[one[0]], reverse=True)
        most = [gains[leaf] for leaf, _ in given]
        scores: dict[int, float] = {}
        for nth, (leaf, beside) in enumerate(given):
            among = matches if beside is None else matches & self._matching(beside)
            if wanted and nth:
                if nth == 1 and least <= 0:
                    least = self._reached(given[1:], scores, wanted)
                enough = least - SLACK - sum(most[nth:])
                if enough > 0:
                    scores = {at: score for at, score in scores.items() if score >= enough}
                    among = scores.keys() if beside is None else scores.keys() & among
            self.add(leaf, among, scores)
        if len(scores) < len(matches) and (not wanted or least <= SLACK):
            for article in matches:
                scores.setdefault(article, 0.0)
        return scores

    def add(self, leaf: Single, among: Set[int], scores: dict[int, float]) -> None:
        """Add to the scores of these articles what the leaf gives to those that hold it."""
        lengths, norms = self._segment.articles.lengths.whole, self._scoring.norms
        gain = self._scoring.gains[leaf]
        weights = weights_within(self._segment, self._terms.of(leaf), among)
        so_far = scores.get
        scores.update(
            [
                (at, so_far(at, 0.0) + gain * weight / (weight + norms[lengths[at]]))
                for at, weight in weights.items()
            ]
        )

    def _reached(self, given: Sequence[Given], scores: Mapping[int, float], wanted: int) -> float:
        """Return a score that so many articles reach when all of the leaves are added."""
        best = {at: scores[at] for at in heapq.nlargest(wanted, scores, key=scores.__getitem__)}
        if len(best) < wanted:
            return 0.0
        for leaf, beside in given:
            among = best.keys() if beside is None else best.keys() & self._matching(beside)
            self.add(leaf, among, best)
        return min(best.values())


def _given(node: Node, beside: Node | None = None) -> Iterator[Given]:
    """Go through the leaves that give a score, each with what an article must match beside."""
    match node:
        case And(nodes):
            for child in nodes:
                yield from _given(child, beside)
        case Or(nodes):
            for child in nodes:
                # A word alone stands in whatever it gives a score to.
                within = beside if isinstance(child, Single) else both(beside, child)
                yield from _given(child, within)
        case InPart(_, leaf):
            yield from _given(leaf, beside)
        case Phrase() | Near():
            for word in dict.fromkeys(leaf_words(node)):
                yield word, beside
        case Word() | Wildcard() | Fuzzy() | Regex():
            yield node, beside
        case _:
            return

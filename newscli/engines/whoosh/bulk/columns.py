"""One query asked of one segment, in plain Python.

A leaf of the query becomes a column of articles and one of weights; boolean nodes are
operations on sets of articles; a score is summed up (maxscore.py) only for articles that
match as a whole. The scores are those of scoring.py, to the last bits.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from newscli.core.matching import Piece
from newscli.core.query import (
    And,
    Dated,
    Everything,
    Fuzzy,
    InFolder,
    InPart,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Regex,
    Single,
    Wildcard,
    Word,
)
from newscli.engines.whoosh.bulk.maxscore import Sums
from newscli.engines.whoosh.bulk.places import Places, Positional, words_of
from newscli.engines.whoosh.bulk.pruning import highest
from newscli.engines.whoosh.bulk.question import DIGITS, MANY_LEVEL, SLACK, Best, Scoring
from newscli.engines.whoosh.bulk.terms import Terms
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.codec.union import holding, weighed
from newscli.engines.whoosh.fields import NEVER


class ColumnQuestion:
    """Asks a segment's columns; what was put together is kept."""

    def __init__(self, segment: OpenedSegment, terms: Terms, deleted: Set[int]) -> None:
        self._segment = segment
        self._terms = terms
        self._deleted = deleted
        self._places = Places(segment, terms)
        self._sets: dict[Node, set[int]] = {}

    def frequency(self, leaf: Single) -> int:
        """Return how many articles hold a leaf; those of a pattern's words are added up."""
        if isinstance(leaf, Word) and len(self._terms.of(leaf)) > 1:
            return len(self._matching(leaf))
        return self._terms.rows(leaf)

    def holding(self, node: Node) -> set[int]:
        """Return the articles that match, deleted ones left out."""
        found = self._matching(node)
        return found - self._deleted if self._deleted else found

    def ranges(self, node: Node) -> Iterator[tuple[int, list[Piece]]]:
        """Go through the matches in order, each with the `matching.ranges` in it."""
        return self._places.ranges(node, sorted(self.holding(node)))

    def best(self, node: Node, wanted: int | None, scoring: Scoring, floor: float) -> Best:
        """Return the matches that are, or are level with, the first `wanted` by score."""
        if isinstance(node, Word) and wanted and not self._deleted:
            terms = self._terms.of(node)
            if len(terms) == 1:
                gain = scoring.gains[node]
                return highest(self._segment, terms[0], wanted, gain, scoring.norms, floor)
        if isinstance(node, Single) and not self._deleted:
            articles, keys = self._keys(node, scoring)
            return _first(articles, keys, self._segment.articles.first.whole, wanted)
        matches = self.holding(node)
        scores = self._sums(scoring).highest(node, matches, wanted, -floor)
        keys = [-score for score in scores.values()]
        best = _first(list(scores), keys, self._segment.articles.first.whole, wanted)
        return replace(best, total=len(matches))

    def earliest(self, node: Node, wanted: int | None, *, newest: bool) -> Best:
        """Return likewise the first by day, or the last; articles without a date are last."""
        articles = sorted(self.holding(node))
        days = map(self._segment.articles.first.whole.__getitem__, articles)
        never = float("inf")
        keys: list[float] = [-day for day in days] if newest else [day or never for day in days]
        return _first(articles, keys, self._segment.articles.first.whole, wanted)

    def scored(
        self, leaves: Iterable[Single], articles: Sequence[int], scoring: Scoring
    ) -> list[float]:
        """Return what all of the leaves together score in each of these articles."""
        total: dict[int, float] = {}
        sums, among = self._sums(scoring), set(articles)
        for leaf in leaves:
            sums.add(leaf, among, total)
        return [total.get(article, 0.0) for article in articles]

    def _sums(self, scoring: Scoring) -> Sums:
        return Sums(self._segment, self._terms, scoring, self._matching)

    def _keys(self, leaf: Single, scoring: Scoring) -> tuple[Sequence[int], list[float]]:
        """Return the articles of a leaf, and its score in each, below zero."""
        terms = self._terms.of(leaf)
        articles, weights = weighed(self._segment, terms) if terms else ((), ())
        lengths: Callable[[int], int] = self._segment.articles.lengths.whole.__getitem__
        below = map(scoring.norms.__getitem__, map(lengths, articles))
        loss = -scoring.gains[leaf]
        return articles, [
            loss * weight / (weight + norm) for weight, norm in zip(weights, below, strict=True)
        ]

    def _matching(self, node: Node) -> set[int]:
        """Return the articles that match, deleted ones too."""
        if node not in self._sets:
            self._sets[node] = self._matched(node)
        return self._sets[node]

    def _matched(self, node: Node) -> set[int]:
        match node:
            case Everything():
                return self._all()
            case And(nodes):
                return self._all_of(nodes)
            case Or(nodes):
                return set().union(*map(self._matching, nodes))
            case Not(child):
                return self._all() - self._matching(child)
            case Dated(since, until):
                return self._dated(since.toordinal() if since else 1, until)
            case InFolder(name):
                below = self._terms.below(name)
                directories = enumerate(self._segment.articles.directory.whole)
                return {article for article, at in directories if at in below}
            case Word() | Wildcard() | Fuzzy() | Regex():
                return holding(self._segment, self._terms.of(node))
            case Phrase() | Near() | InPart():
                return self._placed(node)

    def _all(self) -> set[int]:
        return set(range(len(self._segment.articles)))

    def _all_of(self, nodes: Sequence[Node]) -> set[int]:
        wanted = [each for each in nodes if not isinstance(each, Not)]
        found: set[int] | None = None
        for each in sorted(wanted, key=lambda node: isinstance(node, Positional)):
            if isinstance(each, Positional):
                more = self._placed(each, found)
            else:
                more = self._matching(each)
            found = more if found is None else found & more
            if not found:
                return set()
        if found is None:
            found = self._all()
        for unwanted in nodes:
            if isinstance(unwanted, Not):
                found = found - self._matching(unwanted.node)
        return found

    def _dated(self, since: int, until: Any) -> set[int]:
        articles = self._segment.articles
        days = zip(articles.first.whole, articles.last.whole, strict=True)
        last_day = until.toordinal() if until else 1 << 31
        return {
            number
            for number, (first, last) in enumerate(days)
            if first != NEVER and since <= first and last <= last_day
        }

    def _placed(self, node: Positional, among: set[int] | None = None) -> set[int]:
        """Return the articles, of those given, in which the node occurs."""
        candidates = among
        for word in words_of(node.leaf if isinstance(node, InPart) else node):
            found = self._matching(word)
            candidates = found if candidates is None else candidates & found
        if isinstance(node, InPart):
            having = holding(self._segment, self._terms.region(node.part))
            candidates = (candidates or set()) & having
        return self._places.matching(node, candidates) if candidates else set()


def _first(
    articles: Sequence[int], keys: list[float], days: Sequence[int], wanted: int | None
) -> Best:
    """Keep those whose keys are, or are level with, the first `wanted`; of many, the newest."""
    total = len(articles)
    if wanted is None or wanted >= total:
        return Best(list(articles), keys, total)
    if not wanted:
        return Best([], [], total)
    last = heapq.nsmallest(wanted, keys)[-1] + SLACK
    kept = [at for at, key in enumerate(keys) if key <= last]
    if len(kept) > wanted + MANY_LEVEL:
        order = [(round(keys[at], DIGITS), -days[articles[at]]) for at in kept]
        end = heapq.nsmallest(wanted, order)[-1]
        kept = [at for at, place in zip(kept, order, strict=True) if place <= end]
    return Best([articles[at] for at in kept], [keys[at] for at in kept], total)

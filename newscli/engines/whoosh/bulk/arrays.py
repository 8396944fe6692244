"""One query asked of one segment, in whole arrays. Needs NumPy.

What matches is a mask over the articles, a score a column over them. Phrases are looked for
in tokens.py; NEAR and phrases with words between are left to places.py, which looks at one
candidate after another.
"""

from collections.abc import Iterable, Iterator, Sequence, Set

import numpy as np

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
    leaf_words,
)
from newscli.engines.whoosh.bulk.places import Places, Positional, words_of
from newscli.engines.whoosh.bulk.pruning import highest
from newscli.engines.whoosh.bulk.question import DIGITS, MANY_LEVEL, SLACK, Best, Scoring
from newscli.engines.whoosh.bulk.terms import Terms
from newscli.engines.whoosh.bulk.tokens import Array, Tokens
from newscli.engines.whoosh.codec import decoding
from newscli.engines.whoosh.codec.opened import POSITION_BITS, OpenedSegment
from newscli.engines.whoosh.fields import NEVER


class ArrayQuestion:
    """Asks a segment's arrays."""

    def __init__(self, segment: OpenedSegment, terms: Terms, deleted: Set[int]) -> None:
        self._segment = segment
        self._terms = terms
        self._places = Places(segment, terms)
        self._tokens = Tokens(segment, terms)
        self._size = len(segment.articles)
        self._kept = np.ones(self._size, bool)
        self._kept[list(deleted)] = False
        self._normed: Array = None
        self._days = np.asarray(segment.articles.first.whole)
        self._held: dict[Single, tuple[Array, Array]] = {}

    def frequency(self, leaf: Single) -> int:
        """Return how many articles hold a leaf; those of a pattern's words are added up."""
        if isinstance(leaf, Word) and len(self._terms.of(leaf)) > 1:
            return len(self._weighed(leaf)[0])
        return self._terms.rows(leaf)

    def holding(self, node: Node) -> set[int]:
        """Return the articles that match, deleted ones left out."""
        return set(np.flatnonzero(self._mask(node) & self._kept).tolist())

    def ranges(self, node: Node) -> Iterator[tuple[int, list[Piece]]]:
        """Go through the matches in order, each with the `matching.ranges` in it."""
        return self._places.ranges(node, sorted(self.holding(node)))

    def best(self, node: Node, wanted: int | None, scoring: Scoring, floor: float) -> Best:
        """Return the matches that are, or are level with, the first `wanted` by score."""
        if isinstance(node, Word) and wanted and self._kept.all():
            terms = self._terms.of(node)
            if len(terms) == 1:
                gain = scoring.gains[node]
                return highest(self._segment, terms[0], wanted, gain, scoring.norms, floor)
        mask = self._mask(node) & self._kept
        total = np.zeros(self._size)
        self._add(node, mask, total, scoring)
        articles = np.flatnonzero(mask)
        return _first(articles, -total[articles], self._days, wanted)

    def earliest(self, node: Node, wanted: int | None, *, newest: bool) -> Best:
        """Return likewise the first by day, or the last; articles without a date are last."""
        articles = np.flatnonzero(self._mask(node) & self._kept)
        days = self._days[articles].astype(float)
        keys = -days if newest else np.where(days == NEVER, np.inf, days)
        return _first(articles, keys, self._days, wanted)

    def scored(
        self, leaves: Iterable[Single], articles: Sequence[int], scoring: Scoring
    ) -> list[float]:
        """Return what all of the leaves together score in each of these articles."""
        wanted = np.array(articles, np.int64)
        norms = self._norms(scoring)[wanted]
        total = np.zeros(len(wanted))
        for leaf in leaves:
            found, weights = self._weighed(leaf)
            if len(found):
                at = np.minimum(np.searchsorted(found, wanted), len(found) - 1)
                held = np.where(found[at] == wanted, weights[at], 0)
                total += scoring.gains[leaf] * held / (held + norms)
        scores: list[float] = total.tolist()
        return scores

    def _add(self, node: Node, mask: Array, total: Array, scoring: Scoring) -> None:
        """Add to the total of each masked article, which all match, what the node gives it."""
        match node:
            case And(nodes):
                for child in nodes:
                    self._add(child, mask, total, scoring)
            case Or(nodes):
                for child in nodes:
                    # A word alone gives nothing to an article that does not match it.
                    beside = mask if isinstance(child, Single) else mask & self._mask(child)
                    self._add(child, beside, total, scoring)
            case InPart(_, leaf):
                self._add(leaf, mask, total, scoring)
            case Phrase() | Near():
                for word in dict.fromkeys(leaf_words(node)):
                    self._add(word, mask, total, scoring)
            case Word() | Wildcard() | Fuzzy() | Regex():
                found, weights = self._weighed(node)
                below = weights + self._norms(scoring)[found]
                total[found] += np.where(mask[found], scoring.gains[node] * weights / below, 0.0)
            case _:
                return

    def _norms(self, scoring: Scoring) -> Array:
        """Return, by article, what a weight is divided by beside itself; alike in all scorings."""
        if self._normed is None:
            self._normed = np.array(scoring.norms)[np.asarray(self._segment.articles.lengths.whole)]
        return self._normed

    def _weighed(self, leaf: Single) -> tuple[Array, Array]:
        """Return the articles of a leaf, in rising order, and its weight in each."""
        if leaf not in self._held:
            self._held[leaf] = self._gathered(leaf)
        return self._held[leaf]

    def _gathered(self, leaf: Single) -> tuple[Array, Array]:
        segment, stretches = self._segment, self._terms.stretches(leaf)
        if not stretches:
            return np.empty(0, np.int64), np.empty(0, np.int64)
        articles = np.concatenate([decoding.articles(segment, rows) for rows in stretches])
        weights = np.concatenate([decoding.weights(segment, rows) for rows in stretches])
        if len(self._terms.of(leaf)) == 1:
            return articles, weights
        # A weight may be nothing: what is held is not told by the sums.
        found = np.flatnonzero(self._marked(articles))
        return found, np.bincount(articles, weights, self._size)[found]

    def _marked(self, articles: Array) -> Array:
        mask = np.zeros(self._size, bool)
        mask[articles] = True
        return mask

    def _mask(self, node: Node) -> Array:
        """Return which articles match, deleted ones too."""
        articles = self._segment.articles
        match node:
            case Everything():
                return np.ones(self._size, bool)
            case And(nodes):
                return self._all_of(nodes)
            case Or(nodes):
                mask = np.zeros(self._size, bool)
                for child in nodes:
                    mask |= self._mask(child)
                return mask
            case Not(child):
                return ~self._mask(child)
            case Dated(since, until):
                first, last = (np.asarray(each.whole) for each in (articles.first, articles.last))
                low = since.toordinal() if since else NEVER + 1
                return (first >= low) & (last <= (until.toordinal() if until else 1 << 31))
            case InFolder(name):
                return np.isin(np.asarray(articles.directory.whole), list(self._terms.below(name)))
            case Word() | Wildcard() | Fuzzy() | Regex():
                return self._marked(self._weighed(node)[0])
            case Phrase() | Near() | InPart():
                return self._placed(node)

    def _all_of(self, nodes: Sequence[Node]) -> Array:
        mask = np.ones(self._size, bool)
        for each in sorted(nodes, key=lambda node: isinstance(node, Positional)):
            mask &= self._placed(each, mask) if isinstance(each, Positional) else self._mask(each)
        return mask

    def _placed(self, node: Positional, among: Array | None = None) -> Array:
        """Return the articles, of those given, in which the node occurs."""
        leaf = node.leaf if isinstance(node, InPart) else node
        part = node.part if isinstance(node, InPart) else None
        mask = np.ones(self._size, bool) if among is None else among.copy()
        for word in words_of(leaf):
            mask &= self._mask(word)
        if part is not None:
            having = [
                decoding.articles(self._segment, self._segment.dictionary.rows(each))
                for each in self._terms.region(part)
            ]
            mask &= self._marked(having[0]) if having else False
        if not mask.any():
            return mask
        if isinstance(leaf, Near) or (isinstance(leaf, Phrase) and leaf.slop):
            found = list(self._places.matching(node, set(np.flatnonzero(mask).tolist())))
        else:
            words = words_of(leaf)
            begins = self._tokens.side_by_side([self._terms.of(word) for word in words], mask)
            if part is not None:
                begins = self._tokens.within(begins, len(words), part)
            found = begins >> POSITION_BITS
        mask[:] = False
        mask[found] = True
        return mask


def _first(articles: Array, keys: Array, days: Array, wanted: int | None) -> Best:
    """Keep those whose keys are, or are level with, the first `wanted`; of many, the newest."""
    total = len(articles)
    if wanted is not None and wanted < total:
        last = np.partition(keys, wanted - 1)[wanted - 1] + SLACK if wanted else -np.inf
        kept = np.flatnonzero(keys <= last)
        if wanted and len(kept) > wanted + MANY_LEVEL:
            rounded, newest = np.round(keys[kept], DIGITS), -days[articles[kept]].astype(np.int64)
            end = np.lexsort((newest, rounded))[wanted - 1]
            worse = (rounded > rounded[end]) | ((rounded == rounded[end]) & (newest > newest[end]))
            kept = kept[~worse]
        articles, keys = articles[kept], keys[kept]
    return Best(articles.tolist(), keys.tolist(), total)

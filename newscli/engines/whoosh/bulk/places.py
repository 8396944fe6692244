"""Which articles have words in the right places: phrases, NEAR, and words in a part."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newscli.core.matching import Piece, occurrences, ranges
from newscli.core.query import (
    InPart,
    Leaf,
    Near,
    Node,
    Part,
    Pattern,
    Phrase,
    Single,
    Word,
    leaf_words,
    leaves,
)
from newscli.engines.whoosh.bulk.terms import Terms
from newscli.engines.whoosh.codec.opened import POSITION_BITS, OpenedSegment, Unpacked

Positional = Phrase | Near | InPart

_Joined = tuple[dict[int, list[int]], list[int]]
"""By article, the positions of several terms; and the terms that are not among them."""

_LOOK = 25
"""Finding a term's positions in one article takes as long as unpacking so many."""


def words_of(leaf: Leaf) -> Sequence[Single]:
    """Return the leaves of one word each that must all be in an article."""
    return leaf_words(leaf) if isinstance(leaf, Word | Phrase | Near) else (leaf,)


class Places:
    """Where words stand in the articles of a segment; what is unpacked is kept."""

    def __init__(self, segment: OpenedSegment, terms: Terms) -> None:
        self._segment = segment
        self._terms = terms
        self._flat: dict[int, Unpacked] = {}
        self._joined: dict[Single, _Joined] = {}
        self._article = 0

    def matching(self, node: Positional, candidates: set[int]) -> set[int]:
        """Return the candidates, which hold all the words, in which the node occurs."""
        leaf = node.leaf if isinstance(node, InPart) else node
        words = words_of(leaf)
        if isinstance(node, Phrase) and not node.slop:
            return self._side_by_side([self._terms.of(word) for word in words], candidates)
        for word in words:
            self._read_ahead(self._terms.of(word), len(candidates))
        if isinstance(node, InPart):
            self._read_ahead(self._terms.region(node.part), len(candidates))
            if len(words) == 1 and words[0] == leaf:
                return set(self._within(node.part, words[0], candidates))
        return {article for article in sorted(candidates) if occurrences(node, self._at(article))}

    def ranges(self, node: Node, articles: Sequence[int]) -> Iterator[tuple[int, list[Piece]]]:
        """Go through these articles, each with the `matching.ranges` in it."""
        for each in leaves(node):
            for word in words_of(each.leaf if isinstance(each, InPart) else each):
                self._read_ahead(self._terms.of(word), len(articles))
        for article in articles:
            yield article, ranges(node, self._at(article))

    def positions(self, word: Word) -> Sequence[int]:
        """Return the positions of the word in the article that is looked at."""
        return self._positions(word, self._article)

    def fitting(self, leaf: Pattern) -> Sequence[int]:
        """Return the positions there of the words as written that fit the pattern."""
        return self._positions(leaf, self._article)

    def regions(self, part: Part) -> list[Piece]:
        """Return the ranges of positions there that the part covers."""
        ends = self._ends(part, self._article)
        return list(zip(ends[::2], ends[1::2], strict=True))

    def _at(self, article: int) -> "Places":
        self._article = article
        return self

    def _side_by_side(self, words: Sequence[Sequence[int]], candidates: set[int]) -> set[int]:
        """Return the candidates in which the words stand side by side, in this order.

        Every token of the segment is one number, its article and position; those of the
        n-th word, n less, are those of a phrase's beginning if every word has them. The
        rarest word comes first: the others are looked for only where it stands.
        """
        begins: set[int] | None = None
        for nth in sorted(range(len(words)), key=lambda nth: self._terms.tokens(words[nth])):
            tokens = chain.from_iterable(self._tokens(each, nth, candidates) for each in words[nth])
            begins = set(tokens) if begins is None else begins.intersection(tokens)
            candidates = {token >> POSITION_BITS for token in begins}
        return candidates

    def _tokens(self, term: int, back: int, candidates: set[int]) -> Iterable[int]:
        """Return the tokens of a term, so many words back: at least those in the candidates."""
        if self._terms.tokens([term]) < len(candidates) * _LOOK:
            return self._segment.tokens(term, back)
        return (
            (article << POSITION_BITS) + position - back
            for article in candidates
            for position in self._segment.positions_in(term, article)
        )

    def _within(self, part: Part, word: Single, candidates: Iterable[int]) -> Iterator[int]:
        """Go through the articles that have the word within the part."""
        for article in candidates:
            at, ends = self._positions(word, article), self._ends(part, article)
            for nth in range(0, len(ends), 2):
                first = bisect_left(at, ends[nth])
                if first < len(at) and at[first] < ends[nth + 1]:
                    yield article
                    break

    def _positions(self, leaf: Single, article: int) -> Sequence[int]:
        terms = self._terms.of(leaf)
        if len(terms) == 1:
            return self._read(terms[0], article)
        if leaf not in self._joined:
            self._joined[leaf] = self._join(terms)
        together, apart = self._joined[leaf]
        others = (position for each in apart for position in self._read(each, article))
        return sorted([*together.get(article, ()), *others])

    def _join(self, terms: Sequence[int]) -> _Joined:
        """Put those terms together of which all positions are unpacked.

        A pattern may have very many terms, of which an article has few.
        """
        together: dict[int, list[int]] = {}
        for term in terms:
            if term in self._flat:
                flat, places = self._flat[term]
                for article, (start, end) in places.items():
                    together.setdefault(article, []).extend(flat[start:end])
        return together, [term for term in terms if term not in self._flat]

    def _ends(self, part: Part, article: int) -> Sequence[int]:
        """Return the positions at which the part begins and ends, by turns."""
        region = self._terms.region(part)
        return self._read(region[0], article) if region else ()

    def _read(self, term: int, article: int) -> Sequence[int]:
        if term in self._flat:
            flat, places = self._flat[term]
            start, end = places.get(article, (0, 0))
            return flat[start:end]
        return self._segment.positions_in(term, article)

    def _read_ahead(self, terms: Sequence[int], candidates: int) -> None:
        """Unpack all positions of those terms of which many will be asked for."""
        for each in terms:
            if each not in self._flat and self._terms.tokens([each]) < candidates * _LOOK:
                self._flat[each] = self._segment.unpacked(each)

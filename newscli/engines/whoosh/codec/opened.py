"""The four files of a segment, opened together, and what is asked of them as a whole."""

import os
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import accumulate, chain, repeat
from operator import add
from typing import Any
from weakref import WeakKeyDictionary, WeakValueDictionary

from newscli.engines.whoosh.codec.articles import Articles
from newscli.engines.whoosh.codec.columnfile import ColumnFile
from newscli.engines.whoosh.codec.dictionary import Dictionary
from newscli.engines.whoosh.codec.positions import Positions
from newscli.engines.whoosh.codec.postings import PostingColumns

POSITION_BITS = 32

Unpacked = tuple[Sequence[int], dict[int, tuple[int, int]]]

ENDINGS = (".terms", ".postings", ".positions", ".articles")


class OpenedSegment:
    """A segment as columns; every file is mapped when it is made."""

    def __init__(self, directory: str, name: str) -> None:
        path = os.path.join(directory, name)
        self._files = [ColumnFile(path + ending) for ending in ENDINGS]
        terms, postings, self._position_file, articles = self._files
        self.dictionary = Dictionary(terms)
        self.postings = PostingColumns(postings)
        self.articles = Articles(articles)
        self._held: dict[int, Sequence[int]] = {}

    @cached_property
    def positions(self) -> Positions:
        """Where the words stand."""
        return Positions(self._position_file)

    def positions_in(self, term: int, article: int) -> Sequence[int]:
        """Return the positions of a term in an article; none if it does not stand there."""
        rows = self.dictionary.rows(term)
        articles = self.postings.articles[rows.start : rows.stop]
        at = bisect_left(articles, article)
        if at == len(articles) or articles[at] != article:
            return ()
        start, end = self._starts(term)[at : at + 2]
        return self.positions.read(start, end)

    def tokens(self, term: int, back: int = 0) -> Iterator[int]:
        """Go through all tokens of a term, each as one number: its article, then its position.

        They are given as they are so many words back.
        """
        rows = self.dictionary.rows(term)
        first, last = self.dictionary.tokens.pair(term)
        articles = self.postings.articles[rows.start : rows.stop]
        bases = [(each << POSITION_BITS) - back for each in articles]
        spread = chain.from_iterable(map(repeat, bases, self.postings.frequencies(rows)))
        return map(add, spread, self.positions.read(first, last))

    def unpacked(self, term: int) -> Unpacked:
        """Return all positions of a term, and for each article where in them its own are."""
        rows = self.dictionary.rows(term)
        flat = self.positions.read(*self.dictionary.tokens.pair(term))
        ends = list(accumulate(self.postings.frequencies(rows)))
        articles = self.postings.articles[rows.start : rows.stop]
        return flat, dict(zip(articles, zip([0, *ends], ends, strict=False), strict=False))

    def _starts(self, term: int) -> Sequence[int]:
        """Return where the positions of each of a term's postings begin, and the last ends."""
        if term not in self._held:
            frequencies = self.postings.frequencies(self.dictionary.rows(term))
            first = self.dictionary.tokens[term]
            self._held[term] = list(accumulate(frequencies, initial=first))
        return self._held[term]


MOST_SETS = 8
"""Sets of articles that are told apart at once: one bit of a byte each."""

Selected = tuple[OpenedSegment, Set[int]]
"""A segment, and the numbers of some of its articles."""


_SHARED: WeakKeyDictionary[Any, WeakValueDictionary[str, OpenedSegment]] = WeakKeyDictionary()


def opened(storage: Any, name: str) -> OpenedSegment:
    """Open a segment, or return the one that this storage of Whoosh's has open.

    Whoosh asks for the same segment's terms and for its articles one after the other.
    """
    shared = _SHARED.setdefault(storage, WeakValueDictionary())
    segment = shared.get(name)
    if segment is None:
        segment = shared[name] = OpenedSegment(storage.folder, name)
    return segment

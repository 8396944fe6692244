"""How often words stand in some of the articles, counted over whole columns. Needs NumPy."""

from collections.abc import Iterable, Sequence, Set
from itertools import count
from typing import Any

import numpy as np

from newscli.engines.whoosh.codec.opened import OpenedSegment, Selected

Numbers = Any
"""A NumPy array of integers."""


_SPARSE = 8
"""A set of fewer than one in so many articles is counted posting by posting."""


class Counting:
    """Counts the words of several segments; their dictionaries are put together once."""

    def __init__(self, segments: Sequence[OpenedSegment]) -> None:
        numbers: dict[bytes, int] = {}
        self.numbers: dict[OpenedSegment, Numbers] = {}
        """By term of a segment: the word's number among those of all; some numbers are none."""
        met = 0
        for segment in segments:
            terms = segment.dictionary.terms.all()
            numbered = map(numbers.setdefault, terms, count(met))
            self.numbers[segment] = np.fromiter(numbered, np.int64, len(terms))
            met += len(terms)
        self._known: Numbers = np.fromiter(numbers.values(), np.int64, len(numbers))
        self._terms = list(numbers)
        self.met = met

    def frequencies(self, selected: Iterable[Selected]) -> dict[str, int]:
        """Return how often each word as written stands in these articles of these segments."""
        total = np.zeros(self.met, np.int64)
        for segment, articles in selected:
            if articles:
                self._add(segment, _frequencies(segment, articles), total)
        held = np.flatnonzero(total)
        return dict(zip(self._names(held), total[held].tolist(), strict=True))

    def document_frequencies(
        self, sets: Sequence[Iterable[Selected]], least: int
    ) -> list[dict[str, tuple[int, int]]]:
        """Return in how many articles of each set but the last a word stands, and of the last.

        The sets, at most `MOST_SETS`, are given segment by segment in the same order.
        """
        totals = np.zeros((len(sets), self.met), np.int64)
        for parts in zip(*sets, strict=True):
            segment = parts[0][0]
            chosen = [articles for _, articles in parts]
            for counts, total in zip(_document_frequencies(segment, chosen), totals, strict=True):
                self._add(segment, counts, total)
        *parted, whole = totals
        return [self._pairs(part, whole, least) for part in parted]

    def _pairs(self, part: Numbers, whole: Numbers, least: int) -> dict[str, tuple[int, int]]:
        held = np.flatnonzero(part >= max(least, 1))
        pairs = zip(part[held].tolist(), whole[held].tolist(), strict=True)
        return dict(zip(self._names(held), pairs, strict=True))

    def _add(self, segment: OpenedSegment, counts: Numbers, total: Numbers) -> None:
        """Add the counts of a segment's words; what else it keeps among them is left out."""
        first = segment.dictionary.words("").start
        # A word has but one number in a segment: nothing is added to twice.
        total[self.numbers[segment][first:]] += counts[first:]

    def _names(self, held: Numbers) -> list[str]:
        """Return the words of these numbers."""
        places: list[int] = self._known.searchsorted(held).tolist()
        return [self._terms[at].decode("utf-8", "surrogateescape") for at in places]


def _frequencies(segment: OpenedSegment, articles: Set[int]) -> Numbers:
    """Return, by term, how many tokens of it stand in these articles."""
    if len(articles) == len(segment.articles):
        return np.diff(np.asarray(segment.dictionary.tokens.whole))
    postings, holding = segment.postings, _marked(segment, [articles])
    coded = postings.coded_frequencies
    frequencies = np.frombuffer(coded.by_kind, np.uint8)[np.asarray(postings.kinds.whole)]
    starts = np.asarray(segment.dictionary.postings.whole)[:-1]
    counts = np.add.reduceat(frequencies * holding, starts, dtype=np.int64)
    rare = np.asarray(postings.rare.whole)
    terms = np.searchsorted(starts, rare, side="right") - 1
    np.add.at(counts, terms, np.asarray(coded.rare.whole) * holding[rare])
    return counts


def _document_frequencies(segment: OpenedSegment, sets: Sequence[Set[int]]) -> list[Numbers]:
    """Return, for each set and by term, how many of its articles hold it."""
    starts = np.asarray(segment.dictionary.postings.whole)[:-1]
    marks = _marked(segment, sets)
    sparse = [len(each) * _SPARSE < len(segment.articles) for each in sets]
    bits = sum(1 << at for at, is_sparse in enumerate(sparse) if is_sparse)
    rows = np.flatnonzero(marks & np.uint8(bits)) if bits else starts[:0]
    terms, few = np.searchsorted(starts, rows, side="right") - 1, marks[rows]
    return [
        np.bincount(terms[few >> at & 1 == 1], minlength=len(starts))
        if is_sparse
        else np.add.reduceat(marks >> at & 1, starts, dtype=np.int64)
        for at, is_sparse in enumerate(sparse)
    ]


def _marked(segment: OpenedSegment, sets: Sequence[Set[int]]) -> Numbers:
    """Return, by posting, a byte whose n-th bit tells whether its article is in the n-th set."""
    marks = np.zeros(len(segment.articles), np.uint8)
    for at, articles in enumerate(sets):
        marks[np.fromiter(articles, np.int64, len(articles))] |= np.uint8(1 << at)
    return marks[np.asarray(segment.postings.articles.whole)]

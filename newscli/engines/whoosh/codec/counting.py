"""How often each word stands in some of the articles, summed over whole columns. Needs NumPy."""

from collections.abc import Iterable, Sequence, Set
from itertools import count
from typing import Any

import numpy as np

from newscli.engines.whoosh.codec.opened import OpenedSegment, Selected

Numbers = Any
"""A NumPy array of integers."""


class Counting:
    """Counts the words of several segments; their dictionaries are put together once."""

    def __init__(self, segments: Sequence[OpenedSegment]) -> None:
        numbers: dict[bytes, int] = {}
        self._numbers: dict[OpenedSegment, Numbers] = {}
        """By term of a segment: the word's number among those of all; some numbers are none."""
        met = 0
        for segment in segments:
            terms = segment.dictionary.terms.all()
            numbered = map(numbers.setdefault, terms, count(met))
            self._numbers[segment] = np.fromiter(numbered, np.int64, len(terms))
            met += len(terms)
        self._names = {number: term for term, number in numbers.items()}
        self._met = met

    def frequencies(self, selected: Iterable[Selected]) -> dict[str, int]:
        """Return how often each word as written stands in these articles of these segments."""
        total = np.zeros(self._met, np.int64)
        for segment, articles in selected:
            if articles:
                first = next(segment.dictionary.words(""), len(segment.dictionary.terms))
                # A word has but one number in a segment: nothing is added to twice.
                total[self._numbers[segment][first:]] += _counts(segment, articles)[first:]
        held = np.flatnonzero(total)
        names = map(self._names.__getitem__, held.tolist())
        forms = (name.decode("utf-8", "surrogateescape") for name in names)
        return dict(zip(forms, total[held].tolist(), strict=True))


def _counts(segment: OpenedSegment, articles: Set[int]) -> Numbers:
    """Return, by term, how many tokens of it stand in these articles."""
    if len(articles) == len(segment.articles):
        return np.diff(np.asarray(segment.dictionary.tokens))
    postings = segment.postings
    chosen = np.zeros(len(segment.articles), np.uint8)
    chosen[np.fromiter(articles, np.int64, len(articles))] = 1
    holding = chosen[np.asarray(postings.articles)]
    coded = postings.coded_frequencies
    frequencies = np.frombuffer(coded.by_kind, np.uint8)[np.asarray(postings.kinds)]
    starts = np.asarray(segment.dictionary.postings)[:-1]
    counts = np.add.reduceat(frequencies * holding, starts, dtype=np.int64)
    rare = np.asarray(postings.rare)
    terms = np.searchsorted(starts, rare, side="right") - 1
    np.add.at(counts, terms, np.asarray(coded.rare) * holding[rare])
    return counts

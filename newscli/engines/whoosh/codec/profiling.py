"""The most telling words of articles, out of whole columns of postings. Needs NumPy.

What a profile is says `newscli.research.profiles`. The postings of a segment, which stand by
word, are sorted by article and weight, and of each article the first are taken.
"""

from collections.abc import Iterable, Iterator, Set
from typing import Any

import numpy as np

from newscli.core.article import ArticleId
from newscli.core.results import Profile
from newscli.engines.whoosh.codec.counting import Counting
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.research.profiles import FEWEST, KEPT, SCALE

Numbers = Any
"""A NumPy array of integers."""

Living = tuple[OpenedSegment, Set[int]]
"""A segment, and its articles that are deleted."""

_WEIGHT_BITS = 40


class Profiling:
    """Makes profiles of articles of several segments."""

    def __init__(self, segments: Iterable[Living]) -> None:
        self._segments = list(segments)
        counting = Counting([segment for segment, _ in self._segments])
        self._numbers = counting.numbers
        self._holding = np.zeros(counting.met, np.int64)
        self._articles = 0
        for segment, deleted in self._segments:
            self._articles += len(segment.articles) - len(deleted)
            # A word has but one number in a segment: nothing is added to twice.
            self._holding[self._numbers[segment]] += _holding(segment, deleted)

    def profiles(self, wanted: Iterable[ArticleId]) -> Iterator[tuple[ArticleId, Profile]]:
        """Go through the profiles of those of the articles that there are."""
        ids = np.fromiter((int(each, 16) for each in wanted), np.uint64)
        for segment, deleted in self._segments:
            chosen = np.isin(np.asarray(segment.articles.ids.whole), ids)
            chosen[list(deleted)] = False
            if chosen.any():
                yield from self._profiles(segment, chosen)

    def _profiles(self, segment: OpenedSegment, chosen: Any) -> Iterator[tuple[ArticleId, Profile]]:
        article, term, frequency = _rows(segment, chosen)
        holding = self._holding[self._numbers[segment]]
        rarity = np.log(self._articles / np.maximum(holding, 1))
        rarity[holding < FEWEST] = 0.0
        weight = np.rint((1 + np.log(frequency)) * rarity[term] * SCALE).astype(np.int64)
        order = np.flatnonzero(weight)
        keys = (article[order] << _WEIGHT_BITS) - weight[order]
        order = order[np.argsort(keys, kind="stable")]
        counts = np.bincount(article[order], minlength=len(chosen))
        within = np.arange(len(order)) - np.repeat(np.cumsum(counts) - counts, counts)
        order = order[within < KEPT]
        counts = np.minimum(counts, KEPT)
        squares = np.bincount(article[order], weight[order].astype(float) ** 2, len(chosen))
        weights = (weight[order] / np.sqrt(squares)[article[order]]).tolist()
        names = _names(segment, term[order])
        ends = np.cumsum(counts)
        for number in np.flatnonzero(chosen).tolist():
            end = int(ends[number])
            rows = slice(end - int(counts[number]), end)
            yield segment.articles.id(number), dict(zip(names[rows], weights[rows], strict=True))


def _holding(segment: OpenedSegment, deleted: Set[int]) -> Numbers:
    """Return how many articles hold each term, deleted ones left out."""
    starts = np.asarray(segment.dictionary.postings.whole, dtype=np.int64)
    if not deleted:
        return np.diff(starts)
    gone = np.zeros(len(segment.articles), np.int64)
    gone[list(deleted)] = 1
    before = np.concatenate(([0], np.cumsum(1 - gone[np.asarray(segment.postings.articles.whole)])))
    return np.diff(before[starts])


def _rows(segment: OpenedSegment, chosen: Any) -> tuple[Numbers, Numbers, Numbers]:
    """Return article, term and frequency of the postings of words as written."""
    starts = np.asarray(segment.dictionary.postings.whole, dtype=np.int64)
    first = segment.dictionary.words("").start
    articles = np.asarray(segment.postings.articles.whole)
    rows = np.flatnonzero(chosen[articles[starts[first] :]]) + starts[first]
    coded, kinds = segment.postings.coded_frequencies, np.asarray(segment.postings.kinds.whole)
    frequency = np.frombuffer(coded.by_kind, np.uint8)[kinds[rows]]
    frequency = frequency.astype(np.int64)
    rare = np.asarray(segment.postings.rare.whole, dtype=np.int64)
    at = np.searchsorted(rows, rare)
    held = np.flatnonzero(at < len(rows))
    held = held[rows[at[held]] == rare[held]]
    frequency[at[held]] = np.asarray(coded.rare.whole)[held]
    term = np.searchsorted(starts, rows, side="right") - 1
    return articles[rows].astype(np.int64), term, frequency


def _names(segment: OpenedSegment, terms: Numbers) -> list[str]:
    used, which = np.unique(terms, return_inverse=True)
    held = segment.dictionary.terms
    names = [held[number].decode("utf-8", "surrogateescape") for number in used.tolist()]
    return [names[at] for at in which.tolist()]

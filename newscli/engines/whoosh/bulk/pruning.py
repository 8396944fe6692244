"""The best articles of one term, most of the others left unscored.

A score is gain / g with

    g = 1 + norm / w = 1 + k1 * (1 - b) / w + slope * length / w    slope = k1 * b / average

Of each 64 postings of a segment the least g is kept for two slopes, a little flatter and
a little steeper than with the segment's own average. For any one posting g is a line
over the slope, so the least of 64 is concave: between the two it is above the chord, and
beyond them above the line to 1 at slope 0, or above the steeper one's value. That is an
upper bound of the 64 scores, whatever the average of the whole index is today.

They are scored in the order of their bounds, until no bound reaches what was found
(block-max indexes; Ding & Suel, Faster Top-k Document Retrieval, 2011).
"""

import heapq
from collections.abc import Sequence

from newscli.engines.whoosh.bulk.question import SLACK, Best
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.codec.postings import FLAT, HALF, PEAK, STEEP
from newscli.engines.whoosh.scoring import norm


def highest(
    segment: OpenedSegment,
    term: int,
    wanted: int,
    gain: float,
    norms: Sequence[float],
    floor: float = float("inf"),
) -> Best:
    """Return the articles that are, or are level with, the first `wanted` by score.

    Those with a key above the floor are left out where that saves work.
    """
    rows = segment.dictionary.rows(term)
    bounds = _bounds(segment, rows, gain, norms)
    articles: list[int] = []
    keys: list[float] = []
    top: list[float] = []
    for run in sorted(range(len(bounds)), key=bounds.__getitem__, reverse=True):
        if bounds[run] < -floor - SLACK:
            break
        first = (rows.start // PEAK + run) * PEAK
        part = range(max(first, rows.start), min(first + PEAK, rows.stop))
        found = segment.postings.articles[part.start : part.stop].tolist()
        weights = segment.postings.weights(part)
        lengths = map(segment.articles.lengths.whole.__getitem__, found)
        scored = [
            -gain * weight / (weight + norms[length])
            for weight, length in zip(weights, lengths, strict=True)
        ]
        articles += found
        keys += scored
        top = heapq.nsmallest(wanted, top + scored)
        if len(top) == wanted:
            floor = min(floor, top[-1])
    return Best(articles, keys, len(rows))


def _bounds(
    segment: OpenedSegment, rows: range, gain: float, norms: Sequence[float]
) -> list[float]:
    """Return how high each run of rows can score; the outer ones hold rows of other terms too."""
    if not rows:
        return []
    runs = slice(rows.start // PEAK, (rows.stop - 1) // PEAK + 1)
    flats, steeps = segment.postings.flat[runs], segment.postings.steep[runs]
    slope = _slope(segment, norms)
    if slope >= STEEP:
        return [gain / steep for steep in steeps]
    if slope <= FLAT:
        return [gain / (1 + (flat - 1) * slope / FLAT) for flat in flats]
    share = (slope - FLAT) / (STEEP - FLAT)
    return [
        gain / (flat + share * (steep - flat)) for flat, steep in zip(flats, steeps, strict=True)
    ]


def _slope(segment: OpenedSegment, norms: Sequence[float]) -> float:
    """Return how much length weighs, as a multiple of what it does by the segment's average."""
    own = segment.articles.sum / len(segment.articles) or 1.0
    # Codes 0 and 1 are the lengths 0 and 1.
    by_own = norm(1, own) - norm(0, own)
    return (norms[1] - norms[0]) / (HALF * by_own)

"""Columns of a segment as NumPy arrays. Needs NumPy."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from newscli.engines.whoosh.codec.opened import POSITION_BITS, OpenedSegment
from newscli.engines.whoosh.codec.positions import CHUNK, Positions
from newscli.engines.whoosh.codec.postings import PostingColumns

Numbers = Any
"""A NumPy array of integers."""


def numbers(values: bytes | Sequence[int]) -> Numbers:
    """Return decoded values, as `Postings` gives them, in eight bytes each."""
    if isinstance(values, bytes):
        return np.frombuffer(values, np.uint8).astype(np.int64)
    return np.array(values, dtype=np.int64)


def frequencies(postings: PostingColumns) -> Numbers:
    """Return how many positions each posting of a segment has."""
    coded = postings.coded_frequencies
    decoded = np.frombuffer(coded.by_kind, np.uint8)[np.asarray(postings.kinds)].astype(np.int64)
    decoded[np.asarray(postings.rare)] = np.asarray(coded.rare)
    return decoded


def positions(column: Positions, start: int, end: int) -> Numbers:
    """Return the positions of these rows, in two bytes each or in four."""
    kind = "<u2" if column.wide == 2 else "<u4"
    chunks = range(start // CHUNK, -(-end // CHUNK))
    whole = [np.empty(0, kind)]
    for chunk in chunks:
        planes = np.frombuffer(b"".join(column.planes(chunk)), np.uint8)
        whole.append(np.ascontiguousarray(planes.reshape(column.wide, -1).T).view(kind).ravel())
    first = start - chunks.start * CHUNK
    return np.concatenate(whole)[first : first + end - start]


def articles(segment: OpenedSegment, term: int) -> Numbers:
    """Return the articles that hold a term, in rising order."""
    rows = segment.dictionary.rows(term)
    return np.asarray(segment.postings.articles[rows.start : rows.stop])


def weights(segment: OpenedSegment, term: int) -> Numbers:
    """Return the weight of a term in each of its articles, in halves."""
    return numbers(segment.postings.weights(segment.dictionary.rows(term)))


def tokens(segment: OpenedSegment, term: int) -> Numbers:
    """Return all tokens of a term, each as one number: its article, then its position."""
    dictionary = segment.dictionary
    frequencies = numbers(segment.postings.frequencies(dictionary.rows(term)))
    bases = np.repeat(articles(segment, term).astype(np.int64) << POSITION_BITS, frequencies)
    first, last = dictionary.tokens[term : term + 2]
    return bases + positions(segment.positions, first, last)

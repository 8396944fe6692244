"""Columns of a segment as NumPy arrays. Needs NumPy."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from newscli.engines.whoosh.codec.opened import POSITION_BITS, OpenedSegment
from newscli.engines.whoosh.codec.positions import Positions
from newscli.engines.whoosh.codec.postings import Coded, PostingColumns

Numbers = Any
"""A NumPy array of integers."""


def numbers(values: bytes | Sequence[int]) -> Numbers:
    """Return decoded values, as `PostingColumns` gives them, in eight bytes each."""
    if isinstance(values, bytes):
        return np.frombuffer(values, np.uint8).astype(np.int64)
    return np.array(values, dtype=np.int64)


def frequencies(postings: PostingColumns) -> Numbers:
    """Return how many positions each posting of a segment has."""
    return _decoded(postings, range(len(postings.kinds)), postings.coded_frequencies)


def positions(column: Positions, start: int, end: int) -> Numbers:
    """Return the positions of these rows, in two bytes each or in four."""
    return np.concatenate([np.empty(0, f"u{column.wide}"), *column.pieces(start, end)])


def articles(segment: OpenedSegment, rows: range) -> Numbers:
    """Return the articles of these postings."""
    return np.asarray(segment.postings.articles[rows.start : rows.stop])


def weights(segment: OpenedSegment, rows: range) -> Numbers:
    """Return the weights of these postings, in halves."""
    return _decoded(segment.postings, rows, segment.postings.coded_weights)


def tokens(segment: OpenedSegment, term: int) -> Numbers:
    """Return all tokens of a term, each as one number: its article, then its position."""
    dictionary = segment.dictionary
    rows = dictionary.rows(term)
    frequencies = _decoded(segment.postings, rows, segment.postings.coded_frequencies)
    bases = np.repeat(articles(segment, rows).astype(np.int64) << POSITION_BITS, frequencies)
    first, last = dictionary.tokens.pair(term)
    return bases + positions(segment.positions, first, last)


def _decoded(postings: PostingColumns, rows: range, coded: Coded) -> Numbers:
    kinds = np.asarray(postings.kinds[rows.start : rows.stop])
    decoded = np.frombuffer(coded.by_kind, np.uint8)[kinds].astype(np.int64)
    rare = postings.rare_among(rows)
    decoded[np.asarray(postings.rare[rare]).astype(np.int64) - rows.start] = coded.rare[rare]
    return decoded

"""Several segments made one, column by column, without going back to a text. Needs NumPy.

The terms of all are put in one order, deleted articles are left out of the postings, and
these are joined as the runs they are.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from newscli.engines.whoosh.codec import columnfile
from newscli.engines.whoosh.codec.decoding import numbers, positions
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.writing.gathering import Meta
from newscli.engines.whoosh.writing.postingswriter import collected, write_postings
from newscli.engines.whoosh.writing.runs import Run, joined, running

GONE = -1


class _Part:
    """A segment read as a run, its terms and articles numbered as they will be."""

    def __init__(self, segment: OpenedSegment, articles: Any, terms: Any) -> None:
        """`articles` has the new number of each, or GONE; `terms` that of each term."""
        self._segment = segment
        self._articles = articles
        self._complete = bool(np.all(articles != GONE))
        self.terms = terms

    @property
    def counts(self) -> Any:
        """How many postings each term has, those of deleted articles too."""
        return np.diff(np.asarray(self._segment.dictionary.postings.whole, dtype=np.int64))

    def between(self, first: int, last: int) -> Run:
        """Return the postings of the terms from this number to that."""
        dictionary, columns = self._segment.dictionary, self._segment.postings
        low, high = np.searchsorted(self.terms, (first, last)).tolist()
        starts = np.asarray(dictionary.postings[low : high + 1], dtype=np.int64)
        tokens = np.asarray(dictionary.tokens[low : high + 1], dtype=np.int64)
        rows = range(int(starts[0]), int(starts[-1]))
        stored = np.asarray(columns.articles[rows.start : rows.stop], dtype=np.int64)
        run = Run(
            self.terms[low:high],
            starts - starts[0],
            tokens - tokens[0],
            self._articles[stored],
            numbers(columns.weights(rows)),
            numbers(columns.frequencies(rows)),
            positions(self._segment.positions, int(tokens[0]), int(tokens[-1])),
        )
        return run if self._complete else _without_gone(run)


def merge(
    path: str,
    segments: Sequence[tuple[OpenedSegment, frozenset[int]]],
    stem: Callable[[str], str],
) -> int:
    """Write the articles that are not deleted as one segment; returns how many they are."""
    meta = Meta()
    renumbered = []
    for columns, deleted in segments:
        kept = np.ones(len(columns.articles), dtype=bool)
        kept[list(deleted)] = False
        new = np.cumsum(kept) - 1 + len(meta)
        new[~kept] = GONE
        renumbered.append(new)
        meta.take(columns.articles, kept)
    if not len(meta):
        return 0
    vocabularies = [columns.dictionary.terms.all() for columns, _ in segments]
    terms = sorted(set().union(*vocabularies))
    rank = {term: at for at, term in enumerate(terms)}
    parts = [
        _Part(columns, new, np.fromiter(map(rank.__getitem__, known), np.int64, len(known)))
        for (columns, _), new, known in zip(segments, renumbered, vocabularies, strict=True)
    ]
    lengths = meta.halves()
    write_postings(path, collected(terms, joined(parts, len(terms)), lengths), stem)
    columnfile.write(path + ".articles", meta.columns(meta.words(), lengths, meta.sketches()))
    return len(meta)


def _without_gone(run: Run) -> Run:
    """Leave out the postings of deleted articles."""
    kept = run.articles != GONE
    of_token = np.repeat(kept, run.frequencies)
    return Run(
        run.terms,
        running(kept)[run.starts],
        running(of_token)[run.tokens],
        run.articles[kept],
        run.weights[kept],
        run.frequencies[kept],
        run.positions[of_token],
    )

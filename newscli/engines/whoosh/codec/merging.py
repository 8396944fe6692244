"""Several segments made one, column by column, without going back to a text. Needs NumPy.

The terms of all are put in one order. Then, for one range of terms after another, their
postings are gathered and sorted by term and article, deleted articles left out and
positions carried along; a range holds few enough postings for its sort to be small.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from newscli.engines.whoosh.codec import columnfile
from newscli.engines.whoosh.codec.decoding import numbers, positions
from newscli.engines.whoosh.codec.gathering import Meta
from newscli.engines.whoosh.codec.inversion import Postings
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.codec.segmentwriter import write_postings

AT_ONCE = 1 << 19
"""So many postings are sorted at a time."""

GONE = -1


@dataclass(frozen=True, slots=True)
class Part:
    """A segment to be merged, and the numbers its articles will have."""

    columns: OpenedSegment
    numbers: Any
    """By old number: the new one, or GONE."""
    terms: list[bytes]
    ranks: Any
    """By old term: the new one."""


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
        Part(columns, new, known, np.fromiter(map(rank.__getitem__, known), np.int64, len(known)))
        for (columns, _), new, known in zip(segments, renumbered, vocabularies, strict=True)
    ]
    postings = _joined(parts, terms, len(meta), meta.halves())
    write_postings(path, postings, stem)
    columnfile.write(path + ".articles", meta.columns(postings.lengths, meta.sketches()))
    return len(meta)


def _joined(parts: Sequence[Part], terms: list[bytes], articles: int, lengths: Any) -> Postings:
    counts = np.zeros(len(terms), np.int64)
    wide = np.uint16 if articles <= 1 << 16 else np.uint32
    gathered: dict[str, list[Any]] = {name: [] for name in ("a", "w", "f", "p")}
    for first, last in _ranges(parts, len(terms)):
        rows = [_rows(part, first, last) for part in parts]
        term, article, weight, frequency, start = map(
            np.concatenate, zip(*(row[:5] for row in rows), strict=True)
        )
        bases = np.cumsum([0, *(len(row[5]) for row in rows)])
        start += np.repeat(bases[:-1], [len(row[0]) for row in rows])
        position = np.concatenate([row[5] for row in rows])
        order = np.argsort((term << 32) | article, kind="stable")
        counts += np.bincount(term, minlength=len(terms))
        frequency = frequency[order]
        ends = np.cumsum(frequency)
        into = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - frequency, frequency)
        gathered["a"].append(article[order].astype(wide))
        gathered["w"].append(_narrow(weight[order]))
        gathered["f"].append(_narrow(frequency))
        gathered["p"].append(position[np.repeat(start[order], frequency) + into])
    held = np.flatnonzero(counts)
    return Postings(
        terms=[terms[at] for at in held.tolist()],
        counts=counts[held],
        # Taken out one by one, so that no more than one is there twice.
        articles=np.concatenate(gathered.pop("a")),
        weights=np.concatenate(gathered.pop("w")),
        frequencies=np.concatenate(gathered.pop("f")),
        positions=np.concatenate(gathered.pop("p")),
        lengths=lengths,
    )


def _narrow(numbers: Any) -> Any:
    """Return the numbers in two bytes each if they fit, else in four."""
    fits = not len(numbers) or int(numbers.max()) < 1 << 16
    return numbers.astype(np.uint16 if fits else np.uint32)


def _ranges(parts: Sequence[Part], terms: int) -> Iterator[tuple[int, int]]:
    """Cut the terms into ranges of about as many postings as are sorted at once."""
    counts = np.zeros(terms, np.int64)
    for part in parts:
        starts = np.asarray(part.columns.dictionary.postings, dtype=np.int64)
        counts[part.ranks] += np.diff(starts)
    which = (np.cumsum(counts) - 1) // AT_ONCE
    edges = np.flatnonzero(np.diff(which)) + 1
    bounds = [0, *edges.tolist(), terms]
    yield from pairwise(bounds)


def _rows(part: Part, first: int, last: int) -> tuple[Any, ...]:
    """Return a part's postings of these terms, those of deleted articles left out.

    Six columns: term, article, weight, frequency, where its positions start in the sixth,
    which is the positions.
    """
    dictionary, columns = part.columns.dictionary, part.columns.postings
    low, high = np.searchsorted(part.ranks, (first, last)).tolist()
    starts = np.asarray(dictionary.postings[low : high + 1], dtype=np.int64)
    rows = range(int(starts[0]), int(starts[-1]))
    term = np.repeat(part.ranks[low:high], np.diff(starts))
    article = part.numbers[np.asarray(columns.articles[rows.start : rows.stop], dtype=np.int64)]
    weight = numbers(columns.weights(rows))
    frequency = numbers(columns.frequencies(rows))
    start = np.cumsum(frequency) - frequency
    position = positions(part.columns.positions, dictionary.tokens[low], dictionary.tokens[high])
    kept = article != GONE
    return term[kept], article[kept], weight[kept], frequency[kept], start[kept], position

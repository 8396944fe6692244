"""The dictionary, the postings and the positions of a segment, written out of runs. Needs NumPy."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice
from typing import Any

import numpy as np
import zstandard
from whoosh.util.numeric import byte_to_length

from newscli.engines.whoosh.codec import columnfile
from newscli.engines.whoosh.codec.positions import CHUNK
from newscli.engines.whoosh.codec.postings import FLAT, HALF, PEAK, RARE, STEEP
from newscli.engines.whoosh.fields import FIRST_PRINTABLE
from newscli.engines.whoosh.scoring import norm
from newscli.engines.whoosh.writing.gathering import (
    Columns,
    coded_lengths,
    strings_columns,
    word_lengths,
)
from newscli.engines.whoosh.writing.runs import Run, narrow, running

_BYTES = 256
"""The values of a byte."""

_PEAKS = PEAK << 12
"""Rows that are looked at together: few enough for the processor's cache."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The postings of a segment, by term and, within a term, by article."""

    terms: list[bytes]
    """The terms, in order."""
    counts: Any
    """How many postings each term has."""
    articles: Any
    weights: Any
    """In halves."""
    frequencies: Any
    """How many positions each posting has."""
    positions: Any
    lengths: Any
    """By article, in halves."""


def collected(names: Sequence[bytes], runs: Iterable[Run], lengths: Any) -> Postings:
    """Put together what runs have, one after another; a name that nothing has is no term."""
    counts = np.zeros(len(names), np.int64)
    wide = np.uint16 if len(lengths) <= 1 << 16 else np.uint32
    gathered: list[list[Any]] = [[np.empty(0, wide)] for _ in range(4)]
    for run in runs:
        counts += np.bincount(run.terms, run.counts, len(names)).astype(np.int64)
        numbers = map(narrow, (run.weights, run.frequencies, run.positions))
        for pieces, more in zip(gathered, (run.articles.astype(wide), *numbers), strict=True):
            pieces.append(more)
    held = np.flatnonzero(counts)
    whole = []
    for pieces in gathered:
        whole.append(np.concatenate(pieces))
        pieces.clear()  # so that no more than one column is there twice
    articles, weights, frequencies, positions = whole
    return Postings(
        terms=[names[at] for at in held.tolist()],
        counts=counts[held],
        articles=articles,
        weights=weights,
        frequencies=frequencies,
        positions=positions,
        lengths=lengths,
    )


def write_postings(path: str, postings: Postings, stem: Callable[[str], str]) -> None:
    """Write the dictionary, the posting columns and the positions."""
    starts = running(postings.counts)
    tokens = np.zeros(len(starts), np.int64)
    if len(postings.frequencies):
        held = np.add.reduceat(postings.frequencies, starts[:-1], dtype=np.int64)
        tokens[1:] = np.cumsum(held)
    narrow = len(postings.lengths) <= 1 << 16
    columnfile.write(
        path + ".terms",
        {
            **strings_columns("blob", "ends", postings.terms),
            "postings": ("I", starts.astype(np.uint32)),
            "tokens": ("I", tokens.astype(np.uint32)),
            **_stems(postings.terms, stem),
        },
    )
    columnfile.write(
        path + ".postings",
        {
            "articles": (
                "H" if narrow else "I",
                postings.articles.astype(np.uint16 if narrow else np.uint32),
            ),
            **pair_columns(postings.frequencies, postings.weights),
            **_peaks(postings),
        },
    )
    columnfile.write(path + ".positions", _positions(postings.positions))


def _stems(terms: Sequence[bytes], stem: Callable[[str], str]) -> Columns:
    """Tell of each stem which terms are its forms; only words as written have a stem."""
    first = bisect_left(terms, FIRST_PRINTABLE.encode())
    decoded = (term.decode("utf-8", "surrogateescape") for term in islice(terms, first, None))
    stems = [stem(form).encode("utf-8", "surrogateescape") for form in decoded]
    forms: dict[bytes, list[int]] = {}
    for term, name in enumerate(stems, first):
        forms.setdefault(name, []).append(term)
    names = sorted(forms)
    of_each = [forms[name] for name in names]
    return {
        **strings_columns("stems", "stemends", names),
        "forms": ("I", array("I", chain.from_iterable(of_each))),
        "formends": ("I", array("I", accumulate(map(len, of_each)))),
    }


def pair_columns(frequencies: Any, weights: Any) -> Columns:
    """Keep the most common pairs as their kinds, and the rows of the others with their values."""
    small = (frequencies < _BYTES) & (weights < _BYTES)
    pairs = np.where(small, frequencies * _BYTES + weights, 0).astype(np.uint16)
    counts = np.bincount(pairs[small], minlength=_BYTES * _BYTES)
    common = np.argsort(-counts, kind="stable")[: min(RARE, np.count_nonzero(counts))]
    kind = np.full(_BYTES * _BYTES, RARE, np.uint8)
    kind[common] = np.arange(len(common))
    kinds = np.where(small, kind[pairs], RARE).astype(np.uint8)
    rare = np.flatnonzero(kinds == RARE)
    return {
        "kinds": ("B", kinds),
        "frequencies": ("B", (common // _BYTES).astype(np.uint8)),
        "weights": ("B", (common % _BYTES).astype(np.uint8)),
        "rare": ("I", rare.astype(np.uint32)),
        "rarefreqs": ("I", frequencies[rare].astype(np.uint32)),
        "rareweights": ("I", weights[rare].astype(np.uint32)),
    }


def _peaks(postings: Postings) -> Columns:
    """Tell of each run of rows how high it can score, should length weigh less or more."""
    coded = (byte_to_length(code) for code in coded_lengths(postings.lengths))
    lengths = np.fromiter(coded, np.float64, len(postings.lengths))
    average = float(word_lengths(postings.lengths).mean()) if len(lengths) else 0.0
    columns: Columns = {}
    for name, share in (("flat", FLAT), ("steep", STEEP)):
        norms = HALF * np.array([norm(share * length, average) for length in lengths.tolist()])
        least = [np.empty(0)]
        for start in range(0, len(postings.weights), _PEAKS):
            rows = slice(start, start + _PEAKS)
            with np.errstate(divide="ignore"):  # a repeated quote weighs nothing
                below = 1 + norms[postings.articles[rows]] / postings.weights[rows]
            least.append(np.minimum.reduceat(below, np.arange(0, len(below), PEAK)))
        rounded = np.concatenate(least).astype(np.float32)
        columns[name] = ("f", np.nextafter(rounded, np.float32(0)))
    return columns


def _positions(positions: Any) -> Columns:
    wide = 2 if not len(positions) or int(positions.max()) < 1 << 16 else 4
    kind = np.dtype("<u2" if wide == 2 else "<u4")
    pack = zstandard.ZstdCompressor(level=1).compress
    chunks = []
    for start in range(0, len(positions), CHUNK):
        chunk = positions[start : start + CHUNK].astype(kind)
        planes = chunk.view(np.uint8).reshape(-1, wide).T
        chunks.append(pack(planes.tobytes()))
    ends = np.cumsum(np.fromiter(map(len, chunks), np.int64, len(chunks)))
    return {
        "chunks": ("B", chunks),
        "ends": ("Q", ends.astype(np.uint64)),
        "wide": ("B", bytes([wide])),
    }

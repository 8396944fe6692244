"""A batch of articles to the four files of a segment. Needs NumPy."""

import os
from array import array
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import zstandard
from whoosh.util.numeric import byte_to_length

from newscli.core.article import Article
from newscli.engines.whoosh import records
from newscli.engines.whoosh.codec import columnfile
from newscli.engines.whoosh.codec.gathering import (
    Columns,
    Meta,
    coded_lengths,
    strings_columns,
    word_lengths,
)
from newscli.engines.whoosh.codec.inversion import Batch, Postings
from newscli.engines.whoosh.codec.positions import CHUNK
from newscli.engines.whoosh.codec.postings import FLAT, HALF, PEAK, RARE, STEEP
from newscli.engines.whoosh.fields import FIRST_PRINTABLE, NEVER
from newscli.engines.whoosh.scoring import norm

_BYTES = 256
"""So many values a byte has."""


class SegmentWriter:
    """Gathers articles and writes them as one segment."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._batch = Batch()
        self._meta = Meta()

    def __len__(self) -> int:
        return len(self._batch)

    def add(self, article: Article) -> None:
        """Add an article."""
        date = article.content.date
        self._meta.add(
            int(article.id, 16),
            date.first.toordinal() if date else NEVER,
            date.last.toordinal() if date else NEVER,
            os.path.dirname(article.path).encode("utf-8", "surrogateescape"),
            records.record(article),
            records.content(article),
        )
        self._batch.add(article.content)

    def write(self, path: str) -> int:
        """Write the files whose names begin with `path`; returns how many articles they hold."""
        postings, sketches = self._batch.inverted()
        write_postings(path, postings, self._stem)
        columnfile.write(path + ".articles", self._meta.columns(postings.lengths, sketches))
        return len(self._batch)


def write_postings(path: str, postings: Postings, stem: Callable[[str], str]) -> None:
    """Write the dictionary, the posting columns and the positions."""
    starts = np.concatenate(([0], np.cumsum(postings.counts)))
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
    by_stem: dict[bytes, list[int]] = {}
    for number, term in enumerate(terms):
        if term >= FIRST_PRINTABLE.encode():
            form = term.decode("utf-8", "surrogateescape")
            by_stem.setdefault(stem(form).encode("utf-8", "surrogateescape"), []).append(number)
    stems = sorted(by_stem)
    sizes = np.fromiter((len(by_stem[each]) for each in stems), np.int64, len(stems))
    forms = array("I", (number for each in stems for number in by_stem[each]))
    return {
        **strings_columns("stems", "stemends", stems),
        "forms": ("I", forms),
        "formends": ("I", np.cumsum(sizes).astype(np.uint32)),
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
    starts = np.arange(0, len(postings.weights), PEAK)
    columns: Columns = {}
    for name, share in (("flat", FLAT), ("steep", STEEP)):
        norms = HALF * np.array([norm(share * length, average) for length in lengths.tolist()])
        with np.errstate(divide="ignore"):  # a repeated quote weighs nothing
            below = 1 + norms[postings.articles] / postings.weights
        least = np.minimum.reduceat(below, starts) if len(starts) else below
        columns[name] = ("f", np.nextafter(least.astype(np.float32), np.float32(0)))
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

"""A batch of articles to the four files of a segment. Needs NumPy."""

import os
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import zstandard
from whoosh.util.numeric import length_to_byte

from newscli.core.article import Article
from newscli.engines.whoosh import records
from newscli.engines.whoosh.codec import columnfile
from newscli.engines.whoosh.codec.articles import SIZE, Articles, Rows
from newscli.engines.whoosh.codec.inversion import Batch, Postings
from newscli.engines.whoosh.codec.positions import CHUNK
from newscli.engines.whoosh.codec.postings import HALF, RARE
from newscli.engines.whoosh.fields import FIRST_PRINTABLE, NEVER

LEVEL = 3
"""Of zstandard: higher ones take twice the time for a twentieth of the room."""

RECORDS_BLOCK, CONTENTS_BLOCK = 1 << 16, 1 << 18
"""A block of rows is closed when it has so many bytes; larger ones take less room in all."""

_BYTES = 256
"""So many values a byte has."""

Columns = dict[str, tuple[str, Any]]


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
        postings = self._batch.inverted()
        write_postings(path, postings, self._stem)
        columnfile.write(path + ".articles", self._meta.columns(postings.lengths))
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
            **_strings("blob", "ends", postings.terms),
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
        },
    )
    columnfile.write(path + ".positions", _positions(postings.positions))


def _strings(blob: str, ends: str, strings: Sequence[bytes]) -> Columns:
    sizes = np.fromiter(map(len, strings), np.int64, len(strings))
    return {blob: ("B", b"".join(strings)), ends: ("I", np.cumsum(sizes).astype(np.uint32))}


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
        **_strings("stems", "stemends", stems),
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


@dataclass(slots=True)
class Blocks:
    """Rows gathered into compressed blocks."""

    limit: int
    chunks: list[bytes | memoryview] = field(default_factory=list)
    firsts: "array[int]" = field(default_factory=lambda: array("I"))
    _rows: list[bytes] = field(default_factory=list)
    _size: int = 0
    _count: int = 0
    _pack: Any = field(default_factory=lambda: zstandard.ZstdCompressor(level=LEVEL).compress)

    def add(self, row: bytes) -> None:
        """Add the next row."""
        if not self._rows:
            self.firsts.append(self._count)
        self._rows += (SIZE.pack(len(row)), row)
        self._size += len(row)
        self._count += 1
        if self._size >= self.limit:
            self.close()

    def take(self, rows: Rows) -> None:
        """Add the blocks of a segment as they are."""
        self.close()
        for block, first in enumerate(rows.firsts):
            self.chunks.append(rows.packed(block))
            self.firsts.append(self._count + first)
        self._count += rows.count

    def close(self) -> None:
        """Compress what has been gathered."""
        if self._rows:
            self.chunks.append(self._pack(b"".join(self._rows)))
            self._rows.clear()
            self._size = 0

    def columns(self, blob: str, ends: str, firsts: str) -> Columns:
        """Return the blocks as columns."""
        self.close()
        sizes = np.cumsum(np.fromiter(map(len, self.chunks), np.int64, len(self.chunks)))
        return {
            blob: ("B", self.chunks),
            ends: ("Q", sizes.astype(np.uint64)),
            firsts: ("I", self.firsts),
        }


class Meta:
    """The columns of the articles, as they are gathered."""

    def __init__(self) -> None:
        self._ids = array("Q")
        self._first = array("I")
        self._last = array("I")
        self._halves = array("I")
        self._directories: dict[bytes, int] = {}
        self._directory = array("I")
        self._records = Blocks(RECORDS_BLOCK)
        self._contents = Blocks(CONTENTS_BLOCK)

    def add(
        self, identity: int, first: int, last: int, directory: bytes, record: bytes, content: bytes
    ) -> None:
        """Add an article."""
        self._ids.append(identity)
        self._first.append(first)
        self._last.append(last)
        number = self._directories.setdefault(directory, len(self._directories))
        self._directory.append(number)
        self._records.add(record)
        self._contents.add(content)

    def __len__(self) -> int:
        return len(self._ids)

    def take(self, articles: Articles, kept: Any) -> None:
        """Add those articles of a segment that are kept; if all are, its blocks as they are."""
        numbers = np.flatnonzero(kept).tolist()
        self._ids.extend(articles.ids[number] for number in numbers)
        self._first.extend(articles.first[number] for number in numbers)
        self._last.extend(articles.last[number] for number in numbers)
        self._halves.extend(articles.halves[number] for number in numbers)
        names = articles.directories.all()
        known = [self._directories.setdefault(name, len(self._directories)) for name in names]
        self._directory.extend(known[articles.directory[number]] for number in numbers)
        for blocks, rows in (
            (self._records, articles.records),
            (self._contents, articles.contents),
        ):
            if kept.all():
                blocks.take(rows)
            else:
                for number in numbers:
                    blocks.add(rows[number])

    def halves(self) -> Any:
        """Return the lengths of the articles that were taken."""
        return np.frombuffer(self._halves, np.uint32).astype(np.int64)

    def columns(self, halves: Any) -> Columns:
        """Return the columns; `halves` are the articles' lengths in half words."""
        lengths = np.rint(halves / HALF).astype(np.int64)
        codes = bytes(map(length_to_byte, lengths.tolist()))
        names = sorted(self._directories)
        rank = np.empty(len(names), np.uint32)
        rank[[self._directories[name] for name in names]] = np.arange(len(names))
        ids = np.frombuffer(self._ids, np.uint64) if self._ids else np.empty(0, np.uint64)
        directory = np.frombuffer(self._directory, np.uint32) if self._directory else rank[:0]
        return {
            "ids": ("Q", self._ids),
            "byid": ("I", np.argsort(ids, kind="stable").astype(np.uint32)),
            "first": ("I", self._first),
            "last": ("I", self._last),
            "lengths": ("B", codes),
            "halves": ("I", halves.astype(np.uint32)),
            "directory": ("I", rank[directory]),
            **_strings("dirs", "dirends", names),
            **self._records.columns("records", "recends", "recblock"),
            **self._contents.columns("texts", "textends", "textblock"),
            "sum": ("Q", array("Q", [int(lengths.sum())])),
        }

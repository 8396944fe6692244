"""What is kept of articles, gathered one after another, as the columns of `SEGMENT.articles`.

Needs NumPy.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import zstandard
from whoosh.util.numeric import length_to_byte

from newscli.engines.whoosh.codec.articles import SIZE, Articles, Rows
from newscli.engines.whoosh.codec.postings import HALF
from newscli.engines.whoosh.writing.sketching import Sketches

LEVEL = 2
"""Of zstandard: the next takes half as long again for a hundredth of the room."""

RECORDS_BLOCK, CONTENTS_BLOCK = 1 << 16, 1 << 18
"""A block of rows is closed when it has so many bytes; larger ones take less room in all."""

Columns = dict[str, tuple[str, Any]]


def strings_columns(blob: str, ends: str, strings: Sequence[bytes]) -> Columns:
    """Return byte strings as columns: all after one another, and where each ends."""
    sizes = np.fromiter(map(len, strings), np.int64, len(strings))
    return {blob: ("B", b"".join(strings)), ends: ("I", np.cumsum(sizes).astype(np.uint32))}


def word_lengths(halves: Any) -> Any:
    """Return the articles' lengths in words, given in halves."""
    return np.rint(halves / HALF).astype(np.int64)


def coded_lengths(halves: Any) -> bytes:
    """Return the articles' lengths as Whoosh codes them, given in half words."""
    return bytes(map(length_to_byte, word_lengths(halves).tolist()))


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
        for block, first in enumerate(rows.firsts.whole):
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
        self._words = array("I")
        self._halves = array("I")
        self._directories: dict[bytes, int] = {}
        self._directory = array("I")
        self._records = Blocks(RECORDS_BLOCK)
        self._contents = Blocks(CONTENTS_BLOCK)
        self._sketches: tuple[list[Any], list[Any]] = ([], [])

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
        for column, more in (
            (self._ids, articles.ids),
            (self._first, articles.first),
            (self._last, articles.last),
            (self._words, articles.words),
            (self._halves, articles.halves),
        ):
            column.extend(map(more.whole.__getitem__, numbers))
        self._take_sketches(articles, kept)
        names = articles.directories.all()
        known = [self._directories.setdefault(name, len(self._directories)) for name in names]
        directory = articles.directory.whole
        self._directory.extend(known[directory[number]] for number in numbers)
        for blocks, rows in (
            (self._records, articles.records),
            (self._contents, articles.contents),
        ):
            if kept.all():
                blocks.take(rows)
            else:
                for number in numbers:
                    blocks.add(rows[number])

    def _take_sketches(self, articles: Articles, kept: Any) -> None:
        counts: Any = np.diff(np.asarray(articles.sketch_ends.whole, dtype=np.int64), prepend=0)
        numbers, many = self._sketches
        stored = np.asarray(articles.sketches.whole, dtype=np.uint32)
        numbers.append(stored[np.repeat(kept, counts)])
        many.append(counts[kept])

    def sketches(self) -> Sketches:
        """Return the sketches of the articles that were taken."""
        return Sketches.joined(*self._sketches)

    def words(self) -> Any:
        """Return how many words each of the articles that were taken has."""
        return np.frombuffer(self._words, np.uint32)

    def halves(self) -> Any:
        """Return the lengths of the articles that were taken."""
        return np.frombuffer(self._halves, np.uint32).astype(np.int64)

    def columns(self, words: Any, halves: Any, sketches: Sketches) -> Columns:
        """Return the columns; `halves` are the articles' lengths in half words."""
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
            "lengths": ("B", coded_lengths(halves)),
            "words": ("I", words.astype(np.uint32)),
            "halves": ("I", halves.astype(np.uint32)),
            "directory": ("I", rank[directory]),
            **strings_columns("dirs", "dirends", names),
            "sketches": ("I", sketches.numbers),
            "sketchends": ("I", sketches.ends),
            **self._records.columns("records", "recends", "recblock"),
            **self._contents.columns("texts", "textends", "textblock"),
            "sum": ("Q", array("Q", [int(word_lengths(halves).sum())])),
        }

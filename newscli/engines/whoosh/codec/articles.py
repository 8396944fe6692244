"""What is kept of each article besides its words: `SEGMENT.articles`.

    ids        Q   the id, as a number: 16 hex digits
    byid       I   the numbers of the articles in the order of their ids
    first, last  I   the days its date may mean, proleptic ordinals; 0 for none
    words      I   how many words it has
    halves     I   the length, in half words: words weighed by where they stand
    lengths    B   the length in words, as Whoosh's `length_to_byte` codes it
    directory  I   the number of the directory its file stands in
    dirs, dirends  B, I   the directories, sorted
    sketches, sketchends  I, I   the numbers of each article's sketch (research/shingles.py),
               rising, one article after another; and where those of each end
    records, recends, recblock   B, Q, I   records.py's rows in compressed blocks
    texts, textends, textblock   B, Q, I   likewise the contents
    sum        Q   one value: the sum of the lengths

A block is zstandard over whole rows, each with its length before it (u32); `..block`
holds the number of the first article of each block, `..ends` where each block ends.
"""

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain

import zstandard

from newscli.engines.whoosh.codec.columnfile import ColumnFile
from newscli.engines.whoosh.codec.dictionary import Strings, bounds

SIZE = struct.Struct("=I")

_KEPT = 16
"""Blocks that stay unpacked: a page, and the feedback before it, read the same texts."""


class Articles:
    """The opened article columns of a segment."""

    def __init__(self, file: ColumnFile) -> None:
        self.ids = file.column("ids")
        self._by_id = file.column("byid")
        self.first = file.column("first")
        self.last = file.column("last")
        self.words = file.column("words")
        self.halves = file.column("halves")
        self.lengths = file.column("lengths")
        self.directory = file.column("directory")
        self.directories = Strings(file, "dirs", "dirends")
        self.sketches = file.column("sketches")
        self.sketch_ends = file.column("sketchends")
        self.records = Rows(file, "records", "recends", "recblock", len(self.ids))
        self.contents = Rows(file, "texts", "textends", "textblock", len(self.ids))
        self.sum = file.column("sum")[0]

    def __len__(self) -> int:
        return len(self.ids)

    def id(self, number: int) -> str:
        """Return an article's id."""
        return f"{self.ids[number]:016x}"

    def number(self, wanted_id: str) -> int | None:
        """Return the number of the article with this id, or None."""
        return next(self._between(int(wanted_id, 16), int(wanted_id, 16)), None)

    def each_sketch(self) -> Iterator[tuple[int, ...]]:
        """Go through the sketches of all articles, in their order."""
        sketches, ends = self.sketches.whole, self.sketch_ends.whole
        for start, end in zip(chain((0,), ends), ends, strict=False):
            yield tuple(sketches[start:end])

    def beginning(self, prefix: str) -> Iterator[int]:
        """Go through the numbers of the articles whose ids begin so, in the order of the ids."""
        return self._between(int(prefix.ljust(16, "0"), 16), int(prefix.ljust(16, "f"), 16))

    def _between(self, low: int, high: int) -> Iterator[int]:
        """Go through the numbers of the articles with ids from the one to the other."""
        ids, by_id = self.ids.whole, self._by_id.whole
        start = bisect_left(by_id, low, key=ids.__getitem__)
        end = bisect_right(by_id, high, key=ids.__getitem__)
        return iter(by_id[start:end])


class Rows:
    """Byte strings by number, in compressed blocks; those unpacked last are kept."""

    def __init__(self, file: ColumnFile, blob: str, ends: str, firsts: str, count: int) -> None:
        self._blob = file.column(blob)
        self._ends = file.column(ends)
        self.firsts = file.column(firsts)
        self.count = count
        self._unpack = zstandard.ZstdDecompressor().decompress
        self._blocks: dict[int, _Block] = {}

    def __getitem__(self, number: int) -> bytes:
        block = bisect_right(self.firsts.whole, number) - 1
        if block not in self._blocks:
            if len(self._blocks) == _KEPT:
                del self._blocks[next(iter(self._blocks))]
            self._blocks[block] = _Block(self._unpack(self.packed(block)))
        return self._blocks[block][number - self.firsts[block]]

    def packed(self, block: int) -> memoryview:
        """Return a block as it is stored."""
        start, end = bounds(self._ends, block)
        return self._blob[start:end]


class _Block:
    """The rows of one unpacked block; each is looked for once, from the one before it."""

    def __init__(self, rows: bytes) -> None:
        self._rows = rows
        self._starts = [0]

    def __getitem__(self, at: int) -> bytes:
        starts = self._starts
        while len(starts) <= at + 1:
            (size,) = SIZE.unpack_from(self._rows, starts[-1])
            starts.append(starts[-1] + SIZE.size + size)
        return self._rows[starts[at] + SIZE.size : starts[at + 1]]

"""Where the words stand, counted in words: `SEGMENT.positions`.

    chunks   B   the positions, 16,384 to a chunk, each chunk compressed (zstandard)
    ends     Q   where each chunk ends
    wide     B   one value: how many bytes a position has, 2 or 4

In a chunk the lowest bytes of all its positions stand first, then the next, and so on:
the high ones are nearly all alike and take next to no room. The rows of a posting
follow those of the posting before it (see dictionary.py, `tokens`).
"""

import sys
from collections.abc import Iterator, Sequence

import zstandard

from newscli.engines.whoosh.codec.columnfile import ColumnFile
from newscli.engines.whoosh.codec.dictionary import bounds

CHUNK = 1 << 14

_SHORT = 2

_KEPT = 256
"""Chunks that stay unpacked, in 32 or 64 kB each."""


class Positions:
    """The opened positions of a segment."""

    def __init__(self, file: ColumnFile) -> None:
        self._chunks = file.column("chunks")
        self._ends = file.column("ends")
        self.wide = file.column("wide")[0]
        self._unpack = zstandard.ZstdDecompressor().decompress
        self._held: dict[int, memoryview] = {}

    def read(self, start: int, end: int) -> Sequence[int]:
        """Return the positions of these rows."""
        found: list[int] = []
        for piece in self.pieces(start, end):
            found += piece
        return found

    def pieces(self, start: int, end: int) -> Iterator[memoryview]:
        """Go through the positions of these rows by chunk."""
        while start < end:
            chunk, first = divmod(start, CHUNK)
            last = min(CHUNK, first + end - start)
            yield self._chunk(chunk)[first:last]
            start += last - first

    def _chunk(self, number: int) -> memoryview:
        if number not in self._held:
            if len(self._held) == _KEPT:
                del self._held[next(iter(self._held))]
            self._held[number] = self._woven(number)
        return self._held[number]

    def _woven(self, chunk: int) -> memoryview:
        """Return the positions of a chunk, the bytes of each put together."""
        start, end = bounds(self._ends, chunk)
        planes = self._unpack(self._chunks[start:end])
        size = len(planes) // self.wide
        woven = bytearray(len(planes))
        for nth in range(self.wide):
            at = nth if sys.byteorder == "little" else self.wide - 1 - nth
            woven[at :: self.wide] = planes[nth * size : (nth + 1) * size]
        return memoryview(woven).cast("H" if self.wide == _SHORT else "I")

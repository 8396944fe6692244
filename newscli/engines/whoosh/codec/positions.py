"""Where the words stand, counted in words: `SEGMENT.positions`.

    chunks   B   the positions, 16,384 to a chunk, each chunk compressed (zstandard)
    ends     Q   where each chunk ends
    wide     B   one value: how many bytes a position has, 2 or 4

In a chunk the lowest bytes of all its positions stand first, then the next, and so on:
the high ones are nearly all alike and take next to no room. The rows of a posting
follow those of the posting before it (see dictionary.py, `tokens`).
"""

from collections.abc import Sequence

import zstandard

from newscli.engines.whoosh.codec.columnfile import ColumnFile

CHUNK = 1 << 14


class Positions:
    """The opened positions of a segment."""

    def __init__(self, file: ColumnFile) -> None:
        self._chunks = file.column("chunks")
        self._ends = file.column("ends")
        self.wide = file.column("wide")[0]
        self._unpack = zstandard.ZstdDecompressor().decompress
        self._held: dict[int, tuple[bytes, ...]] = {}

    def read(self, start: int, end: int) -> Sequence[int]:
        """Return the positions of these rows."""
        found: list[int] = []
        while start < end:
            chunk, first = divmod(start, CHUNK)
            last = min(CHUNK, first + end - start)
            if chunk not in self._held:
                self._held[chunk] = self.planes(chunk)
            planes = self._held[chunk]
            values: Sequence[int] = planes[0][first:last]
            for shift, plane in enumerate(planes[1:], 1):
                high = plane[first:last]
                if any(high):
                    values = [
                        low | byte << 8 * shift for low, byte in zip(values, high, strict=True)
                    ]
            found += values
            start += last - first
        return found

    def planes(self, chunk: int) -> tuple[bytes, ...]:
        """Return the bytes of a chunk: all the lowest, then all the next."""
        start = self._ends[chunk - 1] if chunk else 0
        data = self._unpack(self._chunks[start : self._ends[chunk]])
        size = len(data) // self.wide
        return tuple(data[at : at + size] for at in range(0, len(data), size or 1))

"""A file of named columns: what every file of a segment is.

    offset  bytes
    0       8      the mark b"NEWSCLI2": the last character is the version of the layout
    8       4      0x01020304 in the machine's byte order: refused where it reads otherwise
    12      4      n, how many columns there are
    16      4      CRC-32 of the table
    20      4      CRC-32 of the file's name: one put in place of another is refused
    24      32 n   the table, a row a column: name (14 bytes, zero-filled), type (one letter of
                   Python's `array`), zero, offset (u64), count (u64)
    ...            the columns, each at a multiple of 8; the last is

    sums    I      the CRC-32 of each 4,096 bytes of all that stands before it

Columns are read in place: nothing is copied. Of what is read each block is compared with its
sum the first time, so that an altered file is refused by whoever meets what was altered.
"""

import mmap
import os
import struct
import zlib
from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, BinaryIO, overload

from newscli.errors import DamagedIndex

MARK = b"NEWSCLI2"
BLOCK = 1 << 12
"""Bytes that have a sum together."""

_RUN = 9
"""As a power of two, how many values of a column are compared together at least."""

_SUMS = "sums"
_ORDER = 0x01020304
_HEAD = struct.Struct("=8sIIII")
_ROW = struct.Struct("=14sccQQ")
_ALIGNMENT = 8


def write(path: str, columns: Mapping[str, tuple[str, Any]]) -> None:
    """Write a file; a column is its type and what has its values as bytes, or a list of such."""
    views = {name: _views(values) for name, (_, values) in columns.items()}
    offset = _aligned(_HEAD.size + _ROW.size * (len(columns) + 1))
    rows = []
    for name, (kind, _) in columns.items():
        size = sum(view.nbytes for view in views[name])
        rows.append(_row(name, kind, offset, size))
        offset = _aligned(offset + size)
    rows.append(_row(_SUMS, "I", offset, -(-offset // BLOCK) * struct.calcsize("=I")))
    table = b"".join(rows)
    with open(path, "wb") as file:
        summed = _Summed(file)
        summed.write(_HEAD.pack(MARK, _ORDER, len(rows), zlib.crc32(table), _named(path)) + table)
        for column in views.values():
            summed.align()
            for view in column:
                summed.write(view)
        summed.align()
        file.write(summed.sums())


class Column:
    """A column of an opened file; whatever is taken from it has been compared with its sums."""

    def __init__(self, values: memoryview, offset: int, check: Callable[[int, int], None]) -> None:
        """`check` compares the bytes from one offset in the file to another."""
        self._values = values
        self._offset = offset
        self._check = check
        self._met = bytearray((len(values) >> _RUN) + 1)
        """Of each run of values, whether it has been compared, and the value after it."""

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> memoryview: ...
    def __getitem__(self, at: int | slice) -> Any:
        """Return a value, or a view of several; of a slice both ends are given, from 0 up."""
        if isinstance(at, slice):
            first, last = at.start >> _RUN, at.stop >> _RUN
        else:
            first = last = at >> _RUN
        if self._met.find(0, first, last + 1) >= 0:
            self._meet(first, last)
        return self._values[at]

    def pair(self, at: int) -> tuple[Any, Any]:
        """Return a value and the one after it: quicker than a view of both."""
        run = at >> _RUN
        if not self._met[run]:
            self._meet(run, run)
        return self._values[at], self._values[at + 1]

    @cached_property
    def whole(self) -> memoryview:
        """All values, for who reads most of them or one here and one there."""
        self._meet(0, len(self._met) - 1)
        return self._values

    def _meet(self, first: int, last: int) -> None:
        """Compare the runs from the one to the other."""
        start, stop = first << _RUN, min(((last + 1) << _RUN) + 1, len(self))
        size = self._values.itemsize
        self._check(self._offset + start * size, self._offset + stop * size)
        self._met[first : last + 1] = b"\1" * (last + 1 - first)


class ColumnFile:
    """An opened file of columns."""

    def __init__(self, path: str) -> None:
        self._path = path
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < _HEAD.size:
                raise self._damaged("it is cut short")
            # What the file says of itself is not read in place: a disk that fails would kill us.
            self._columns = dict(self._table(file, size))
            _, self._end, end = self._place(_SUMS)
            file.seek(self._end)
            self._sums = memoryview(file.read(end - self._end)).cast("I")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._view = memoryview(self._map)
        self._met = bytearray(len(self._sums))
        """Of each block, whether it has been compared."""

    def kinds(self) -> list[tuple[str, str]]:
        """Return the names of the columns, as they stand, with their types."""
        return [(name, kind) for name, (kind, _, _) in self._columns.items()]

    def column(self, name: str) -> Column:
        """Return a column."""
        return Column(self._values(name), self._place(name)[1], self._check)

    def _check(self, start: int, stop: int) -> None:
        """Raise DamagedIndex if a block of these bytes is not what was written."""
        last = -(-stop // BLOCK)
        block = self._met.find(0, start // BLOCK, last)
        while block >= 0:
            written = self._view[block * BLOCK : min((block + 1) * BLOCK, self._end)]
            if zlib.crc32(written) != self._sums[block]:
                raise self._damaged(f"what stands from byte {block * BLOCK} on has been altered")
            self._met[block] = 1
            block = self._met.find(0, block + 1, last)

    def _values(self, name: str) -> memoryview:
        kind, start, end = self._place(name)
        return self._view[start:end].cast(kind)  # type: ignore[call-overload]

    def _place(self, name: str) -> tuple[str, int, int]:
        if name not in self._columns:
            raise self._damaged(f"it has no column `{name}`")
        return self._columns[name]

    def _table(self, file: BinaryIO, size: int) -> Iterable[tuple[str, tuple[str, int, int]]]:
        mark, order, count, checksum, name = _HEAD.unpack(file.read(_HEAD.size))
        if mark != MARK or order != _ORDER:
            raise self._damaged("it was written by another newscli or another kind of machine")
        table = file.read(min(_ROW.size * count, size))
        if zlib.crc32(table) != checksum:
            raise self._damaged("its table of columns is wrong")
        if name != _named(self._path):
            raise self._damaged("it is another file")
        for name, kind, _, offset, values in _ROW.iter_unpack(table):
            end = offset + values * struct.calcsize("=" + kind.decode())
            if end > size:
                raise self._damaged("it is cut short")
            yield name.rstrip(b"\0").decode("ascii"), (kind.decode("ascii"), offset, end)

    def _damaged(self, why: str) -> DamagedIndex:
        return DamagedIndex(f"`{self._path}` is damaged: {why}")


class _Summed:
    """Writes a file and sums up its blocks."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._sums = array("I")
        self._sum = self._size = 0

    def write(self, written: bytes | memoryview) -> None:
        """Write what comes next."""
        self._file.write(written)
        view = memoryview(written)
        start = 0
        while start < len(view):
            piece = view[start : start + BLOCK - self._size % BLOCK]
            self._sum = zlib.crc32(piece, self._sum)
            self._size += len(piece)
            start += len(piece)
            if self._size % BLOCK == 0:
                self._close()

    def align(self) -> None:
        """Write zeros up to where a column may begin."""
        self.write(b"\0" * (_aligned(self._size) - self._size))

    def sums(self) -> "array[int]":
        """Return the sums of all that has been written."""
        if self._size % BLOCK:
            self._close()
        return self._sums

    def _close(self) -> None:
        self._sums.append(self._sum)
        self._sum = 0


def _named(path: str) -> int:
    return zlib.crc32(os.path.basename(path).encode("ascii"))


def _row(name: str, kind: str, offset: int, size: int) -> bytes:
    count = size // struct.calcsize("=" + kind)
    return _ROW.pack(name.encode("ascii"), kind.encode("ascii"), b"\0", offset, count)


def _views(values: Any) -> list[memoryview]:
    """Return the bytes of a column's values, or of each of a list of pieces of them."""
    pieces = values if isinstance(values, list) else [values]
    return [memoryview(each).cast("B") for each in pieces]


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGNMENT) * _ALIGNMENT

"""A file of named columns: what every file of a segment is.

    offset  bytes
    0       8      the mark b"NEWSCLI1": the last character is the version of the layout
    8       4      0x01020304 in the machine's byte order: refused where it reads otherwise
    12      4      n, how many columns there are
    16      4      CRC-32 of the table
    20      4      zero
    24      32 n   the table, a row a column: name (14 bytes, zero-filled), type (one letter of
                   Python's `array`), zero, offset (u64), count (u64)
    ...            the columns, each at a multiple of 8

Columns are read in place: `column` gives a view of the mapped file, copied by nobody.
"""

import mmap
import os
import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from newscli.errors import DamagedIndex

MARK = b"NEWSCLI1"
_ORDER = 0x01020304
_HEAD = struct.Struct("=8sIIII")
_ROW = struct.Struct("=14sccQQ")
_ALIGNMENT = 8


def write(path: str, columns: Mapping[str, tuple[str, Any]]) -> None:
    """Write a file; a column is its type and what has its values as bytes, or a list of such."""
    views = {name: _views(values) for name, (_, values) in columns.items()}
    offset = _aligned(_HEAD.size + _ROW.size * len(columns))
    rows = []
    for name, (kind, _) in columns.items():
        size = sum(view.nbytes for view in views[name])
        count = size // struct.calcsize("=" + kind)
        rows.append(_ROW.pack(name.encode("ascii"), kind.encode("ascii"), b"\0", offset, count))
        offset = _aligned(offset + size)
    table = b"".join(rows)
    with open(path, "wb") as file:
        file.write(_HEAD.pack(MARK, _ORDER, len(columns), zlib.crc32(table), 0))
        file.write(table)
        for column in views.values():
            file.write(b"\0" * (_aligned(file.tell()) - file.tell()))
            file.writelines(column)


class ColumnFile:
    """An opened file of columns."""

    def __init__(self, path: str) -> None:
        self._path = path
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < _HEAD.size:
                raise self._damaged("it is cut short")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._view = memoryview(self._map)
        self._columns = dict(self._table(size))

    def kinds(self) -> list[tuple[str, str]]:
        """Return the names of the columns, as they stand, with their types."""
        return [(name, kind) for name, (kind, _, _) in self._columns.items()]

    def column(self, name: str) -> memoryview:
        """Return a column's values, in place."""
        if name not in self._columns:
            raise self._damaged(f"it has no column `{name}`")
        kind, start, end = self._columns[name]
        return self._view[start:end].cast(kind)  # type: ignore[call-overload]

    def _table(self, size: int) -> Iterable[tuple[str, tuple[str, int, int]]]:
        mark, order, count, checksum, _ = _HEAD.unpack_from(self._view)
        if mark != MARK or order != _ORDER:
            raise self._damaged("it was written by another newscli or another kind of machine")
        table = self._view[_HEAD.size : _HEAD.size + _ROW.size * count]
        if zlib.crc32(table) != checksum:
            raise self._damaged("its table of columns is wrong")
        for name, kind, _, offset, values in _ROW.iter_unpack(table):
            end = offset + values * struct.calcsize("=" + kind.decode())
            if end > size:
                raise self._damaged("it is cut short")
            yield name.rstrip(b"\0").decode("ascii"), (kind.decode("ascii"), offset, end)

    def _damaged(self, why: str) -> DamagedIndex:
        return DamagedIndex(f"`{self._path}` is damaged: {why}")


def _views(values: Any) -> list[memoryview]:
    """Return the bytes of a column's values, or of each of a list of pieces of them."""
    pieces = values if isinstance(values, list) else [values]
    return [memoryview(each).cast("B") for each in pieces]


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGNMENT) * _ALIGNMENT

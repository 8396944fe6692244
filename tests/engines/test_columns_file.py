"""A file of columns is read in place, and one that is not whole is refused by name."""

import struct
import zlib
from array import array
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newscli.engines.whoosh.codec import columnfile
from newscli.engines.whoosh.codec.columnfile import ColumnFile
from newscli.engines.whoosh.codec.postings import PostingColumns
from newscli.engines.whoosh.writing.postingswriter import pair_columns
from newscli.errors import DamagedIndex

Columns = dict[str, tuple[str, "array[int]"]]
HEAD, ROW = 24, 32


def column(kind: str) -> st.SearchStrategy[tuple[str, "array[int]"]]:
    largest = (1 << 8 * array(kind).itemsize) - 1
    values = st.lists(st.integers(0, largest), max_size=20)
    return values.map(lambda found: (kind, array(kind, found)))


names = st.text("abcdefghijklmnop", min_size=1, max_size=14)
columns = st.dictionaries(names, st.sampled_from("BHIQ").flatmap(column), max_size=8)


@given(columns)
def test_every_column_is_read_as_it_was_written(written: Columns) -> None:
    with TemporaryDirectory() as folder:
        columnfile.write(f"{folder}/x.terms", written)
        file = ColumnFile(f"{folder}/x.terms")
        found = {name: file.column(name).whole for name in written}
        assert {name: (each.format, each.tolist()) for name, each in found.items()} == {
            name: (kind, values.tolist()) for name, (kind, values) in written.items()
        }


@given(columns)
@example({"long": ("Q", array("Q", range(2000))), "more": ("B", array("B", bytes(3000)))})
@example({"full": ("B", array("B", bytes(4096 - HEAD - 2 * ROW)))})
def test_the_layout_is_the_one_that_is_drawn(written: Columns) -> None:
    with TemporaryDirectory() as folder:
        columnfile.write(f"{folder}/x.terms", written)
        whole = Path(folder, "x.terms").read_bytes()
    mark, order, count, checksum, name = struct.unpack_from("=8sIIII", whole)
    table = whole[HEAD : HEAD + ROW * count]
    assert (mark, order, count) == (b"NEWSCLI2", 0x01020304, len(written) + 1)
    assert name == zlib.crc32(b"x.terms")
    assert checksum == zlib.crc32(table)
    rows = list(struct.iter_unpack("=14s1s1sQQ", table))
    before = whole[: rows[-1][3]]
    sums = array("I", [zlib.crc32(before[at : at + 4096]) for at in range(0, len(before), 4096)])
    for (name, (kind, values)), row in zip(
        {**written, "sums": ("I", sums)}.items(), rows, strict=True
    ):
        offset = row[3]
        assert row == (name.encode().ljust(14, b"\0"), kind.encode(), b"\0", offset, len(values))
        assert offset % 8 == 0
        assert whole[offset:][: values.itemsize * len(values)] == values.tobytes()
    assert len(whole) == rows[-1][3] + 4 * len(sums)


def test_columns_of_numpy_and_of_bytes_are_written_alike(tmp_path: Path) -> None:
    path = str(tmp_path / "x")
    columnfile.write(path, {"a": ("B", b"\1\2"), "b": ("H", np.array([3, 4], np.uint16))})
    file = ColumnFile(path)
    assert (file.column("a").whole.tolist(), file.column("b").whole.tolist()) == ([1, 2], [3, 4])


WRITTEN: Columns = {
    "ids": ("Q", array("Q", [1, 1 << 63])),
    "odd": ("B", array("B", [7, 8, 9])),
    "empty": ("I", array("I")),
    "days": ("I", array("I", [737850])),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    columnfile.write(str(tmp_path / "s.postings"), WRITTEN)
    return tmp_path / "s.postings"


def refusal(path: Path) -> str:
    with pytest.raises(DamagedIndex) as raised:
        ColumnFile(str(path))
    return raised.value.message


def test_a_file_cut_anywhere_is_refused_by_name(path: Path) -> None:
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        assert refusal(path).startswith(f"`{path}` is damaged: ")


def changed(whole: bytes, at: int) -> Iterator[bytes]:
    for bit in range(8):
        yield whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :]


def test_an_altered_bit_of_the_head_or_the_table_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    for at in range(HEAD + ROW * (len(WRITTEN) + 1)):
        for altered in changed(whole, at):
            path.write_bytes(altered)
            assert refusal(path).startswith(f"`{path}` is damaged: ")


ELSE = "it was written by another newscli or another kind of machine"
REFUSED = {
    "of nothing": (b"", "it is cut short"),
    "too short": (b"NEWSCLI2", "it is cut short"),
    "of another layout": (b"NEWSCLI1" + struct.pack("=IIII", 0x01020304, 0, 0, 0), ELSE),
    "of another byte order": (b"NEWSCLI2" + struct.pack("=IIII", 0x04030201, 0, 0, 0), ELSE),
    "of something else": (b"{" * 100, ELSE),
    "with a wrong table": (
        b"NEWSCLI2" + struct.pack("=IIII", 0x01020304, 1, 1, 0) + b"\0" * ROW,
        "its table of columns is wrong",
    ),
    "with a table beyond its end": (
        b"NEWSCLI2" + struct.pack("=IIII", 0x01020304, 1 << 31, 1, 0),
        "its table of columns is wrong",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_is_refused_with_the_reason(tmp_path: Path, what: str) -> None:
    content, reason = REFUSED[what]
    (tmp_path / "s.terms").write_bytes(content)
    assert refusal(tmp_path / "s.terms") == f"`{tmp_path}/s.terms` is damaged: {reason}"


@given(st.binary(max_size=300))
def test_garbage_is_refused(garbage: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "s.terms")
        path.write_bytes(garbage)
        refusal(path)


def test_a_file_in_the_place_of_another_is_refused(path: Path) -> None:
    other = path.with_name("t.postings")
    path.rename(other)
    assert refusal(other) == f"`{other}` is damaged: it is another file"


def test_a_column_that_is_missing_is_named(path: Path) -> None:
    with pytest.raises(DamagedIndex) as raised:
        ColumnFile(str(path)).column("weights")
    assert raised.value.message == f"`{path}` is damaged: it has no column `weights`"


def test_a_file_without_columns_is_a_file(tmp_path: Path) -> None:
    columnfile.write(str(tmp_path / "x"), {})
    assert (tmp_path / "x").stat().st_size == HEAD + ROW + 4
    assert ColumnFile(str(tmp_path / "x")).kinds() == [("sums", "I")]


def test_a_column_outlasts_its_file(path: Path) -> None:
    held = ColumnFile(str(path)).column("ids")
    path.unlink()
    assert held.whole.tolist() == [1, 1 << 63]


LONG = array("I", range(5000))
BEGINS = HEAD + 2 * ROW
"""Where the only column of a file begins."""


@pytest.fixture
def long(tmp_path: Path) -> Path:
    columnfile.write(str(tmp_path / "s.terms"), {"long": ("I", LONG)})
    return tmp_path / "s.terms"


@given(st.integers(0, 4999), st.integers(0, 3), st.integers(0, 4999), st.integers(1, 3000))
@example(1023 - BEGINS // 4, 3, 1024 - BEGINS // 4, 1)
@example(1023 - BEGINS // 4, 3, 1023 - BEGINS // 4, 1)
def test_what_is_read_is_what_was_written_or_refused(
    at: int, byte: int, start: int, count: int
) -> None:
    stop = start + count
    with TemporaryDirectory() as folder:
        path = Path(folder, "s.terms")
        columnfile.write(str(path), {"long": ("I", LONG)})
        whole = bytearray(path.read_bytes())
        whole[BEGINS + 4 * at + byte] ^= 0x80
        path.write_bytes(whole)
        column = ColumnFile(str(path)).column("long")
        block = (BEGINS + 4 * at) // 4096
        met = {(BEGINS + 4 * each) // 4096 for each in range(5000)[start:stop]}
        refused = f"`{path}` is damaged: what stands from byte {block * 4096} on has been altered"
        with suppress(DamagedIndex):
            assert column[start:stop].tolist() == LONG[start:stop].tolist()
            assert block not in met
        for read in (lambda: column[at], lambda: column.pair(min(at, 4998)), lambda: column.whole):
            with pytest.raises(DamagedIndex) as raised:
                read()
            assert raised.value.message == refused


def test_a_sum_that_was_altered_refuses_its_block(long: Path) -> None:
    whole = bytearray(long.read_bytes())
    whole[-1] ^= 1
    long.write_bytes(whole)
    column = ColumnFile(str(long)).column("long")
    assert column[0] == 0
    with pytest.raises(DamagedIndex):
        column[4999]


def test_each_block_is_compared_once(long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    column = ColumnFile(str(long)).column("long")
    assert column[900:1100].tolist() == list(range(900, 1100))
    monkeypatch.setattr(zlib, "crc32", None)
    assert (column[600], column[1099], column.pair(1100)) == (600, 1099, (1100, 1101))
    with pytest.raises(TypeError):
        column[4999]


MORE_THAN_255 = [(frequency, weight) for frequency in range(1, 21) for weight in range(30)]


@given(
    st.lists(st.tuples(st.integers(1, 300), st.integers(0, 700)), max_size=600),
    st.integers(0, 600),
    st.integers(0, 600),
)
@example(MORE_THAN_255, 0, 600)
@example(MORE_THAN_255, 250, 350)
def test_pairs_of_frequency_and_weight_are_read_as_they_were_written(
    pairs: list[tuple[int, int]], first: int, last: int
) -> None:
    frequencies, weights = np.array(pairs, np.int64).reshape(-1, 2).T
    rows = range(len(pairs))[first:last]
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "one.postings")
        articles = np.arange(len(pairs), dtype=np.uint16)
        peaks = {"flat": ("f", b""), "steep": ("f", b"")}
        pairs_of = pair_columns(frequencies, weights)
        columnfile.write(path, {"articles": ("H", articles), **pairs_of, **peaks})
        postings = PostingColumns(ColumnFile(path))
        read = zip(postings.frequencies(rows), postings.weights(rows), strict=True)
        assert list(read) == pairs[first:last]

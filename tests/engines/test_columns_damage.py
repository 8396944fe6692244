"""A flipped byte in any column never crashes a reader, and `doctor` names the file."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import Files
from indexes import ARCHIVE, build, whoosh
from invented import invented
from test_whoosh_damage import ask_everything

from newscli.engines.whoosh import snapshot
from newscli.engines.whoosh.codec.opened import ENDINGS
from newscli.errors import DamagedIndex, NoSuchArticle

HEAD = struct.Struct("=8sIIII")
ROW = struct.Struct("=14scxQQ")
PLACES = 12
"""So many bytes of each column are flipped, one after another."""


@pytest.fixture(autouse=True)
def _is_read_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the index be read as a large one is, which is not compared with its seal before."""
    monkeypatch.setattr(snapshot, "SMALL", 0)


@pytest.fixture
def location(tmp_path: Path) -> Path:
    files = Files(dict(ARCHIVE) | invented(12, longest=30).texts)
    files.texts["/news/often.txt"] = "Heron after heron.\n\n" + "heron " * 300
    build(tmp_path, files)
    return tmp_path


def columns(whole: bytes) -> Iterator[tuple[str, int, int]]:
    """Go through the columns of a file: the name, where it begins, and its size."""
    count = HEAD.unpack_from(whole)[2]
    table = whole[HEAD.size : HEAD.size + ROW.size * count]
    for name, kind, offset, values in ROW.iter_unpack(table):
        yield name.rstrip(b"\0").decode(), offset, values * struct.calcsize("=" + kind.decode())


def flips(whole: bytes) -> Iterator[tuple[str, bytes]]:
    for name, offset, size in columns(whole):
        for place in sorted({offset + size * at // PLACES for at in range(PLACES)}):
            if size:
                altered = bytearray(whole)
                altered[place] ^= 0xFF
                yield name, bytes(altered)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_flipped_byte_of_any_column_crashes_nobody_and_is_found(
    location: Path, ending: str
) -> None:
    (path,) = location.rglob(f"*{ending}")
    whole = path.read_bytes()
    met, named = set(), set()
    for name, altered in flips(whole):
        path.write_bytes(altered)
        met.add(name)
        try:
            with whoosh(location) as engine:
                ask_everything(engine)
        except DamagedIndex as error:
            named.add(error.message.partition(" is damaged")[0])
        except NoSuchArticle:
            pass  # by an id that is another one now
        with whoosh(location) as engine, pytest.raises(DamagedIndex) as raised:
            engine.verify()
        assert raised.value.message == f"`{path}` is damaged", name
    assert named <= {f"`{path}`"}
    assert met == {name for name, _, size in columns(whole) if size}
    path.write_bytes(whole)
    with whoosh(location) as engine:
        ask_everything(engine)
        engine.verify()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_of_another_layout_is_refused_when_the_index_is_opened(
    location: Path, ending: str
) -> None:
    (path,) = location.rglob(f"*{ending}")
    path.write_bytes(b"NEWSCLI0" + path.read_bytes()[8:])
    with pytest.raises(DamagedIndex) as raised, whoosh(location):
        pass
    reason = "it was written by another newscli or another kind of machine"
    assert raised.value.message == f"`{path}` is damaged: {reason}"

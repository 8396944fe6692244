"""An index that is not ours, not safe or not of this version is refused, and nothing run."""

import json
import os
import zlib
from pathlib import Path
from typing import Any

import pytest
from fakes import Files
from indexes import ARCHIVE, build, whoosh
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from newscli.core.analysis import VERSION
from newscli.engines.whoosh import fields, seal
from newscli.engines.whoosh.manifest import FORMAT
from newscli.errors import (
    DamagedIndex,
    Exit,
    IndexUnusable,
    OtherVersion,
    StorageError,
    UnsafeIndex,
)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    build(tmp_path, Files(dict(ARCHIVE)))
    return tmp_path / "index"


@pytest.fixture
def manifest(index: Path) -> dict[str, Any]:
    declared: dict[str, Any] = json.loads((index / "manifest.json").read_text())
    return declared


class Bomb:
    """What, unpickled, makes a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.mkdir, (str(self.path),)


@pytest.fixture
def crater(index: Path, tmp_path: Path) -> Path:
    """Put a table of contents into the index that makes this folder when it is unpickled."""
    path = tmp_path / "crater"
    (directory,) = (each for each in index.iterdir() if each.is_dir())
    sealed = seal.read(str(directory), 1)
    name = TOC._filename("MAIN", 1)
    (directory / name).unlink()
    TOC(fields.schema(), [Bomb(path)], 1).write(FileStorage(str(directory)), "MAIN")
    size = (directory / name).stat().st_size
    sealed[name] = (size, seal.digest(str(directory / name)))
    seal.write(str(directory), 1, sealed)
    return path


def refusal(index: Path) -> IndexUnusable:
    with pytest.raises(IndexUnusable) as raised, whoosh(index.parent):
        pass
    assert raised.value.exit == Exit.INDEX
    return raised.value


def test_the_bomb_of_these_tests_goes_off_where_nothing_stops_it(index: Path, crater: Path) -> None:
    with pytest.raises(AttributeError), whoosh(index.parent):
        pass
    assert crater.is_dir()


def test_a_table_of_contents_that_was_exchanged_is_not_unpickled(index: Path, crater: Path) -> None:
    (directory,) = (each for each in index.iterdir() if each.is_dir())
    sealed = seal.read(str(directory), 1)
    sealed["_MAIN_1.toc"] = (sealed["_MAIN_1.toc"][0], "0" * 32)
    seal.write(str(directory), 1, sealed)
    assert isinstance(refusal(index), DamagedIndex)
    assert not crater.exists()


@pytest.mark.parametrize("mode", [0o770, 0o702, 0o777, 0o720])
def test_an_index_others_may_write_to_is_not_unpickled(
    index: Path, crater: Path, mode: int
) -> None:
    index.chmod(mode)
    found = refusal(index)
    assert isinstance(found, UnsafeIndex)
    assert found.message == f"others may write to `{index}`, so it is not opened"
    assert found.hint == f"if you trust what is in it: `chmod -R go-w {index}`"
    assert not crater.exists()


@pytest.mark.parametrize(
    "kind", ["manifest.json", "data-*", "data-*/*.toc", "data-*/*.postings", "data-*/seal-1.json"]
)
def test_a_file_of_the_index_others_may_write_to_is_not_unpickled(
    index: Path, crater: Path, kind: str
) -> None:
    (path,) = index.glob(kind)
    path.chmod(0o660)
    if path.is_dir():
        path.chmod(0o770)
    assert isinstance(refusal(index), UnsafeIndex)
    assert not crater.exists()


def test_an_index_of_another_user_is_not_unpickled(
    index: Path, crater: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: os.stat(index).st_uid + 1)
    found = refusal(index)
    assert isinstance(found, UnsafeIndex)
    assert found.message == f"`{index}` belongs to another user, so it is not opened"
    assert found.hint == "use an index of your own: `newscli index --index DIR`"
    assert not crater.exists()


def test_a_folder_others_may_write_to_is_not_written_to_either(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir(mode=0o777)
    (tmp_path / "index").chmod(0o777)
    with pytest.raises(UnsafeIndex):
        build(tmp_path, Files())


VERSIONS = [
    ("format", FORMAT + 1, f"a newer newscli (format {FORMAT + 1}, this one has {FORMAT})"),
    ("format", FORMAT - 1, f"another newscli (format {FORMAT - 1}, this one has {FORMAT})"),
    ("format", None, f"another newscli (format None, this one has {FORMAT})"),
    ("format", "9", f"another newscli (format 9, this one has {FORMAT})"),
    (
        "tokeniser",
        VERSION + 1,
        f"a newer newscli (tokeniser {VERSION + 1}, this one has {VERSION})",
    ),
    (
        "stemmer",
        "porter",
        "another newscli (stemmer porter, this one has snowball-english)",
    ),
]


@pytest.mark.parametrize(("field", "theirs", "expected"), VERSIONS)
def test_an_index_of_another_version_says_so_and_is_not_unpickled(
    index: Path,
    crater: Path,
    manifest: dict[str, Any],
    field: str,
    theirs: object,
    expected: str,
) -> None:
    (index / "manifest.json").write_text(json.dumps(manifest | {field: theirs}))
    found = refusal(index)
    assert isinstance(found, OtherVersion)
    assert found.message == f"the index at `{index}` was written by {expected}"
    newer = "upgrade newscli, or build the index anew with `newscli index --rebuild`"
    anew = "build it anew with `newscli index --rebuild`"
    assert found.hint == (newer if "a newer" in expected else anew)
    assert not crater.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b'"newscli"',
        b"[" * 100_000,
        b'{"newscli": "something else"}',
    ],
)
def test_a_manifest_that_is_none_is_damage(index: Path, crater: Path, content: bytes) -> None:
    (index / "manifest.json").write_bytes(content)
    found = refusal(index)
    assert isinstance(found, DamagedIndex)
    assert f"`{index}/manifest.json`" in found.message
    assert not crater.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"data": None},
        {"data": 7},
        {"data": ""},
        {"data": ".."},
        {"data": "../../elsewhere"},
        {"data": "data-0123456\ud800"},
        {"folders": None},
        {"folders": ["/news"]},
        {"folders": [{"path": "/news"}]},
        {"folders": [{"path": "news", "globs": []}]},
        {"folders": [{"path": "/news", "globs": 3}]},
    ],
)
def test_a_manifest_that_says_what_cannot_be_is_damage(
    index: Path, crater: Path, manifest: dict[str, Any], change: dict[str, Any]
) -> None:
    said = manifest | change
    del said["sum"]
    said["sum"] = zlib.crc32(json.dumps(said, sort_keys=True).encode())
    (index / "manifest.json").write_text(json.dumps(said))
    assert isinstance(refusal(index), DamagedIndex)
    assert not crater.exists()


def test_a_manifest_whose_sum_is_wrong_is_damage(index: Path, manifest: dict[str, Any]) -> None:
    changed = manifest | {"folders": [{"path": "/mews", "globs": []}]}
    without = {name: said for name, said in manifest.items() if name != "sum"}
    for said in (changed, without, manifest | {"sum": "0"}):
        (index / "manifest.json").write_text(json.dumps(said))
        assert refusal(index).message == f"`{index}/manifest.json` is damaged: it has been altered"


def test_a_manifest_that_is_a_folder_is_damage(index: Path) -> None:
    (index / "manifest.json").unlink()
    (index / "manifest.json").mkdir(mode=0o700)
    assert isinstance(refusal(index), DamagedIndex)


def test_an_index_that_cannot_be_read_says_why(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os.path, "getsize", refuse)
    with pytest.raises(StorageError) as raised, whoosh(index.parent):
        pass
    assert raised.value.message == f"cannot read the index at `{index}`: permission denied"


def test_a_file_where_the_index_should_be_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("mine")
    with pytest.raises(IndexUnusable), whoosh(tmp_path):
        pass
    with pytest.raises(StorageError, match="a file is in its way"):
        build(tmp_path, Files())
    assert (tmp_path / "index").read_text() == "mine"

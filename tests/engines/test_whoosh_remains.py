"""What an index that cannot be opened still tells of what it covers."""

import json
import os
from pathlib import Path

import pytest
from fakes import Files, update
from indexes import whoosh

from newscli.core.changes import Folder
from newscli.engines.whoosh.remains import remembered

FILES = Files({"/news/one.txt": "The bell rang.", "/news/two.txt": "It rang again."})
FOLDERS = (Folder("/news"),)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    with whoosh(tmp_path, fresh=True) as engine:
        update(engine, FILES)
    return tmp_path / "index"


def paths(index: Path) -> tuple[list[str], list[str] | None]:
    folders, files = remembered(str(index))
    known = None if files is None else sorted(each.path for each in files.values())
    return [each.path for each in folders], known


BOTH = (["/news"], ["/news/one.txt", "/news/two.txt"])


def test_an_index_whose_segments_are_damaged_tells_all(index: Path) -> None:
    assert paths(index) == BOTH
    (terms,) = index.rglob("*.terms")
    os.truncate(terms, 100)
    assert paths(index) == BOTH


@pytest.mark.parametrize("kind", ["sources-1.json", "seal-1.json", "*.toc"])
def test_files_are_known_by_a_ledger_that_is_whole(index: Path, kind: str) -> None:
    (path,) = index.rglob(kind)
    path.write_bytes(path.read_bytes().replace(b"one.txt", b"eno.txt").replace(b"4", b"5"))
    folders, files = paths(index)
    assert folders == ["/news"]
    assert files == (BOTH[1] if kind == "*.toc" else None)
    path.unlink()
    assert paths(index) == (["/news"], None)


def changed(index: Path, **told: object) -> None:
    path = index / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | told))


@pytest.mark.parametrize(
    "told",
    [
        {"folders": [{"path": "/mews", "globs": []}]},
        {"folders": [{"path": "/news", "globs": [1]}]},
        {"foldess": []},
        {"sum": 1},
        {"format": 9},
        {"data": "data-00000000"},
    ],
)
def test_a_manifest_that_was_altered_is_not_believed(index: Path, told: dict[str, object]) -> None:
    changed(index, **told)
    assert remembered(str(index)) == ((), None)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\0" * 200, b'{"folders": 1}'])
def test_a_manifest_that_is_none_tells_nothing(index: Path, content: bytes) -> None:
    (index / "manifest.json").write_bytes(content)
    assert remembered(str(index)) == ((), None)


def test_an_index_of_an_older_version_tells_all(index: Path) -> None:
    path = index / "manifest.json"
    told = json.loads(path.read_text()) | {"format": 7}
    del told["sum"]
    path.write_text(json.dumps(told))
    assert paths(index) == BOTH
    assert remembered(str(index))[0] == FOLDERS


def test_no_index_tells_nothing(tmp_path: Path) -> None:
    assert remembered(str(tmp_path / "nowhere")) == ((), None)

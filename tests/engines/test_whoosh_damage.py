"""A file of the index that is cut, gone or altered is noticed, and named."""

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from fakes import Files, update
from indexes import ARCHIVE, build, whoosh

from newscli.core.choices import Sort
from newscli.core.query import Everything, InFolder, Node, Phrase, View, Wildcard, Word
from newscli.core.results import PageRequest
from newscli.engines.port import Engine
from newscli.engines.whoosh import manifest, tiers
from newscli.errors import DamagedIndex, IndexUnusable

QUERIES: list[Node] = [
    Everything(),
    Word("harbor"),
    Word("US", View.CAPITAL),
    Phrase((Word("port", View.EXACT), Word("ellery", View.EXACT))),
    Wildcard("re*"),
    InFolder("mills"),
]
KINDS = (
    "terms",
    "postings",
    "positions",
    "articles",
    "toc",
    "seal-1.json",
    "sources-1.json",
)


@pytest.fixture
def location(tmp_path: Path) -> Path:
    build(tmp_path, Files(dict(ARCHIVE)))
    return tmp_path


def file_of(location: Path, kind: str) -> Path:
    """Return the one file of the index whose name ends so."""
    (found,) = (path for path in location.rglob("*") if path.name.endswith(kind))
    return found


def ask_everything(engine: Engine) -> None:
    """Read every file of the index."""
    for tree in QUERIES:
        for sort in Sort:
            engine.search(tree, PageRequest(sort=sort))
        list(engine.matching(tree))
    for id in engine.resolve(""):
        engine.fetch(id)
    list(engine.vocabulary())
    list(engine.records())
    engine.known()


def check(location: Path) -> None:
    with whoosh(location) as engine:
        ask_everything(engine)
        engine.verify()


@pytest.mark.parametrize("kind", ["terms", "postings", "positions", "articles"])
def test_damage_is_found_before_it_is_merged_into_a_new_segment(
    location: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file_of(location, kind)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    monkeypatch.setattr(tiers, "FACTOR", 2)
    more = Files(dict(ARCHIVE) | {f"/news/{at}.txt": "More of the harbor." for at in range(4)})
    with pytest.raises(DamagedIndex, match=path.name), whoosh(location) as engine:
        update(engine, more)
    with pytest.raises(DamagedIndex, match=path.name), whoosh(location) as engine:
        engine.verify()


def test_every_file_that_is_indexed_into_is_damaged_here(location: Path) -> None:
    (directory,) = (path for path in (location / "index").iterdir() if path.is_dir())
    assert [path.name for path in directory.iterdir() if not path.name.endswith(KINDS)] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_a_file_cut_short_is_named(location: Path, kind: str, share: float) -> None:
    path = file_of(location, kind)
    os.truncate(path, int(path.stat().st_size * share))
    with pytest.raises(DamagedIndex, match=path.name) as raised, whoosh(location):
        pass
    assert raised.value.hint == "build it anew with `newscli index --rebuild`"


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_gone_is_named(location: Path, kind: str) -> None:
    path = file_of(location, kind)
    path.unlink()
    missing = "data-" if kind == "toc" else path.name
    with pytest.raises(DamagedIndex, match=missing), whoosh(location):
        pass


def test_a_file_that_has_grown_is_named(location: Path) -> None:
    path = file_of(location, "postings")
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(DamagedIndex, match=path.name), whoosh(location):
        pass


def test_a_data_folder_that_is_gone_is_damage(location: Path) -> None:
    (directory,) = (path for path in (location / "index").iterdir() if path.is_dir())
    directory.rename(location / "elsewhere")
    with pytest.raises(DamagedIndex, match="is missing from the index"), whoosh(location):
        pass


def flipped(path: Path) -> Iterator[None]:
    """Alter one byte of a file after another, and put it back."""
    whole = path.read_bytes()
    for number in range(min(len(whole), 16)):
        at = number * (len(whole) - 1) // 15 if len(whole) > 15 else number
        altered = bytearray(whole)
        altered[at] ^= 1 << (number % 8)
        path.write_bytes(altered)
        yield
    path.write_bytes(whole)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_an_altered_byte_is_damage_and_never_an_error_of_ours(location: Path, kind: str) -> None:
    path = file_of(location, kind)
    for _ in flipped(path):
        with pytest.raises(DamagedIndex):
            check(location)
    check(location)


def test_an_altered_manifest_is_an_index_that_cannot_be_used_or_the_same(location: Path) -> None:
    path = location / "index" / "manifest.json"
    whole, right = path.read_bytes(), manifest.read(str(path.parent))
    refused = 0
    for at, bit in product(range(len(whole)), range(8)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
        try:
            assert manifest.read(str(path.parent)) == right, (at, bit)
        except IndexUnusable:
            refused += 1
    assert refused > 7 * len(whole)


def test_verifying_names_the_file(location: Path) -> None:
    path = file_of(location, "articles")
    with whoosh(location) as engine:
        *whole, last = path.read_bytes()
        path.write_bytes(bytes([*whole, last ^ 1]))
        with pytest.raises(DamagedIndex) as raised:
            engine.verify()
    assert raised.value.message.startswith(f"`{path}` is damaged")


def test_an_error_that_is_no_damage_passes_as_it_is(
    location: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with whoosh(location) as engine:
        monkeypatch.setattr(
            "newscli.engines.whoosh.bulk.columns.ColumnQuestion.holding", lambda *_: 1 // 0
        )
        with pytest.raises(ZeroDivisionError):
            engine.count(Everything())

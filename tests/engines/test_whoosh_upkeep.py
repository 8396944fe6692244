"""How a Whoosh index is begun, replaced and kept, and what stands on disk then."""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from fakes import Files, update
from indexes import ARCHIVE, build, whoosh

from newscli.core.changes import Folder
from newscli.core.choices import Sort
from newscli.core.query import Everything, Word
from newscli.core.results import PageRequest
from newscli.engines.port import Engine
from newscli.engines.whoosh.writing import segmentwriter
from newscli.errors import DamagedIndex, NoIndex, OtherVersion


@pytest.fixture
def files() -> Files:
    return Files(dict(ARCHIVE))


@pytest.fixture
def location(tmp_path: Path, files: Files) -> Path:
    """A folder with an index of the archive in it."""
    build(tmp_path, files)
    return tmp_path


@pytest.fixture
def engine(location: Path) -> Iterator[Engine]:
    with whoosh(location) as opened:
        yield opened


def listing(location: Path) -> dict[str, tuple[int, bytes]]:
    """Return every file of an index, with the time and the bytes of its last change."""
    return {
        path.name: (path.stat().st_mtime_ns, path.read_bytes())
        for path in (location / "index").rglob("*")
        if path.is_file() and path.name != "writer.lock"
    }


def articles(engine: Engine) -> int:
    return engine.search(Everything(), PageRequest()).total


def test_an_index_of_very_many_words_has_every_article(tmp_path: Path, files: Files) -> None:
    with patch.object(segmentwriter, "MOST_TERMS", 1):
        build(tmp_path, files)
    with whoosh(tmp_path) as opened:
        assert {each.summary.id for each in opened.search(Everything(), PageRequest()).hits} == {
            "00000000000000a1",
            "00000000000000a2",
            "00000000000000a3",
            "00000000000000a4",
        }
        assert opened.search(Word("harbor"), PageRequest()).total == 3


def test_where_nothing_was_indexed_there_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(NoIndex) as raised, whoosh(tmp_path):
        pass
    assert raised.value.message == f"there is no index at `{tmp_path}/index`"
    assert raised.value.hint == "make one with `newscli index FOLDER`"
    assert list(tmp_path.iterdir()) == []


def test_a_first_run_that_was_killed_leaves_no_index(tmp_path: Path) -> None:
    (tmp_path / "index" / "data-0123abcd").mkdir(parents=True)
    with pytest.raises(NoIndex, match="was never finished"), whoosh(tmp_path):
        pass


def test_a_fresh_engine_holds_nothing_until_it_is_written(location: Path) -> None:
    with whoosh(location, fresh=True) as engine:
        assert (list(engine.folders()), engine.known()) == ([], {})
        with pytest.raises(NoIndex):
            engine.count(Everything())


def test_when_nothing_changed_not_a_byte_is_written(
    engine: Engine, location: Path, files: Files
) -> None:
    before = listing(location)
    assert update(engine, files).unchanged == 4
    assert listing(location) == before


def test_one_run_is_one_commit(engine: Engine, location: Path, files: Files) -> None:
    paths = list(files.texts)
    files.texts["/news/new.txt"] = "A whale."
    files.texts[paths[0]] += " More."
    del files.texts[paths[1]]
    update(engine, files)
    commits = [name for name in listing(location) if name.startswith(("_MAIN", "seal", "sources"))]
    assert sorted(commits) == ["_MAIN_2.toc", "seal-2.json", "sources-2.json"]


def test_only_its_owner_can_read_an_index(tmp_path: Path, files: Files) -> None:
    before = os.umask(0)
    try:
        build(tmp_path, files)
    finally:
        os.umask(before)
    paths = [tmp_path / "index", *(tmp_path / "index").rglob("*")]
    assert {oct(path.stat().st_mode & 0o077) for path in paths} == {"0o0"}


def test_rebuilding_takes_the_place_of_what_was_there_in_one_step(
    engine: Engine, location: Path, files: Files
) -> None:
    files.texts = {"/news/only.txt": "A whale."}
    build(location, files)
    with whoosh(location) as rebuilt:
        assert (articles(engine), articles(rebuilt)) == (4, 1)
    assert len([path for path in (location / "index").iterdir() if path.is_dir()]) == 1


@pytest.mark.parametrize("content", ["{", '{"newscli": "index", "format": 99}', "", "[]"])
def test_a_damaged_index_is_rebuilt_in_one_step(location: Path, files: Files, content: str) -> None:
    (location / "index" / "manifest.json").write_text(content)
    with pytest.raises((DamagedIndex, OtherVersion)), whoosh(location):
        pass
    build(location, files)
    with whoosh(location) as engine:
        assert articles(engine) == 4


def test_a_search_goes_on_in_the_index_it_began_in(
    engine: Engine, location: Path, files: Files
) -> None:
    summaries = engine.summaries(engine.resolve(""))
    with whoosh(location) as writer:
        for day in range(8):
            files.texts = {f"/news/{day}{n}.txt": f"Whales, day {day}." for n in range(3)}
            update(writer, files)
        assert articles(writer) == 3
    assert engine.summaries(engine.resolve("")) == summaries
    found = engine.search(Word("harbor"), PageRequest(sort=Sort.OLDEST)).hits
    assert [hit.summary.id[-2:] for hit in found] == ["a4", "a2", "a1"]
    assert [engine.fetch(summary.id).id for summary in summaries] == engine.resolve("")
    assert (len(engine.known()), engine.facts().articles) == (4, 4)


def test_what_runs_that_were_killed_left_behind_goes_with_the_next_commit(
    engine: Engine, location: Path, files: Files
) -> None:
    index = location / "index"
    current = next(path for path in index.iterdir() if path.is_dir())
    strays = ["MAIN_abcdefgh12345678.terms", "_MAIN_2.toc.1700.5", "seal-9.json", "sources-2.json"]
    for stray in strays:
        (current / stray).write_bytes(b"cut sho")
    (current / "MAIN.tmp").mkdir()
    (current / "MAIN.tmp" / "abc.run").write_bytes(b"postings")
    (index / "data-0123abcd").mkdir()
    (index / "data-0123abcd" / "MAIN_abc.postings").write_bytes(b"postings")
    (index / "manifest.json.new").write_bytes(b"{")
    files.texts["/news/new.txt"] = "A whale."
    update(engine, files)
    left = {path.name for path in index.rglob("*")}
    assert not left & {*strays[:3], "MAIN.tmp", "data-0123abcd", "manifest.json.new"}
    engine.verify()


def test_nothing_that_is_not_the_indexs_own_is_ever_deleted(
    engine: Engine, location: Path, files: Files
) -> None:
    index = location / "index"
    (index / "notes.txt").write_text("mine")
    (index / "data-2021").mkdir()
    (index / "data-20210102").mkdir()
    (index / "data-20210102" / "table.csv").write_text("mine")
    files.texts["/news/new.txt"] = "A whale."
    update(engine, files)
    build(location, files)
    assert (index / "notes.txt").read_text() == "mine"
    assert (index / "data-2021").is_dir()
    assert (index / "data-20210102" / "table.csv").read_text() == "mine"


def test_segments_full_of_deleted_articles_are_written_anew(engine: Engine, files: Files) -> None:
    files.texts |= {f"/news/{n}.txt": f"Whale number {n} was seen." for n in range(40)}
    update(engine, files)
    full = engine.facts().size
    for n in range(1, 40):
        del files.texts[f"/news/{n}.txt"]
    update(engine, files)
    assert articles(engine) == 5
    assert engine.facts().size < full


def test_several_folders_share_one_index(engine: Engine, location: Path, files: Files) -> None:
    files.folders = (Folder("/news"), Folder("/wire"))
    files.texts["/wire/one.txt"] = "A whale."
    update(engine, files)
    with whoosh(location) as opened:
        assert list(opened.folders()) == list(files.folders)
        assert articles(opened) == 5

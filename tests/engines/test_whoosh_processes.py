"""Several processes at one index: one writes at a time, and who reads is never disturbed."""

import os
import time
from pathlib import Path

import pytest
from editions import edition, edition_of, exit_status, in_child, publish
from fakes import Files, update
from indexes import whoosh

from newscli.core.changes import compare
from newscli.engines.port import Engine
from newscli.errors import Exit, IndexBusy

COMMITS = 30

pytestmark = pytest.mark.filterwarnings(
    # Whoosh lets go of some files when it does not find the others.
    "ignore::pytest.PytestUnraisableExceptionWarning",
    "ignore::ResourceWarning",
)


@pytest.fixture
def location(tmp_path: Path) -> Path:
    publish(tmp_path, 1, rebuild=True)
    return tmp_path


def test_a_second_writer_is_told_who_writes(location: Path) -> None:
    message = f"another newscli (process {os.getpid()}) is writing the index at `{location}/index`"

    def write_too() -> None:
        with whoosh(location) as engine, pytest.raises(IndexBusy) as raised:
            write_after(engine, 0.2)
        assert raised.value.message == message
        assert raised.value.exit == Exit.BUSY

    with whoosh(location) as engine, engine.writing(0):
        assert exit_status(in_child(write_too)) == 0


def write_after(engine: Engine, wait: float) -> None:
    with engine.writing(wait):
        raise AssertionError("two are writing")


def test_a_second_writer_waits_as_long_as_it_was_told(location: Path) -> None:
    with whoosh(location) as engine, whoosh(location) as other, engine.writing(0):
        started = time.monotonic()
        with pytest.raises(IndexBusy):
            write_after(other, 0.3)
        assert time.monotonic() - started >= 0.3


def test_a_second_writer_goes_on_from_what_the_first_has_written(location: Path) -> None:
    def write_too() -> None:
        with whoosh(location) as engine:
            ready.touch()
            with engine.writing(wait=10):
                assert edition_of(engine) == 2
        publish(location, 3)

    ready = location / "ready"
    files = edition(2)
    with whoosh(location) as engine, engine.writing(0):
        process = in_child(write_too)
        while not ready.exists():
            time.sleep(0.01)
        engine.apply(compare(files.sources(), engine.known()), files.read, files.folders)
    assert exit_status(process) == 0
    with whoosh(location) as engine:
        assert edition_of(engine) == 3


def test_who_found_no_index_sees_the_one_that_was_made_meanwhile(tmp_path: Path) -> None:
    first, both = Files({"/news/a.txt": "A gull."}), Files({"/news/a.txt": "A gull."})
    both.texts["/news/b.txt"] = "A heron."
    with whoosh(tmp_path, create=True) as one, whoosh(tmp_path, create=True) as other:
        assert (one.known(), other.known()) == ({}, {})
        update(one, first)
        report = update(other, both)
        assert (len(report.added), report.unchanged) == (1, 1)
    with whoosh(tmp_path) as engine:
        assert len(engine.known()) == 2


def test_a_writer_that_was_killed_is_not_waited_for(location: Path) -> None:
    def hold() -> None:
        with whoosh(location) as engine, engine.writing(0):
            ready.touch()
            time.sleep(60)

    ready = location / "ready"
    process = in_child(hold)
    while not ready.exists():
        time.sleep(0.01)
    with whoosh(location) as engine, pytest.raises(IndexBusy, match=rf"\(process {process}\)"):
        write_after(engine, 0)
    os.kill(process, 9)
    exit_status(process)
    publish(location, 2)


def test_a_search_during_a_commit_sees_the_old_index_or_the_new_one(location: Path) -> None:
    def write() -> None:
        for number in range(2, 2 + COMMITS):
            publish(location, number, rebuild=number % 10 == 0)

    process = in_child(write)
    seen = [1]
    while os.waitpid(process, os.WNOHANG) == (0, 0):
        with whoosh(location) as engine:
            seen.append(edition_of(engine))
            engine.verify()
    assert seen == sorted(seen)
    assert len(set(seen)) > 5
    with whoosh(location) as engine:
        assert edition_of(engine) == 1 + COMMITS

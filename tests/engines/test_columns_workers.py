"""Several processes write what one would, and whatever ends one of them ends the run in order."""

import errno
import gc
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from multiprocessing import active_children
from multiprocessing.context import SpawnProcess
from pathlib import Path
from unittest.mock import patch

import pytest
from fakes import Files, update
from indexes import whoosh
from invented import invented

from newscli.core.article import Article
from newscli.core.changes import Addition, compare
from newscli.core.results import Skipped
from newscli.engines.port import Engine, unheard
from newscli.engines.whoosh import shares as dealing
from newscli.engines.whoosh import workers
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.shares import Share, Written, path_of, shares, write_share
from newscli.engines.whoosh.workers import Workshop, writers
from newscli.engines.whoosh.writing import batch, segmentwriter
from newscli.errors import StorageError
from newscli.stemming import stem

SHARES = 6
ENDINGS = ("terms", "postings", "positions", "articles")

pytestmark = pytest.mark.filterwarnings(
    # A worker that is torn off leaves its pipe to the collector.
    "ignore::pytest.PytestUnraisableExceptionWarning",
)


@dataclass
class Trouble(Files):
    """Files of which one cannot be read in peace."""

    path: str = ""
    what: str = ""

    def read(self, addition: Addition) -> Article | Skipped:
        if addition.source.path == self.path:
            TROUBLES[self.what]()
        return super().read(addition)


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def on_a_full_disk() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def out_of_memory() -> None:
    raise MemoryError


def mistaken() -> None:
    raise ZeroDivisionError("a mistake of ours")


TROUBLES: dict[str, Callable[[], None]] = {
    "killed": killed,
    "on a full disk": on_a_full_disk,
    "out of memory": out_of_memory,
    "mistaken": mistaken,
}


def additions(files: Files) -> tuple[Addition, ...]:
    return tuple(compare(files.sources(), {}).to_read)


def dealt(files: Files, folder: Path) -> list[Share]:
    """Deal the files out in a fixed number of shares."""
    found = additions(files)
    return [Share(str(folder / f"s{at}"), found[at::SHARES]) for at in range(SHARES)]


def write(
    files: Files, folder: Path, jobs: int, advance: Callable[[int], None] = unheard
) -> list[Written]:
    folder.mkdir()
    found = dealt(files, folder)
    if jobs == 1:
        return [write_share(share, files.read, stem, advance) for share in found]
    crew = writers(files.read, stem, jobs)
    try:
        return sorted(crew.run(found, advance), key=lambda each: each.path)
    finally:
        crew.end()


@pytest.fixture(scope="module")
def files() -> Files:
    found = invented(60, longest=40)
    found.unreadable = set(list(found.texts)[::7])
    return found


def troubled(files: Files, what: str) -> Trouble:
    return Trouble(files.texts, path=list(files.texts)[30], what=what)


@pytest.mark.parametrize("jobs", [2, 3])
def test_several_processes_write_the_bytes_that_one_writes(
    tmp_path: Path, files: Files, jobs: int
) -> None:
    alone, together = write(files, tmp_path / "1", 1), write(files, tmp_path / "2", jobs)
    for one, other in zip(alone, together, strict=True):
        assert (one.articles, one.outcomes) == (other.articles, other.outcomes)
        for ending in ENDINGS:
            first, second = (Path(f"{each.path}.{ending}") for each in (one, other))
            assert first.read_bytes() == second.read_bytes()
    assert active_children() == []


def test_all_files_are_dealt_out_once_in_their_order(files: Files) -> None:
    found = additions(files)
    for jobs in (1, 2, 5):
        for share in (1, 100, 1_000, 10_000_000):
            with patch.multiple(dealing, SHARE=share, WORTH_A_PROCESS=0):
                hand = shares(found, jobs, lambda: "s")
            assert [each for one in hand for each in one.additions] == list(found)
            assert all(one.additions for one in hand)


def test_a_share_of_very_many_words_becomes_several_segments(tmp_path: Path, files: Files) -> None:
    with patch.object(segmentwriter, "MOST_TERMS", 30), patch.object(batch, "BUFFER", 1):
        done = write(files, tmp_path / "x", 1)
    for share in done:
        assert len(share.articles) > 1
        assert sum(share.articles) == sum(isinstance(each, tuple) for each in share.outcomes)
        for number, articles in enumerate(share.articles):
            folder, name = os.path.split(path_of(share.path, number))
            assert len(OpenedSegment(folder, name).articles) == articles


def test_what_was_read_and_written_goes_without_the_collector_of_cycles(
    tmp_path: Path, files: Files
) -> None:
    found = dealt(files, tmp_path)
    for share in found:  # the first makes what is made once
        gc.collect()
        gc.disable()
        try:
            write_share(share, files.read, stem, unheard)
            left = gc.collect()
        finally:
            gc.enable()
    assert left == 0


def test_what_is_little_is_one_share(files: Files) -> None:
    assert len(shares(additions(files), 4, lambda: "s")) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress_counts_every_file(tmp_path: Path, files: Files, jobs: int) -> None:
    steps: list[int] = []
    done = write(files, tmp_path / "x", jobs, steps.append)
    assert sum(steps) == sum(len(each.outcomes) for each in done) == len(files.texts)


def test_a_process_that_cannot_be_started_is_told_of(files: Files) -> None:
    start = SpawnProcess.start
    started: list[SpawnProcess] = []

    def only_one(process: SpawnProcess) -> None:
        if started:
            raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        started.append(process)
        start(process)

    with patch.object(SpawnProcess, "start", only_one), pytest.raises(StorageError) as raised:
        writers(files.read, stem, 2)
    assert raised.value.message == (
        "no more processes can be started to read articles: resource temporarily unavailable"
    )
    assert raised.value.hint == "the old index is intact; try `--jobs 1`"
    assert active_children() == []


def test_a_worker_that_was_killed_is_told_of(tmp_path: Path, files: Files) -> None:
    names = map(str, (tmp_path / f"s{at}" for at in count()))
    trouble = troubled(files, "killed")
    workshop = Workshop(stem)
    with patch.object(dealing, "WORTH_A_PROCESS", 0), pytest.raises(StorageError) as raised:
        workshop.write(additions(files), names.__next__, trouble.read, 2, unheard)
    assert raised.value.message == "a process that reads articles was ended from outside"
    assert active_children() == []


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("on a full disk", OSError),
        ("out of memory", MemoryError),
        ("mistaken", ZeroDivisionError),
    ],
)
def test_an_error_of_a_worker_is_the_runs(
    tmp_path: Path,
    files: Files,
    capfd: pytest.CaptureFixture[str],
    what: str,
    expected: type[Exception],
) -> None:
    with pytest.raises(expected) as raised:
        write(troubled(files, what), tmp_path / "x", 2)
    assert "in write_share" in raised.value.__notes__[0]
    assert active_children() == []
    assert capfd.readouterr() == ("", "")


def publish(engine: Engine, files: Files) -> None:
    """Index with two processes, however little there is to do."""
    with (
        patch.multiple(dealing, WORTH_A_PROCESS=0, SHARE=1_000),
        patch("os.fsync"),
        engine.writing(0),
    ):
        changes = compare(files.sources(), engine.known())
        engine.apply(changes, files.read, files.folders, jobs=2)


@pytest.mark.parametrize("what", TROUBLES)
def test_a_run_whose_worker_fails_leaves_the_old_index_and_nothing_else(
    tmp_path: Path, files: Files, what: str
) -> None:
    with whoosh(tmp_path, fresh=True) as engine, patch("os.fsync"):
        update(engine, Files({"/news/old.txt": "The old heron."}))
    before = sorted(path.name for path in tmp_path.rglob("*"))
    with whoosh(tmp_path) as engine:
        with pytest.raises((StorageError, MemoryError, ZeroDivisionError)) as raised:
            publish(engine, troubled(files, what))
        if what == "on a full disk":
            message = f"the disk is full: cannot write the index at `{tmp_path}/index`"
            assert str(raised.value) == message
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
    with whoosh(tmp_path) as engine:
        engine.verify()
        assert len(engine.known()) == 1


def test_an_index_written_by_several_processes_is_as_one_written_by_one(
    tmp_path: Path, files: Files
) -> None:
    with whoosh(tmp_path / "1", fresh=True) as one, whoosh(tmp_path / "2", fresh=True) as other:
        with patch("os.fsync"):
            update(one, files)
        publish(other, files)
        assert list(one.vocabulary()) == list(other.vocabulary())
        assert set(one.records()) == set(other.records())
        assert one.known() == other.known()


@pytest.mark.parametrize("few", [True, False])
def test_processes_that_were_prepared_do_the_work(tmp_path: Path, files: Files, few: bool) -> None:
    with whoosh(tmp_path, fresh=True) as engine, patch("os.fsync"), engine.writing(0):
        engine.prepare(files.read, 2)
        engine.prepare(files.read, 2)
        ready = {each.pid for each in active_children()}
        assert len(ready) == 2
        with patch.object(workers, "write_share", None):  # this process has none to write
            size = 10_000_000 if few else 1_000
            with patch.multiple(dealing, WORTH_A_PROCESS=0, SHARE=size):
                changes = compare(files.sources(), engine.known())
                engine.apply(changes, files.read, files.folders, jobs=1 if few else 2)
        assert len(engine.known()) == len(files.texts) - len(files.unreadable)
    assert active_children() == []


def test_processes_that_had_nothing_to_do_end_with_the_writing(
    tmp_path: Path, files: Files
) -> None:
    with whoosh(tmp_path, fresh=True) as engine:
        with engine.writing(0):
            engine.prepare(files.read, 2)
            assert len(active_children()) == 2
        assert active_children() == []


def test_one_job_needs_no_process(tmp_path: Path, files: Files) -> None:
    with whoosh(tmp_path, fresh=True) as engine, engine.writing(0):
        engine.prepare(files.read, 1)
        assert active_children() == []


def test_ctrl_c_ends_the_workers_too(tmp_path: Path, files: Files) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    crew = writers(files.read, stem, 2)
    with pytest.raises(KeyboardInterrupt):
        list(crew.run(dealt(files, tmp_path), interrupt))
    assert active_children() == []


def test_a_run_that_nobody_goes_on_with_ends_the_workers(tmp_path: Path, files: Files) -> None:
    going = writers(files.read, stem, 2).run(dealt(files, tmp_path), unheard)
    next(going)
    assert len(active_children()) == 2
    going.close()  # type: ignore[attr-defined]
    assert active_children() == []


def slowly(addition: Addition) -> Article | Skipped:
    time.sleep(0.01)
    return Skipped(addition.source.path, "unreadable", "too slow")


def test_workers_end_when_their_parent_is_killed(tmp_path: Path, files: Files) -> None:
    told = tmp_path / "told"

    def write_until_killed() -> None:
        def tell(_: int) -> None:
            told.write_text(" ".join(str(each.pid) for each in active_children()))

        share = dealt(files, tmp_path)[0]
        long = [Share(str(tmp_path / f"s{at}"), (*share.additions,) * 200) for at in range(2)]
        list(writers(slowly, stem, 2).run(long, tell))

    parent = os.fork()
    if not parent:
        try:
            write_until_killed()
        finally:
            os._exit(0)
    until(lambda: told.exists() and len(told.read_text().split()) == 2)
    children = [int(each) for each in told.read_text().split()]
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    until(lambda: not any(map(is_running, children)))


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"

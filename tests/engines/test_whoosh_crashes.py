"""Whatever ends a run, the index is the old one or the new one, whole, and says so."""

import errno
import gc
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from editions import edition, edition_of, exit_status, in_child, publish, strays
from fakes import update
from indexes import whoosh

from newscli.core.changes import Folder
from newscli.errors import StorageError

pytestmark = pytest.mark.filterwarnings(
    # A run that is torn off leaves files to the collector.
    "ignore::pytest.PytestUnraisableExceptionWarning",
    "ignore::ResourceWarning",
)
MANY = 40


@pytest.fixture
def location(tmp_path: Path) -> Path:
    """A folder with edition 1 in its index."""
    publish(tmp_path, 1, rebuild=True)
    return tmp_path


def check(location: Path, *editions: int, articles: int = 3) -> int:
    """Assert that the index is one of these editions, sound and whole."""
    gc.collect()
    with whoosh(location) as engine:
        engine.verify()
        found = edition_of(engine, articles)
    assert found in editions
    return found


@pytest.mark.parametrize("rebuild", [False, True])
def test_all_of_a_commit_is_on_disk_before_it_is_visible(
    location: Path, monkeypatch: pytest.MonkeyPatch, rebuild: bool
) -> None:
    events: list[tuple[str, str]] = []
    sync, rename, replace = os.fsync, os.rename, os.replace

    def synced(descriptor: int) -> None:
        events.append(("sync", os.path.basename(os.readlink(f"/proc/self/fd/{descriptor}"))))
        sync(descriptor)

    def renamed(old: str, new: str) -> None:
        events.append(("see", os.path.basename(new)))
        rename(old, new)

    def replaced(old: str, new: str) -> None:
        events.append(("see", os.path.basename(new)))
        replace(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "rename", renamed)
    monkeypatch.setattr(os, "replace", replaced)
    publish(location, 2, rebuild=rebuild)
    with whoosh(location) as engine:
        snapshot = engine._snapshot  # type: ignore[attr-defined]
    contents = f"_MAIN_{snapshot.generation}.toc"
    directory = os.path.basename(snapshot.directory)
    visible = events.index(("see", contents))
    before = {name.split(".toc")[0] for what, name in events[:visible] if what == "sync"}
    assert {name.split(".toc")[0] for name in snapshot.sealed} <= before
    assert {f"seal-{snapshot.generation}.json", directory} <= before
    assert events[visible - 1 : visible + 2] == [
        ("sync", directory),
        ("see", contents),
        ("sync", directory),
    ]
    if rebuild:
        assert events[visible + 2 :] == [
            ("sync", "manifest.json.new"),
            ("sync", "index"),
            ("see", "manifest.json"),
            ("sync", "index"),
        ]


def interrupted(work: Callable[[], object], at: int) -> bool:
    """Do the work, with Ctrl-C at the n-th call of a function; tell whether it came to that."""
    calls = 0

    def trace(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise KeyboardInterrupt

    sys.settrace(trace)
    try:
        work()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(None)
    return False


def count_calls(work: Callable[[], object]) -> int:
    calls = 0

    def trace(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += 1

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(None)
    return calls


@pytest.mark.parametrize("rebuild", [False, True])
def test_an_interrupted_run_leaves_the_old_index_or_the_new_one(
    location: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rebuild: bool
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    whole = tmp_path / "whole"
    shutil.copytree(location / "index", whole / "index")
    calls = count_calls(lambda: publish(whole, 2, rebuild=rebuild))
    seen = set()
    for point in range(MANY):
        place = tmp_path / str(point)
        shutil.copytree(location / "index", place / "index")
        at = 1 + point * (calls - 1) // (MANY - 1)
        if interrupted(lambda: publish(place, 2, rebuild=rebuild), at):  # noqa: B023
            seen.add(check(place, 1, 2))
        publish(place, 3)
        check(place, 3)
        assert strays(place) == []
    assert 1 in seen


@pytest.mark.parametrize("rebuild", [False, True])
@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (errno.ENOSPC, "the disk is full: cannot write the index at `{}`"),
        (errno.EDQUOT, "the disk is full: cannot write the index at `{}`"),
        (errno.EROFS, "cannot write the index at `{}`: not permitted"),
        (errno.EIO, "cannot use the index at `{}`: input/output error"),
    ],
)
def test_a_disk_that_refuses_leaves_the_old_index_and_says_so(
    location: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    expected: str,
    rebuild: bool,
) -> None:
    before = sorted(path.name for path in (location / "index").rglob("*"))
    for nth in range(1, 8):
        calls = iter(range(1, 1000))

        def refuse(descriptor: int) -> None:
            if next(calls) == nth:  # noqa: B023
                raise OSError(code, os.strerror(code))

        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", refuse)
            with pytest.raises(StorageError) as raised:
                publish(location, 2, rebuild=rebuild)
        assert raised.value.message == expected.format(location / "index")
        assert raised.value.hint is not None
        assert raised.value.hint.startswith("the old index is intact")
        check(location, 1)
        assert sorted(path.name for path in (location / "index").rglob("*")) == before


@pytest.mark.parametrize("rebuild", [False, True])
@pytest.mark.parametrize("limit", [0, 100, 500, 1_000, 4_000])
def test_a_kernel_that_lets_no_file_grow_leaves_the_old_index(
    location: Path, limit: int, rebuild: bool
) -> None:
    def run_out_of_space() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with pytest.raises(StorageError, match="the disk is full"):
            publish(location, 2, articles=200, rebuild=rebuild)

    assert exit_status(in_child(run_out_of_space)) == 0
    check(location, 1)
    assert strays(location) == []
    publish(location, 3)
    check(location, 3)


@pytest.mark.parametrize("rebuild", [False, True])
def test_a_run_that_is_killed_leaves_the_old_index_or_the_new_one(
    tmp_path: Path, rebuild: bool
) -> None:
    articles = 30
    publish(tmp_path, 0, articles, rebuild=True)
    started = time.monotonic()
    exit_status(in_child(lambda: publish(tmp_path, 1, articles, rebuild=rebuild)))
    usual = time.monotonic() - started
    killed = 0
    kills = 13
    for number in range(2, 2 + kills):
        process = in_child(
            lambda: publish(tmp_path, number, articles, rebuild=rebuild)  # noqa: B023
        )
        time.sleep(usual * (number - 1) / kills)
        os.kill(process, signal.SIGKILL)
        killed += exit_status(process) == -signal.SIGKILL
        check(tmp_path, *range(number + 1), articles=articles)
    assert killed
    publish(tmp_path, 50, articles)
    check(tmp_path, 50, articles=articles)
    assert strays(tmp_path) == []


def test_a_folder_that_was_not_read_to_the_end_is_not_covered(location: Path) -> None:
    wrong = edition(1)
    wrong.folders += (Folder("/wrong"),)
    wrong.texts["/wrong/story.txt"] = "A story that nobody wanted."

    def interrupt(addition: object) -> Any:
        raise KeyboardInterrupt

    read, wrong.read = wrong.read, interrupt  # type: ignore[method-assign]
    with whoosh(location) as engine:
        before = engine.folders()
        with pytest.raises(KeyboardInterrupt):
            update(engine, wrong)
        assert engine.folders() == before
    with whoosh(location) as engine:
        assert engine.folders() == before
        wrong.read = read  # type: ignore[method-assign]
        update(engine, wrong)
        assert engine.folders() == wrong.folders


def test_a_killed_run_leaves_a_folder_the_patterns_of_its_articles(location: Path) -> None:
    files = edition(2)
    files.folders = (Folder("/news", ("*.html",)),)

    def kill(addition: object) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)

    def publish_and_die() -> None:
        files.read = kill  # type: ignore[method-assign]
        with whoosh(location) as engine:
            update(engine, files)

    assert exit_status(in_child(publish_and_die)) == -signal.SIGKILL
    with whoosh(location) as engine:
        assert list(engine.folders()) == [Folder("/news")]
        update(engine, files)
        assert list(engine.folders()) == list(files.folders)


def test_reading_that_is_interrupted_leaves_the_old_index(location: Path) -> None:
    files = edition(2)

    def interrupt(addition: object) -> Any:
        raise KeyboardInterrupt

    files.read = interrupt  # type: ignore[method-assign]
    with whoosh(location) as engine, pytest.raises(KeyboardInterrupt):
        update(engine, files)
    check(location, 1)
    assert strays(location) == []

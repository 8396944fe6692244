"""Nothing is lost: Ctrl-C, `kill -9` at any moment, two writers, a disk that is full."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.archive import BELL, FERRY, GEESE, put
from cli.program import Newscli

ENOUGH_FOR_WORKERS = 450
KILLS = 15


def put_many(folder: Path, count: int, word: str) -> None:
    """Write a folder full of short articles that all have a word."""
    for number in range(count):
        put(
            folder / f"{number // 100}" / f"{number}.txt",
            f" date 2021-01-{number % 28 + 1:02} Report {number} of the {word}\n\n"
            + f"The {word} of Quillmere counted {number} buttons and a gull. " * 20,
        )


def until(met: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something to be so."""
    deadline = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.005)


def is_writing(program: Newscli, process: "subprocess.Popen[bytes]") -> Callable[[], bool]:
    """Return what tells whether the process has the index to itself."""
    lock = program.home / "index" / "writer.lock"
    return lambda: lock.exists() and lock.read_bytes() == str(process.pid).encode()


def ended(process: "subprocess.Popen[bytes]") -> tuple[int, str, str]:
    """Wait for a process and return its status and what it wrote."""
    out, err = process.communicate(timeout=60)
    return process.returncode, out.decode(), err.decode()


def is_gone(session: int) -> bool:
    """Tell whether no process of a session is left."""
    try:
        os.killpg(session, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.fixture
def busy_town(town: Newscli) -> Newscli:
    """An indexed archive with a great deal more to index."""
    put_many(town.cwd / "many", ENOUGH_FOR_WORKERS, "gazette")
    return town


def test_ctrl_c_leaves_the_old_index_and_no_process(busy_town: Newscli) -> None:
    more = 2_000  # enough for a run that is not over before it is interrupted
    put_many(busy_town.cwd / "many" / "more", more, "gazette")
    process = busy_town.start("index", "many", "--jobs", "2", new_session=True)
    until(is_writing(busy_town, process))
    time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of the job
    assert ended(process) == (130, "", "error: interrupted: the old index is intact\n")
    until(lambda: is_gone(process.pid))
    assert busy_town("search", "gazette").status == 1
    assert busy_town("search", "forty", "--ids").ids == [GEESE]
    assert busy_town("index", "many").status == 0
    assert busy_town("search", "gazette", "-c").stdout == f"{ENOUGH_FOR_WORKERS + more}\n"


def test_ctrl_c_while_the_program_is_loading_ends_it_in_peace(newscli: Newscli) -> None:
    put(newscli.cwd / "pressed/typer.py", "raise KeyboardInterrupt\n")
    ended = newscli("list", env={"PYTHONPATH": "pressed"})
    assert (ended.status, ended.stdout, ended.stderr) == (130, "", "")


def test_a_second_writer_waits_and_a_reader_need_not(busy_town: Newscli) -> None:
    first = busy_town.start("index", "many", "--jobs", "1")
    until(is_writing(busy_town, first))
    os.kill(first.pid, signal.SIGSTOP)
    try:
        second = busy_town("index", "--wait", "0.2")
        searched = busy_town("search", "forty", "--ids")
    finally:
        os.kill(first.pid, signal.SIGCONT)
    assert (second.status, second.stdout, second.stderr) == (
        75,
        "",
        f"error: another newscli (process {first.pid}) is writing the index at "
        f"`{busy_town.home}/index`\n"
        "hint: wait for it, or wait longer with `--wait SECONDS`\n",
    )
    assert searched.ids == [GEESE]
    third = busy_town.start("index")  # waits as long as it takes
    counted = {"1\n"}
    while first.poll() is None:
        found = busy_town("search", "forty OR gazette", "-c")
        assert (found.status, found.stderr) == (0, "")
        counted.add(found.stdout)
    assert counted <= {"1\n", f"{1 + ENOUGH_FOR_WORKERS}\n"}
    assert (ended(first)[0], ended(third)[0]) == (0, 0)
    assert busy_town("search", "gazette", "-c").stdout == f"{ENOUGH_FOR_WORKERS}\n"


def test_two_first_runs_at_once_lose_nothing(newscli: Newscli) -> None:
    put_many(newscli.cwd / "one", ENOUGH_FOR_WORKERS, "gazette")
    put_many(newscli.cwd / "other", 3, "herald")
    first = newscli.start("index", "one", "--jobs", "1")
    until(is_writing(newscli, first))
    second = newscli.start("index", "other")
    assert (ended(first)[0], ended(second)[0]) == (0, 0)
    assert newscli("search", "gazette", "-c").stdout == f"{ENOUGH_FOR_WORKERS}\n"
    assert newscli("search", "herald", "-c").stdout == "3\n"


def test_a_killed_run_takes_its_workers_with_it(busy_town: Newscli) -> None:
    process = busy_town.start("index", "many", "--jobs", "2", new_session=True)
    until(is_writing(busy_town, process))
    time.sleep(0.3)
    process.kill()
    assert ended(process)[0] == -signal.SIGKILL
    until(lambda: is_gone(process.pid))
    assert busy_town("search", "forty", "--ids").ids == [GEESE]


def test_a_run_killed_at_any_moment_leaves_the_old_index_or_the_new_one(town: Newscli) -> None:
    chance = random.Random(1)
    put_many(town.cwd / "news" / "more", 60, "gazette")
    before = time.monotonic()
    assert town("index", "--dry-run").status == 0
    start_up = time.monotonic() - before
    killed = 0
    for round in range(KILLS):
        put_many(town.cwd / "news" / "more", 60, f"gazette{'x' * round}")
        process = town.start("index")
        until(lambda: is_writing(town, process)() or process.poll() is not None)  # noqa: B023
        time.sleep(chance.uniform(0, start_up))
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        process.communicate()
        found = town("search", "forty OR gazette*", "--ids", "--all")
        assert (found.status, found.stderr) == (0, "")
        assert (GEESE in found.ids, len(found.ids)) in {(True, 1), (True, 61)}
    assert killed, "every run was over before it could be killed"
    assert town("doctor", "--json").stdout.count('"damaged-index"') == 0
    assert town("index").status == 0
    assert town("search", "gazette*", "-c").stdout == "60\n"
    assert {FERRY, BELL, GEESE} < set(town("list", "--ids", "--all").ids)
    data = [path for path in (town.home / "index").iterdir() if path.name.startswith("data-")]
    assert len(data) == 1


def test_a_first_run_that_is_killed_leaves_nothing_that_looks_like_an_index(
    newscli: Newscli,
) -> None:
    put_many(newscli.cwd / "news", 200, "gazette")
    process = newscli.start("index", "news", "--jobs", "1")
    until(is_writing(newscli, process))
    process.kill()
    process.communicate()
    asked = newscli("search", "gazette")
    assert (asked.status, asked.stdout) == (3, "")
    assert asked.stderr.endswith("hint: make one with `newscli index FOLDER`\n")
    assert newscli("index", "news").status == 0
    assert newscli("search", "gazette", "-c").stdout == "200\n"


def test_a_file_where_the_index_is_to_be_is_left_as_it_is(town: Newscli) -> None:
    file = put(town.cwd / "notes.txt", "My notes.\n")
    for place in ("notes.txt", "notes.txt/below"):
        refused = town("--index", place, "index", "news")
        assert (refused.status, refused.stdout, refused.stderr) == (
            74,
            "",
            f"error: cannot make an index at `{town.cwd / place}`: a file is in its way\n"
            "hint: choose a folder with `--index DIR`\n",
        )
    assert file.read_text() == "My notes.\n"


@pytest.mark.parametrize("written", ['{"name": "An extension"}', "name: an extension"])
def test_a_manifest_of_another_program_is_never_replaced(newscli: Newscli, written: str) -> None:
    put(newscli.cwd / "news" / "story.txt", "A story")
    theirs = put(newscli.cwd / "extension" / "manifest.json", written)
    for words in (["index", "news"], ["index", "news", "--rebuild"]):
        ran = newscli(*words, "--index", "extension")
        assert (ran.status, ran.stderr) == (
            3,
            f"error: `{theirs.parent}` holds other files, and an index needs a folder of its own\n"
            "hint: name a new or an empty one: `newscli index --index DIR`\n",
        )
    assert newscli("list", "--index", "extension").stderr == (
        f"error: there is no index at `{theirs.parent}`\n"
        "hint: make one with `newscli index FOLDER`\n"
    )
    assert os.listdir(theirs.parent) == ["manifest.json"]
    assert theirs.read_text() == written

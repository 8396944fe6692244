"""Whole processes, measured from outside; and the installed program among them.

What a program does within itself is left out: a reader waits for the whole process.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from statistics import median
from typing import BinaryIO

INDEXED = (0, 4)
"""The exit statuses of an `index` that came to its end; with 4, files were left out."""
ANSWERED = (0, 1)
"""The exit statuses of a `search` that has an answer; with 1, nothing was found."""

_LOOK_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Run:
    """A process that has ended."""

    status: int
    stdout: str
    stderr: str
    seconds: float
    """Wall-clock time, from start to exit."""
    memory: int
    """Peak resident bytes of the process plus those of each child: never less than the
    true peak of them together, and more where they peaked at different times."""
    largest: int
    """Peak resident bytes of the one process that needed most."""
    cpu: float
    """Seconds of all processors, the children's too: less moved by what else goes on."""


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end with its output piped."""
    start = time.perf_counter()
    with (
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env={**os.environ, **(environment or {})},
        ) as process,
        _watching(process.pid) as children,
    ):
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        stdout, stderr = _text(out), _text(err)
    own = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Run(
        process.returncode,
        stdout,
        stderr,
        seconds,
        own + sum(children.values()),
        max(own, *children.values(), 0),
        usage.ru_utime + usage.ru_stime,
    )


def alternated(runs: Mapping[str, Callable[[], Run]], times: int) -> dict[str, list[Run]]:
    """Make each run so many times, in turns, so that all meet the same weather."""
    done: dict[str, list[Run]] = {name: [] for name in runs}
    for _ in range(times):
        for name, make in runs.items():
            done[name].append(make())
    return done


def typical_seconds(runs: Sequence[Run]) -> float:
    """Return the median time."""
    return median(each.seconds for each in runs)


@dataclass(frozen=True, slots=True)
class Installed:
    """The `newscli` of this interpreter, with an index and settings of its own."""

    home: str

    @property
    def program(self) -> str:
        """Its path."""
        beside = os.path.dirname(sys.executable)
        program = shutil.which("newscli", path=beside) or shutil.which("newscli")
        return program or sys.exit("newscli is not installed: `pip install -e .`")

    def run(self, *words: str, allowed: Sequence[int] = (0,)) -> Run:
        """Run it; any other exit status than those allowed ends the measurement."""
        own = {"NEWSCLI_HOME": self.home, "NEWSCLI_INDEX": ""}
        done = run([self.program, *words], own)
        if done.status not in allowed:
            sys.exit(f"newscli {' '.join(words)}: status {done.status}\n{done.stderr}")
        return done


def folder_size(folder: str) -> int:
    """Return the bytes of all files below a folder."""
    return sum(
        os.path.getsize(os.path.join(place, name))
        for place, _, names in os.walk(folder)
        for name in names
    )


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns: the first to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        print("  ".join([first.ljust(widths[0]), *cells]).rstrip())


def _text(file: BinaryIO) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


@contextmanager
def _watching(process: int) -> Iterator[dict[int, int]]:
    """Note the peak memory of the children of a process while it runs (Linux only)."""
    peaks: dict[int, int] = {}
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_LOOK_EVERY):
            for child in _descendants(process):
                peaks[child] = max(peaks.get(child, 0), _peak(child))

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield peaks
    finally:
        ended.set()
        watcher.join()


def _descendants(process: int) -> list[int]:
    with suppress(OSError), open(f"/proc/{process}/task/{process}/children") as file:
        children = [int(each) for each in file.read().split()]
        return children + [each for child in children for each in _descendants(child)]
    return []


def _peak(process: int) -> int:
    with suppress(OSError), open(f"/proc/{process}/status") as file:
        for line in file:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0

"""Segments written by several processes, each reading, parsing and inverting files of its own.

The files are dealt out in shares of about 40 MB, and a share becomes a segment, or several if
its words are very many: so much is held in memory by a process, whatever the folder. One
process writes in place when there is little to do. A worker ends when its parent does.
"""

import gc
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from pickle import PicklingError
from types import ModuleType
from typing import Any

from newscli.core.analysis import Stem
from newscli.core.changes import Addition
from newscli.core.results import Skipped
from newscli.engines.port import Advance, Read
from newscli.engines.whoosh.codec.opened import ENDINGS
from newscli.engines.whoosh.seal import Sealed, measure
from newscli.engines.whoosh.writing import segment_writer
from newscli.errors import StorageError

SHARE = 40_000_000
"""So many bytes of files make a segment."""

WORTH_A_PROCESS = 3_000_000
"""Fewer bytes than this are read before another process has started."""

_TELL_EVERY = 50

Outcome = Skipped | tuple[str, ...]
"""Why a file was left out, or the notes on what was read."""


@dataclass(frozen=True, slots=True)
class Share:
    """Files to be written as a segment, and the path that the names of its files begin with."""

    path: str
    additions: Sequence[Addition]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of a share, and what became of each of its files."""

    path: str
    """That of the share; the share itself is with whoever dealt it out."""
    articles: Sequence[int]
    """How many there are in each segment, in order: one, if the words are not very many."""
    outcomes: Sequence[Outcome]
    measured: Sealed
    """The files that were written: hashed by each process, for the commit waits for all."""


def path_of(share: str, segment: int) -> str:
    """Return the path that names of the files of a share's n-th segment begin with, from 0 on."""
    return f"{share}x{segment}" if segment else share


def shares(additions: Sequence[Addition], jobs: int, new_path: Callable[[], str]) -> list[Share]:
    """Deal the files out, in their order, in shares of like size: a multiple of the jobs."""
    total = sum(each.source.size for each in additions)
    if total < WORTH_A_PROCESS:
        jobs = 1
    count = -(-max(1, -(-total // SHARE)) // jobs) * jobs
    dealt: list[Share] = []
    share: list[Addition] = []
    size = 0
    for each in additions:
        share.append(each)
        size += each.source.size
        if size * count >= total * (len(dealt) + 1) and len(dealt) < count - 1:
            dealt.append(Share(new_path(), tuple(share)))
            share.clear()
    if share:
        dealt.append(Share(new_path(), tuple(share)))
    return dealt


def written(
    dealt: Sequence[Share], read: Read, stem: Stem, jobs: int, advance: Advance
) -> Iterator[Written]:
    """Write the segments, and go through them as they are done."""
    if len(dealt) < 2 or jobs < 2:
        for share in dealt:
            yield write_share(share, read, stem, advance)
        return
    pool = _Pool(read, stem, min(jobs, len(dealt)))
    try:
        yield from pool.run(deque(dealt), advance)
    finally:
        pool.end()


def write_share(share: Share, read: Read, stem: Stem, advance: Advance) -> Written:
    """Read the files of a share and write them as a segment."""
    writer = segment_writer(stem)
    articles: list[int] = []
    outcomes: list[Outcome] = []
    measured: Sealed = {}

    def write() -> None:
        path = path_of(share.path, len(articles))
        articles.append(writer.write(path))
        folder, name = os.path.split(path)
        measured.update(measure(folder, [name + ending for ending in ENDINGS], {}))

    for at, addition in enumerate(share.additions, 1):
        found = read(addition)
        if isinstance(found, Skipped):
            outcomes.append(found)
        else:
            writer.add(found)
            outcomes.append(found.content.notes)
        if writer.is_full():
            write()
            writer = segment_writer(stem)
        if at % _TELL_EVERY == 0:
            advance(_TELL_EVERY)
    advance(len(share.additions) % _TELL_EVERY)
    if len(writer):
        write()
    return Written(share.path, articles, outcomes, measured)


class _Pool:
    """The workers, each at the other end of a pipe."""

    def __init__(self, read: Read, stem: Stem, jobs: int) -> None:
        # Not forked: this process holds a lock and open files that are none of theirs.
        context = get_context("spawn")
        self._processes: list[Any] = []
        self._pipes: list[Connection] = []
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, read, stem), daemon=True)
            with _without_main(), _without_interrupts():
                process.start()
            theirs.close()
            self._processes.append(process)
            self._pipes.append(ours)

    def run(self, waiting: deque[Share], advance: Advance) -> Iterator[Written]:
        """Hand out the shares and go through what comes back."""
        busy = set()
        for pipe in self._pipes:
            self._hand_out(pipe, waiting.popleft())
            busy.add(pipe)
        while busy:
            for pipe in [each for each in wait(list(busy)) if isinstance(each, Connection)]:
                answer = self._answer(pipe)
                if isinstance(answer, int):
                    advance(answer)
                    continue
                if waiting:
                    self._hand_out(pipe, waiting.popleft())
                else:
                    busy.discard(pipe)
                yield answer

    def end(self) -> None:
        """Stop the workers, done or not."""
        for pipe in self._pipes:
            pipe.close()
        for process in self._processes:
            process.terminate()
            process.join()

    def _hand_out(self, pipe: Connection, share: Share) -> None:
        try:
            pipe.send(share)
        except BrokenPipeError as error:
            raise _ended() from error

    def _answer(self, pipe: Connection) -> Written | int:
        try:
            answer = pipe.recv()
        except (EOFError, ConnectionResetError) as error:
            raise _ended() from error
        if isinstance(answer, Exception):
            raise answer
        found: Written | int = answer
        return found


@contextmanager
def _without_main() -> Iterator[None]:
    """Start a process that does not import the program: spawning would, command line and all."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start a process that Ctrl-C never reaches, however early; this one it reaches afterwards."""
    resource_tracker.ensure_running()  # starting that in between would let interrupts through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ended() -> StorageError:
    return StorageError(
        "a process that reads articles was ended from outside",
        "the old index is intact; with less memory to spare, try `--jobs 1`",
    )


def _work(pipe: Connection, read: Read, stem: Stem) -> None:
    """Be a worker: write one share after another until the pipe is closed.

    It is started with Ctrl-C held back for good, which is the parent's to answer.
    """
    os.umask(0o077)
    gc.disable()  # nothing that is read or written makes cycles, and looking for them takes long
    parent = os.getppid()

    def tell(steps: int) -> None:
        if os.getppid() != parent:
            os._exit(1)
        pipe.send(steps)

    while True:
        try:
            share = pipe.recv()
        except EOFError:
            return
        answer: Written | Exception
        try:
            answer = write_share(share, read, stem, tell)
        except Exception as error:  # noqa: BLE001 -- the parent meets it in the worker's place
            error.add_note(traceback.format_exc())
            answer = error
        try:
            pipe.send(answer)
        except BrokenPipeError:
            return  # the parent is gone, and nobody is to be told
        except (PicklingError, TypeError, AttributeError):  # an error that no pipe can carry
            pipe.send(RuntimeError(traceback.format_exc()))

"""Shares written by several processes, each reading, parsing and inverting files of its own.

One process writes in place when there is little to do. A worker ends when its parent does.
"""

import gc
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from pickle import PicklingError
from types import ModuleType
from typing import Any

from newscli.core.analysis import Stem
from newscli.engines.port import Advance, Read
from newscli.engines.whoosh.shares import Share, Written, write_share
from newscli.errors import StorageError


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

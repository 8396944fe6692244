"""Shares written by several processes, each reading, parsing and inverting files of its own.

A worker ends when its parent does.
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
from newscli.core.changes import Addition
from newscli.engines.port import Advance, Read
from newscli.engines.whoosh.shares import NewPath, Share, Written, shares, write_share
from newscli.engines.whoosh.writing import segment_writer
from newscli.errors import StorageError


class Workshop:
    """Writes shares: in this process, or in several if there is much to do."""

    def __init__(self, stem: Stem) -> None:
        self._stem = stem
        self._waiting: Crew | None = None
        """For something to do."""
        self._crews: list[Crew] = []

    def prepare(self, read: Read, jobs: int) -> None:
        """Start the processes, if there are to be several, before what there is to do is known."""
        if jobs > 1 and self._waiting is None:
            self._waiting = Crew(read, self._stem, jobs)
            self._crews.append(self._waiting)

    def write(
        self,
        additions: Sequence[Addition],
        new_path: NewPath,
        read: Read,
        jobs: int,
        advance: Advance,
    ) -> list[tuple[Share, Written]]:
        """Deal the files out, and return the shares, in order, with what was written of each."""
        dealt = shares(additions, jobs, new_path)
        if len(dealt) > 1:
            self.prepare(read, min(jobs, len(dealt)))
        crew, self._waiting = self._waiting, None
        if crew is None:
            return [(share, write_share(share, read, self._stem, advance)) for share in dealt]
        by_path = {each.path: each for each in crew.write(dealt, advance)}
        return [(share, by_path[share.path]) for share in dealt]

    def close(self) -> None:
        """Stop the processes, done or not."""
        while self._crews:
            self._crews.pop().end()


class Crew:
    """Workers, each at the other end of a pipe, that load what they need while they wait."""

    def __init__(self, read: Read, stem: Stem, jobs: int) -> None:
        # Not forked: this process holds a lock and open files that are none of theirs.
        context = get_context("spawn")
        self._processes: list[Any] = []
        self._pipes: list[Connection] = []
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            self._pipes.append(ours)
            process = context.Process(target=_work, args=(theirs, read, stem), daemon=True)
            try:
                with _without_main(), _without_interrupts():
                    process.start()
            except OSError as error:
                self.end()
                raise _not_started(error) from error
            finally:
                theirs.close()
            self._processes.append(process)

    def write(self, dealt: Sequence[Share], advance: Advance) -> Iterator[Written]:
        """Write the segments, and go through them as they are done; only once.

        If all are done the workers go home while others go on; if not, they have ended before
        anybody is told: what they have written is to be swept up.
        """
        try:
            yield from self._run(deque(dealt), advance)
        except BaseException:
            self.end()
            raise
        self._let_go()

    def end(self) -> None:
        """Stop the workers, done or not."""
        self._let_go()
        for process in self._processes:
            process.terminate()
            process.join()

    def _run(self, waiting: deque[Share], advance: Advance) -> Iterator[Written]:
        """Hand out the shares and go through what comes back."""
        busy = set()
        for pipe, share in zip(self._pipes, list(waiting), strict=False):
            self._hand_out(pipe, share)
            waiting.popleft()
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

    def _let_go(self) -> None:
        for pipe in self._pipes:
            pipe.close()

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


def _not_started(error: OSError) -> StorageError:
    reason = (error.strerror or str(error)).lower()
    return StorageError(
        f"no more processes can be started to read articles: {reason}",
        "the old index is intact; try `--jobs 1`",
    )


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
    segment_writer(stem)  # loads what writing needs
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

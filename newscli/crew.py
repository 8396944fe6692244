"""Work shared among processes, each at the other end of a pipe.

A worker loads what it needs while it waits, does one piece of work after another, and ends
when its parent does. Ctrl-C is the parent's to answer.
"""

import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from pickle import PicklingError
from types import ModuleType
from typing import Any, Generic, TypeVar

Piece = TypeVar("Piece")
Done = TypeVar("Done")

Tell = Callable[[int], None]
"""Is told of so many more steps."""

Work = Callable[[Piece, Tell], Done]


class WorkerEnded(Exception):
    """A worker was ended from outside, by whoever: for want of memory, or with `kill`."""


class Crew(Generic[Piece, Done]):
    """Workers that wait for pieces of work, until there is nothing more to do."""

    def __init__(self, begin: Callable[[], Work[Piece, Done]], jobs: int) -> None:
        """Start so many processes; OSError passes.

        Each calls `begin`, which is sent through a pipe like the pieces and what is done, and
        does its work with what that returns.
        """
        # Not forked: this process may hold a lock and open files that are none of theirs.
        context = get_context("spawn")
        self._processes: list[Any] = []
        self._pipes: list[Connection] = []
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            self._pipes.append(ours)
            process = context.Process(target=_work, args=(theirs, begin), daemon=True)
            try:
                with _without_main(), _without_interrupts():
                    process.start()
            except OSError:
                self.end()
                raise
            finally:
                theirs.close()
            self._processes.append(process)

    def run(self, pieces: Sequence[Piece], advance: Tell) -> Iterator[Done]:
        """Do all pieces, and go through what is done in the order it is; only once.

        Raises what a worker met, or WorkerEnded. If all is done the workers go home while
        others go on; if not, they have ended before anybody is told.
        """
        try:
            yield from self._run(deque(pieces), advance)
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

    def _run(self, waiting: deque[Piece], advance: Tell) -> Iterator[Done]:
        """Hand out the pieces and go through what comes back."""
        busy = set()
        for pipe, piece in zip(self._pipes, list(waiting), strict=False):
            self._hand_out(pipe, piece)
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

    def _hand_out(self, pipe: Connection, piece: Piece) -> None:
        try:
            pipe.send(piece)
        except BrokenPipeError as error:
            raise WorkerEnded from error

    def _answer(self, pipe: Connection) -> Done | int:
        try:
            answer = pipe.recv()
        except (EOFError, ConnectionResetError) as error:
            raise WorkerEnded from error
        if isinstance(answer, Exception):
            raise answer
        found: Done | int = answer
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


def _work(pipe: Connection, begin: Callable[[], Work[Any, Any]]) -> None:
    """Be a worker: do one piece after another until the pipe is closed.

    It is started with Ctrl-C held back for good, which is the parent's to answer.
    """
    work = begin()
    parent = os.getppid()

    def tell(steps: int) -> None:
        if os.getppid() != parent:
            os._exit(1)
        pipe.send(steps)

    while True:
        try:
            piece = pipe.recv()
        except EOFError:
            return
        answer: Any
        try:
            answer = work(piece, tell)
        except Exception as error:  # noqa: BLE001 -- the parent meets it in the worker's place
            error.add_note(traceback.format_exc())
            answer = error
        try:
            pipe.send(answer)
        except BrokenPipeError:
            return  # the parent is gone, and nobody is to be told
        except (PicklingError, TypeError, AttributeError):  # an error that no pipe can carry
            pipe.send(RuntimeError(traceback.format_exc()))

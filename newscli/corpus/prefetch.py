"""Reading files one after another, or ahead in worker processes.

Whoever asks must ask for the additions in the order they were announced. A bounded
number is in flight, so that a large folder does not pile up in memory.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process

from newscli.core.article import Article
from newscli.core.changes import Addition
from newscli.core.results import Skipped
from newscli.corpus.causes import Unread
from newscli.corpus.reading import read

WORTH_IT = 400
"""Fewer files than this are read before worker processes have started."""

_BATCH = 16
_AHEAD = 4
"""So many batches are in flight for each process."""

Outcome = Article | Skipped


def read_or_skip(addition: Addition) -> Outcome:
    """Read one article, or say why it could not be."""
    try:
        return read(addition)
    except Unread as unread:
        return unread.skipped


@contextmanager
def reader(additions: Sequence[Addition], jobs: int) -> Iterator[Callable[[Addition], Outcome]]:
    """Provide what reads these additions, in this order, with `jobs` processes."""
    if jobs < 2 or len(additions) < WORTH_IT:
        yield read_or_skip
        return
    # Not forked: this process may hold a lock and open files that are none of theirs.
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_end_with_the_parent
    ) as pool:
        with _ctrl_c_left_to_the_parent():
            ahead = _Ahead(pool, additions, jobs * _AHEAD)
        try:
            yield ahead.next
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class _Ahead:
    """Batches in flight, and the outcomes of the one that is being handed out."""

    def __init__(self, pool: ProcessPoolExecutor, additions: Sequence[Addition], most: int) -> None:
        self._pool = pool
        self._batches = (
            additions[start : start + _BATCH] for start in range(0, len(additions), _BATCH)
        )
        self._flying: deque[Future[list[Outcome]]] = deque()
        self._outcomes: deque[Outcome] = deque()
        for _ in range(most):
            self._launch()

    def next(self, _: Addition) -> Outcome:
        """Return the outcome of the next addition."""
        if not self._outcomes:
            self._outcomes.extend(self._flying.popleft().result())
            self._launch()
        return self._outcomes.popleft()

    def _launch(self) -> None:
        if batch := next(self._batches, None):
            self._flying.append(self._pool.submit(_read_batch, batch))


def _read_batch(batch: Sequence[Addition]) -> list[Outcome]:
    return [read_or_skip(addition) for addition in batch]


@contextmanager
def _ctrl_c_left_to_the_parent() -> Iterator[None]:
    """Start processes with SIGINT blocked for good, from before their first instruction."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_the_parent() -> None:
    """Wait aside for the parent's end: a killed one tells nobody."""

    def wait() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()

"""One writer at a time, across processes: an advisory lock on a file of its own."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from newscli.errors import IndexBusy

NAME = "writer.lock"
_PAUSE = 0.05


@contextmanager
def held(location: str, wait: float) -> Iterator[None]:
    """Hold the lock; raises IndexBusy, with the writer's process number, after `wait` seconds.

    The kernel lets go of it when the process ends, however it ends.
    """
    descriptor = os.open(os.path.join(location, NAME), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _acquire(descriptor, location, time.monotonic() + wait)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        try:
            yield
        finally:
            # Closing alone would leave it to processes that were forked meanwhile.
            fcntl.flock(descriptor, fcntl.LOCK_UN)
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, location: str, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            if time.monotonic() < deadline:
                time.sleep(_PAUSE)
                continue
            process = os.pread(descriptor, 20, 0).decode("ascii", "replace") or "unknown"
            raise IndexBusy(
                f"another newscli (process {process}) is writing the index at `{location}`"
            ) from busy
        return

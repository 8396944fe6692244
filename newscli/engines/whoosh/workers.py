"""Shares written by several processes, each reading, parsing and inverting files of its own."""

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from newscli.core.analysis import Stem
from newscli.core.changes import Addition
from newscli.crew import Crew, Work, WorkerEnded
from newscli.engines.port import Advance, Read
from newscli.engines.whoosh.shares import NewPath, Share, Written, shares, write_share
from newscli.engines.whoosh.writing import segment_writer
from newscli.errors import StorageError

Writers = Crew[Share, Written]


class Workshop:
    """Writes shares: in this process, or in several if there is much to do."""

    def __init__(self, stem: Stem) -> None:
        self._stem = stem
        self._waiting: Writers | None = None
        """For something to do."""
        self._crews: list[Writers] = []

    def prepare(self, read: Read, jobs: int) -> None:
        """Start the processes, if there are to be several, before what there is to do is known."""
        if jobs > 1 and self._waiting is None:
            self._waiting = writers(read, self._stem, jobs)
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
        with _told():
            by_path = {each.path: each for each in crew.run(dealt, advance)}
        return [(share, by_path[share.path]) for share in dealt]

    def close(self) -> None:
        """Stop the processes, done or not."""
        while self._crews:
            self._crews.pop().end()


def writers(read: Read, stem: Stem, jobs: int) -> Writers:
    """Start processes that write shares; what those leave that fail is to be swept up."""
    try:
        return Crew(partial(_begin, read, stem), jobs)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StorageError(
            f"no more processes can be started to read articles: {reason}",
            "the old index is intact; try `--jobs 1`",
        ) from error


@contextmanager
def _told() -> Iterator[None]:
    """Say in a reader's words that a process is gone."""
    try:
        yield
    except WorkerEnded as error:
        raise StorageError(
            "a process that reads articles was ended from outside",
            "the old index is intact; with less memory to spare, try `--jobs 1`",
        ) from error


def _begin(read: Read, stem: Stem) -> Work[Share, Written]:
    """Be a process that writes."""
    os.umask(0o077)
    segment_writer(stem)  # loads what writing needs
    gc.disable()  # nothing that is read or written makes cycles, and looking for them takes long
    return partial(_write, read=read, stem=stem)


def _write(share: Share, advance: Advance, *, read: Read, stem: Stem) -> Written:
    return write_share(share, read, stem, advance)

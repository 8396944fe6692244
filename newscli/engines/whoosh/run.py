"""One run, from the files to be read to the moment others can see what was made of them.

Nothing of the index that is there is touched before the new table of contents is in
place; whatever ends the run earlier, the old index is intact, and what the run left
behind is swept away by the next one.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial

from newscli.core.analysis import Stem
from newscli.core.changes import Addition, Changes, Folder
from newscli.core.results import IndexReport
from newscli.engines.port import Advance, Read
from newscli.engines.whoosh import manifest, storage
from newscli.engines.whoosh.commit import Commit
from newscli.engines.whoosh.manifest import Manifest
from newscli.engines.whoosh.shares import NewPath, Share, Written
from newscli.engines.whoosh.snapshot import Snapshot
from newscli.engines.whoosh.storage import SealedStorage
from newscli.engines.whoosh.workers import Workshop
from newscli.errors import NewsError

Write = Callable[[Sequence[Addition], NewPath], Iterable[tuple[Share, Written]]]
"""Deals files out, and writes the shares."""


class Writing:
    """The right to write, held until it is closed."""

    def __init__(self, location: str, stem: Stem) -> None:
        self._location = location
        self._stem = stem
        self._workshop = Workshop(stem)

    def prepare(self, read: Read, jobs: int) -> None:
        """Start the processes that are to share the work; see the port."""
        self._workshop.prepare(read, jobs)

    def close(self) -> None:
        """End the processes."""
        self._workshop.close()

    def apply(
        self,
        snapshot: Snapshot | None,
        changes: Changes,
        read: Read,
        folders: Sequence[Folder],
        *,
        jobs: int,
        advance: Advance,
    ) -> IndexReport:
        """Make the changes visible in one step; see the port."""
        write = partial(self._workshop.write, read=read, jobs=jobs, advance=advance)
        with _private_files():
            if snapshot is None:
                return self._anew(changes, folders, write)
            self._sweep(snapshot.manifest)
            declared = Manifest(snapshot.manifest.data).covering(folders)
            covering = snapshot.manifest.covering(folders)
            with _uncovered_unless_finished(self._location, snapshot):
                # Before the commit: no article is ever of a folder that is not covered.
                if covering != snapshot.manifest:
                    manifest.write(self._location, covering)
                report = self._commit(snapshot.directory, changes, snapshot, write)
            if declared != covering:
                manifest.write(self._location, declared)
            return report

    def _anew(self, changes: Changes, folders: Sequence[Folder], write: Write) -> IndexReport:
        """Build in a folder of its own, and let the manifest name it at the end."""
        declared = Manifest(f"data-{secrets.token_hex(4)}").covering(folders)
        directory = os.path.join(self._location, declared.data)
        os.mkdir(directory, 0o700)
        try:
            report = self._commit(directory, changes, None, write)
            manifest.write(self._location, declared)
        except BaseException:
            if not self._is_visible(declared):
                shutil.rmtree(directory, ignore_errors=True)
            raise
        self._sweep(declared)
        return report

    def _is_visible(self, declared: Manifest) -> bool:
        """Tell whether the manifest already names the data: an interruption may come after."""
        try:
            return manifest.read(self._location) == declared
        except (OSError, NewsError):
            return False

    def _commit(
        self, directory: str, changes: Changes, snapshot: Snapshot | None, write: Write
    ) -> IndexReport:
        files = SealedStorage(directory)
        files.sweep()
        commit = Commit(files, snapshot)
        with _undone_unless_finished(files):
            for share, done in write(changes.to_read, commit.new_segment):
                commit.take(share, done)
            commit.drop(changes)
            if commit.changes_anything() or snapshot is None:
                commit.finish(self._stem)
        files.sweep()
        return commit.report(changes)

    def _sweep(self, declared: Manifest) -> None:
        """Delete what earlier indexes and runs that were cut short have left behind."""
        for each in os.listdir(self._location):
            path = os.path.join(self._location, each)
            if each == manifest.NAME + manifest.UNFINISHED:
                os.unlink(path)
            elif manifest.DATA.fullmatch(each) and each != declared.data and os.path.isdir(path):
                storage.remove(path)


@contextmanager
def _undone_unless_finished(files: SealedStorage) -> Iterator[None]:
    """Delete what an unfinished commit has written."""
    try:
        yield
    except BaseException:
        with suppress(OSError, NewsError):
            files.sweep()
        raise


@contextmanager
def _uncovered_unless_finished(location: str, snapshot: Snapshot) -> Iterator[None]:
    """Cover no folder for the sake of a commit that was not made."""
    try:
        yield
    except BaseException:
        with suppress(OSError, NewsError):
            made = SealedStorage(snapshot.directory).generation() != snapshot.generation
            if not made and manifest.read(location) != snapshot.manifest:
                manifest.write(location, snapshot.manifest)
        raise


@contextmanager
def _private_files() -> Iterator[None]:
    """Create files that only their owner can read, whatever the user's mask is."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)

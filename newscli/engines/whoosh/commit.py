"""One commit, from the files to be read to the moment others can see it.

Nothing of the index that is there is touched before the new table of contents is in
place; whatever ends the run earlier, the old index is intact, and what the run left
behind is swept away by the next one.
"""

import os
import secrets
import shutil
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import accumulate

from whoosh.index import TOC, FileIndex

from newscli.core.analysis import Stem
from newscli.core.article import ArticleId
from newscli.core.changes import Addition, Changes, Folder, Source, Unread
from newscli.core.results import IndexReport, Skipped
from newscli.engines.port import Advance, Read
from newscli.engines.whoosh import fields, ledger, manifest, storage, tiers
from newscli.engines.whoosh.codec.codec import ColumnSegment
from newscli.engines.whoosh.ledger import Ledger
from newscli.engines.whoosh.manifest import Manifest
from newscli.engines.whoosh.seal import Sealed
from newscli.engines.whoosh.shares import NewPath, Share, Written, path_of
from newscli.engines.whoosh.snapshot import Snapshot
from newscli.engines.whoosh.storage import INDEX_NAME, SealedStorage
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
            FileIndex.create(SealedStorage(directory), fields.schema(), INDEX_NAME)
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
        commit = _Commit(files, snapshot)
        with _undone_unless_finished(files):
            for share, done in write(changes.to_read, commit.new_segment):
                commit.take(share, done)
            commit.drop(changes.removed)
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


class _Commit:
    """The segments of one commit, and what the index will remember of its files."""

    def __init__(self, files: SealedStorage, snapshot: Snapshot | None) -> None:
        self._files = files
        self._snapshot = snapshot
        self._segments: list[ColumnSegment] = []
        self._generation = 1
        self._sealed: Sealed = {}
        self._known: dict[ArticleId, Source] = {}
        self._unread: dict[str, Unread] = {}
        if snapshot is not None:
            self._generation = snapshot.generation + 1
            self._sealed = snapshot.sealed
            self._known = dict(snapshot.ledger.known)
            self._unread = dict(snapshot.ledger.unread)
            self._segments = snapshot.segments_to_change()
        self._offsets = list(accumulate(each.doc_count_all() for each in self._segments))
        self._written: set[ArticleId] = set()
        self._changed = False
        self._skipped: list[Skipped] = []
        self._notes: dict[str, tuple[str, ...]] = {}

    def new_segment(self) -> str:
        """Return the path that the files of one more segment begin with."""
        return os.path.join(self._files.folder, ColumnSegment(INDEX_NAME, 0).segment_id())

    def take(self, share: Share, done: Written) -> None:
        """Put a segment's articles in place of what the index has of them."""
        for (id, source), outcome in zip(share.additions, done.outcomes, strict=True):
            former = self._unread.pop(source.path, None)
            if isinstance(outcome, Skipped):  # what the index has of it stays as it is
                self._skipped.append(outcome)
                unread = Unread(source.size, source.mtime, outcome)
                self._unread[source.path] = unread
                self._changed |= unread != former
                continue
            self._take_out(id)
            self._known[id] = source
            self._written.add(id)
            if outcome:
                self._notes[source.path] = outcome
        for number, articles in enumerate(done.articles):
            self._segments.append(ColumnSegment.at(path_of(share.path, number), articles))
        self._files.measured |= done.measured

    def drop(self, gone: Iterable[ArticleId]) -> None:
        """Take articles out, but not those whose files were renamed and could not be read."""
        unread = {(each.size, each.mtime) for each in self._unread.values()}
        for id in gone:
            former = self._known.get(id)
            moved = former is not None and (former.size, former.mtime) in unread
            if id not in self._written and not moved:
                self._take_out(id)
                self._changed = True

    def changes_anything(self) -> bool:
        """Tell whether there is anything to commit."""
        return bool(self._written) or self._changed

    def finish(self, stem: Stem) -> None:
        """Merge what has become many, and make it all visible."""
        segments = tiers.settled(self._segments, self._files.folder, stem, self._sealed)
        ledger.write(self._files.folder, self._generation, Ledger(self._known, self._unread))
        self._files.segments = frozenset(each.segment_id() for each in segments)
        TOC(fields.schema(), segments, self._generation).write(self._files, INDEX_NAME)

    def _take_out(self, gone: ArticleId) -> None:
        if self._known.pop(gone, None) is None or self._snapshot is None:
            return
        number = self._snapshot.number(gone)
        if number is not None:
            at = bisect_right(self._offsets, number)
            first = self._offsets[at - 1] if at else 0
            self._segments[at].delete_document(number - first)

    def report(self, changes: Changes) -> IndexReport:
        """Tell what was done."""

        def written(additions: Sequence[Addition]) -> tuple[ArticleId, ...]:
            return tuple(each.id for each in additions if each.id in self._written)

        return IndexReport(
            added=written(changes.added),
            changed=written(changes.changed),
            renamed=written(changes.renamed),
            removed=changes.vanished,
            unchanged=changes.unchanged,
            skipped=tuple(self._skipped),
            notes=self._notes,
        )


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

"""One commit, from the files to be read to the moment others can see it.

Nothing of the index that is there is touched before the new table of contents is in
place; whatever ends the run earlier, the old index is intact, and what the run left
behind is swept away by the next one.
"""

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from newscli.core.analysis import Stem
from newscli.core.article import Article, ArticleId
from newscli.core.changes import Addition, Changes, Fingerprint, Folder
from newscli.core.results import IndexReport, Skipped
from newscli.engines.port import Read
from newscli.engines.whoosh import fields, ledger, manifest, records, storage
from newscli.engines.whoosh.manifest import Manifest
from newscli.engines.whoosh.merging import Merge
from newscli.engines.whoosh.pool import PostingPool
from newscli.engines.whoosh.snapshot import Snapshot
from newscli.engines.whoosh.storage import INDEX_NAME, SealedStorage
from newscli.errors import NewsError

BUFFER = 160 << 20
"""How many bytes of postings are gathered before they are written out to be merged."""


class Writing:
    """The right to write, held for one run."""

    def __init__(self, location: str, stem: Stem) -> None:
        self._location = location
        self._stem = stem

    def apply(
        self,
        snapshot: Snapshot | None,
        changes: Changes,
        read: Read,
        folders: Sequence[Folder],
    ) -> IndexReport:
        """Make the changes visible in one step; see the port."""
        with _private_files():
            if snapshot is None:
                return self._anew(changes, read, folders)
            self._sweep(snapshot.manifest)
            declared = Manifest(snapshot.manifest.data).covering(folders)
            covering = snapshot.manifest.covering(folders)
            if covering != snapshot.manifest:
                manifest.write(self._location, covering)
            report = self._commit(snapshot.directory, changes, read, snapshot)
            if declared != covering:
                manifest.write(self._location, declared)
            return report

    def _anew(self, changes: Changes, read: Read, folders: Sequence[Folder]) -> IndexReport:
        """Build in a folder of its own, and let the manifest name it at the end."""
        declared = Manifest(f"data-{secrets.token_hex(4)}").covering(folders)
        directory = os.path.join(self._location, declared.data)
        os.mkdir(directory, 0o700)
        try:
            FileIndex.create(SealedStorage(directory), fields.schema(), INDEX_NAME)
            report = self._commit(directory, changes, read, None)
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
        self, directory: str, changes: Changes, read: Read, snapshot: Snapshot | None
    ) -> IndexReport:
        if snapshot is not None and not changes:
            return IndexReport(unchanged=changes.unchanged)
        files = SealedStorage(directory)
        files.sweep()
        known = snapshot.known() if snapshot else {}
        with _writer(files) as writer:
            batch = _Batch(writer, snapshot, known, self._stem)
            for addition in changes.to_read:
                batch.write(addition, read(addition))
            for gone in changes.removed:
                batch.drop(gone)
            ledger.write(directory, writer.generation, known)
            writer.commit(mergetype=Merge(files))
        files.sweep()
        return batch.report(changes)

    def _sweep(self, declared: Manifest) -> None:
        """Delete what earlier indexes and runs that were cut short have left behind."""
        for each in os.listdir(self._location):
            path = os.path.join(self._location, each)
            if each == manifest.NAME + manifest.UNFINISHED:
                os.unlink(path)
            elif manifest.DATA.fullmatch(each) and each != declared.data and os.path.isdir(path):
                storage.remove(path)


class _Batch:
    """The articles of one commit as they are written."""

    def __init__(
        self,
        writer: SegmentWriter,
        snapshot: Snapshot | None,
        known: dict[ArticleId, Fingerprint],
        stem: Stem,
    ) -> None:
        self._writer = writer
        self._snapshot = snapshot
        self._known = known
        self._stem = stem
        self._written: set[ArticleId] = set()
        self._unread: set[tuple[int, int]] = set()
        """Sizes and times of the files that could not be read."""
        self._skipped: list[Skipped] = []
        self._notes: dict[str, tuple[str, ...]] = {}

    def write(self, addition: Addition, found: Article | Skipped) -> None:
        """Put an article in place of what the index has of it; one not read changes nothing."""
        if isinstance(found, Skipped):
            self._skipped.append(found)
            self._unread.add((addition.source.size, addition.source.mtime))
            return
        self._take_out(addition.id)
        self._writer.add_document(**_document(found, self._stem))
        source = addition.source
        self._known[addition.id] = Fingerprint(
            source.folder, source.path, source.size, source.mtime
        )
        self._written.add(addition.id)
        if found.content.notes:
            self._notes[source.path] = found.content.notes

    def drop(self, gone: ArticleId) -> None:
        """Take an article out, but not one whose file was renamed and could not be read."""
        former = self._known.get(gone)
        unread = former is not None and (former.size, former.mtime) in self._unread
        if gone not in self._written and not unread:
            self._take_out(gone)

    def _take_out(self, gone: ArticleId) -> None:
        self._known.pop(gone, None)
        number = self._snapshot.number(gone) if self._snapshot else None
        if number is not None:
            self._writer.delete_document(number)

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
def _writer(files: SealedStorage) -> Iterator[SegmentWriter]:
    """Open Whoosh's writer; unless it commits, nothing of what it wrote stays."""
    writer: SegmentWriter | None = None
    try:
        index = FileIndex(files, fields.schema(), INDEX_NAME)
        # Whoosh's own lock is left alone: ours is held.
        writer = SegmentWriter(index, codec=_codec(), compound=False, _lk=False)
        writer.pool = PostingPool(writer.temp_storage().folder, BUFFER)
        yield writer
    except BaseException:
        if writer is not None and not writer.is_closed:
            with suppress(OSError, ValueError):  # a full disk fails again when files close
                writer.cancel()
        with suppress(OSError, NewsError):
            files.sweep()
        raise


def _codec() -> W3Codec:
    """Return Whoosh's codec without the shortest and longest article of each block.

    They cost a look-up a posting, and nothing here asks for them.
    """
    codec = W3Codec()
    codec.length_stats = False
    return codec


@contextmanager
def _private_files() -> Iterator[None]:
    """Create files that only their owner can read, whatever the user's mask is."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _document(article: Article, stem: Stem) -> dict[str, Any]:
    content = article.content
    document: dict[str, Any] = dict(fields.invert(content, stem))
    document |= {
        "id": article.id,
        "folder": os.path.dirname(article.path),
        "record": records.record(article),
        "content": records.content(article),
    }
    if content.date:
        document["first"] = content.date.first
        document["last"] = content.date.last
    return document

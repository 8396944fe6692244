"""The segments of one commit, and what the index will remember of its files."""

import os
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from whoosh.index import TOC

from newscli.core.analysis import Stem
from newscli.core.article import ArticleId
from newscli.core.changes import Addition, Changes, Source, Unread
from newscli.core.results import IndexReport, Skipped
from newscli.engines.whoosh import fields, ledger, tiers
from newscli.engines.whoosh.codec.codec import ColumnSegment
from newscli.engines.whoosh.ledger import Ledger
from newscli.engines.whoosh.shares import Share, Written, path_of
from newscli.engines.whoosh.snapshot import Snapshot
from newscli.engines.whoosh.storage import INDEX_NAME, SealedStorage


class Commit:
    """Is filled with what was written, and made visible at the end."""

    def __init__(self, files: SealedStorage, snapshot: Snapshot | None) -> None:
        self._files = files
        self._snapshot = snapshot
        self._segments: list[ColumnSegment] = []
        self._generation = 1
        self._known: dict[ArticleId, Source] = {}
        self._unread: dict[str, Unread] = {}
        if snapshot is not None:
            self._generation = snapshot.generation + 1
            self._known = dict(snapshot.ledger.known)
            self._unread = dict(snapshot.ledger.unread)
            self._segments = snapshot.segments_to_change()
        self._ends = list(accumulate(each.doc_count_all() for each in self._segments))
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

    def drop(self, changes: Changes) -> None:
        """Take articles out, but not those whose files were renamed and could not be read."""
        moves = zip(changes.renamed, changes.formerly, strict=True)
        kept = {former for now, former in moves if now.id not in self._written}
        for id in changes.removed:
            if id not in kept:
                self._take_out(id)
                self._changed = True

    def changes_anything(self) -> bool:
        """Tell whether there is anything to commit."""
        return bool(self._written) or self._changed

    def finish(self, stem: Stem) -> None:
        """Merge what has become many, and make it all visible."""
        segments = tiers.settled(self._segments, self._files.folder, stem)
        ledger.write(self._files.folder, self._generation, Ledger(self._known, self._unread))
        self._files.segments = frozenset(each.segment_id() for each in segments)
        TOC(fields.schema(), segments, self._generation).write(self._files, INDEX_NAME)

    def _take_out(self, gone: ArticleId) -> None:
        if self._known.pop(gone, None) is None or self._snapshot is None:
            return
        number = self._snapshot.number(gone)
        if number is not None:
            at = bisect_right(self._ends, number)
            first = self._ends[at - 1] if at else 0
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

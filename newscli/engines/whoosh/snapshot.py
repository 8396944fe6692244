"""One commit of an index, opened: what was checked, and Whoosh's reader over it.

A writer may replace the commit while it is being opened; then the newer one is opened.
Once open, every file it needs is held open, so that it reads the same however the
index goes on.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import compress, count
from typing import Any, BinaryIO

from whoosh.index import TOC, FileIndex

from newscli.core.article import Article, ArticleDate, ArticleId
from newscli.engines.port import Record
from newscli.engines.whoosh import fields, guard, ledger, manifest, seal
from newscli.engines.whoosh.bulk.bulk import Segment
from newscli.engines.whoosh.codec.codec import ColumnSegment
from newscli.engines.whoosh.codec.opened import opened
from newscli.engines.whoosh.columns import COLUMNS, Column
from newscli.engines.whoosh.ledger import Ledger
from newscli.engines.whoosh.manifest import Manifest
from newscli.engines.whoosh.records import read_article, read_record
from newscli.engines.whoosh.storage import INDEX_NAME, SealedStorage
from newscli.errors import DamagedIndex

_TRIES = 50
_PAUSE = 0.02


@dataclass(frozen=True)
class Snapshot:
    """An opened commit."""

    manifest: Manifest
    directory: str
    generation: int
    sealed: seal.Sealed
    reader: Any
    columns: Mapping[str, Column]
    sources: BinaryIO
    written: float
    """When it was committed, in seconds since the epoch."""

    @classmethod
    def open(cls, location: str) -> "Snapshot":
        """Open the newest commit.

        Raises NoIndex, UnsafeIndex, OtherVersion, DamagedIndex or StorageError; nothing
        is unpickled before it is known to be ours and whole.
        """
        for _ in range(_TRIES):
            with guard.opening(location):
                declared = manifest.read(location)
                storage = SealedStorage(os.path.join(location, declared.data))
                generation: int | None = None
                try:
                    generation = storage.generation()
                    return cls._opened(declared, storage, generation)
                except (FileNotFoundError, NotADirectoryError) as error:
                    if _is_newest(location, declared, storage, generation):
                        missing = error.filename or storage.folder
                        raise DamagedIndex(f"`{missing}` is missing from the index") from error
            time.sleep(_PAUSE)
        raise DamagedIndex(f"the index at `{location}` changes faster than it can be read")

    @classmethod
    def _opened(
        cls, declared: Manifest, storage: SealedStorage, generation: int | None
    ) -> "Snapshot":
        directory = storage.folder
        manifest.refuse_unsafe(directory)
        if generation is None:
            raise FileNotFoundError(None, "no table of contents", directory)
        sealed = seal.read(directory, generation)
        for each in (seal.name(generation), *sealed):
            manifest.refuse_unsafe(os.path.join(directory, each))
        seal.refuse_wrong_sizes(directory, sealed)
        _refuse_wrong_contents(directory, generation, sealed)
        with ExitStack() as opened, guard.reading(directory, sealed):
            sources = opened.enter_context(
                open(os.path.join(directory, ledger.name(generation)), "rb")
            )
            toc = TOC.read(storage, INDEX_NAME, generation, fields.schema())
            reader = FileIndex._reader(storage, toc.schema, toc.segments, generation)
            opened.callback(reader.close)
            columns = {name: Column(reader, name) for name in COLUMNS}
            # Whoosh takes a file that went meanwhile for one that never was.
            seal.refuse_wrong_sizes(directory, sealed)
            written = os.path.getmtime(os.path.join(directory, seal.name(generation)))
            opened.pop_all()
        return cls(declared, directory, generation, sealed, reader, columns, sources, written)

    @cached_property
    def segments(self) -> list[Segment]:
        """The segments as columns, in their order."""
        return [
            Segment(
                offset,
                opened(leaf.storage(), segment.segment_id()),
                frozenset(segment.deleted_docs()),
            )
            for leaf, offset in self.reader.leaf_readers()
            if leaf.doc_count_all()
            for segment in (leaf.segment(),)
        ]

    @property
    def size(self) -> int:
        """How many bytes the files of the commit have."""
        return sum(size for size, _ in self.sealed.values())

    @cached_property
    def ledger(self) -> Ledger:
        """What the commit remembers of files."""
        self.sources.seek(0)
        rows = self.sources.read()
        name = ledger.name(self.generation)
        if seal.digest_of(rows) != self.sealed[name][1]:
            raise DamagedIndex(f"`{os.path.join(self.directory, name)}` is damaged")
        return ledger.read(rows)

    def numbers(self) -> Iterator[int]:
        """Go through the numbers of all articles."""
        numbers: Iterator[int] = iter(self.reader.all_doc_ids())
        return numbers

    def number(self, wanted: ArticleId) -> int | None:
        """Return the number of an article in this commit, or None."""
        for segment in self.segments:
            number = segment.columns.articles.number(wanted)
            if number is not None and number not in segment.deleted:
                return segment.offset + number
        return None

    def stored(self, wanted: Iterable[ArticleId]) -> Iterator[int]:
        """Go through the numbers of those of the articles that are in this commit, rising."""
        ids = {int(each, 16) for each in wanted}
        for segment in self.segments:
            found = map(ids.__contains__, segment.columns.articles.ids.whole)
            for number in compress(count(), found):
                if number not in segment.deleted:
                    yield segment.offset + number

    def beginning(self, prefix: str) -> Iterator[int]:
        """Go through the numbers of the articles whose ids begin so."""
        for segment in self.segments:
            for number in segment.columns.articles.beginning(prefix):
                if number not in segment.deleted:
                    yield segment.offset + number

    def segments_to_change(self) -> list[ColumnSegment]:
        """Return the segments as the table of contents has them, for the next commit."""
        storage = SealedStorage(self.directory)
        toc = TOC.read(storage, INDEX_NAME, self.generation, fields.schema())
        segments: list[ColumnSegment] = toc.segments
        return segments

    def id(self, number: int) -> ArticleId:
        """Return the id of an article."""
        id: ArticleId = self.columns["id"][number]
        return id

    def date(self, number: int) -> ArticleDate | None:
        """Return the date of an article, if it has one."""
        return read_date(self.columns["first"][number], self.columns["last"][number])

    def content(self, number: int) -> bytes:
        """Return the stored content of an article, as records.py wrote it."""
        content: bytes = self.columns["content"][number]
        return content

    def article(self, number: int) -> Article:
        """Return a whole article."""
        return read_article(self.columns["record"][number], self.content(number))

    def record(self, number: int) -> Record:
        """Return what is known of an article besides its text."""
        return read_record(self.columns["record"][number], self.columns["count"][number])

    def close(self) -> None:
        """Let go of the files."""
        self.sources.close()
        self.reader.close()


def read_date(first: int, last: int) -> ArticleDate | None:
    """Return the date whose first and last day are stored so, if there is one."""
    if first == fields.NEVER:
        return None
    day = date.fromordinal(first)
    return ArticleDate(day.year, day.month, day.day if first == last else None)


def _refuse_wrong_contents(directory: str, generation: int, sealed: seal.Sealed) -> None:
    """Raise DamagedIndex if the table of contents, which is unpickled, is not as sealed."""
    name = TOC._filename(INDEX_NAME, generation)
    path = os.path.join(directory, name)
    if name not in sealed or seal.digest(path) != sealed[name][1]:
        raise DamagedIndex(f"`{path}` is damaged")


def _is_newest(
    location: str, declared: Manifest, storage: SealedStorage, generation: int | None
) -> bool:
    """Tell whether nobody has committed since the commit was looked up."""
    if manifest.read(location) != declared:
        return False
    try:
        return storage.generation() == generation
    except (FileNotFoundError, NotADirectoryError):
        return generation is None

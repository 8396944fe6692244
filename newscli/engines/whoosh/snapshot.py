"""One commit of an index, opened: what was checked, and Whoosh's reader over it.

A writer may replace the commit while it is being opened; then the newer one is opened.
Once open, its files stay readable however the index goes on.
"""

import os
import time
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from whoosh.index import TOC, FileIndex
from whoosh.reading import TermNotFound
from whoosh.searching import Searcher

from newscli.engines.port import Record
from newscli.engines.whoosh import fields, guard, manifest, seal
from newscli.engines.whoosh.manifest import Manifest
from newscli.engines.whoosh.records import read_record
from newscli.engines.whoosh.storage import SealedStorage
from newscli.errors import DamagedIndex

_TRIES = 20
_PAUSE = 0.02
INDEX_NAME = "MAIN"


@dataclass(frozen=True)
class Snapshot:
    """An opened commit."""

    manifest: Manifest
    directory: str
    generation: int
    sealed: seal.Sealed
    reader: Any

    @classmethod
    def open(cls, location: str) -> "Snapshot":
        """Open the newest commit.

        Raises NoIndex, UnsafeIndex, OtherVersion or DamagedIndex; nothing is
        unpickled before it is known to be ours and whole.
        """
        for _ in range(_TRIES):
            declared = manifest.read(location)
            directory = os.path.join(location, declared.data)
            storage = SealedStorage(directory)
            generation: int | None = None
            try:
                generation = storage.generation()
                return cls._opened(declared, storage, generation)
            except FileNotFoundError as error:
                if _is_newest(location, declared, storage, generation):
                    missing = error.filename or directory
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
            raise DamagedIndex(f"`{directory}` holds no index")
        contents = TOC._filename(INDEX_NAME, generation)
        sealed = seal.read(directory, generation)
        for each in sealed:
            manifest.refuse_unsafe(os.path.join(directory, each))
        seal.refuse_wrong_sizes(directory, sealed)
        if wrong := seal.damaged(directory, {contents: sealed.get(contents, (0, ""))}):
            raise DamagedIndex(f"`{wrong[0]}` is damaged")
        with guard.reading(directory, sealed):
            toc = TOC.read(storage, INDEX_NAME, generation, fields.schema())
            reader = FileIndex._reader(storage, toc.schema, toc.segments, generation)
        return cls(declared, directory, generation, sealed, reader)

    @cached_property
    def searcher(self) -> Searcher:
        """Whoosh's searcher over the commit."""
        return Searcher(self.reader)

    def number(self, wanted: str) -> int | None:
        """Return the number of an article in this commit, or None."""
        try:
            postings = self.reader.postings("id", wanted)
        except TermNotFound:
            return None
        return int(postings.id()) if postings.is_active() else None

    def stored(self, number: int) -> dict[str, Any]:
        """Return the stored fields of an article."""
        stored: dict[str, Any] = self.reader.stored_fields(number)
        return stored

    def record(self, number: int) -> Record:
        """Return what is known of an article besides its text."""
        return read_record(self.stored(number)["record"])

    def close(self) -> None:
        """Let go of the files."""
        self.reader.close()


def _is_newest(
    location: str, declared: Manifest, storage: SealedStorage, generation: int | None
) -> bool:
    """Tell whether nobody has committed since the commit was looked up."""
    try:
        return manifest.read(location) == declared and storage.generation() == generation
    except FileNotFoundError:
        return manifest.read(location) == declared

"""Whoosh's files on disk, made to last before the commit that names them is visible."""

import os
import re
import shutil

from whoosh.filedb.filestore import FileStorage

from newscli.engines.whoosh import ledger, seal
from newscli.engines.whoosh.manifest import sync_directory

INDEX_NAME = "MAIN"
_TABLE_OF_CONTENTS = re.compile(rf"_{INDEX_NAME}_(\d+)\.toc")
_OURS = re.compile(rf"_?{INDEX_NAME}[_.].*|(?:seal|sources)-\d+\.json")


class SealedStorage(FileStorage):
    """A folder whose commits are sealed and synced.

    Whoosh commits by renaming a table of contents into place; everything that it
    names has been written and closed by then. Here, before the rename, every file is
    sealed (see seal.py) and synced to the disk, the table of contents last.
    """

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.segments: frozenset[str] = frozenset()
        """The names of the segments that the commit being made consists of."""
        self.measured: seal.Sealed = {}
        """Files of that commit whose hashes are known to whoever wrote them."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename a file; a table of contents only when all it names is on disk."""
        commit = _TABLE_OF_CONTENTS.fullmatch(newname)
        if commit:
            self._seal(int(commit[1]), oldname, newname)
        super().rename_file(oldname, newname, safe)
        if commit:
            sync_directory(self.folder)

    def generation(self) -> int | None:
        """Return the number of the newest commit, or None."""
        found = (_TABLE_OF_CONTENTS.fullmatch(each) for each in os.listdir(self.folder))
        return max((int(commit[1]) for commit in found if commit), default=None)

    def sweep(self) -> None:
        """Delete what is no part of the newest commit: of older ones, or never finished."""
        generation = self.generation()
        if generation is None:
            return
        _delete_ours(self.folder, {seal.name(generation), *seal.read(self.folder, generation)})

    def _seal(self, generation: int, contents: str, contents_name: str) -> None:
        earlier_generation = self.generation()
        earlier: seal.Sealed = {}
        if earlier_generation is not None:
            earlier = seal.read(self.folder, earlier_generation)
        names = [each for each in os.listdir(self.folder) if self._lasts(each, generation)]
        sealed = seal.measure(self.folder, names, self.measured | earlier)
        path = os.path.join(self.folder, contents)
        sealed[contents_name] = (os.path.getsize(path), seal.digest(path))
        seal.write(self.folder, generation, sealed)
        fresh = [each for each in names if each not in earlier]
        for each in (*fresh, seal.name(generation), contents):
            _sync(os.path.join(self.folder, each))
        sync_directory(self.folder)

    def _lasts(self, each: str, generation: int) -> bool:
        """Tell whether the file belongs to the commit that is being made."""
        return each == ledger.name(generation) or each.split(".")[0] in self.segments


def remove(directory: str) -> None:
    """Delete a data folder; a file that is none of ours stays, and the folder with it."""
    _delete_ours(directory, set())
    if not os.listdir(directory):
        os.rmdir(directory)


def _delete_ours(directory: str, kept: set[str]) -> None:
    for each in os.listdir(directory):
        if each in kept or not _OURS.fullmatch(each):
            continue
        path = os.path.join(directory, each)
        if os.path.isdir(path):
            shutil.rmtree(path)  # where Whoosh sorts
        else:
            os.unlink(path)


def _sync(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

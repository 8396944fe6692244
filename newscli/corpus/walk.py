"""Finding the files of some folders, each once, without opening any.

Hidden files and directories are left out. Links are followed after everything
that needs no link has been found, so that a file is known by its real path
whenever that one is in the walk too.
"""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from newscli.core.changes import Folder, Source
from newscli.core.results import Skipped
from newscli.corpus.causes import Cause, failed, refused
from newscli.corpus.folders import Territory, check

Tell = Callable[[int], None]
"""Is told how many more files have been found."""

_TELL_EVERY = 500


@dataclass(frozen=True, slots=True)
class Scan:
    """What a walk found, and what it left out; both in the order of their paths."""

    sources: list[Source]
    skipped: list[Skipped]


def scan(
    folders: Sequence[Folder],
    listed: Sequence[str] = (),
    tell: Tell = lambda _: None,
    besides: Sequence[Folder] = (),
) -> Scan:
    """Find every file that could be an article, in the folders and among the single files listed.

    A file belongs to the outermost folder around it, of these and those that are covered
    `besides` and not walked; a listed one outside them all to its parent directory. What a
    link leads to in a folder that is not walked is known by its real path too. Raises
    BadFolder before anything is read. Of many files `tell` is told on the way.
    """
    for folder in folders:
        check(folder)
    unwalked = [each for each in besides if each not in folders]
    walk = _Walk(Territory((*folders, *unwalked)), Territory(unwalked), tell)
    for path in sorted({folder.path for folder in folders}):
        walk.enter(path)
    for path in listed:
        walk.add(os.path.abspath(path))
    walk.follow_links()
    found = sorted(walk.met.values(), key=lambda one: one.path)
    return Scan(
        sources=[one for one in found if isinstance(one, Source)],
        skipped=[one for one in found if isinstance(one, Skipped)],
    )


class _Walk:
    """What has been met so far, by real path, and the links still to follow."""

    def __init__(self, territory: Territory, unwalked: Territory, tell: Tell) -> None:
        self._tell = tell
        self._asked_for_elsewhere = unwalked.asks_for()
        self.met: dict[str, Source | Skipped] = {}
        self._territory = territory
        self._starts = {folder.path for folder in territory.folders}
        self._entered: set[tuple[int, int]] = set()
        self._real_folders: dict[str, str] = {}
        self._linked_folders: list[str] = []
        self._linked_files: list[str] = []

    def enter(self, top: str) -> None:
        """Walk the tree under a directory, now or, if a link leads there, later."""
        if os.path.realpath(top) == top:
            self._tree(top, top)
        else:
            heappush(self._linked_folders, top)

    def add(self, path: str) -> None:
        """Take in one file by its name, whatever its suffix."""
        try:
            status = os.lstat(path)
            real = os.path.join(self._real_folder(path), os.path.basename(path))
        except OSError as error:
            self.met.setdefault(path, failed(path, error, missing=Cause.MISSING))
        except ValueError:  # a NUL in it, which no file's name can have
            self.met.setdefault(path, Skipped(path, Cause.MISSING))
        else:
            if stat.S_ISLNK(status.st_mode) or real != path:
                self._linked_files.append(path)
            else:
                self._meet(self._owner(path), path, path, status)

    def follow_links(self) -> None:
        """Walk what links lead to, as far as it has not been met, then take in linked files."""
        while self._linked_folders:
            top = heappop(self._linked_folders)
            self._tree(top, os.path.realpath(top))
        for path in sorted(self._linked_files):
            real = os.path.realpath(path)
            try:
                status = os.stat(path)
            except OSError as error:
                self.met.setdefault(path, failed(path, error, missing=Cause.BROKEN_LINK))
            else:
                self._meet(self._owner(path), path, real, status)

    def _tree(self, top: str, real_top: str) -> None:
        """Meet every wanted file under a directory; put links aside."""
        owner = self._owner(top)
        stack = [(top, real_top, self._territory.wanted(top))]
        while stack:
            directory, real_directory, wanted = stack.pop()
            linked = directory != real_directory
            for entry in self._entries(directory):
                name, path = entry.name, entry.path
                if name.startswith("."):
                    continue
                real = os.path.join(real_directory, name) if linked else path
                try:
                    if entry.is_symlink():
                        self._put_aside(path, wanted(name) is not None)
                    elif entry.is_dir(follow_symlinks=False):
                        inner = self._territory.wanted(path) if path in self._starts else wanted
                        stack.append((path, real, inner))
                    elif wanted(name):
                        self._meet(owner, path, real, entry.stat(follow_symlinks=False))
                except OSError as error:
                    self.met.setdefault(real, failed(path, error))

    def _put_aside(self, link: str, wanted: bool) -> None:
        if os.path.isdir(link):
            heappush(self._linked_folders, link)
        elif wanted:
            self._linked_files.append(link)

    def _entries(self, directory: str) -> Iterator[os.DirEntry[str]]:
        """List a directory the first time it is met, however it was reached."""
        try:
            status = os.stat(directory)
            identity = (status.st_dev, status.st_ino)
            if identity not in self._entered:
                self._entered.add(identity)
                with os.scandir(directory) as entries:
                    yield from entries
        except OSError as error:
            self.met.setdefault(directory, failed(directory, error))

    def _meet(self, owner: str, path: str, real: str, status: os.stat_result) -> None:
        if real != path and self._asked_for_elsewhere(real):
            owner, path = self._owner(real), real
        if real not in self.met:
            self.met[real] = refused(path, status) or Source(
                owner, path, status.st_size, status.st_mtime_ns
            )
            if len(self.met) % _TELL_EVERY == 0:
                self._tell(_TELL_EVERY)

    def _owner(self, path: str) -> str:
        return self._territory.owner(path) or os.path.dirname(path)

    def _real_folder(self, path: str) -> str:
        folder = os.path.dirname(path)
        if folder not in self._real_folders:
            self._real_folders[folder] = os.path.realpath(folder)
        return self._real_folders[folder]

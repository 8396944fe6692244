"""What differs between a folder and an index of it, and how an article gets its id.

A `Source` is a file as a walk found it, or as the index remembers it. `compare` needs
only these small records, never a file's text.
"""

import os
from collections.abc import Container, Iterable, Mapping, Set
from dataclasses import dataclass
from hashlib import blake2b
from operator import attrgetter
from re import compile as pattern
from typing import NamedTuple

from newscli.core.article import ArticleId
from newscli.core.results import Skipped

_ID_IN_NAME = pattern(r"(?<![0-9A-Fa-f])[0-9a-f]{16}(?![0-9A-Fa-f])")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder whose files are articles."""

    path: str
    """Absolute and normalised; undecodable bytes as surrogates (PEP 383)."""
    globs: tuple[str, ...] = ()
    """Patterns of file names to read instead of the usual `.txt`, `.text` and `.md`."""

    def __post_init__(self) -> None:
        if not os.path.isabs(self.path) or self.path != os.path.normpath(self.path):
            raise ValueError(f"not an absolute, normalised path: {self.path!r}")

    def holds(self, path: str) -> bool:
        """Tell whether a path is the folder or lies below it, by its name alone."""
        return path == self.path or path.startswith(self.path.rstrip("/") + "/")

    def reaches(self, path: str) -> bool:
        """Tell whether it holds a path and nothing on the way there, nor the last name, is hidden.

        Hidden is what begins with a full stop; the folder itself may be.
        """
        return self.holds(path) and "/." not in path[len(self.path.rstrip("/")) :]


class Source(NamedTuple):
    """A file that could be an article, as a walk found it or as the index remembers it.

    There is one for each file of an archive, so it is made and sent to another process in
    little time. Paths are absolute, undecodable bytes as surrogates.
    """

    folder: str
    path: str
    size: int
    """In bytes."""
    mtime: int
    """In nanoseconds since the epoch."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What the index remembers of a file that could not become an article."""

    size: int
    mtime: int
    skipped: Skipped

    def fits(self, source: Source) -> bool:
        """Tell whether the file looks unchanged since."""
        return self.size == source.size and self.mtime == source.mtime


class Addition(NamedTuple):
    """A source to read, and the id its article takes."""

    id: ArticleId
    source: Source


@dataclass(frozen=True, slots=True)
class Changes:
    """What `Engine.apply` is to do. Ids to write are in `added`, `changed` and `renamed`."""

    added: tuple[Addition, ...] = ()
    changed: tuple[Addition, ...] = ()
    renamed: tuple[Addition, ...] = ()
    formerly: tuple[ArticleId, ...] = ()
    """The ids that the renamed articles had before, in the same order."""
    removed: tuple[ArticleId, ...] = ()
    """Ids that leave the index: vanished ones, and those a renamed article had before."""
    vanished: tuple[ArticleId, ...] = ()
    """Those of the removed whose file is gone, not renamed."""
    unchanged: int = 0

    @property
    def to_read(self) -> tuple[Addition, ...]:
        """Every source that has to be read, in the order it will be."""
        return self.added + self.changed + self.renamed

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.renamed or self.removed)


def claimed_id(source: Source) -> ArticleId:
    """Return the id a file asks for: the 16 hex digits of its name, else a hash.

    The hash is BLAKE2b of the path relative to its folder, 16 hex digits of it.
    """
    return _id_in_name(source.path) or _hashed(os.path.relpath(source.path, source.folder))


def compare(found: Iterable[Source], known: Mapping[ArticleId, Source]) -> Changes:
    """Tell what to read, what to drop and what to leave alone.

    An article keeps its id as long as its file keeps its path. A vanished file
    and a new one of the same size and time are one renamed file. In whatever order
    files are found and known, the answer is the same, and in the order of their paths.
    """
    new, changed, taken = _parted(found, known)
    unchanged = len(taken) - len(changed)
    missing = sorted((known[id].path, id) for id in known.keys() - taken)
    gone: dict[tuple[int, int], list[ArticleId]] = {}
    for _, id in reversed(missing):
        gone.setdefault((known[id].size, known[id].mtime), []).append(id)
    added, renamed, formerly = [], [], []
    for source in sorted(new, key=attrgetter("path")):
        alike = gone.get((source.size, source.mtime))
        former = alike.pop() if alike else None
        addition = Addition(_free_id(source, former, taken, known), source)
        taken.add(addition.id)
        if former is None:
            added.append(addition)
        else:
            formerly.append(former)
            renamed.append(addition)
    removed = tuple(id for _, id in missing if id not in taken)
    moved = set(formerly)
    return Changes(
        added=tuple(added),
        changed=tuple(sorted(changed, key=attrgetter("source.path"))),
        renamed=tuple(renamed),
        formerly=tuple(formerly),
        removed=removed,
        vanished=tuple(id for id in removed if id not in moved),
        unchanged=unchanged,
    )


def _parted(
    found: Iterable[Source], known: Mapping[ArticleId, Source]
) -> tuple[list[Source], list[Addition], set[ArticleId]]:
    """Return what is new, what has changed, and the ids of all that is known by its path."""
    by_path = {source.path: id for id, source in known.items()}
    new: list[Source] = []
    changed: list[Addition] = []
    taken: set[ArticleId] = set()
    for source in found:
        id = by_path.get(source.path)
        if id is None:
            new.append(source)
            continue
        taken.add(id)
        if known[id] != source:
            changed.append(Addition(id, source))
    return new, changed, taken


def clashes(found: Iterable[Source]) -> dict[ArticleId, tuple[str, ...]]:
    """Return the ids that several files' names claim, with the paths of those files in order."""
    paths = sorted(source.path for source in found)
    claims: dict[ArticleId, list[str]] = {}
    for path in paths:
        if id := _id_in_name(path):
            claims.setdefault(id, []).append(path)
    return {id: tuple(claimants) for id, claimants in claims.items() if len(claimants) > 1}


def _id_in_name(path: str) -> ArticleId | None:
    found = _ID_IN_NAME.search(path, path.rfind("/") + 1)
    return found[0] if found else None


def _free_id(
    source: Source, former: ArticleId | None, taken: Set[ArticleId], known: Container[ArticleId]
) -> ArticleId:
    """Return the id in the file's name, or a hash, if no other file has it: else another hash.

    A hash that a vanished article has is free for its renamed file alone: the article
    is another, and its id leaves with it.
    """
    named = _id_in_name(source.path)
    if named and named not in taken:
        return named
    free = claimed_id(source)
    if free in taken or (free in known and free != former):
        free = _hashed(source.path)
        while free in taken or free in known:
            free = _hashed(free)
    return free


def _hashed(text: str) -> ArticleId:
    return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()

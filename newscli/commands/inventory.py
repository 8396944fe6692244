"""What lies in the folders of an index, against what the index remembers of them."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from newscli.core.article import ArticleId
from newscli.core.changes import Changes, Folder, Source, Unread, compare
from newscli.core.results import Skipped
from newscli.corpus.causes import Cause
from newscli.corpus.walk import Scan, Tell, scan

_NOTHING_UNREAD: Mapping[str, Unread] = MappingProxyType({})

_SETTLED = {Cause.BINARY, Cause.EMPTY}
"""What is wrong with such a file is in it, and stays so until it changes."""

_KEPT_FOR = {Cause.UNREADABLE, Cause.MISSING_FOLDER}
"""What is behind these may still be there: nothing is forgotten because of them."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What was found, and what has changed since the index was written."""

    changes: Changes
    skipped: tuple[Skipped, ...]
    sources: Sequence[Source]
    """What is or will be an article, in no order."""
    found: int
    """How many files that could be articles there are in the folders that were looked at."""


def take(
    covered: Sequence[Folder],
    known: Mapping[ArticleId, Source],
    only: Sequence[Folder] | None = None,
    listed: Sequence[str] = (),
    *,
    index: str,
    unread: Mapping[str, Unread] = _NOTHING_UNREAD,
    tell: Tell = lambda _: None,
) -> Inventory:
    """Walk the covered folders, or `only` some of them, and the single files listed.

    The folder of the index is no place for articles: what lies in it is not looked at.
    Folders that are covered but not to be looked at, files on a folder that cannot be
    reached, and single files that were listed in an earlier run keep their articles.
    A file that was read before and is no text is not read again until it changes.
    Of many files `tell` is told while they are found.
    """
    wanted = list(covered if only is None else only)
    present = [folder for folder in wanted if only is not None or os.path.isdir(folder.path)]
    lost = [folder for folder in wanted if folder not in present]
    singles = set(listed_before(covered, known))
    looked_at = {*listed, *(singles if only is None else ())}
    scanned = scan(present, sorted(looked_at), tell)
    if _is_in(index, present):
        scanned = _without(scanned, Folder(index))
    settled = {
        source.path: unread[source.path].skipped
        for source in scanned.sources
        if source.path in unread and _is_settled(unread[source.path], source)
    }
    skipped = [
        *settled.values(),
        *(Skipped(folder.path, Cause.MISSING_FOLDER) for folder in lost),
        # A single file of an earlier run that is gone is no trouble, only a change.
        *(
            each
            for each in scanned.skipped
            if each.cause != Cause.MISSING or each.path in listed or each.path not in singles
        ),
    ]
    unreached = [Folder(each.path) for each in skipped if each.cause in _KEPT_FOR]
    sources = [source for source in scanned.sources if source.path not in settled]
    found = {source.path for source in sources}
    kept = [
        each
        for each in known.values()
        if each.path not in found
        and (
            each.path in settled
            or _is_in(each.path, unreached)
            or (only is not None and each.path not in looked_at and not _is_in(each.path, present))
        )
    ]
    skipped.sort(key=lambda each: each.path)
    taken = [*sources, *kept]
    return Inventory(compare(taken, known), tuple(skipped), taken, len(scanned.sources))


def listed_before(covered: Sequence[Folder], known: Mapping[ArticleId, Source]) -> Iterator[str]:
    """Go through the single files that an earlier run was given, in no covered folder."""
    paths = {folder.path for folder in covered}
    for each in known.values():
        if each.folder not in paths and not _is_in(each.path, covered):
            yield each.path


def _is_settled(unread: Unread, source: Source) -> bool:
    return unread.skipped.cause in _SETTLED and unread.fits(source)


def without(known: Mapping[ArticleId, Source], forgotten: Folder) -> Changes:
    """Return the changes that take a folder's articles out and leave all others."""
    gone = tuple(id for id, each in known.items() if forgotten.holds(each.path))
    return Changes(removed=gone, vanished=gone, unchanged=len(known) - len(gone))


def joined(covered: Sequence[Folder], more: Sequence[Folder]) -> tuple[Folder, ...]:
    """Return the folders together; one inside another adds its patterns and vanishes in it."""
    folders: dict[str, Folder] = {}
    for folder in sorted((*covered, *more), key=lambda each: len(each.path)):
        outer = next((each for each in folders.values() if each.holds(folder.path)), None)
        if outer is None:
            folders[folder.path] = folder
        elif folder.globs and outer.path == folder.path:
            folders[outer.path] = folder
    return tuple(folders[path] for path in sorted(folders))


def _without(scanned: Scan, place: Folder) -> Scan:
    return Scan(
        [each for each in scanned.sources if not place.holds(each.path)],
        [each for each in scanned.skipped if not place.holds(each.path)],
    )


def _is_in(path: str, folders: Sequence[Folder]) -> bool:
    return any(folder.holds(path) for folder in folders)

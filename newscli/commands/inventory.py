"""What lies in the folders of an index, against what the index remembers of them."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

from newscli.core.article import ArticleId
from newscli.core.changes import Changes, Folder, Source, Unread, compare
from newscli.core.results import Skipped
from newscli.corpus.causes import Cause
from newscli.corpus.folders import Territory, patterns
from newscli.corpus.walk import Scan, Tell, scan

_NOTHING_UNREAD: Mapping[str, Unread] = MappingProxyType({})

_SETTLED = {Cause.BINARY, Cause.EMPTY}
"""What is wrong with such a file is in it, and stays so until it changes."""

_UNFIT = {*_SETTLED, Cause.TOO_LARGE}
"""Such a file is there and can be no article."""

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
    former: Iterable[str] | None = None,
    unread: Mapping[str, Unread] = _NOTHING_UNREAD,
    tell: Tell = lambda _: None,
) -> Inventory:
    """Walk the covered folders, or `only` some of them, and the single files listed.

    The folder of the index is no place for articles: what lies in it is not looked at.
    Folders that are covered but not to be looked at and files on a folder that cannot be
    reached keep their articles. So do single files that were listed in an earlier run, as
    long as they are there. Where the covered folders or their patterns are no more those of
    that run, such files are to be given as `former`.
    A file that was read before and is no text is not read again until it changes. What was
    an article and is now no text, empty or too large keeps it until the file is gone.
    Of many files `tell` is told while they are found.
    """
    singles = listed_before(covered, known) if former is None else former
    look = _look(covered, only, listed, set(singles).difference(listed))
    scanned = scan(look.folders, sorted(look.files), tell, covered)
    if _is_in(index, covered):
        scanned = _outside(Folder(index), scanned)
    settled = _settled(scanned.sources, unread)
    sources = [source for source in scanned.sources if source.path not in settled]
    skipped = [
        *settled.values(),
        *(Skipped(folder.path, Cause.MISSING_FOLDER) for folder in look.lost),
        *filter(look.is_trouble, scanned.skipped),
    ]
    skipped.sort(key=lambda each: each.path)
    found = {source.path for source in sources}
    missed = [each for each in known.values() if each.path not in found]
    taken = [*sources, *_kept(missed, look, skipped)]
    return Inventory(compare(taken, known), tuple(skipped), taken, len(scanned.sources))


def listed_before(covered: Sequence[Folder], known: Mapping[ArticleId, Source]) -> Iterator[str]:
    """Go through the single files that an earlier run was given: no covered folder asks for them.

    The folders are to be those that were covered at the end of that run.
    """
    asked_for = Territory(covered).asks_for()
    return (each.path for each in known.values() if not asked_for(each.path))


def without(
    known: Mapping[ArticleId, Source], forgotten: Folder, kept: Sequence[Folder]
) -> Changes:
    """Return the changes that take out a folder's articles, but those a kept folder asks for."""
    stays = Territory(kept).asks_for()
    gone = tuple(
        id for id, each in known.items() if forgotten.holds(each.path) and not stays(each.path)
    )
    return Changes(removed=gone, vanished=gone, unchanged=len(known) - len(gone))


def joined(covered: Sequence[Folder], more: Sequence[Folder]) -> tuple[Folder, ...]:
    """Return the covered folders and more, in the order of their paths.

    One that is named again, or lies inside a covered one, and brings no patterns is read by
    those that are there. One inside another stays if it asks for files the outer does not.
    """
    folders = {each.path: each for each in covered}
    for each in more:
        if each.globs or not any(outer.reaches(each.path) for outer in folders.values()):
            folders[each.path] = each
    apart: list[Folder] = []
    for folder in sorted(folders.values(), key=lambda each: len(each.path)):
        around = [patterns(outer) for outer in apart if outer.reaches(folder.path)]
        if not patterns(folder) <= frozenset().union(*around):
            apart.append(folder)
    return tuple(sorted(apart, key=lambda each: each.path))


@dataclass(frozen=True, slots=True)
class _Look:
    """Where a run looks."""

    folders: Sequence[Folder]
    lost: Sequence[Folder]
    """Those it would look at if they were there."""
    files: Set[str]
    """The single files."""
    former: Set[str]
    """The single files of earlier runs that are not listed in this one."""
    everywhere: bool
    """Whether it looks at all that the index covers."""

    def looks_at(self, path: str) -> bool:
        """Tell whether a file at this path would be found."""
        return self.everywhere or path in self.files or _is_in(path, self.folders)

    def is_trouble(self, skipped: Skipped) -> bool:
        """Tell whether the reader should hear of it: that a former file is gone is a change."""
        return skipped.cause != Cause.MISSING or skipped.path not in self.former


def _look(
    covered: Sequence[Folder],
    only: Sequence[Folder] | None,
    listed: Sequence[str],
    former: Set[str],
) -> _Look:
    chosen = covered if only is None else only
    present = [folder for folder in chosen if os.path.isdir(folder.path)]
    lost = [folder for folder in chosen if folder not in present]
    again = former if only is None else {each for each in former if _is_in(each, only)}
    return _Look(present, lost, again | set(listed), former, everywhere=only is None)


def _settled(sources: Iterable[Source], unread: Mapping[str, Unread]) -> dict[str, Skipped]:
    """Return, by path, what is known to be wrong with the files that have not changed since."""
    return {
        source.path: former.skipped
        for source in sources
        if (former := unread.get(source.path))
        and former.skipped.cause in _SETTLED
        and former.fits(source)
    }


def _kept(missed: Iterable[Source], look: _Look, skipped: Sequence[Skipped]) -> Iterator[Source]:
    """Go through the files that were not found as articles and keep theirs all the same.

    They were not looked for, or what leads to them could not be read, or what is there now
    is known to be no article.
    """
    unreached = [Folder(each.path) for each in skipped if each.cause in _KEPT_FOR]
    unfit = {each.path for each in skipped if each.cause in _UNFIT}
    for each in missed:
        if not look.looks_at(each.path) or _is_in(each.path, unreached) or each.path in unfit:
            yield each


def _outside(place: Folder, scanned: Scan) -> Scan:
    return Scan(
        [each for each in scanned.sources if not place.holds(each.path)],
        [each for each in scanned.skipped if not place.holds(each.path)],
    )


def _is_in(path: str, folders: Sequence[Folder]) -> bool:
    return any(folder.holds(path) for folder in folders)

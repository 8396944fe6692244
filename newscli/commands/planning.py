"""What a run of `newscli index` is to do: what was asked for against what the index knows."""

import shlex
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from newscli.commands import inventory
from newscli.commands.desk import Desk
from newscli.commands.naming import covered_folder, default_folder, named_folders
from newscli.core.article import ArticleId
from newscli.core.changes import Changes, Folder, Source
from newscli.core.results import Skipped
from newscli.corpus.causes import Cause
from newscli.corpus.folders import Territory
from newscli.corpus.walk import Tell
from newscli.engines import open_engine, remembered
from newscli.engines.port import Engine
from newscli.errors import (
    BadFolder,
    DamagedIndex,
    IndexUnusable,
    NoIndex,
    NothingToIndex,
    UsageError,
)
from newscli.stemming import stem


@dataclass(frozen=True, slots=True)
class IndexRequest:
    """What was typed after `index`."""

    folders: tuple[str, ...] = ()
    globs: tuple[str, ...] = ()
    rebuild: bool = False
    dry_run: bool = False
    forget: str | None = None
    files_from: str | None = None
    nul: bool = False
    jobs: int | None = None
    wait: float = 10.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, and what was left out on the way to knowing it."""

    folders: tuple[Folder, ...]
    changes: Changes
    skipped: tuple[Skipped, ...]
    known: Mapping[ArticleId, Source]


@dataclass(frozen=True, slots=True)
class _Former:
    """What the index covered when the run began."""

    folders: tuple[Folder, ...] = ()
    singles: tuple[str, ...] = ()
    """Files that were listed one by one: no covered folder asks for them."""
    is_whole: bool = True
    """Whether the index could be opened, so that there is something to lose."""


def asked_folders(desk: Desk, request: IndexRequest) -> tuple[Folder, ...]:
    """Read the folders named; raises UsageError for what cannot be meant together."""
    if request.forget is not None:
        if request.rebuild:
            raise UsageError("`--forget` goes alone", "forget, then run `newscli index --rebuild`")
        if request.folders or request.globs or request.files_from is not None:
            raise UsageError("`--forget` goes alone", "run `newscli index` again for the rest")
    if request.globs and not request.folders:
        raise UsageError(
            "`--glob` belongs to a folder", "name it: `newscli index FOLDER --glob '*.html'`"
        )
    return named_folders(desk, request.folders, request.globs)


def planned(
    desk: Desk,
    request: IndexRequest,
    engine: Engine,
    asked: tuple[Folder, ...],
    listed: tuple[str, ...],
    found: Tell,
) -> Plan:
    """Compare the folders with what the index knows; `found` is told while they are walked.

    Raises NothingToIndex where there is no article and there was none, or where the patterns
    that were typed fit no file: a slip must not empty an index.
    """
    known = engine.known()
    former = _former(desk, engine, request)
    if request.forget is not None:
        forgotten = covered_folder(desk, request.forget, former.folders, former.singles)
        kept = tuple(folder for folder in former.folders if not forgotten.holds(folder.path))
        return Plan(kept, inventory.without(known, forgotten, kept), (), known)
    if not (asked or listed or former.folders or former.singles):
        asked = (default_folder(desk, rebuild=request.rebuild),)
    folders = inventory.joined(former.folders, asked)
    everything = request.rebuild or not (asked or listed)
    taken = inventory.take(
        folders,
        known,
        only=None if everything else _around(folders, asked),
        listed=(*listed, *(former.singles if request.rebuild else ())),
        index=desk.settings.index,
        former=() if request.rebuild else former.singles,
        unread=engine.unread(),
        tell=found,
    )
    if not taken.found and not taken.skipped:
        wanted = [each for each in folders if each.path in {one.path for one in asked}] or folders
        if request.globs or not _has_any(known, wanted):
            raise NothingToIndex(_nothing(desk, wanted))
    if request.rebuild and former.is_whole:
        _refuse_to_lose(desk, taken.skipped)
    return Plan(folders, taken.changes, taken.skipped, known)


def _former(desk: Desk, engine: Engine, request: IndexRequest) -> _Former:
    """Tell what is covered; a rebuild takes over what it replaces, as far as that can be read."""
    if not request.rebuild:
        return _former_of(engine)
    try:
        with closing(open_engine(desk.settings.index, stem)) as replaced:
            return _former_of(replaced)
    except NoIndex:
        return _Former()
    except IndexUnusable as error:
        folders, known = remembered(desk.settings.index)
        if not (folders or known or request.folders or request.files_from):
            raise DamagedIndex(
                f"the index at `{desk.settings.index}` does not tell which folders it covers",
                "name them: `newscli index FOLDER --rebuild`",
            ) from error
        if known is None:
            desk.note("files that were once named by `--files-from` are to be named again")
        return _Former(folders, _singles(folders, known or {}), is_whole=False)


def _former_of(engine: Engine) -> _Former:
    folders = tuple(engine.folders())
    return _Former(folders, _singles(folders, engine.known()))


def _singles(folders: Sequence[Folder], known: Mapping[ArticleId, Source]) -> tuple[str, ...]:
    return tuple(sorted(inventory.listed_before(folders, known)))


def _refuse_to_lose(desk: Desk, skipped: Sequence[Skipped]) -> None:
    """Raise BadFolder for a covered folder that is not there: its articles would be gone."""
    lost = [each.path for each in skipped if each.cause is Cause.MISSING_FOLDER]
    if lost:
        place = desk.settings.place(lost[0])
        raise BadFolder(
            f"`{place}` is not there to be read anew, and its articles would be lost",
            f"bring it back, or give it up: `newscli index --forget {shlex.quote(place)}`",
        )


def _around(folders: Sequence[Folder], asked: Sequence[Folder]) -> list[Folder]:
    """Return the outermost folders around those asked for, and all that lie in them."""
    owner = Territory(folders).owner
    tops = {owner(each.path) for each in asked}
    return [each for each in folders if owner(each.path) in tops]


def _has_any(known: Mapping[ArticleId, Source], folders: Sequence[Folder]) -> bool:
    return any(folder.holds(each.path) for each in known.values() for folder in folders)


def _nothing(desk: Desk, folders: Sequence[Folder]) -> str:
    names = ", ".join(f"`{desk.settings.place(folder.path) or '.'}`" for folder in folders)
    patterns = ", ".join(sorted({glob for folder in folders for glob in folder.globs}))
    return f"{names} holds no files to index ({patterns or '.txt, .text, .md'})"

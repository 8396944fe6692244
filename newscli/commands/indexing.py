"""`newscli index`: brings the index up to date with its folders."""

import os
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from newscli.commands import inventory
from newscli.commands.desk import Desk
from newscli.commands.naming import (
    covered_folder,
    default_folder,
    named_files,
    named_folders,
)
from newscli.commands.uncollected import uncollected
from newscli.core.article import ArticleId
from newscli.core.changes import Changes, Folder, Source
from newscli.core.reports import IndexAnswer
from newscli.core.results import IndexReport, Skipped
from newscli.corpus.reading import read_or_skip
from newscli.corpus.walk import Tell
from newscli.engines import covered_folders, open_engine
from newscli.engines.port import Engine
from newscli.errors import (
    Exit,
    IndexUnusable,
    Interrupted,
    NoIndex,
    NothingToIndex,
    UsageError,
)
from newscli.render.counts import counted
from newscli.render.messages import skipped as print_skipped
from newscli.render.progress import Progress
from newscli.stemming import stem

MANY = 2000
"""So many files are worth several processes."""


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
class _Former:
    """What the index covered when the run began."""

    folders: tuple[Folder, ...] = ()
    singles: tuple[str, ...] = ()
    """Files that were listed one by one, in no covered folder."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done, and what was left out on the way to knowing it."""

    folders: tuple[Folder, ...]
    changes: Changes
    skipped: tuple[Skipped, ...]
    known: Mapping[ArticleId, Source]


def index(desk: Desk, request: IndexRequest) -> Exit:
    """Bring the index up to date, and tell what was done."""
    try:
        answer = _indexed(desk, request)
    except KeyboardInterrupt as interrupt:
        raise Interrupted("interrupted: the old index is intact") from interrupt
    desk.printer.index(answer)
    print_skipped(answer.report.skipped, desk.err, desk.err_look)
    if odd := len(answer.report.notes):
        desk.note(
            f"{counted(odd, 'file was', 'files were')} read with some doubt: `newscli doctor` tells"
        )
    return Exit.SOME_UNREADABLE if answer.report.skipped else Exit.DONE


@uncollected()
def _indexed(desk: Desk, request: IndexRequest) -> IndexAnswer:
    started = time.monotonic()
    asked = _asked(desk, request)
    listed = (
        () if request.files_from is None else named_files(desk, request.files_from, request.nul)
    )
    with desk.progress() as progress:
        # Said before the engine is loaded: a reader should see something at once.
        progress.stage("looking for articles")
        with closing(_opened(desk, request)) as engine:
            if request.dry_run:
                plan = _planned(desk, request, engine, asked, listed, progress.advance)
                report = _foretold(plan.changes)
            else:
                with engine.writing(request.wait):
                    found = expecting(request, engine, progress)
                    plan = _planned(desk, request, engine, asked, listed, found)
                    report = _carried_out(plan, request, engine, progress)
    lost = len(plan.changes.added) + len(plan.changes.renamed)
    lost -= len(report.added) + len(report.renamed)
    skipped = sorted((*plan.skipped, *report.skipped), key=lambda each: each.path)
    return IndexAnswer(
        report=replace(report, skipped=tuple(skipped)),
        places=_places(desk, plan),
        folders=tuple(desk.settings.place(folder.path) for folder in plan.folders),
        articles=len(plan.changes.to_read) + plan.changes.unchanged - lost,
        seconds=time.monotonic() - started,
        dry_run=request.dry_run,
    )


def _opened(desk: Desk, request: IndexRequest) -> Engine:
    """Open the index, or make ready to build one where there is none."""
    if not request.rebuild:
        try:
            return open_engine(desk.settings.index, stem)
        except NoIndex:
            if request.forget is not None:
                raise
    return open_engine(desk.settings.index, stem, fresh=True)


def _planned(
    desk: Desk,
    request: IndexRequest,
    engine: Engine,
    asked: tuple[Folder, ...],
    listed: tuple[str, ...],
    found: Tell,
) -> _Plan:
    """Compare the folders with what the index knows."""
    known = engine.known()
    former = _former(desk, engine, request)
    if request.forget is not None:
        forgotten = covered_folder(desk, request.forget, former.folders, known)
        kept = tuple(folder for folder in former.folders if not forgotten.holds(folder.path))
        return _Plan(kept, inventory.without(known, forgotten), (), known)
    if not (asked or listed or former.folders or former.singles):
        asked = (default_folder(desk),)
    folders = inventory.joined(former.folders, asked)
    everything = request.rebuild or not (asked or listed)
    taken = inventory.take(
        folders,
        known,
        only=None if everything else [each for each in folders if _is_asked(each, asked)],
        listed=(*listed, *(former.singles if request.rebuild else ())),
        index=desk.settings.index,
        unread=engine.unread(),
        tell=found,
    )
    if not taken.found and not taken.skipped and not _has_any(known, asked or folders):
        raise NothingToIndex(_nothing(desk, asked or folders))
    return _Plan(folders, taken.changes, taken.skipped, known)


def expecting(request: IndexRequest, engine: Engine, progress: Progress) -> Tell:
    """Count what is found, and have the engine get ready once many files must be new to it."""
    missing = len(engine.known()) + len(engine.unread()) + MANY

    def found(files: int) -> None:
        nonlocal missing
        missing -= files
        progress.advance(files)
        if missing <= 0:
            engine.prepare(read_or_skip, _jobs(request))

    return found


def _jobs(request: IndexRequest) -> int:
    return request.jobs or os.cpu_count() or 1


def _carried_out(
    plan: _Plan, request: IndexRequest, engine: Engine, progress: Progress
) -> IndexReport:
    """Read what has changed and write it, counting."""
    additions = plan.changes.to_read
    if additions:
        progress.stage("indexing", len(additions))
    left = len(additions)

    def advance(files: int) -> None:
        nonlocal left
        left -= files
        progress.advance(files)
        if files and not left:
            progress.stage("writing the index")

    return engine.apply(
        plan.changes, read_or_skip, plan.folders, jobs=_jobs(request), advance=advance
    )


def _foretold(changes: Changes) -> IndexReport:
    """Say what a run would do, as far as can be known without reading."""
    return IndexReport(
        added=tuple(each.id for each in changes.added),
        changed=tuple(each.id for each in changes.changed),
        renamed=tuple(each.id for each in changes.renamed),
        removed=changes.vanished,
        unchanged=changes.unchanged,
    )


def _places(desk: Desk, plan: _Plan) -> dict[ArticleId, str]:
    gone = {each: plan.known[each].path for each in plan.changes.removed}
    read = {each.id: each.source.path for each in plan.changes.to_read}
    return {id: desk.settings.place(path) for id, path in (gone | read).items()}


def _former(desk: Desk, engine: Engine, request: IndexRequest) -> _Former:
    """Tell what is covered; a rebuild takes over what it replaces, as far as that can be read."""
    if not request.rebuild:
        return _former_of(engine)
    try:
        with closing(open_engine(desk.settings.index, stem)) as replaced:
            return _former_of(replaced)
    except IndexUnusable:
        return _Former(covered_folders(desk.settings.index))


def _former_of(engine: Engine) -> _Former:
    folders = tuple(engine.folders())
    singles = inventory.listed_before(folders, engine.known())
    return _Former(folders, tuple(sorted(singles)))


def _asked(desk: Desk, request: IndexRequest) -> tuple[Folder, ...]:
    """Read the folders named; raises UsageError for what cannot be meant together."""
    if request.forget is not None and (request.folders or request.files_from):
        raise UsageError("`--forget` goes alone", "run `newscli index` again for the rest")
    if request.globs and not request.folders:
        raise UsageError(
            "`--glob` belongs to a folder", "name it: `newscli index FOLDER --glob '*.html'`"
        )
    return named_folders(desk, request.folders, request.globs)


def _is_asked(folder: Folder, asked: Sequence[Folder]) -> bool:
    return any(folder.holds(each.path) for each in asked)


def _has_any(known: Mapping[ArticleId, Source], folders: Sequence[Folder]) -> bool:
    return any(folder.holds(each.path) for each in known.values() for folder in folders)


def _nothing(desk: Desk, folders: Sequence[Folder]) -> str:
    names = ", ".join(f"`{desk.settings.place(folder.path) or '.'}`" for folder in folders)
    patterns = ", ".join(sorted({glob for folder in folders for glob in folder.globs}))
    return f"{names} holds no files to index ({patterns or '.txt, .text, .md'})"

"""`newscli index`: brings the index up to date with its folders."""

import time
from contextlib import closing
from dataclasses import replace

from newscli.commands.desk import Desk
from newscli.commands.gleaning import cores
from newscli.commands.naming import named_files
from newscli.commands.planning import IndexRequest, Plan, asked_folders, planned
from newscli.commands.uncollected import uncollected
from newscli.core.article import ArticleId
from newscli.core.changes import Changes
from newscli.core.reports import IndexAnswer
from newscli.core.results import IndexReport
from newscli.corpus.reading import read_or_skip
from newscli.corpus.walk import Tell
from newscli.engines import open_engine
from newscli.engines.port import Engine
from newscli.errors import Exit, Interrupted
from newscli.render.counts import counted
from newscli.render.messages import skipped as print_skipped
from newscli.render.progress import Progress
from newscli.stemming import stem

MANY = 2000
"""Files that are worth several processes."""


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
    asked = asked_folders(desk, request)
    listed = (
        () if request.files_from is None else named_files(desk, request.files_from, request.nul)
    )
    with desk.progress() as progress:
        # Said before the engine is loaded: a reader should see something at once.
        progress.stage("looking for articles")
        with closing(_opened(desk, request)) as engine:
            if request.dry_run:
                plan = planned(desk, request, engine, asked, listed, progress.advance)
                report = _foretold(plan.changes)
                articles = _held_after(plan)
            else:
                with engine.writing(request.wait):
                    found = expecting(request, engine, progress)
                    plan = planned(desk, request, engine, asked, listed, found)
                    report = _carried_out(plan, request, engine, progress)
                    articles = engine.facts().articles
    skipped = sorted((*plan.skipped, *report.skipped), key=lambda each: each.path)
    return IndexAnswer(
        report=replace(report, skipped=tuple(skipped)),
        places=_places(desk, plan),
        folders=tuple(desk.settings.place(folder.path) for folder in plan.folders),
        articles=articles,
        seconds=time.monotonic() - started,
        dry_run=request.dry_run,
    )


def _opened(desk: Desk, request: IndexRequest) -> Engine:
    """Open the index, or make ready to build one where there is none."""
    create = request.forget is None
    return open_engine(desk.settings.index, stem, fresh=request.rebuild, create=create)


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
    return request.jobs or cores()


def _carried_out(
    plan: Plan, request: IndexRequest, engine: Engine, progress: Progress
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


def _held_after(plan: Plan) -> int:
    """Return how many articles the index would hold if every file could be read."""
    stay = plan.known.keys() - set(plan.changes.removed)
    return len(stay.union(each.id for each in plan.changes.to_read))


def _places(desk: Desk, plan: Plan) -> dict[ArticleId, str]:
    gone = {each: plan.known[each].path for each in plan.changes.removed}
    read = {each.id: each.source.path for each in plan.changes.to_read}
    return {id: desk.settings.place(path) for id, path in (gone | read).items()}

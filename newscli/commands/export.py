"""`newscli export`: every match written out, with the exact sentences that hold its hits."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

from newscli.commands.desk import Desk
from newscli.commands.explaining import say_nothing_matches
from newscli.commands.outfile import refuse_to_overwrite, written
from newscli.commands.querying import Asked, ask, fitted
from newscli.commands.references import are_references, resolve
from newscli.commands.selection import Selection
from newscli.core.answers import Clipping
from newscli.core.article import ArticleId
from newscli.core.choices import ExportForm, Sort
from newscli.core.glancing import Glance
from newscli.core.passages import every
from newscli.core.query import Everything
from newscli.core.reading import highlights, merged
from newscli.core.results import Match
from newscli.engines.port import Engine
from newscli.errors import Exit, UsageError
from newscli.render.clippings import writer
from newscli.render.counts import counted
from newscli.stemming import stem


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What was typed after `export`."""

    words: tuple[str, ...]
    """Of a query; or references, if all of them are `@` and a number, or `-`."""
    selection: Selection
    form: ExportForm | None = None
    any_word: bool = False
    to: str | None = None
    force: bool = False


def export(desk: Desk, request: ExportRequest) -> Exit:
    """Write the articles one after another, to standard output or to a file."""
    named = request.words if are_references(request.words) else ()
    words = () if named else request.words
    asked = ask(desk, words, request.selection, any_word=request.any_word)
    form = request.form or _form_of(request.to)
    if request.to:
        path = desk.settings.absolute(request.to)
        refuse_to_overwrite(request.to, path, force=request.force)
    with desk.engine() as engine:
        asked = fitted(desk, engine, asked)
        if named:
            ids = _named(desk, engine, asked, request)
        else:
            ids = _chosen(engine, asked, request.selection)
        if not ids:
            if not request.to:
                writer(form, desk.out)
            _say_nothing(desk, engine, asked, request)
            return Exit.NOTHING_FOUND
        passages = 0
        with _opened(desk, request) as stream, desk.progress(len(ids)) as progress:
            write = writer(form, stream).write
            progress.stage("writing", len(ids))
            for clipping in _clippings(desk, engine, asked, ids):
                write(clipping)
                passages += len(clipping.passages)
                progress.advance()
    if request.to:
        told = f", {counted(passages, 'passage')}" if passages else ""
        desk.note(f"{counted(len(ids))}{told} written to `{request.to}`")
    return Exit.DONE


def _form_of(file: str | None) -> ExportForm:
    """Tell the form by the ending of the file's name."""
    if file is None:
        return ExportForm.MD
    ending = os.path.splitext(file)[1].removeprefix(".").lower()
    if ending not in set(ExportForm):
        raise UsageError(
            f"the name `{file}` does not tell which form is wanted",
            f"say it with `--as`: {', '.join(ExportForm)}",
        )
    return ExportForm(ending)


@contextmanager
def _opened(desk: Desk, request: ExportRequest) -> Iterator[TextIO]:
    if not request.to:
        yield desk.out
        return
    path = desk.settings.absolute(request.to)
    with written(request.to, path, force=request.force) as file:
        yield file


def _say_nothing(desk: Desk, engine: Engine, asked: Asked, request: ExportRequest) -> None:
    offset, total = request.selection.offset, engine.count(asked.tree)
    if offset and total:
        desk.note(f"no article at offset {offset}: {total:,} in all")
    else:
        say_nothing_matches(desk, engine, asked, has_any=True)


def _named(desk: Desk, engine: Engine, asked: Asked, request: ExportRequest) -> Sequence[ArticleId]:
    """Return the articles that are referred to, in their order, but those not chosen."""
    ids = list(dict.fromkeys(resolve(desk, engine, request.words)))
    if asked.tree != Everything():
        chosen = {match.id for match in engine.matching(asked.tree)}
        ids = [id for id in ids if id in chosen]
    return ids[request.selection.page(Sort.OLDEST).part]


def _chosen(engine: Engine, asked: Asked, selection: Selection) -> Sequence[ArticleId]:
    """Return the ids in their order; all of them unless the selection has a limit."""
    wanted = selection.page(Sort.OLDEST)
    if wanted.sort is Sort.RELEVANCE:
        return [hit.summary.id for hit in engine.search(asked.tree, wanted).hits]
    is_newest = wanted.sort is Sort.NEWEST

    def place(match: Match) -> tuple[bool, int, ArticleId]:
        day = match.date.first.toordinal() if match.date else 0
        return (match.date is None, -day if is_newest else day, match.id)

    ordered = sorted(engine.matching(asked.tree), key=place)
    return [match.id for match in ordered[wanted.part]]


def _clippings(
    desk: Desk, engine: Engine, asked: Asked, ids: Sequence[ArticleId]
) -> Iterator[Clipping]:
    glance = Glance(stem)
    for id in ids:
        article = engine.fetch(id)
        place = desk.settings.place(article.path)
        if asked.words == Everything():
            yield Clipping(article, place, is_whole=True)
            continue
        lit = highlights(asked.words, glance.at(article.content))
        yield Clipping(article, place, tuple(every(article.content, lit)), merged(lit))

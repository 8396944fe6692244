"""`newscli search --queries`: many queries at once, counted over time, as one table."""

import csv
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newscli.commands.desk import Desk
from newscli.commands.querying import Asked, ask, fitted
from newscli.commands.selection import Selection
from newscli.commands.timeline import refuse_too_many
from newscli.core.choices import Period
from newscli.errors import BadQuery, Exit, NewsError, UsageError
from newscli.render.form import NAMING, Form
from newscli.render.views import queries as view
from newscli.research.matrix import Matrix, QueryCounts
from newscli.research.timeline import series, starts


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What was typed after `search --queries`."""

    file: str
    selection: Selection
    by: Period | None = None
    any_word: bool = False
    useless: tuple[str, ...] = ()
    """What else was given that a table of queries has no use for."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """A query and the line it stands on, counted from 1."""

    line: int
    raw: str


def batch(desk: Desk, request: BatchRequest) -> Exit:
    """Count each query of the file by period, in the order of the file."""
    _refuse_contradictions(desk, request)
    by = request.by or Period.MONTH
    typed = list(_typed(desk, request.file))
    if not typed:
        raise UsageError(f"`{request.file}` holds no query", "write one on each line")
    # All are understood before the first is counted: a bad one leaves nothing half told.
    asked = [_asked(desk, request, each) for each in typed]
    with desk.engine() as engine, desk.progress() as progress:
        progress.stage("counting", len(asked))
        found = []
        for each in asked:
            found.append(engine.dates(fitted(desk, engine, each).tree))
            progress.advance()
    refuse_too_many(found, by)
    days = starts(found, by)
    told = (series(each.raw, dates, {}, by, days) for each, dates in zip(typed, found, strict=True))
    rows = tuple(
        QueryCounts(
            each.line,
            each.raw,
            one.articles,
            one.undated,
            one.whole_months,
            tuple(bin.articles for bin in one.bins),
        )
        for each, one in zip(typed, told, strict=True)
    )
    matrix = Matrix(asked[0].question, by, tuple(days), rows)
    if desk.form in {Form.JSON, Form.JSONL}:
        desk.printer.report(matrix, view)
    else:
        csv.writer(desk.out, lineterminator="\n").writerows(view.table(matrix))
    return Exit.DONE if any(row.articles for row in rows) else Exit.NOTHING_FOUND


def _refuse_contradictions(desk: Desk, request: BatchRequest) -> None:
    chosen = request.selection
    paging = {
        "--limit": chosen.limit is not None,
        "--offset": chosen.offset,
        "--all": chosen.everything,
        "--sort": chosen.sort,
    }
    useless = [*request.useless, *(name for name, given in paging.items() if given)]
    if useless:
        raise UsageError(f"`--queries` goes without `{useless[0]}`", "leave one of them out")
    if desk.form in NAMING:
        raise UsageError(
            f"`--queries` makes a table, which `--{desk.form}` cannot tell",
            "leave that out for CSV, or say `--json`",
        )


def _asked(desk: Desk, request: BatchRequest, typed: _Typed) -> Asked:
    """Understand one query; whatever is wrong with it is told with its line."""
    try:
        return ask(desk, (typed.raw,), request.selection, any_word=request.any_word)
    except BadQuery as error:
        raise BadQuery(
            _at(typed, request, error), error.query, error.position, error.hint
        ) from error
    except UsageError as error:
        raise UsageError(_at(typed, request, error), error.hint) from error


def _at(typed: _Typed, request: BatchRequest, error: NewsError) -> str:
    where = "standard input" if request.file == "-" else f"`{request.file}`"
    return f"line {typed.line} of {where}: {error.message}"


def _typed(desk: Desk, file: str) -> Iterator[_Typed]:
    """Go through the queries of a file or of standard input; `#` begins a remark."""
    for number, line in enumerate(_lines(desk, file), 1):
        raw = line.removeprefix("\ufeff").strip()
        if raw and not raw.startswith("#"):
            yield _Typed(number, raw)


def _lines(desk: Desk, file: str) -> Sequence[str]:
    if file == "-":
        return list(desk.lines())
    path = desk.settings.absolute(file)
    try:
        with open(path, encoding="utf-8", errors="replace") as opened:
            return list(opened)
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else str(error)
        raise UsageError(
            f"cannot read `{file}`: {reason}", "name a file of queries, or - for standard input"
        ) from error

"""The answer of `newscli search --queries`: a row for each query, a column for each period."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.render import records as told
from newscli.render.clippings.csv import cell
from newscli.render.records import Record
from newscli.render.view import Row
from newscli.research.calendar import label
from newscli.research.matrix import Matrix

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.queries/1"
RECORDS = "queries"


def total(answer: Matrix) -> int:
    """Return how many queries there are."""
    return len(answer.rows)


def articles(_: Matrix) -> Iterable[tuple[ArticleId, str]]:
    """Name no article: only how many there are is told."""
    return ()


def head(answer: Matrix) -> Record:
    """Return what was asked and the names of the periods."""
    return {
        "query": {**told.question(answer.question), "raw": None},
        "total": len(answer.rows),
        "by": answer.by,
        "periods": [label(start, answer.by) for start in answer.periods],
    }


def records(answer: Matrix) -> Iterable[Record]:
    """Go through the queries in their order; `counts` has a number for each period."""
    for row in answer.rows:
        yield {
            "query": row.raw,
            "line": row.line,
            "articles": row.articles,
            "undated": row.undated,
            "whole_months": row.whole_months,
            "counts": row.counts,
        }


def rows(answer: Matrix) -> Iterable[Row]:
    """Go through the lines of the table without its head."""
    for row in answer.rows:
        yield (row.raw, row.articles, row.undated, row.whole_months, *row.counts)


def table(answer: Matrix) -> Iterator[Row]:
    """Go through the lines of the table, its head first; texts are safe in a spreadsheet."""
    periods = (label(start, answer.by) for start in answer.periods)
    yield ("query", "articles", "undated", "whole_months", *periods)
    for raw, *counts in rows(answer):
        yield (cell(str(raw)), *counts)


def lines(answer: Matrix, screen: "Screen") -> "Iterator[Line]":
    """Set the lines of the table, cut to the terminal."""
    for row in table(answer):
        yield screen.cut(screen.line("  ".join(map(str, row))), screen.width)

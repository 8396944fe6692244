"""The answer of `who`: a table of names with a bar for their articles, and what to type next."""

import shlex
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.render.bars import drawn_bar
from newscli.render.counts import counted, extent, further
from newscli.render.records import Record, question
from newscli.render.view import Row
from newscli.research.who import Named, WhoAnswer

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.who/1"
RECORDS = "names"

_GAP = "  "
_LONGEST_NAME = 40
_LONGEST_BAR = 24
_SHORTEST_BAR = 4


def total(answer: WhoAnswer) -> int:
    """Return how many names there are."""
    return answer.total


def articles(answer: WhoAnswer) -> Iterable[tuple[ArticleId, str]]:  # noqa: ARG001
    """Return nothing: names are counted over articles, and none is named."""
    return ()


def head(answer: WhoAnswer) -> Record:
    """Return what was asked, and of how many articles."""
    return {
        "query": {**question(answer.question), "with": answer.beside, "where": answer.places},
        "total": answer.total,
        "offset": answer.offset,
        "articles": answer.articles,
    }


def records(answer: WhoAnswer) -> Iterable[Record]:
    """Go through the names."""
    return (
        {
            "name": each.name,
            "kind": each.kind,
            "articles": each.articles,
            "mentions": each.mentions,
            "aliases": each.aliases,
            "first": {
                "id": each.first.id,
                "paragraph": each.first.paragraph,
                "start": each.first.start,
                "end": each.first.end,
            },
        }
        for each in answer.names
    )


def rows(answer: WhoAnswer) -> Iterable[Row]:
    """Go through name, kind, articles, mentions, aliases, and where the first mention is."""
    for each in answer.names:
        aliases = ", ".join(each.aliases)
        first = each.first
        yield (
            each.name,
            each.kind or "",
            each.articles,
            each.mentions,
            aliases,
            first.id,
            first.start,
        )


def lines(answer: WhoAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set a table with a bar for the articles, and a footer."""
    if not answer.names:
        return
    names = [screen.line(each.name) for each in answer.names]
    widest = min(_LONGEST_NAME, max(name.cell_len for name in names))
    cells = [_cells(each) for each in answer.names]
    heading = ("kind", "articles", "mentions")
    widths = [max(map(len, column)) for column in zip(heading, *cells, strict=True)]
    room = screen.width - sum(widths) - len(_GAP) * 4
    if room < _SHORTEST_BAR + 10:
        yield from _stacked(answer, screen)
    else:
        bar = max(min(_LONGEST_BAR, room - widest), _SHORTEST_BAR)
        column = min(widest, room - bar)
        yield screen.line("").append(_row(heading, column * " ", widths), screen.quiet)
        most = max(each.articles for each in answer.names)
        for each, name, cell in zip(answer.names, names, cells, strict=True):
            cut = screen.cut(name, column)
            cut.append(_row(cell, " " * (column - cut.cell_len), widths))
            drawn = drawn_bar(each.articles, most, bar, screen.glyphs)
            yield cut.append(_GAP + drawn, screen.quiet)
    yield screen.line("")
    yield from screen.wrap(screen.facts(*_footer(answer, screen)), screen.width)


def _cells(each: Named) -> tuple[str, str, str]:
    return each.kind or "", f"{each.articles:,}", f"{each.mentions:,}"


def _row(cells: tuple[str, str, str], before: str, widths: list[int]) -> str:
    kind, *numbers = cells
    right = [number.rjust(width) for number, width in zip(numbers, widths[1:], strict=True)]
    return _GAP.join([before, kind.ljust(widths[0]), *right])


def _stacked(answer: WhoAnswer, screen: "Screen") -> "Iterator[Line]":
    for each in answer.names:
        yield from screen.wrap(screen.line(each.name), screen.width)
        facts = screen.facts(each.kind or "", counted(each.articles))
        yield from screen.wrap(facts, screen.width, rest=_GAP)


def _footer(answer: WhoAnswer, screen: "Screen") -> Iterator[str]:
    """Tell how many names there are, and what to type next."""
    shown, what = len(answer.names), "place" if answer.places else "name"
    every = counted(answer.total, what)
    part = extent(every, shown, answer.total, answer.offset, screen.glyphs.to)
    yield f"{part} in {counted(answer.articles)}"
    name = answer.names[0].name
    if answer.beside:
        phrase = f'"{name}"' if " " in name else name
        yield f"`{shlex.join(['newscli', 'search', phrase])}` finds the first"
    else:
        command = shlex.join(["newscli", "who", "--with", name])
        yield f"`{command}` tells who is named beside the first"
    yield further(shown, answer.total, answer.offset)

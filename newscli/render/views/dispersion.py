"""The answer of `newscli kwic --plot`: where in each article the occurrences stand.

A line is the article from its first word to its last; a tick stands for what occurs there,
a thicker one for more of it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.render import records as told
from newscli.render.counts import counted, further
from newscli.render.records import Record
from newscli.render.view import Row
from newscli.research.dispersion import Dispersion, Plot, cells

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.kwic/1"
RECORDS = "plot"

_WIDEST = 60
_TENTHS = 10


def total(answer: Plot) -> int:
    """Return how many occurrences there are."""
    return answer.total


def articles(answer: Plot) -> Iterable[tuple[ArticleId, str]]:
    """Go through the articles of the bars."""
    return ((bar.found.summary.id, bar.found.place) for bar in answer.bars)


def head(answer: Plot) -> Record:
    """Return what was asked and how much there is."""
    return {
        "query": told.question(answer.question),
        "total": answer.total,
        "articles": answer.articles,
        "offset": answer.offset,
        "limit": answer.limit,
    }


def records(answer: Plot) -> Iterable[Record]:
    """Go through the articles; `positions` count words from 0, of `words` in all."""
    for bar in answer.bars:
        yield {
            **told.identity(bar.found),
            "words": bar.words,
            "occurrences": len(bar.positions),
            "positions": bar.positions,
        }


def rows(answer: Plot) -> Iterable[Row]:
    """Go through id, date, headline, words, occurrences, and how many in each tenth."""
    for bar in answer.bars:
        summary = bar.found.summary
        tenths = " ".join(map(str, cells(bar.positions, bar.words, _TENTHS)))
        date = told.day(summary.date) or ""
        yield summary.id, date, summary.headline, bar.words, len(bar.positions), tenths


def lines(answer: Plot, screen: "Screen") -> "Iterator[Line]":
    """Set each article's bar under its headline, then how many there are."""
    if not answer.bars:
        return
    gutter = len(str(answer.bars[-1].found.rank)) + 2
    number = max(len(f"{len(bar.positions):,}") for bar in answer.bars)
    room = max(min(_WIDEST, screen.width - gutter - number - 2), 1)
    for bar in answer.bars:
        summary = bar.found.summary
        rank = screen.line(str(bar.found.rank))
        rank.pad_right(gutter - rank.cell_len)
        date = screen.line(str(summary.date or "undated"), screen.quiet)
        left = screen.width - gutter - date.cell_len - 2
        headline = screen.cut(screen.line(summary.headline), left)
        yield rank.append_text(headline).append("  ").append_text(date)
        drawn = _bar(bar, room, screen)
        count = screen.line(f"{len(bar.positions):,}".rjust(number))
        yield (
            screen.line("").append(" " * gutter).append_text(drawn).append("  ").append_text(count)
        )
    yield screen.line("")
    facts = [f"{counted(answer.total, 'occurrence')} in {counted(answer.articles)}"]
    shown = len(answer.bars)
    if shown < answer.articles:
        facts.append(f"{answer.offset + 1:,}{screen.glyphs.to}{answer.offset + shown:,} shown")
    facts.append("`newscli show 1` reads the first" if shown > 1 else "`newscli show 1` reads it")
    facts.append(further(shown, answer.articles, answer.offset))
    yield from screen.wrap(screen.facts(*facts), screen.width)


def _bar(bar: Dispersion, room: int, screen: "Screen") -> "Line":
    drawn = screen.line("")
    counts = cells(bar.positions, bar.words, room)
    none, one, few, many = screen.glyphs.rule, *screen.glyphs.ticks
    signs = (none if not n else one if n == 1 else few if n < 4 else many for n in counts)
    for is_none, run in groupby(signs, none.__eq__):
        drawn.append("".join(run), screen.quiet if is_none else screen.bold)
    return drawn

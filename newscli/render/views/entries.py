"""One article among several of an answer: a line on a terminal, an object for a program."""

from typing import TYPE_CHECKING

from newscli.core.answers import Found
from newscli.render import records
from newscli.render.records import Record

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

_DATE = len("2021-01-10")
_GAP = "  "


def entry(found: Found) -> Record:
    """Return what identifies an article."""
    summary = found.summary
    return {
        "rank": found.rank,
        "id": summary.id,
        "date": records.day(summary.date),
        "headline": summary.headline,
        "headline_derived": summary.headline_derived,
        "path": found.place,
    }


def entry_line(found: Found, screen: "Screen", gutter: int, fact: str = "") -> "Line":
    """Set rank, date, headline, a fact and the id in one line; a narrow one has no id."""
    summary = found.summary
    left = screen.line("").append(str(found.rank).rjust(gutter) + _GAP)
    left.append(str(summary.date or "undated").ljust(_DATE), screen.quiet).append(_GAP)
    right = screen.line("")
    if fact:
        right.append(_GAP + fact, screen.quiet)
    if not screen.narrow:
        right.append(_GAP + summary.id, screen.quiet)
    room = max(screen.width - left.cell_len - right.cell_len, 0)
    headline = screen.cut(screen.line(summary.headline), room)
    headline.pad_right(room - headline.cell_len)
    return screen.cut(left.append_text(headline).append_text(right), screen.width)

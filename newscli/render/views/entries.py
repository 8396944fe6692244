"""One article among several of an answer, as a line on a terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newscli.core.answers import Found

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

_DATE = len("2021-01-10")
_GAP = "  "


def entry_lines(found: Found, screen: "Screen", gutter: int, fact: str = "") -> "Iterator[Line]":
    """Set rank, date, headline, a fact and the id in one line; in several where it is narrow."""
    summary = found.summary
    rank = screen.line("").append(str(found.rank).rjust(gutter) + _GAP)
    headline, day = screen.line(summary.headline), str(summary.date or "undated")
    if screen.narrow:
        indent = " " * rank.cell_len
        yield from screen.wrap(headline, screen.width, rank, indent)
        facts = screen.facts(day, fact.strip(), summary.id)
        yield from screen.wrap(facts, screen.width, rest=indent)
        return
    rank.append(day.ljust(_DATE), screen.quiet).append(_GAP)
    right = screen.line("")
    if fact:
        right.append(_GAP + fact, screen.quiet)
    right.append(_GAP + summary.id, screen.quiet)
    room = max(screen.width - rank.cell_len - right.cell_len, 0)
    headline = screen.cut(headline, room)
    headline.pad_right(room - headline.cell_len)
    yield screen.cut(rank.append_text(headline).append_text(right), screen.width)

"""The answer of `newscli kwic`: a line for each occurrence, the words found under each other.

On a terminal what is found begins in the same column of every line, counted in cells:
wide characters take two, marks none. Writing from right to left is kept apart by marks
of direction, so that a terminal that turns it round does so within its column.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId, Span
from newscli.render import records as told
from newscli.render.counts import counted, extent, further
from newscli.render.records import Record
from newscli.render.view import Row
from newscli.research.concordance import Concordance
from newscli.research.concordance import Line as Context

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.kwic/1"
RECORDS = "lines"

_LTR = "\u200e"
"""Keeps what is left of it and what is right of it from being turned round as one."""
_DATED = 100
"""From so many columns on, lines tell their date."""
_LEAST = 8
"""A line with less room than this has no reference."""
_JOINER = "\u200d"
"""Left out: no two terminals agree how wide the pictures are that it joins."""
_SPLIT = 20
"""How many cells a cut gives up to fall between two words."""
_FIRST_WORD = re.compile(r"\S*\s+")
_LAST_WORD = re.compile(r"\s+\S*\Z")


def total(answer: Concordance) -> int:
    """Return how many occurrences there are."""
    return answer.total


def articles(answer: Concordance) -> Iterable[tuple[ArticleId, str]]:
    """Go through the articles of the lines."""
    return ((one.summary.id, one.place) for one in answer.found)


def head(answer: Concordance) -> Record:
    """Return what was asked and how much there is."""
    sample = answer.sample
    return {
        "query": told.question(answer.question),
        "total": answer.total,
        "articles": answer.articles,
        "offset": answer.offset,
        "limit": answer.limit,
        "sort": answer.order,
        "window": answer.window,
        "sample": {"size": sample.size, "seed": sample.seed} if sample else None,
    }


def records(answer: Concordance) -> Iterable[Record]:
    """Go through the lines; `left + node + right` reads as the text does."""
    for line in answer.lines:
        yield {
            "id": line.mention.id,
            "paragraph": line.mention.paragraph,
            "start": line.mention.start,
            "end": line.mention.end,
            "date": told.day(line.date),
            "left": line.left,
            "node": line.node,
            "right": line.right,
        }


def rows(answer: Concordance) -> Iterable[Row]:
    """Go through id, paragraph, date, left, node and right."""
    for line in answer.lines:
        date = told.day(line.date) or ""
        mention = line.mention
        yield mention.id, mention.paragraph, date, line.left, line.node, line.right


def lines(answer: Concordance, screen: "Screen") -> "Iterator[Line]":
    """Set the lines with their references, then how many there are."""
    if not answer.lines:
        return
    ranks = {one.summary.id: one.rank for one in answer.found}
    references = [_reference(line, ranks[line.mention.id], screen) for line in answer.lines]
    widest = max(reference.cell_len for reference in references)
    if screen.width - widest - 2 < _LEAST:
        references, widest = [screen.line("") for _ in references], -2
    room = screen.width - widest - 2
    longest = max(screen.line(line.node).cell_len for line in answer.lines)
    # What is found stands in the middle, a long phrase with its own middle about there.
    before = max((room - min(longest, room // 2)) // 2, 1)
    for line, reference in zip(answer.lines, references, strict=True):
        reference.pad_right(widest - reference.cell_len + 2)
        yield reference.append_text(_aligned(line, screen, before, room))
    yield screen.line("")
    yield from screen.wrap(screen.facts(*_footer(answer, screen)), screen.width)


def _reference(line: Context, rank: int, screen: "Screen") -> "Line":
    date = f"{line.date or 'undated'}".ljust(12) if screen.width >= _DATED else ""
    return screen.line("").append(
        f"{rank:>2} {date}{screen.glyphs.paragraph}{line.mention.paragraph}", screen.quiet
    )


def _aligned(line: Context, screen: "Screen", before: int, room: int) -> "Line":
    """Set one line: the left side ends at column `before`, and all of it fits."""
    before_it, safe, behind = (
        screen.safe(text.replace(_JOINER, "")) for text in (line.left, line.node, line.right)
    )
    node = screen.lighted(safe, Span(0, len(safe)), [Span(0, len(safe))])
    node = screen.cut(node, room - before)
    left = _end_of(before_it, before, screen)
    right = _beginning_of(behind, room - before - node.cell_len, screen)
    text = screen.line("").append(" " * (before - screen.cells(left))).append(left)
    mark = _LTR if any(map(_turns, (before_it, safe, behind))) else ""
    return text.append(mark).append_text(node).append(mark).append(right)


def _end_of(text: str, room: int, screen: "Screen") -> str:
    """Return as much of the end as fits, from a whole word on if one begins near."""
    width = screen.cells(text)
    if width <= room:
        return text
    at = 0
    while width > room:
        width -= screen.cells(text[at])
        at += 1
    while at < len(text) and not screen.cells(text[at]):
        at += 1
    kept = text[at:]
    cut = None if text[at - 1].isspace() else _FIRST_WORD.match(kept)
    is_spaced = screen.cells(text[at - 1]) < 2  # wide scripts have no words to keep whole
    return kept[cut.end() :] if cut and is_spaced and cut.end() <= _SPLIT else kept


def _beginning_of(text: str, room: int, screen: "Screen") -> str:
    """Return as much of the beginning as fits, up to a whole word if one ends near."""
    if screen.cells(text) <= room:
        return text
    at = width = 0
    while at < len(text) and (width := width + screen.cells(text[at])) <= room:
        at += 1
    kept = text[:at]
    if text[at : at + 1].isspace():
        return kept
    cut = _LAST_WORD.search(kept)
    return kept[: cut.start()] if cut and len(kept) - cut.start() <= _SPLIT else kept


def _turns(text: str) -> bool:
    """Tell whether any of it is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)


def _footer(answer: Concordance, screen: "Screen") -> Iterator[str]:
    shown = len(answer.lines)
    drawn = answer.sample.size if answer.sample else answer.total
    whole = counted(answer.total, "occurrence")
    if answer.sample:
        whole = f"a sample of {drawn:,} of {whole} (seed {answer.sample.seed})"
    part = extent(whole, shown, drawn, answer.offset, screen.glyphs.to)
    yield part if answer.sample else f"{part} in {counted(answer.articles)}"
    yield (
        "`newscli show 1` reads the first article"
        if len(answer.found) > 1
        else "`newscli show 1` reads it"
    )
    yield further(shown, drawn, answer.offset)

"""Two articles compared word by word, told in every form.

What went stands as `[-old-]` and what came as `{+new+}`, as wdiff writes them; colours are
an addition, never needed.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.render.records import Record, listed, question
from newscli.render.view import Row
from newscli.render.views.entries import entry_lines
from newscli.research.differences import Change, DiffAnswer

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.diff/1"
RECORDS = "changes"

MARKS = {Change.SAME: ("", ""), Change.OLD: ("[-", "-]"), Change.NEW: ("{+", "+}")}
AROUND = 12
"""Words of what stayed that are shown before and after what did not."""

_BREAK = re.compile(r"[ \t]*\n\s*")


def total(answer: DiffAnswer) -> int:
    """Return how many stretches are not the same."""
    return sum(each.change is not Change.SAME for each in answer.stretches)


def articles(answer: DiffAnswer) -> Iterable[tuple[ArticleId, str]]:
    """Go through the two articles."""
    versions = (answer.first, answer.second)
    return {each.found.summary.id: each.found.place for each in versions}.items()


def head(answer: DiffAnswer) -> Record:
    """Return which articles were compared, and how alike they are."""
    return {
        "query": question(answer.question),
        "total": total(answer),
        "articles": [listed(answer.first.found), listed(answer.second.found)],
        "jaccard": round(answer.jaccard, 4),
    }


def records(answer: DiffAnswer) -> Iterable[Record]:
    """Go through all stretches, in order, each with where it stands in its article."""
    for stretch in answer.stretches:
        version = answer.version(stretch)
        yield {
            "change": stretch.change,
            "id": version.found.summary.id,
            "paragraph": version.paragraph(stretch.span.start),
            "start": stretch.span.start,
            "end": stretch.span.end,
            "text": answer.text(stretch),
        }


def rows(answer: DiffAnswer) -> Iterable[Row]:
    """Go through the lines of both texts as one, what changed between marks."""
    for line in _set(answer, whole=True):
        yield ("".join(before + text + after for text, (before, after), _ in line),)


def lines(answer: DiffAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set both headlines, then what changed, with a few words around it."""
    styles = {Change.SAME: screen.plain, Change.OLD: screen.old, Change.NEW: screen.new}
    for version in (answer.first, answer.second):
        yield from entry_lines(version.found, screen, 1)
    yield screen.line("")
    if not total(answer):
        yield screen.line("the same, word by word")
        return
    for pieces in _set(answer, whole=False):
        line = screen.line("")
        for text, (before, after), change in pieces:
            shown = text.replace(_CUT, screen.glyphs.ellipsis)
            safe = screen.safe(shown)
            line.append(f"{before}{safe}{after}", styles[change])
        yield from screen.wrap(line, screen.measure)
        yield screen.line("")
    facts = screen.facts(f"{int(answer.jaccard * 100)} % alike", MARKED)
    yield from screen.wrap(facts, screen.width)


_CUT = "\x00"
MARKED = "[-only in the first-] {+only in the second+}"

Piece = tuple[str, tuple[str, str], Change]


def _set(answer: DiffAnswer, *, whole: bool) -> Iterator[list[Piece]]:
    """Go through the lines, each as its pieces of text; without `whole`, those that changed."""
    line: list[Piece] = []
    for number, stretch in enumerate(answer.stretches):
        text = answer.text(stretch)
        if not whole and stretch.change is Change.SAME:
            text = _cut(text, first=not number, last=number == len(answer.stretches) - 1)
        for at, part in enumerate(_BREAK.split(text)):
            if at and line:
                yield line
                line = []
            if part:
                space = " " if line else ""
                line += [
                    (space, ("", ""), Change.SAME),
                    (part, MARKS[stretch.change], stretch.change),
                ]
    if line:
        yield line


def _cut(text: str, *, first: bool, last: bool) -> str:
    """Leave out what is far from any change."""
    words = list(re.finditer(r"\S+", text))
    if len(words) <= (1 if first or last else 2) * AROUND + 2:
        return text
    kept = "" if first else text[: words[AROUND - 1].end()]
    following = "" if last else text[words[-AROUND].start() :]
    return (
        f"{kept} {_CUT}\n\n{_CUT} {following}"
        if kept and following
        else f"{kept} {_CUT} {following}"
    )

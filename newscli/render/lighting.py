"""Hits made visible: a stretch of text cut into lit and unlit pieces, and the marks around them.

A piece is shown in one line: white space is squeezed, and none of it is ever lit.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newscli.core.article import Span
from newscli.render.form import Look

Piece = tuple[str, bool]
"""Some characters, and whether they are lit."""

_RUN = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Marks:
    """What is written before and after a lit piece."""

    before: str
    after: str


GUILLEMETS = Marks("«", "»")
CHEVRONS = Marks("<<", ">>")
ANSI = Marks("\x1b[1;31m", "\x1b[0m")
NO_MARKS = Marks("", "")


def marks(look: Look) -> Marks:
    """Choose marks that can be seen on a stream of this look."""
    if look.colour:
        return ANSI
    return GUILLEMETS if look.unicode else CHEVRONS


def pieces(text: str, within: Span, hits: Iterable[Span]) -> list[Piece]:
    """Cut `within` at the edges of the hits, which are in order; the text is already safe."""
    squeezed: list[Piece] = []
    spaced = True
    for raw, lit in _cut(text, within, hits):
        shown = _RUN.sub(" ", raw)
        if spaced:
            shown = shown.removeprefix(" ")
        if shown:
            squeezed.append((shown, lit))
            spaced = shown.endswith(" ")
    if squeezed and spaced:
        last, lit = squeezed.pop()
        squeezed += [(last.rstrip(" "), lit)] if last.strip(" ") else []
    return squeezed


def marked(text: str, within: Span, hits: Iterable[Span], by: Marks) -> str:
    """Write the stretch in one line, its hits between marks."""
    return "".join(
        f"{by.before}{piece}{by.after}" if lit else piece
        for piece, lit in pieces(text, within, hits)
    )


def _cut(text: str, within: Span, hits: Iterable[Span]) -> Iterator[Piece]:
    at = within.start
    for hit in hits:
        start, end = max(hit.start, at), min(hit.end, within.end)
        if start >= end:
            continue
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at : within.end], False

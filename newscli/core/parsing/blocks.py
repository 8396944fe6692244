"""The blocks a text falls into by its white space, before anything is known of them.

Blank lines part blocks; so do single newlines, unless the text was wrapped at
a fixed width, when the lines of one paragraph are put together again. A line that
ends with a title (`Sen.`) was broken by a program that took it for a sentence: the
name is on the next.
"""

import re
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from newscli.core.abbreviations import TITLES
from newscli.core.parsing.sentences import ends_sentence

_FIRST_WORD = re.compile(r"\S{1,16}")
_STARTS_AFRESH = re.compile(
    r"--|#{1,6}\s|[*•·▪►>+—–-]\s?|(?:By|Published|Posted|Updated|Source|Photo|Image)\b"
)
_NARROWEST, _WIDEST = 40, 140
_SLACK = 4
_TITLES = tuple(f" {title}." for title in sorted(TITLES) if not title.upper().startswith("ST"))
"""What a line is broken at; a `St.` there is the street of an address."""
_TITLE_ENDS = frozenset(title[-4:] for title in _TITLES)
"""Their last characters: one look spares nearly every line the others."""


class Block(NamedTuple):
    """A stretch of text without outer white space."""

    start: int
    end: int
    apart: bool
    """Whether a blank line, or the beginning of the text, stands before it."""

    def of(self, text: str) -> str:
        """Return the characters of `text` in the block."""
        return text[self.start : self.end]


_block = partial(tuple.__new__, Block)  # what `Block` calls, in a third of the time


def find_blocks(text: str, start: int = 0) -> list[Block]:
    """Return the blocks of a text from `start` on; every character outside them is white space."""
    lines = _lines(text, start)
    width = _wrap_width(text, lines)
    return _unwrapped(text, lines, width) if width else lines


def _lines(text: str, place: int) -> list[Block]:
    lines: list[Block] = []
    apart = True
    broken = False
    for line in text[place:].split("\n"):
        length = len(line)
        written = line.strip()
        if written:
            start = place if len(written) == length else place + line.index(written[0])
            end = start + len(written)
            if broken:
                if not apart and written[0].isupper():
                    start, _, apart = lines.pop()
                broken = False
            lines.append(_block((start, end, apart)))
            if written[-4:] in _TITLE_ENDS and written.endswith(_TITLES):
                broken = True
        apart = not written
        place += length + 1
    return lines


def _wrap_width(text: str, lines: list[Block]) -> int:
    """Return the width the text was wrapped at, 0 if it was not.

    Wrapped lines run on in the middle of a sentence, and the next word would
    not have fitted on them.
    """
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if not following[2] and line[1] - line[0] <= _WIDEST
    ]
    running_on = [
        (line, following)
        for line, following in pairs
        if _runs_on(text, line, following) and not ends_sentence(line.of(text))
    ]
    if not running_on or len(running_on) * 5 < len(pairs):
        return 0
    lengths = sorted(
        end - start
        for (start, end, _), _ in pairs
        if end - start >= _NARROWEST and not ends_sentence(text[start:end])
    )
    if not lengths:
        return 0
    width = lengths[(len(lengths) - 1) * 9 // 10]
    full = sum(_is_full(text, line, following, width) for line, following in pairs)
    telling = sum(_is_full(text, line, following, width) for line, following in running_on)
    return width if telling * 5 >= len(pairs) and full * 5 >= len(pairs) * 2 else 0


def _unwrapped(text: str, lines: list[Block], width: int) -> list[Block]:
    blocks = [lines[0]]
    for line, following in pairwise(lines):
        if (
            following.apart
            or line.end - line.start > _WIDEST
            or not _is_full(text, line, following, width)
            or _indent(text, following) > _indent(text, line) + 1
            or _STARTS_AFRESH.match(text, following.start, following.end)
            or line.of(text) == following.of(text)
        ):
            blocks.append(following)
        else:
            blocks[-1] = Block(blocks[-1].start, following.end, blocks[-1].apart)
    return blocks


def _is_full(text: str, line: Block, following: Block, width: int) -> bool:
    """Tell whether the first word of the next line had no room on this one."""
    word = _FIRST_WORD.match(text, following.start, following.end)
    return line.end - line.start + 1 + len(word[0] if word else "") >= width - _SLACK


def _runs_on(text: str, line: Block, following: Block) -> bool:
    """Tell whether the next line can only be the same sentence, as far as letters show it."""
    first = text[following.start]
    if first.isupper():
        if not line.of(text).isupper() or following.of(text) == line.of(text):
            return False
    elif not first.isalpha():
        return False
    return not _STARTS_AFRESH.match(text, following.start, following.end)


def _indent(text: str, line: Block) -> int:
    return line.start - text.rfind("\n", 0, line.start) - 1

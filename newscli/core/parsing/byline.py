"""Who wrote an article, as the line `By Jane Roe` tells it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newscli.core.article import Span
from newscli.core.parsing.blocks import Block
from newscli.core.parsing.phrases import AGENCIES, NAME_PARTICLES

_BY = re.compile(
    r"(?:--\s+)?(?:By|BY|by|(?:Written|Reported|Story) by|Author|Reporter)\b\s*:?\s*",
)
_FIRST_LETTERS = frozenset("-BbWRSA")  # of the openings above
_SINGLE_BY = re.compile(r"(?:By|BY|by)\s?:?")
_AFTER_NAME = re.compile(r"\s*(?:,|\||•|·|;|\n|--|[–—]|\s-\s|\s+(?:in|for|at)\s).*", re.DOTALL)
_NO_NAME = re.compile(
    r"(?:the|an|all|any|no|far|and|or|now|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|[^\w“\"'(]|.*[0-9]",
    re.IGNORECASE,
)
_LONGEST = 120
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Byline:
    """A name, where it stands, and which blocks exist only to tell it."""

    name: str
    span: Span
    blocks: frozenset[int]


def find_byline(text: str, blocks: Sequence[Block]) -> Byline | None:
    """Return the first byline among the blocks, which are the top of an article."""
    for index, (start, end, _) in enumerate(blocks):
        if end - start > _LONGEST or text[start] not in _FIRST_LETTERS:
            continue
        opening = _BY.match(text, start, end)
        if not opening:
            continue
        if opening.end() < end:
            name = _name(text, opening.end(), end)
            if name and (index or _is_unmistakable(name.of(text))):
                return Byline(" ".join(name.of(text).split()), name, frozenset({index}))
        elif index + 1 < len(blocks) and _SINGLE_BY.fullmatch(text, start, end):
            following = blocks[index + 1]
            name = _name(text, following.start, following.end)
            if name:
                both = frozenset({index, index + 1})
                return Byline(" ".join(name.of(text).split()), name, both)
    return None


def _name(text: str, start: int, end: int) -> Span | None:
    """Return the part of `text[start:end]` that is a name, if all of it reads like a byline."""
    if end - start > _LONGEST:
        return None
    written = text[start:end]
    name = _AFTER_NAME.sub("", written).rstrip()
    words = name.split()
    if name.casefold() in AGENCIES:
        return Span(start, start + len(name))
    if not words or len(words) > _MOST_WORDS or _NO_NAME.match(name):
        return None
    if name[-1] in ".!?:" and len(words[-1]) > 3:
        return None
    if not all(
        word[0].isupper() or not word[0].islower() or word in NAME_PARTICLES for word in words
    ):
        return None
    return Span(start, start + len(name))


def _is_unmistakable(name: str) -> bool:
    """Tell a name from a title such as `By Design`, where nothing stands before it."""
    return " " in name or name.casefold() in AGENCIES

"""The kinds of the paragraphs from the lead on. Most are body; the rest must show why not."""

from collections.abc import Mapping, Sequence

from newscli.core.article import Kind, Span
from newscli.core.parsing.blocks import Block
from newscli.core.parsing.captions import read_caption
from newscli.core.parsing.front import Front, repeats
from newscli.core.parsing.leftovers import LONGEST_LEFTOVER, is_leftover
from newscli.core.parsing.quotes import signed_quote
from newscli.core.parsing.sentences import (
    LONGEST_HEADING,
    OPENING_QUOTES,
    ends_sentence,
    is_heading,
    is_prose,
)

_LEAD, _BODY, _META = Kind.LEAD, Kind.BODY, Kind.META  # looked up once: it takes long
_LONGEST = 320  # a longer block that ends in a full stop is plain running text
_LONGEST_APART = 232  # of what is no caption and no quote: the headline again is as long
_OPENS = frozenset(OPENING_QUOTES + "PIF#")  # what captions, quotes and headings may begin with
_MARKED = frozenset("PIF#")  # what those may begin with that end as sentences do
_STOPPED = frozenset(stop + mark for stop in ".?!" for mark in '"”')


def doubtful(text: str, blocks: Sequence[Block], front: Front) -> list[int]:
    """Return the indexes of the blocks after the lead that may be something else than body.

    Nearly every block is long and ends with a sentence, and of such a one nothing more
    need be asked.
    """
    first = len(front.kinds) + 1
    longest = _LONGEST_APART if front.headline else LONGEST_LEFTOVER
    return [
        i
        for i, (start, end, _) in enumerate(blocks[first:], first)
        if end - start <= longest
        or not (text[end - 1] in ".?!" or text[end - 2 : end] in _STOPPED)
        or text[start] in _MARKED
    ]


def kinds_from_lead(
    text: str,
    blocks: Sequence[Block],
    front: Front,
    in_doubt: Sequence[int],
    quotes: Mapping[int, Span],
) -> list[Kind]:
    """Return the kinds of the blocks that `front` has left; `quotes` are known by repetition."""
    lead = len(front.kinds)
    kinds = [_BODY] * (len(blocks) - lead)
    if kinds:
        kinds[0] = _LEAD
    if in_doubt:
        parted = any(apart for _, _, apart in blocks[lead + 1 :])
        for i in in_doubt:
            if i in front.meta:
                kinds[i - lead] = _META
            elif i in quotes:
                kinds[i - lead] = Kind.QUOTE
            else:
                kinds[i - lead] = _kind(text, blocks, i, front.headline, parted=parted)
    return kinds


def _kind(
    text: str, blocks: Sequence[Block], i: int, headline: Span | None, *, parted: bool
) -> Kind:
    start, end, _ = block = blocks[i]
    length, first, last = end - start, text[start], text[end - 1]
    if length <= LONGEST_LEFTOVER and is_leftover(text[start:end], at_top=False):
        return _META
    if first not in _MARKED and (last in ".?!" or text[end - 2 : end] in _STOPPED):
        return _META if headline and repeats(text, headline, block) else _BODY
    if length > _LONGEST and last in ".?!":
        return _BODY
    if first in _OPENS or last in ")]":
        if read_caption(text, start, end):
            return Kind.CAPTION
        if signed_quote(text, start, end):
            return Kind.QUOTE
    if headline and repeats(text, headline, block):
        return _META
    if length > LONGEST_HEADING and first != "#":
        return _BODY
    return Kind.HEADING if _is_heading(text, blocks, i, parted=parted) else _BODY


def _is_heading(text: str, blocks: Sequence[Block], i: int, *, parted: bool) -> bool:
    """Tell a heading by its look and its neighbours: prose above, prose below.

    Where blank lines part paragraphs a heading has them on both sides, so the
    items of a list are none.
    """
    line = blocks[i].of(text)
    if line.startswith("#"):
        return line.lstrip("#")[:1].isspace()
    if i + 1 == len(blocks) or (parted and not (blocks[i].apart and blocks[i + 1].apart)):
        return False
    if not is_heading(line) or not is_prose(blocks[i + 1].of(text)):
        return False
    before = blocks[i - 1].of(text)
    return ends_sentence(before) or is_prose(before)

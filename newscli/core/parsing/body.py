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


def kinds_from_lead(
    text: str, blocks: Sequence[Block], front: Front, quotes: Mapping[int, Span]
) -> list[Kind]:
    """Return the kinds of the blocks that `front` has left; `quotes` are known by repetition.

    Nearly every block ends with a sentence, and of such a one little need be asked.
    """
    lead = len(front.kinds)
    following = blocks[lead + 1 :]
    parted = any(apart for _, _, apart in following)
    meta, headline = front.meta, front.headline
    longest_repeat = _LONGEST_APART if headline else 0
    kinds = [_LEAD] if lead < len(blocks) else []
    for i, (start, end, _) in enumerate(following, lead + 1):
        length, first, last = end - start, text[start], text[end - 1]
        stopped = last in ".?!" or (last in '"”' and length > 1 and text[end - 2] in ".?!")
        if i in meta:
            kinds.append(_META)
        elif stopped and length > longest_repeat and first not in _MARKED:
            crumb = length <= LONGEST_LEFTOVER and is_leftover(text[start:end], at_top=False)
            kinds.append(_META if crumb else _BODY)
        elif length > _LONGEST and last in ".?!":
            kinds.append(_BODY)
        elif i in quotes:
            kinds.append(Kind.QUOTE)
        elif length > _LONGEST_APART and not (first in _OPENS or last in ")]"):
            kinds.append(_BODY)
        else:
            kinds.append(_kind(text, blocks, i, headline, parted=parted))
    return kinds


def _kind(
    text: str, blocks: Sequence[Block], i: int, headline: Span | None, *, parted: bool
) -> Kind:
    start, end, _ = block = blocks[i]
    if end - start <= LONGEST_LEFTOVER and is_leftover(text[start:end], at_top=False):
        return _META
    if read_caption(text, start, end):
        return Kind.CAPTION
    if signed_quote(text, start, end):
        return Kind.QUOTE
    if headline and repeats(text, headline, block):
        return _META
    if end - start > LONGEST_HEADING and text[start] != "#":
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

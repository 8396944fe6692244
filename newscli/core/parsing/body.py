"""The kinds of the paragraphs from the lead on. Most are body; the rest must show why not."""

from collections.abc import Mapping, Sequence

from newscli.core.article import Kind, Span
from newscli.core.parsing.blocks import Block
from newscli.core.parsing.captions import read_caption
from newscli.core.parsing.front import Front, repeats
from newscli.core.parsing.leftovers import is_leftover
from newscli.core.parsing.quotes import signed_quote
from newscli.core.parsing.sentences import ends_sentence, is_heading, is_prose

_LONGEST = 320  # a longer block that ends in a full stop is plain running text


def kinds_from_lead(
    text: str, blocks: Sequence[Block], front: Front, quotes: Mapping[int, Span]
) -> list[Kind]:
    """Return the kinds of the blocks that `front` has left; `quotes` are known by repetition."""
    lead = len(front.kinds)
    parted = any(block.apart for block in blocks[lead + 1 :])
    body = Kind.BODY  # looked up once: it takes long
    kinds: list[Kind] = []
    for i, block in enumerate(blocks[lead:], lead):
        if i == lead:
            kinds.append(Kind.LEAD)
        elif i in front.meta:
            kinds.append(Kind.META)
        elif block.end - block.start > _LONGEST and text[block.end - 1] in ".?!":
            kinds.append(body)
        elif i in quotes:
            kinds.append(Kind.QUOTE)
        else:
            kinds.append(_kind(text, blocks, i, front.headline, parted=parted))
    return kinds


def _kind(
    text: str, blocks: Sequence[Block], i: int, headline: Span | None, *, parted: bool
) -> Kind:
    start, end, _ = block = blocks[i]
    if is_leftover(text[start:end], at_top=False):
        return Kind.META
    if read_caption(text, start, end):
        return Kind.CAPTION
    if signed_quote(text, start, end):
        return Kind.QUOTE
    if headline and repeats(text, headline, block):
        return Kind.META
    return Kind.HEADING if _is_heading(text, blocks, i, parted=parted) else Kind.BODY


def _is_heading(text: str, blocks: Sequence[Block], i: int, *, parted: bool) -> bool:
    """Tell a heading by its look and its neighbours: prose above, prose below.

    Where blank lines part paragraphs a heading has them on both sides, so the
    items of a list are none.
    """
    line = blocks[i].of(text)
    if line.startswith("#"):
        return line.lstrip("#")[:1].isspace()
    if not is_heading(line) or i + 1 == len(blocks):
        return False
    following = blocks[i + 1]
    if parted and not (blocks[i].apart and following.apart):
        return False
    before = blocks[i - 1].of(text)
    return is_prose(following.of(text)) and (ends_sentence(before) or is_prose(before))

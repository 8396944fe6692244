"""What stands before the lead: titles, crumbs, a byline, a date; and where the lead begins."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newscli.core.article import Kind, Span
from newscli.core.parsing.blocks import Block
from newscli.core.parsing.byline import Byline, find_byline
from newscli.core.parsing.captions import read_caption
from newscli.core.parsing.dateline import read_dateline
from newscli.core.parsing.leftovers import is_leftover
from newscli.core.parsing.matter import Matter
from newscli.core.parsing.published import LONGEST_DATE_LINE, Published, date_line
from newscli.core.parsing.quotes import signed_quote
from newscli.core.parsing.sentences import is_prose, is_title
from newscli.core.repetition import folded_words

_META, _HEADING = Kind.META, Kind.HEADING  # looked up once: it takes long
_WORD = re.compile(r"\w+")
_TOP = 12  # blocks that may tell about the article
_SIGHT = 8  # blocks in which a title's text must have begun
_LONGEST = 400
_TITLE_MARKS = "#-× \t"
_MOST_SUFFIX_WORDS = 4
_FEWEST_AFTER_MASTHEAD = 6  # words


class Front(NamedTuple):
    """The kinds of the blocks before the lead, and what they tell of the article."""

    kinds: tuple[Kind, ...]
    headline: Span | None
    byline: Byline | None
    dates: tuple[Published, ...]
    meta: frozenset[int]
    """Blocks that only tell the date or the byline, before the lead or after it."""


def read_front(text: str, blocks: Sequence[Block], matter: Matter | None = None) -> Front:
    """Read the blocks up to the lead; `matter` is what the first of them tells, if it is such."""
    top = blocks[:_TOP]
    byline = find_byline(text, top)
    dated = _date_lines(text, top)
    meta = frozenset(dated) | (byline.blocks if byline else frozenset())
    kinds: list[Kind] = []
    headline: Span | None = None
    titled = 0  # the block with the headline
    if matter:
        meta |= {0}
        byline = matter.byline or byline
        headline = matter.title and matter.title.span
    for i, block in enumerate(blocks):
        kind = _kind(text, blocks, i, meta, headline)
        if kind is None:
            break
        if kind is _HEADING and headline is None:
            headline, titled = _title_span(text, block), i
        elif headline and kind is _HEADING and not titled and _is_masthead(text, headline, block):
            kinds = [_META if kind is _HEADING else kind for kind in kinds]
            headline, titled = _title_span(text, block), i
        elif headline and repeats(text, headline, block):
            kinds[titled + 1 :] = [_META] * (i - titled - 1)
            kind = _META
        kinds.append(kind)
    return Front(tuple(kinds), headline, byline, tuple(dated.values()), meta)


def repeats(text: str, headline: Span, block: Block) -> bool:
    """Tell whether the block is the headline once more, perhaps with the site's name behind it."""
    length = headline.end - headline.start
    if not length * 0.8 <= block.end - block.start <= length * 1.2 + 40:
        return False
    if _first_word(text, headline.start, headline.end) != _first_word(text, *block[:2]):
        return False
    title, words = folded_words(headline.of(text)), folded_words(block.of(text))
    if words == title:
        return True
    return (
        len(title) >= 3
        and words[: len(title)] == title
        and len(words) - len(title) <= _MOST_SUFFIX_WORDS
    )


def _first_word(text: str, start: int, end: int) -> str | None:
    match = _WORD.search(text, start, end)
    return match and match[0].casefold()


def _kind(
    text: str, blocks: Sequence[Block], i: int, meta: frozenset[int], headline: Span | None
) -> Kind | None:
    """Return the kind of a block before the lead, None if it is the lead."""
    start, end, _ = block = blocks[i]
    if i in meta:
        return _META
    if end - start > _LONGEST:
        return None
    line = text[start:end]
    if is_leftover(line, at_top=True):
        return _META
    if read_caption(text, start, end):
        return Kind.CAPTION
    if signed_quote(text, start, end):
        return Kind.QUOTE
    if _is_title(text, blocks, i, meta):
        return _META if headline and line.startswith("--") else _HEADING
    if headline and repeats(text, headline, block):
        return _META
    return None


def _is_title(text: str, blocks: Sequence[Block], i: int, meta: frozenset[int]) -> bool:
    block = blocks[i]
    line = block.of(text)
    bare = line.lstrip(_TITLE_MARKS)
    if not bare or not is_title(bare) or read_dateline(text, block.start, block.end):
        return False
    if line[0] == "-" and not line.startswith("-- "):
        return False
    for j, (start, end, _) in enumerate(blocks[i + 1 : i + 1 + _SIGHT], i + 1):
        if j not in meta and (end - start > 2 * len(line) > 30 or is_prose(text[start:end])):
            return True
    return False


def _is_masthead(text: str, title: Span, following: Block) -> bool:
    """Tell whether the first block is a site's short name, with the title on the same line."""
    return (
        len(folded_words(title.of(text))) < _FEWEST_AFTER_MASTHEAD
        and len(folded_words(following.of(text))) >= _FEWEST_AFTER_MASTHEAD
        and "\n" not in text[title.end : following.start]
    )


def _title_span(text: str, block: Block) -> Span:
    line = block.of(text)
    return Span(block.end - len(line.lstrip(_TITLE_MARKS)), block.end)


def _date_lines(text: str, blocks: Sequence[Block]) -> Mapping[int, Published]:
    found: dict[int, Published] = {}
    for i, (start, end, _) in enumerate(blocks):
        if end - start <= LONGEST_DATE_LINE and (published := date_line(text[start:end])):
            found[i] = published
    return found

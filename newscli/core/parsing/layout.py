"""The top of a page whose lines were run together: crumbs, labels and titles before the text.

It only parts blocks; what the parts are is told later, by the same rules that
serve lines. Inside the text itself runs of spaces part nothing, for in some
archives they stand where punctuation was.
"""

import re
from collections.abc import Sequence

from newscli.core.article import ArticleDate
from newscli.core.parsing.blocks import Block
from newscli.core.parsing.leftovers import is_leftover
from newscli.core.parsing.published import MONTH, leading_date
from newscli.core.parsing.sentences import PROSE_LENGTH, is_prose, is_title
from newscli.core.repetition import common_length, folded_words, word_spans

_TOP_BLOCKS = 6
_MOST_PARTS = 12
_LABEL = re.compile(
    r"×\s+"
    r"|(?:Source|Category|Section)\s?:\s?[^|\n]{1,40}?\s?\|\s?(?:\d{1,2}:\d{2}\b)?\s*(?=\S)"
    r"|Category:\s*\w[\w &]{0,30}?\s(?=Published\b)"
    r"|(?:(?:Media|Press) )?Contacts?[^\S\n]?(?::|[^\S\n]{2})[^\S\n]*"
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}(?=[^\S\n]{10})"
    r"|Date(?::|[^\S\n])[^\S\n]*\d{1,2}[ ./-]\d{1,2}[ ./-]\d{4}[^\S\n]+(?=\S)"
    r"|(?i:For Immediate Release|(?:Press|News|Media) (?:Releases?|Room))"
    r"(?:[^\S\n]{2}|[^\S\n]?:)[^\S\n]*(?=\S)"
)
_FIRST_LETTERS = frozenset("×CDFMNPSfmnp")  # of the labels above
_GAP = 3  # spaces in a row that part two things; two may be a comma that was
_WIDE = 10  # that part a title from whatever follows


def _wide_gap_of(space: str) -> re.Pattern[str]:
    """Return the pattern of a gap that ends a title: very wide, or before a date."""
    return re.compile(
        rf"{space * _GAP}(?:{space}{{{_WIDE - _GAP},}}"
        rf"|(?<=\S{'.' * _GAP}){space}*"
        rf"(?={MONTH}\s[0-9]{{1,2}}(?:st|nd|rd|th)?\b[\w ,]{{2,6}}[0-9]{{4}}\b))"
    )


_WIDE_GAP = _wide_gap_of(r"[^\S\n]")
_WIDE_GAP_OF_SPACES = _wide_gap_of(" ")  # found much faster, for it begins with what is constant
_WORD = re.compile(r"\S")
_TITLE_ZONE = 220  # characters in which a title has ended
_TEXT_ZONE, _FEWEST_IN_TEXT = 2000, 25  # characters, and words among them
_DOUBLE_ZONE = 1500
_OPENING = re.compile(r"\S{1,40}(?:\s{1,9}\S{1,40}){2}(?=\s)")
_FEWEST_DOUBLED, _MOST_BETWEEN = 4, 24  # words


def part_top(text: str, blocks: Sequence[Block], day: ArticleDate | None) -> list[Block]:
    """Part the first blocks where a page's furniture ends and something else begins on a line.

    `day` is the header's date: where the text opens with the same day once more,
    it is a label.
    """
    parted: list[Block] = []
    for i, block in enumerate(blocks[:_TOP_BLOCKS]):
        parted += _parts(text, block, day)
        start, end, _ = parted[-1]
        if end - start >= PROSE_LENGTH or is_prose(text[start:end]):
            return parted + list(blocks[i + 1 :])
    return parted + list(blocks[_TOP_BLOCKS:])


def _parts(text: str, block: Block, day: ArticleDate | None) -> list[Block]:
    parts: list[Block] = []
    rest = block
    while len(parts) < _MOST_PARTS:
        cuts = _doubled_title(text, rest)
        if not cuts:
            cut = _label_end(text, rest, day) or _title_end(text, rest)
            cuts = [cut] if cut else []
        if not cuts:
            break
        for cut in cuts:
            part, rest = _cut(text, rest, cut)
            parts.append(part)
    return [*parts, rest]


def _cut(text: str, block: Block, cut: int) -> tuple[Block, Block]:
    end = block.start + len(text[block.start : cut].rstrip())
    following = _WORD.search(text, cut, block.end)
    start = following.start() if following else block.end
    return Block(block.start, end, block.apart), Block(start, block.end, False)


def _label_end(text: str, block: Block, day: ArticleDate | None) -> int | None:
    """Return where a crumb, a source or a date that opens the block ends."""
    opens = text[block.start] in _FIRST_LETTERS
    if opens and (label := _LABEL.match(text, block.start, block.end)):
        return label.end() if label.end() < block.end else None
    found = leading_date(text, block.start, block.end)
    if not found or found.end >= block.end:
        return None
    following = _WORD.search(text, found.end, block.end)
    if not following or not (following[0].isupper() or following[0] in '"“'):
        return None
    gap = following.start() - found.end
    sets_off = gap >= _GAP or (gap and (found.labelled or found.date == day))
    return found.end if sets_off else None


def _title_end(text: str, block: Block) -> int | None:
    """Return where a title set apart by a wide gap ends."""
    start = block.start
    zone = text[start : min(block.end, start + _TITLE_ZONE)]
    if "  " not in zone:  # the common case, and a cheap look
        return None
    gap = _wide_gap(zone)
    if not gap or not _has_words(text[start + gap[1] : start + gap[1] + _TEXT_ZONE]):
        return None
    title = zone[: gap[0]]
    if not is_leftover(title, at_top=True) and (len(title.split()) < 3 or not is_title(title)):
        return None
    return start + gap[0]


def _wide_gap(zone: str) -> tuple[int, int] | None:
    """Return where the first gap begins and ends that is wide enough to end a title."""
    plain = zone.isprintable()  # and so has no white space but the common one
    gap = (_WIDE_GAP_OF_SPACES if plain else _WIDE_GAP).search(zone)
    return gap and gap.span()


def _has_words(zone: str) -> bool:
    return len(zone.split(None, _FEWEST_IN_TEXT - 1)) == _FEWEST_IN_TEXT


def _doubled_title(text: str, block: Block) -> list[int]:
    """Return where a title that opens the block ends, and where it ends the second time.

    Twice in a row, or set apart both times: nothing else opens an article so.
    Where the text runs on from the second one, that is the lead's beginning.
    """
    zone_end = min(block.end, block.start + _DOUBLE_ZONE)
    opening = _OPENING.match(text, block.start, zone_end)
    if not opening or text.find(opening[0], opening.end(), zone_end) < 0:
        return []
    words = folded_words(text[block.start : zone_end])
    first = words[:_FEWEST_DOUBLED]
    for j in range(_FEWEST_DOUBLED, len(words) - _FEWEST_DOUBLED):
        if words[j] != first[0] or words[j : j + _FEWEST_DOUBLED] != first:
            continue
        shared = common_length(words[:j], words[j:])
        if j + shared == len(words) or j - shared > _MOST_BETWEEN or len(set(words[:shared])) < 3:
            continue
        places = word_spans(text, block.start, zone_end, j + shared + 1)
        end, again, second_end = places[shared - 1][1], places[j][0], places[j + shared - 1][1]
        if not is_title(text[block.start : end]):
            continue
        if shared == j and text[end:again].isspace():
            runs_on = text[places[j + shared][0]].islower()
            return [end] if runs_on else [end, second_end]
        if text[end : end + _GAP].isspace() and text[again - _GAP : again].isspace():
            return [end, again, second_end]
    return []

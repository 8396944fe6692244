"""How lines look to a reader: as prose, as a title, as the end of a sentence.

The cues are punctuation and letter case; a script without case, or a language
with other customs, simply shows fewer of them.
"""

import re

CLOSERS = "\"'”’»)]›」』"
"""What may stand between a full stop and the end of its sentence."""

OPENING_QUOTES = '"“„«‟「『'
CLOSING_QUOTES = '"”“»«」』'
DASHES = "-–—―"

STOPS = frozenset(".!?…。！？؟।॥")
"""What ends a sentence."""

_PAUSES = frozenset(":;,，、；：،")
_BULLETS = frozenset("*•·▪►>+-–—")
_INITIALISM = re.compile(r"(?:\b[A-Z]\.){2,}$")
_WORD = re.compile(r"\w+")

LONGEST_HEADING = 80
"""In characters, as all lengths are."""

PROSE_LENGTH = 100
"""Whatever is so long is running text."""

_TITLE_LENGTH = 160
_HEADING_WORDS = 12


def ends_sentence(line: str) -> bool:
    """Tell whether the line ends in a full stop or its like, within quotes or not."""
    return line.rstrip(CLOSERS)[-1:] in STOPS


def is_prose(line: str) -> bool:
    """Tell whether the line is running text: long, or a few words with a full stop."""
    if len(line) >= PROSE_LENGTH:
        return True
    return ends_sentence(line) and (line.count(" ") >= 2 or "。" in line)


def is_title(line: str) -> bool:
    """Tell whether the line could be the title over an article."""
    if len(line) > _TITLE_LENGTH or line[0] in _BULLETS or not _has_word(line):
        return False
    last = line.rstrip(CLOSERS)[-1:]
    if last in _PAUSES:
        return False
    if last in STOPS:
        return last in "!?" or _INITIALISM.search(line) is not None
    return True


def is_heading(line: str) -> bool:
    """Tell whether the line could be a heading inside an article."""
    if len(line) > LONGEST_HEADING or line.count(" ") >= _HEADING_WORDS:
        return False
    first, last = line[0], line.rstrip(CLOSERS)[-1:]
    return first.isalnum() and not first.islower() and last not in STOPS and last not in _PAUSES


def _has_word(line: str) -> bool:
    return line[0].isalnum() or _WORD.search(line) is not None

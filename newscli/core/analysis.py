"""The one tokeniser: what a word is, for the index, the query and the highlight alike.

A word is a run of letters, digits and marks of any script. It keeps an apostrophe
between letters (`O'Brien`, `Taiwan’s`) and a point or comma between digits (`2.5`,
`1,400`); initials with points are one word (`U.S.` is `US`). Every other sign parts
words, so `covid-19`, `AT&T` and `US-China` are two words each, side by side. Scripts
written without spaces (Han, Kana, Hangul, Thai, Khmer, ...) are cut into single
characters; a word typed in them is searched as its characters side by side.

Positions count words from 0 through the whole text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

VERSION = 1
"""Raised whenever the same text would give other words: an index of another version is stale."""

Stem = Callable[[str], str]
"""Maps a folded word to the stem it shares with its other forms."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3031-\u3035\u3038-\u303c"
    "\u3041-\u3099\u309a-\u309f\u30a1-\u30ff\u3105-\u318f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u08d3-\u0903\u093a-\u094f\u0951-\u0957"
    "\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70-\u0a75"
    "\u0a81-\u0a83\u0abc-\u0acd\u0ae2\u0ae3\u0b01-\u0b03\u0b3c-\u0b57\u0b62\u0b63\u0b82"
    "\u0bbe-\u0bd7\u0c00-\u0c04\u0c3c-\u0c56\u0c62\u0c63\u0c81-\u0c83\u0cbc-\u0cd6\u0ce2\u0ce3"
    "\u0d00-\u0d03\u0d3b-\u0d57\u0d62\u0d63\u0d82\u0d83\u0dca-\u0ddf"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f18\u0f19\u0f35\u0f37"
    "\u0f39\u0f3e\u0f3f\u0f71-\u0f84\u0f86\u0f87\u0f90-\u0fbc\u102b-\u103e\u1056-\u1059"
    "\u135d-\u135f\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\u3099\u309a\ufe20-\ufe2f"
)
_IGNORED = "\u00ad\u200c\u200d\u2060"  # soft hyphen, joiners: inside a word, no part of it

_LETTER = rf"[^\W_{_UNSPACED}]"
_WORD = re.compile(
    rf"(?<!\w){_LETTER}(?:\.{_LETTER})+(?!\w)\.?"  # initials
    rf"|{_LETTER}+(?:(?:[{_MARKS}{_IGNORED}]+|['’ʼ＇](?={_LETTER})|(?<=\d)[.,](?=\d)){_LETTER}*)*"
    rf"|(?=\w)[{_UNSPACED}][{_MARKS}]*"
)

_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_LETTERS_WITHOUT_ACCENT = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
    | dict.fromkeys("’ʼ＇", "'")
    | dict.fromkeys(_IGNORED, "")
)


class Word(NamedTuple):
    """A word as it is looked up."""

    exact: str
    """Case and accents folded, apostrophes straight, points of initials gone."""
    capital: str | None
    """`US` for `US`, `U.S.` and `US's`: the form a word of 2 to 5 capitals also has."""


class Token(NamedTuple):
    """A word where it stands: `text[start:end]`."""

    start: int
    end: int
    word: Word


def tokens(text: str) -> Iterator[Token]:
    """Cut the text into its words, in order."""
    for found in _WORD.finditer(text):
        yield Token(*found.span(), word(found[0]))


def words(text: str) -> list[Word]:
    """Return the words alone: the list's index is the position."""
    return [word(surface) for surface in _WORD.findall(text)]


def count_words(text: str) -> int:
    """Return how many words the text has."""
    return len(_WORD.findall(text))


@lru_cache(maxsize=1 << 17)
def word(surface: str) -> Word:
    """Fold one word that `tokens` has cut."""
    if "." in surface and not any(map(str.isdigit, surface)):
        surface = surface.replace(".", "")
    exact = fold(surface)
    stripped = surface[:-2] if surface[-2:] in {"'s", "’s", "ʼs"} else surface
    if 2 <= len(stripped) <= 5 and stripped.isupper() and stripped.isalpha():
        return Word(exact, fold(stripped).upper())
    return Word(exact, None)


def fold(text: str) -> str:
    """Take case and accents away, so that `Über` and `uber` are the same."""
    if text.isascii():
        return text.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    # A second pass: case folding can bring back what the first one took away (`İ`, `ΰ`).
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", bare.casefold()))
    return unicodedata.normalize("NFKC", bare.translate(_LETTERS_WITHOUT_ACCENT))

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
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import filterfalse
from typing import NamedTuple

VERSION = 2
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
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u07eb-\u07f3\u07fd\u0816-\u0819\u081b-\u0823\u0825-\u0827\u0829-\u082d"
    "\u0859-\u085b\u0898-\u089f\u08ca-\u08e1\u08e3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957"
    "\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2\u09e3\u09fe-\u0a03\u0a3c-\u0a51"
    "\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2\u0ae3\u0afa-\u0b03\u0b3c"
    "\u0b3e-\u0b57\u0b62\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56"
    "\u0c62\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2\u0ce3\u0d00-\u0d03\u0d3b\u0d3c"
    "\u0d3e-\u0d4d\u0d57\u0d62\u0d63\u0d81-\u0d83\u0dca-\u0ddf\u0df2\u0df3\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f18\u0f19\u0f35\u0f37\u0f39\u0f3e\u0f3f"
    "\u0f71-\u0f84\u0f86\u0f87\u0f8d-\u0fbc\u0fc6\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    "\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u135d-\u135f"
    "\u1712-\u1715\u1732-\u1734\u1752\u1753\u1772\u1773\u17b4-\u17d3\u17dd\u180b-\u180d\u180f"
    "\u1885\u1886\u18a9\u1920-\u193b\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1ace\u1b00-\u1b04"
    "\u1b34-\u1b44\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad\u1be6-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2"
    "\u1cd4-\u1ce8\u1ced\u1cf4\u1cf7-\u1cf9\u1dc0-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f"
    "\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua672\ua674-\ua67d\ua69e\ua69f\ua6f0\ua6f1"
    "\ua802\ua806\ua80b\ua823-\ua827\ua82c\ua880\ua881\ua8b4-\ua8c5\ua8e0-\ua8f1\ua8ff"
    "\ua926-\ua92d\ua947-\ua953\ua980-\ua983\ua9b3-\ua9c0\ua9e5\uaa29-\uaa36\uaa43\uaa4c\uaa4d"
    "\uaa7b-\uaa7d\uaab0\uaab2-\uaab4\uaab7\uaab8\uaabe\uaabf\uaac1\uaaeb-\uaaef\uaaf5\uaaf6"
    "\uabe3-\uabea\uabec\uabed\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\U00011100-\U00011102"
    "\U00011127-\U00011134\U00011145\U00011146\U0001e944-\U0001e94a\U000e0100-\U000e01ef"
)
_IGNORED = "\u00ad\u200c\u200d\u2060"  # soft hyphen, joiners: inside a word, no part of it
_ALPHABETIC = "A-Za-z\u00aa-\u0dff\u10a0-\u10ff\u1200-\u177f\u1800-\u1fff"

_LONGEST = 255
"""How much of a word is looked at: putting its marks in order takes its length squared."""
_MANY = f"{{1,{_LONGEST}}}"  # without end, each repetition would be held in memory

# Sets as large as these take a millisecond each to compile: each is named as rarely as can be.
_INITIAL = rf"(?=[{_ALPHABETIC}])[^\W\d_]"
_WORD = re.compile(
    r"(?=\w)(?:"
    # Most words, at half the cost: the lines below would find the same ones.
    r"[A-Za-z0-9]++(?=\s|[.,]\s)"
    rf"|(?<!\w){_INITIAL}(?:\.{_INITIAL}){_MANY}(?!\w)\.?"
    rf"|(?:(?:['’ʼ＇]|(?<=\d)[.,](?=\d))?[^\W_{_UNSPACED}]++[{_MARKS}{_IGNORED}]*+){_MANY}"
    rf"|[^\W_][{_MARKS}{_IGNORED}]*+"  # unspaced
    r")"
)

_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]"
)
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
    new = tuple.__new__  # Token's own constructor takes longer than all the rest of a word
    for found in _WORD.finditer(text):
        yield new(Token, (found.start(), found.end(), word(found[0])))


def words(text: str) -> list[Word]:
    """Return the words alone: the list's index is the position."""
    return [word(surface) for surface in _WORD.findall(text)]


def count_words(text: str) -> int:
    """Return how many words the text has."""
    # No word reaches over white space: the same piece has as many words wherever it stands.
    pieces = text.split()
    if not text.isascii():  # letters and digits alone may be several words, as in Chinese
        return sum(map(_counts.__getitem__, pieces))
    mixed = list(filterfalse(str.isalnum, pieces))
    return len(pieces) - len(mixed) + sum(map(_counts.__getitem__, mixed))


def counts(pieces: Sequence[str]) -> list[int]:
    """Return how many words each piece has; none holds white space, and no word reaches over it."""
    return list(map(_counts.__getitem__, pieces))


class _Counts(dict[str, int]):
    """How many words a piece of text between white space has, for pieces met before."""

    def __missing__(self, piece: str) -> int:
        count = len(_WORD.findall(piece))
        if len(piece) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[piece] = count
        return count


_LONGEST_KEPT, _MOST_KEPT = 100, 100_000
_counts = _Counts()


@lru_cache(maxsize=1 << 16)
def word(surface: str) -> Word:
    """Fold one word that `tokens` has cut; only its first 255 characters count."""
    surface = surface[:_LONGEST]
    if surface[1:2] == "." and not surface[0].isdecimal():
        surface = surface.replace(".", "")
    # Ligatures of whole phrases fold to several words, yet stand as one.
    exact = fold(surface).replace(" ", "")
    stripped = surface[:-2] if surface[-2:] in {"'s", "’s", "ʼs"} else surface
    if stripped.isupper():
        bare = _ACCENTS.sub("", stripped)
        if 2 <= len(bare) <= 5 and bare.isalpha():
            return Word(exact, fold(bare).upper())
    return Word(exact, None)


def fold(text: str) -> str:
    """Take case and accents away, so that `Über` and `uber` are the same."""
    if text.isascii():
        return text.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    # A second pass: case folding can bring back what the first one took away (`İ`, `ΰ`).
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", bare.casefold()))
    return unicodedata.normalize("NFKC", bare.translate(_LETTERS_WITHOUT_ACCENT))

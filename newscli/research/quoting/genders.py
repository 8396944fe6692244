"""Whether a person is a woman or a man, as far as an article tells.

A title tells it, then the first name, then a word such as `his daughter` or `an actress`
at the name, then the first `he` or `she` behind it in the same sentence, if most of the
places where the name stands agree.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from newscli.research.names import Name
from newscli.research.naming import genders


class Gender(Enum):
    """What `she` and `he` ask for."""

    FEMALE = auto()
    MALE = auto()


GENDERS = {"she": Gender.FEMALE, "he": Gender.MALE}
"""The pronouns that ask for one."""


def _table(women: frozenset[str], men: frozenset[str]) -> Mapping[str, Gender]:
    return dict.fromkeys(women, Gender.FEMALE) | dict.fromkeys(men, Gender.MALE)


_NAMES = _table(genders.WOMENS_NAMES, genders.MENS_NAMES)
_TITLES = _table(genders.WOMENS_TITLES, genders.MENS_TITLES)
_WORDS = _table(genders.WOMENS_WORDS, genders.MENS_WORDS)
_PRONOUNS = _table(
    frozenset(("she", "her", "hers", "herself")), frozenset(("he", "him", "his", "himself"))
)
_TITLE = re.compile(rf"\b({'|'.join(sorted(_TITLES))})\.? \Z")
_WORD = re.compile(rf"\b({'|'.join(sorted(_WORDS))}),? \Z")
_APPOSITION = re.compile(rf",(?: \d+,)? (?:an?|the|his|her|their)(?: \w+)? ({'|'.join(_WORDS)})\b")
_PRONOUN = re.compile(r"[^.!?\"“”]*?\b([Ss]?[Hh](?:e|er|ers|erself|im|is|imself))\b")
_LONGEST = 16
_FAR = 160
"""How far behind a name a pronoun may stand for it."""
_SURE = 2
"""So many times as often as of the other must a name be told to be of one gender."""


def gender(text: str, name: Name, starts: Sequence[int]) -> Gender | None:
    """Return the gender of a person; `starts` are the places where names begin."""
    titled = _most(_behind(_TITLE, _TITLES, text, name))
    if titled is not None:
        return titled
    first = _by_first_name(name)
    if first is not None:
        return first
    called = _most(_called(text, name))
    return called if called is not None else _most(_by_pronouns(text, name, starts))


def _by_first_name(name: Name) -> Gender | None:
    for form in (name.name, *name.aliases):
        for word in form.split()[:-1]:
            for part in (word, *word.split("-")):
                if part in _NAMES:
                    return _NAMES[part]
    return None


def _behind(
    pattern: re.Pattern[str], table: Mapping[str, Gender], text: str, name: Name
) -> Iterator[Gender]:
    for start, _ in name.spans:
        if found := pattern.search(text, max(0, start - _LONGEST), start):
            yield table[found[1]]


def _called(text: str, name: Name) -> Iterator[Gender]:
    yield from _behind(_WORD, _WORDS, text, name)
    for _, end in name.spans:
        if found := _APPOSITION.match(text, end):
            yield _WORDS[found[1]]


def _by_pronouns(text: str, name: Name, starts: Sequence[int]) -> Iterator[Gender]:
    for _, end in name.spans:
        number = bisect_right(starts, end)
        edge = min(starts[number] if number < len(starts) else len(text), end + _FAR)
        if found := _PRONOUN.match(text, end, edge):
            told = _PRONOUNS.get(found[1].lower())
            if told is not None:
                yield told


def _most(told: Iterator[Gender]) -> Gender | None:
    many = Counter(told).most_common(2)
    if not many or (len(many) > 1 and many[0][1] < _SURE * many[1][1]):
        return None
    return many[0][0]

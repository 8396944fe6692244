"""Which forms of names are one name, told by all the articles that have them.

A possessive that lost its apostrophe (`Quillmeres`) is the name without its last letter, if that
is twice as common. A word of capitals alone (`QUILL`) is the same word with one, unless that is
rarer, and a person's as the other is not: `DOE` is no `Doe`. `U.S. Senate` is `Senate`, if that
is half as common.

Persons are one if their last names are equal, their first names too or one short for the
other (`Ted`, `Edward`), and their middle names, initials and suffixes do not speak against it:
each may be missing, an initial may stand for a name. If several others fit, at least three in
four of their articles must have the same one: so `George W. Bush` is `George Bush`, and
neither is `George H. W. Bush`. So namesakes are one, and a person is two if spelt in two ways.

A last name that stands alone in an article, without the full name, counts for a person whose
full name ends with it if the other articles leave little doubt who that is: of the articles
with such full names, at least three in four must have the same. And there must be as many of
those as of the articles that the last name would bring in, or one for ten of them if the last
name alone is mostly told to be a person's: else one `Howard Country` would have every `Country`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newscli.core.analysis import fold
from newscli.research.naming import gazetteer, heads, lexicon
from newscli.research.naming.forms import NameKind
from newscli.research.naming.nicknames import LONG, are_one
from newscli.research.tallies import NATION, Tally

SHARE = 0.75
"""What part of the articles that a form could be meant in must have the one it stands for."""

MOST = {True: 10, False: 1}
"""How many articles with a last name alone one with the full name may bring in.

It depends on whether at least half of those with the last name alone tell that it is a person's.
"""

Tallies = dict[str, Tally]

_MAYBE_PERSON = (NameKind.PERSON, None)
_SUFFIXES = frozenset(map(str.casefold, lexicon.SUFFIXES))
_NO_MIDDLE = frozenset(("of", "for", "on", "and", "&"))
_NO_LAST = frozenset(map(fold, heads.HEADS | heads.NO_NAMES))
_MOST_MIDDLE = 3
_KNOWN = frozenset(map(fold, gazetteer.KNOWN | gazetteer.FIRST_NAMES))
_FIRST_NAMES = frozenset(map(fold, gazetteer.FIRST_NAMES))


def join_same(tallies: Tallies) -> None:
    """Make one of the names that are one."""
    _join_possessives(tallies)
    _join_nations(tallies)
    persons = _persons(tallies)
    _join_persons(tallies, persons)
    _join_capitals(tallies, persons)
    _join_last_names(tallies, persons)


def _join(tallies: Tallies, key: str, other: str) -> None:
    tallies[key].join(tallies.pop(other))


def _size(tallies: Tallies, key: str) -> int:
    return len(tallies[key].articles)


def _join_possessives(tallies: Tallies) -> None:
    found = [
        (key, name)
        for key in tallies
        if key.endswith("s")
        for name in (key[:-1], key[:-1].upper())  # `Quillmeres`, `ZFCs`
        if name in tallies
    ]
    for key, name in sorted(found, key=lambda pair: (-len(pair[0]), pair)):
        if key in _KNOWN or name in _FIRST_NAMES or key not in tallies:  # `Wales`, `Williams`
            continue
        if _size(tallies, name) >= 2 * _size(tallies, key):
            _join(tallies, name, key)


def _join_nations(tallies: Tallies) -> None:
    """Take the name of the country off organisations."""
    for key in [key for key in tallies if key.startswith(f"{NATION} ")]:
        name = key[len(NATION) + 1 :]
        if name not in tallies or tallies[name].kind() is not NameKind.ORGANISATION:
            continue
        if _size(tallies, name) >= _size(tallies, key):
            _join(tallies, name, key)
        elif 2 * _size(tallies, name) >= _size(tallies, key):
            _join(tallies, key, name)


def _join_capitals(tallies: Tallies, persons: "Persons") -> None:
    for key in [key for key in tallies if key.isupper()]:
        name = fold(key)
        is_person = _is_mostly_person(tallies[key])
        if name not in tallies:
            if is_person and name in persons:
                tallies[name] = tallies.pop(key)
        elif is_person or _size(tallies, name) >= _size(tallies, key):
            _join(tallies, name, key)
        elif len(key) > 2 and name not in persons and not _is_person(tallies[name]):
            _join(tallies, key, name)


def _is_mostly_person(tally: Tally) -> bool:
    return tally.kinds.get(NameKind.PERSON, 0) * 2 >= len(tally.articles)


def _is_person(tally: Tally) -> bool:
    return tally.kind() is NameKind.PERSON


@dataclass(frozen=True, slots=True)
class _Person:
    """A full name, in parts."""

    key: str
    first: str
    middle: tuple[str, ...]
    suffix: str

    @property
    def could_be(self) -> bool:
        """Whether a person could have so many names, and such."""
        return len(self.middle) <= _MOST_MIDDLE and _NO_MIDDLE.isdisjoint(self.middle)

    def may_be(self, other: "_Person") -> bool:
        """Tell whether nothing speaks against both being one; their last names are equal."""
        if self.suffix and other.suffix and self.suffix != other.suffix:
            return False
        if not are_one(self.first, other.first):
            return False
        if not self.middle or not other.middle:
            return True
        return len(self.middle) == len(other.middle) and all(
            one == two or (min(len(one), len(two)) == 1 and one[0] == two[0])
            for one, two in zip(self.middle, other.middle, strict=True)
        )


Persons = dict[str, list[_Person]]
"""By last name."""


def _persons(tallies: Tallies) -> Persons:
    """Return the people whose last name others have too, or stands alone somewhere."""
    by_last: dict[str, list[str]] = {}
    for key in tallies:
        if " " in key:
            by_last.setdefault(_last(key), []).append(key)
    found: Persons = {}
    for last, keys in by_last.items():
        stands_alone = last in tallies or last.upper() in tallies
        if last in _NO_LAST or (len(keys) == 1 and not stands_alone):
            continue
        alike = [_person(key, last) for key in keys if tallies[key].kind() in _MAYBE_PERSON]
        if any(_is_person(tallies[each.key]) for each in alike):
            found[last] = [each for each in alike if each.could_be]
    return found


def _last(key: str) -> str:
    front, _, last = key.rpartition(" ")
    return front.rpartition(" ")[2] if last in _SUFFIXES and " " in front else last


def _person(key: str, last: str) -> _Person:
    front, _, suffix = key.rpartition(" ")
    first, *middle = front.split(" ")
    if suffix == last:
        suffix = ""
    else:
        middle.pop()
    return _Person(key, first, tuple(middle), suffix)


def _join_persons(tallies: Tallies, persons: Persons) -> None:
    for alike in persons.values():
        if len(alike) == 1:
            continue
        for one in _parted(tallies, alike):
            most = max(one, key=lambda each: (_size(tallies, each.key), len(each.key), each.key))
            if any(_is_person(tallies[each.key]) for each in one):
                for each in one:
                    if each is not most:
                        _join(tallies, most.key, each.key)


def _parted(tallies: Tallies, alike: Sequence[_Person]) -> list[list[_Person]]:
    """Part people with one last name, those whose names tell most first."""
    parted: list[list[_Person]] = []
    for person in sorted(
        alike,
        key=lambda each: (
            -len(each.middle),
            not each.suffix,
            each.first in LONG,
            -_size(tallies, each.key),
            each.key,
        ),
    ):
        fitting = [one for one in parted if all(person.may_be(each) for each in one)]
        sizes = [sum(_size(tallies, each.key) for each in one) for one in fitting]
        if fitting and max(sizes) >= SHARE * sum(sizes):
            fitting[sizes.index(max(sizes))].append(person)
        else:
            parted.append([person])
    return parted


def _join_last_names(tallies: Tallies, persons: Persons) -> None:
    """Count a last name alone for the person that it can hardly fail to mean."""
    for last, alike in persons.items():
        alone = tallies.get(last)
        if alone is None or alone.kind() not in _MAYBE_PERSON:
            continue
        full = [each.key for each in alike if each.key in tallies and _is_person(tallies[each.key])]
        if not full:
            continue
        most = max(full, key=lambda key: (_size(tallies, key), key))
        size = _size(tallies, most)
        if size < SHARE * sum(_size(tallies, key) for key in full):
            continue
        brought = len(set(alone.articles).difference(tallies[most].articles))
        if brought <= MOST[_is_mostly_person(alone)] * size:
            _join(tallies, most, last)
            tallies[most].kinds = {NameKind.PERSON: len(tallies[most].articles)}

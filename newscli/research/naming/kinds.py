"""What kind a name is of, told by its own words."""

from collections.abc import Sequence

from newscli.research.naming import gazetteer, heads, lexicon
from newscli.research.naming.forms import NameKind

JOINS = frozenset(("of", "for", "on"))
"""What joins the words of an organisation or a place, and never those of a person."""

_PLACES_BEGIN = frozenset(("Lake", "Mount", "Mt", "Fort", "Cape", "Port"))

_SIDES = frozenset(
    ("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central")
)


def kind_of(words: Sequence[str]) -> NameKind | None:
    """Tell what a name of several words is of, by its words alone."""
    first, last = words[0], words[-1]
    if last in heads.NO_NAMES or first in lexicon.SHIPS:
        return None
    if "&" in words:
        return NameKind.ORGANISATION
    if any(word in JOINS for word in words):
        head = next(words[at - 1] for at, word in enumerate(words) if word in JOINS)
        return NameKind.PLACE if head in heads.PLACE_STARTS else NameKind.ORGANISATION
    if first in gazetteer.FIRST_NAMES and last not in heads.HEADS and "and" not in words:
        return NameKind.PERSON
    if last in lexicon.SUFFIXES or not lexicon.SURE_PARTICLES.isdisjoint(words):
        return NameKind.PERSON
    if last in heads.ORGANISATION_HEADS or "University" in words:
        return NameKind.ORGANISATION
    if last in heads.PLACE_HEADS or first in _PLACES_BEGIN:
        return NameKind.PLACE
    if first in _SIDES and " ".join(words[1:]) in gazetteer.PLACES:
        return NameKind.PLACE
    if len(words) > 2 and any(len(word) == 1 for word in words[:-1]):
        return NameKind.PERSON  # `John S McCain`
    return None


def known(form: str) -> NameKind | None:
    """Tell what the tables know."""
    if form in gazetteer.PLACES:
        return NameKind.PLACE
    return NameKind.ORGANISATION if form in gazetteer.ORGANISATIONS else None

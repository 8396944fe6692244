"""Who is meant by a common noun: `the mayor` is whom the article calls so somewhere.

An article calls somebody what stands directly before a name (`Mayor Odo Marsh`, `the
pilot Ada Quill`) or behind it (`Odo Marsh, the mayor of Quillmere,`, `Quill is a pilot`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newscli.research.names import Name
from newscli.research.naming import genders, lexicon
from newscli.research.quoting.verbs import PEOPLE

_DETERMINER = (
    r"[Tt]he|[Aa]n?|[Tt]his|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Oo]ne"
    r"|[Aa]nother|[Ss]ome|[Mm]any|[Ss]everal|[Bb]oth|[Tt]wo|[Aa]ll"
)
_JOINS = r"(?!(?:of|in|at|with|for|to|on|from|by|as|and|or|that|who|which|had|has|was|is|when)\b)"
_NOUN = re.compile(
    rf"\b(?P<determiner>{_DETERMINER}) (?:{_JOINS}[\w'’.-]+ ){{0,4}}(?P<noun>{_JOINS}\w[\w-]*)"
)
_WITHIN = re.compile(
    r"\b(?:of|in|at|with|for|to|on|from|by|as|into|over|under|between|among|against|than) \Z"
)
_LONGEST = 64
_BEFORE = re.compile(r"(?:[\w'’-]+\.? ){1,5}\Z")
_BEHIND = re.compile(
    r"(?: \([^)]{1,30}\))?(?:,(?: \d+,)?(?: who)?)?(?: is| was)? ?"
    r"(?:(?<=[, ])(?:the|an?|his|her|their|its|now|then)\b )*"
    r"((?:(?!(?:of|for|at|in|from|with|who|to|said|says)\b)[\w'’-]+ ?){1,6})"
)
_TITLES = frozenset(map(str.casefold, lexicon.PRECISE_TITLES | lexicon.LOOSE_TITLES))
_NOUNS = lexicon.CALLINGS | _TITLES | genders.WOMENS_WORDS | genders.MENS_WORDS
_PERSONS = _NOUNS - {f"{noun}s" for noun in _NOUNS}
"""What one person can be called."""
_SEVERAL = {f"{noun}s" for noun in _PERSONS if len(noun) > 3} | PEOPLE
"""Several people, with or without an article: `lawmakers`, `members of the Ferry Board`."""
_PEOPLE = re.compile(r"\b([A-Za-z]+)(?=(?: (?:of|from|at|in) [^,;:.\"“”]{1,60})?\Z)")
_LESSER = frozenset(("vice", "deputy", "assistant", "associate", "prime", "under"))
"""What makes somebody else of a noun: `the vice president` is not the president."""
_OFFICES = frozenset(map(str.casefold, lexicon.MODIFIERS | lexicon.PORTFOLIOS)) - frozenset(
    ("and", "the", "of", "former", "first", "right", "senior", "interim", "acting")
)
"""What tells one of several who are called the same: `the health minister`."""
_LONG = {
    "sen": ("senator", "lawmaker"),
    "senator": ("senator", "lawmaker"),
    "rep": ("representative", "congressman", "congresswoman", "lawmaker"),
    "congressman": ("congressman", "lawmaker"),
    "congresswoman": ("congresswoman", "lawmaker"),
    "gov": ("governor",),
    "gen": ("general",),
    "lt": ("lieutenant",),
    "prof": ("professor",),
    "dr": ("doctor",),
    "capt": ("captain",),
    "sgt": ("sergeant",),
    "col": ("colonel",),
    "adm": ("admiral",),
}
"""What else somebody is called who has a title."""


@dataclass(frozen=True, slots=True)
class Description:
    """A common noun that is the subject of a verb."""

    start: int
    end: int
    noun: str
    """With a small letter, and with what tells one of several: `vice president`."""
    is_known: bool
    """Whether it is one person known before: `the mayor`, but not `a mayor`."""
    is_several: bool = False


def subject(text: str, start: int, edge: int) -> Description | None:
    """Return the noun that stands at `edge` and is within no other phrase."""
    for found in _NOUN.finditer(text, max(start, edge - _LONGEST), edge):
        if found.end() == edge and not _WITHIN.search(text, start, found.start()):
            return _description(text, found)
    for found in _PEOPLE.finditer(text, max(start, edge - _LONGEST), edge):
        noun = found[1].casefold()
        if noun in _SEVERAL and not _WITHIN.search(text, start, found.start()):
            return Description(found.start(), edge, noun, is_known=False, is_several=True)
    return None


def object_behind(text: str, at: int, end: int) -> Description | None:
    """Return the noun that stands at a place, behind its verb: `said the mayor.`"""
    found = _NOUN.match(text, at, end)
    if found is None or text[found.end() : found.end() + 1] == " ":
        return None
    return _description(text, found)


def described(text: str, name: Name) -> frozenset[str]:
    """Return the nouns that an article calls somebody, with small letters."""
    return frozenset(noun for word in _called(text, name) for noun in (word, *_LONG.get(word, ())))


def _description(text: str, found: re.Match[str]) -> Description:
    *before, noun = text[found.start() : found.end()].casefold().split()
    whole = f"{before[-1]} {noun}" if before[-1] in _OFFICES else noun
    is_known = found["determiner"].casefold() == "the" and noun in _PERSONS
    return Description(found.start(), found.end(), whole, is_known)


def _called(text: str, name: Name) -> Iterator[str]:
    for start, end in name.spans:
        if before := _BEFORE.search(text, max(0, start - _LONGEST), start):
            yield from _nouns(_title(before[0].split()))
        if text[end : end + 1] in {",", " "} and (behind := _BEHIND.match(text, end)):
            is_apposition = text[end] == "," or text[end : end + 2] == " ("
            if is_apposition or re.match(r" (?:is|was) (?:the|an?)\b", text[end : end + 9]):
                yield from _nouns(behind[1].split())


def _title(words: list[str]) -> list[str]:
    """Keep the words directly before a name that belong to it."""
    first = len(words) - 1
    while first and words[first - 1][0].isupper() and not words[first - 1].endswith("."):
        first -= 1
    return words[first:]


def _nouns(words: list[str]) -> Iterator[str]:
    folded = [word.casefold().rstrip(".") for word in words]
    for at, word in enumerate(folded):
        before = folded[at - 1] if at else ""
        if word in _PERSONS or word in _LONG:
            yield f"{before} {word}"
            if before not in _LESSER:
                yield word

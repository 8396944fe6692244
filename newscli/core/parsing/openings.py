"""Openings that hide what an article is about, for a headline that is cut from one.

A place that is no dateline (`WASHINGTON D.C. Sen. Roe ...`), somebody's office between
commas, and the news that somebody made a statement. The text keeps them. They are
English, and read by a few words; what is not met stays as it is.
"""

import re
from typing import NamedTuple

from newscli.core.article import Span
from newscli.core.parsing.phrases import NO_PLACES, STATES
from newscli.core.parsing.published import MONTH

_WEEKDAY = r"(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day"
_DAY = rf"{MONTH}\.?\s{{1,2}}[0-9]{{1,2}}(?:,?\s{{1,2}}[0-9]{{4}})?"
_NAME = r"[A-Z][\w.'’-]*+"
_PLACE = re.compile(
    rf"""
    (?P<bracket>\()?
    (?P<city>{_NAME}(?:\ {_NAME}){{0,2}}?)
    (?:(?P<comma>,)?\s{{1,3}}(?P<state>(?P<capital>D\.?\s{{0,2}}C(?:\b\.?|(?=[A-Z][a-z])))
      |[A-Z]{{2}}\b|[A-Z][a-z]{{1,4}}\.)|(?=\ (?:\(|{_WEEKDAY}|{MONTH})))
    (?P<close>\))?
    (?:,?\s{{1,3}}(?P<day>\(?(?:{_WEEKDAY},?\s{{1,3}})?{_DAY}\)?))?
    (?P<mark>\s{{0,4}}(?:--?|[–—:])|\s{{2}})?\s*+
    (?=[A-Z“"])
    """,
    re.VERBOSE,
)
_LONGEST_CITY = 30
_GLIMPSE = 24
"""Characters behind a place of which some are small: else all of it is a title."""

_OFFICE = re.compile(
    r"""
    (?P<who>[^,;:]{4,48}+(?:,\s[A-Z]{1,2}-[A-Z]\w+\.?)?),
    \s(?!\w+ing\s(?:in|with|on|to|by|for|a|the)\b)(?:[\w.'’-]++\s){0,4}?
    (?:(?:[Vv]ice|[Cc]o)[-\s])?
    (?:[Cc]hair\w*|[Mm]ember|[Ll]eader|[Ww]hip|Democrat|Republican|[Dd]irector|[Pp]resident
      |[Mm]inister|[Ss]ecretary|[Mm]ayor|[Gg]overnor|[Hh]ead|[Ff]ounder|[Aa]uthor|[Ss]ponsor
      |[Ss]poke\w+|[Oo]fficer)\b
    [^;:]{0,160}?,
    (?=\s(?:today|yesterday|on\s[A-Z]|last|this|earlier|also|has|have|had|is|was|will|said|says
      |made|sent|led|held|met|spoke|told|took|won|urged|called|and\s[A-Z]\w{2,3}\.\s|[a-z]+ed)\b)
    """,
    re.VERBOSE,
)

_LONGEST_NAME = 49
"""Characters of a name, with the comma."""


_SOME = "(?:the following|following|this|a|an|his|her|their|these)"
_STATED = re.compile(
    rf"\b(?:made|makes|issued|issues|released|releases|gave|gives|delivered|offered|had|has|sent"
    rf"|provided|submitted|is|are)\s(?:today\s|also\s)?"
    rf"(?:{_SOME}(?:\s[\w-]+)?\s(?:statements?|remarks|comments?|reaction)\b"
    rf"|the following\s(?:[\w-]+\s)?(?:letter|floor speech|speech|testimony|column)\b)"
)
_NOUN = re.compile(r"[\w-]+\Z")
_WHEN = re.compile(
    rf"(?:,?\s(?:today|tonight|yesterday|(?:this|{_WEEKDAY})\s(?:morning|afternoon|evening)"
    rf"|(?:(?:on|late)\s)?{_WEEKDAY}|(?:on\s)?{_DAY}|\[as prepared\]|for the record"
    r"|(?:on|from)\sthe\s(?:[\w.]+\s){0,3}?floor)\b,?)*+",
)
_DONE = re.compile(r"\s*+(?:[:.](?:\s|\Z)|\Z)|\s{3}")
_NAMED = ("following", "statement", "remarks")
"""What no statement is told of without."""
_AROUND = 48
"""Characters from there to what somebody did with it, at most."""
_WORD_BEFORE = re.compile(r"\b[a-z]{2,}\b(?![.-])|\b[A-Z]{5,}\b")
_SMALL_WORDS = """
    of the and on for an in at de la van von who is has have both all along with joined
    today tonight yesterday this morning afternoon evening week late early earlier also jointly
    member members chairman chairmen chair chairwoman co vice ranking senior junior lead top leader
    former leading committee committees subcommittee subcommittees conferee
    sponsor director spokesman spokeswoman secretary communications press office
"""
_SUBJECT = frozenset(_SMALL_WORDS.split())
"""The small words of somebody's name and office; others, or capitals, say more than who."""

_WINDOW = 240


class Statement(NamedTuple):
    """That somebody made a statement: where it is named, and where what was said begins."""

    noun: int
    about: bool
    """Whether the sentence goes on and tells on what."""
    following: int


def behind_place(text: str, start: int, end: int) -> int:
    """Return where the sentence behind a place begins, `start` if there is none."""
    near = start + _LONGEST_CITY
    if not (
        text[start + 1 : start + 2].isupper()
        or text.find(", ", start, near) > 0
        or text.find(" D", start, near) > 0
    ):
        return start
    place = _PLACE.match(text, start, min(end, start + _WINDOW))
    if not place or place["city"].casefold().strip(".") in NO_PLACES:
        return start
    marked = place["mark"] or place["close"]
    if place["state"]:
        if place["state"].casefold() not in STATES and not place["capital"]:
            return start
        believable = marked or place["capital"] or place["comma"]
    else:
        believable = place["city"].isupper() and place["day"] and marked
    glimpse = text[place.end() : place.end() + _GLIMPSE]
    if not believable or not any(map(str.islower, glimpse)):
        return start
    return place.end()


def office(text: str, start: int, end: int) -> Span | None:
    """Return the office, its commas included, that stands behind the name a text opens with."""
    if text.find(",", start, start + _LONGEST_NAME) < 0:
        return None
    found = _OFFICE.match(text, start, min(end, start + _WINDOW))
    return Span(found.end("who"), found.end()) if found else None


def statement(text: str, start: int, end: int) -> Statement | None:
    """Find that somebody made a statement, if the first sentence says nothing else."""
    opening = text[start : min(end, start + _WINDOW)]
    if "following" not in opening and "statement" not in opening and "remarks" not in opening:
        return None  # written out, for in a loop it takes longer
    named = start + min(at for word in _NAMED if (at := opening.find(word)) >= 0)
    around = max(start, named - _AROUND), min(end, named + _AROUND)
    found = _STATED.search(text, *around)
    if not found or not _SUBJECT.issuperset(_WORD_BEFORE.findall(text, start, found.start())):
        return None
    when = _WHEN.match(text, found.end(), end)
    behind = when.end() if when else found.end()
    done = _DONE.match(text, behind, end)
    noun = _NOUN.search(text, found.start(), found.end())
    return Statement(
        noun.start() if noun else found.start(), done is None, done.end() if done else behind
    )

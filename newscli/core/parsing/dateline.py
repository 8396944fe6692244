"""The place, day and agency before the first sentence: `MOSCOW, March 29. /TASS/.`

A place alone is believed in capitals and before a dash only; a wrong dateline
would cost the lead its first words.
"""

import re
from dataclasses import dataclass

from newscli.core.article import ArticleDate
from newscli.core.parsing.phrases import AGENCIES, NO_PLACES, STATES
from newscli.core.parsing.published import MONTH, leading_date

# Letters are never given back: nothing that may stand behind a name begins with one.
_NAME = r"[A-ZÀ-ÖØ-Þ][^\W\d]*+(?:[.'’/-][^\W\d]*+)*"
_PLACE = rf"{_NAME}(?:\ {{1,2}}{_NAME}){{0,3}}?(?:,\ {{1,2}}{_NAME}(?:\ {_NAME})?)?"
_DAY = rf"(?:{MONTH}\.?\s[0-9]{{1,2}}|[0-9]{{1,2}}(?:st|nd|rd|th)?\s{MONTH}\.?)(?:,?\s[0-9]{{4}})?"
_DATELINE = re.compile(
    rf"""
    (?P<place>{_PLACE})
    (?=[.,:(/—–-]|\s{{1,6}}(?:[0-9.:(/—–-]|{MONTH}))  # one look spares the many ways to fail below
    (?:,?\s{{1,3}}(?P<day>{_DAY})(?![0-9]))?
    (?P<stop>[.,])?\s{{0,3}}
    (?P<agency>\((?![DRI]-)[A-Z](?:[^\W\d]|[.&'’/\ -]){{1,40}}\)|/[A-Z][\w.&'’\ -]{{1,30}}/)?
    (?P<mark>\s{{0,3}}(?:--|—|–)\s{{0,3}}|\s{{1,3}}-{{1,2}}\s{{1,3}}|[.:]\s{{1,3}})
    (?=(?P<next>\S+(?:\s\S+){{0,2}}))
    """,
    re.VERBOSE,
)
_TELLING = ("(", "-", "/", "—", "–")  # one is in every dateline, for all have an agency or a dash
_WITH_STATE = re.compile(r"[A-Z]\w+(?: [A-Z]\w+){0,2}, ?(D\.? ?C\.?|[A-Z]{2})")
_WINDOW = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline as a reader would write it, and where the sentence after it begins."""

    text: str
    end: int
    date: ArticleDate | None
    """Only when the dateline has a year."""


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Read the dateline that the paragraph `text[start:end]` opens with, if it does."""
    if not "A" <= text[start] <= "Þ":  # the letters that a name may begin with are among these
        return None
    end = min(end, start + _WINDOW)
    opening = text[start:end]
    if not any(map(opening.__contains__, _TELLING)):
        return None
    match = _DATELINE.match(text, start, end)
    if not match or not _is_believable(match):
        return None
    day = match["day"]
    published = day and leading_date(text, match.start("day"), match.end("day"))
    return Dateline(_tidy(match), match.end("mark"), published.date if published else None)


def _is_believable(match: re.Match[str]) -> bool:
    city = match["place"].split(",")[0].strip()
    if city.casefold().strip(".") in NO_PLACES:
        return False
    in_capitals = city.isupper() and len(city) > 2
    ends_at_dash = match["mark"].strip() not in {".", ":"}
    agency = match["agency"]
    if agency:
        known = agency[1:-1].split("/")[0].casefold() in AGENCIES
        return in_capitals or (known and (ends_at_dash or agency[0] == "/"))
    if not ends_at_dash:
        return False
    if match["day"]:
        return in_capitals
    if match["next"].isupper():
        return False  # capitals throughout: a headline, or an old wire copy
    place = _WITH_STATE.fullmatch(match["place"])
    return in_capitals or (place is not None and place[1].casefold() in STATES)


def _tidy(match: re.Match[str]) -> str:
    place, day, agency = match["place"].rstrip(" ,"), match["day"], match["agency"]
    if day:
        place = f"{place}, {day}" + ("." if agency and match["stop"] == "." else "")
    return " ".join(f"{place} {agency or ''}".split())

"""The day an article says it was published, as written in its text.

Only forms that can mean one day are read: `March 30, 2021`, `30 March 2021`,
`2021-03-30`. `03/04/2021` is left alone, for nobody can tell its day from its
month, and so is a date whose weekday is wrong. Dates people type as queries
are no business of this module.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from newscli.core.article import ArticleDate

FIRST_YEAR, LAST_YEAR = 1600, 2100

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
"""A month's English name, long or short, as a pattern."""

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
_DAY = rf"""
    (?: (?P<weekday>{_WEEKDAY})\.?,?\s+ )?
    (?: (?P<month>{MONTH})\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{{4}})
      | (?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH})\.?,?\s+(?P<year2>[0-9]{{4}})
      | (?P<year3>[0-9]{{4}})-(?P<month3>[0-9]{{2}})-(?P<day3>[0-9]{{2}})
    )(?![0-9])
"""
_TIME = r"""
    (?:at\s+)? [0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})? (?:\s?[ap]\.?m\b\.?)?
    (?:\s?\(?(?:Z|GMT|UTC|[ECMP][SD]?T|IST|BST|CES?T)\b\)?)?
"""
_LABEL = r"""
    (?:Category:\s*\w[\w\ &]{0,40}?\s+)?
    (?:(?:first|originally)\s+)?
    (?:(?:Published|Posted|Released|Issued|Created)(?:\s+(?:on|at))?|Publication\s+date|Dated?)
    \s*:?\s+
"""
_BYLINE = r"By\b:?[^0-9\n]{0,60}?[-–—|•,]\s*"
_LINE = re.compile(
    rf"""
    (?:--\s+)?
    (?P<label>{_LABEL}|{_BYLINE})?
    (?:{_TIME}[\s,|]+(?:on\s+)?)?
    {_DAY}
    (?:[\s,|Tt–—-]+{_TIME})?
    (?:[\s,;|(–—-]+(?:and\s+)?(?:last\s+)?(?:updated|modified)\b.{{0,80}} | \s*[|•·].{{0,60}})?
    \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LABELLED = re.compile(rf"(?P<label>{_LABEL})(?:{_TIME}[\s,|]+)?{_DAY}", re.VERBOSE)
_LEADING = re.compile(_DAY, re.VERBOSE | re.IGNORECASE)
_LABELS_OPEN = frozenset({"Cat", "fir", "ori", "Pub", "Pos", "Rel", "Iss", "Cre", "Dat"})
_DAYS_OPEN = frozenset((*_MONTHS, *_WEEKDAYS))
_LINES_OPEN = frozenset(
    {"--", "at", "by", "ca", "cr", "da", "fi", "is", "or", "po", "pu", "re"}
    | {day[:2] for day in _DAYS_OPEN}
)
_YEAR = re.compile(r"[0-9]{4}")

LONGEST_DATE_LINE = 160


@dataclass(frozen=True, slots=True)
class Published:
    """A date that stands in a text, and where it ends."""

    date: ArticleDate
    labelled: bool
    """Whether words such as `Published on` say what it is the date of."""
    end: int


def date_line(line: str) -> Published | None:
    """Read a line that is a date and nothing else but labels, times and names."""
    if len(line) > LONGEST_DATE_LINE or not _may_be(_LINES_OPEN, line[:2]):
        return None
    if not _YEAR.search(line):
        return None
    match = _LINE.fullmatch(line)
    return match and _published(match, labelled=match["label"] is not None)


def leading_date(text: str, start: int = 0, end: int | None = None) -> Published | None:
    """Read the date at `start`, labelled or bare, whatever follows it."""
    end = len(text) if end is None else end
    opening = text[start : min(start + 3, end)]
    if opening in _LABELS_OPEN and (match := _LABELLED.match(text, start, end)):
        return _published(match, labelled=True)
    if not _may_be(_DAYS_OPEN, opening):
        return None
    match = _LEADING.match(text, start, end)
    return match and _published(match, labelled=False)


@lru_cache(maxsize=1 << 12)
def article_date(year: int, month: int, day: int | None = None) -> ArticleDate | None:
    """Return the date if the calendar has it and its year can be an article's."""
    if not FIRST_YEAR <= year <= LAST_YEAR or day == 0:
        return None
    try:
        return ArticleDate(year, month, day)
    except ValueError:
        return None


def _may_be(openings: frozenset[str], opening: str) -> bool:
    """Tell from the first characters of a text whether its many forms need be tried."""
    return opening.lower() in openings or opening[:1].isdigit() or not opening.isascii()


def _published(match: re.Match[str], *, labelled: bool) -> Published | None:
    # Casefolded, for the patterns take a long s for an s, as Unicode does.
    year = int(match["year"] or match["year2"] or match["year3"])
    day = int(match["day"] or match["day2"] or match["day3"])
    name = match["month"] or match["month2"]
    month = _MONTHS.index(name[:3].casefold()) + 1 if name else int(match["month3"])
    found = article_date(year, month, day)
    if found is None:
        return None
    weekday = match["weekday"]
    if weekday and _WEEKDAYS[date(year, month, day).weekday()] != weekday[:3].casefold():
        return None
    return Published(found, labelled, match.end())

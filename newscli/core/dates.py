"""The dates a person may type: a closed list, and the days each of them means.

    2021-01-10   10 jan 2021   10 January 2021      that day
    2021-01      2021                               every day of it
    today        yesterday     3 days ago           that day
    last week    2 weeks ago                        Monday to Sunday
    last month   2 months ago                       the calendar month
    last year    2 years ago                        the calendar year

`2 weeks ago` is the whole week that lies two before this one, so `1 week ago` is
`last week`; months and years likewise. Anything else is an error, never a guess.
Letters may be in any case. Not here: dates found in articles.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from newscli.core.query import Dated
from newscli.errors import BadDate

Days = tuple[date, date]
"""The first and the last day, both included."""

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBER_OF_MONTH = {
    name: number for number, month in enumerate(_MONTHS, start=1) for name in {month, month[:3]}
}


def day_range(words: str, today: date) -> Days:
    """Return the days that the words mean.

    Raises BadDate, which names the words, for a day the calendar lacks and for
    anything that is not on the list.
    """
    said = " ".join(words.split())
    for form, days in _FORMS:
        if found := form.fullmatch(said.lower()):
            try:
                return days(found, today)
            except (ValueError, OverflowError) as error:
                raise BadDate(f"there is no {said}") from error
    raise BadDate(f"`{said}` is no date newscli understands" if said else "no date is given")


def since(words: str, today: date) -> date:
    """Return the first day that the words mean."""
    return day_range(words, today)[0]


def until(words: str, today: date) -> date:
    """Return the last day that the words mean."""
    return day_range(words, today)[1]


def dated(words: str, today: date) -> Dated:
    """Read a date, or two with `..` between them; an end left open is None.

    Raises BadDate for what is no date, and for a range that ends before it begins.
    """
    first, dots, last = words.partition("..")
    if not dots:
        return Dated(*day_range(words, today))
    if not first.strip() and not last.strip():
        raise BadDate(f"`{words.strip()}` has no date on either side")
    begin = since(first, today) if first.strip() else None
    end = until(last, today) if last.strip() else None
    if begin and end and begin > end:
        swapped = f"{last.strip()}..{first.strip()}"
        raise BadDate(f"`{words.strip()}` ends before it begins", f"write {swapped}")
    return Dated(begin, end)


def _day(found: re.Match[str], _: date) -> Days:
    year, month, day = map(int, found.groups())
    return _one(date(year, month, day))


def _day_with_named_month(found: re.Match[str], _: date) -> Days:
    day, month, year = found.groups()
    return _one(date(int(year), _NUMBER_OF_MONTH[month], int(day)))


def _month(found: re.Match[str], _: date) -> Days:
    return _days_of_month(int(found[1]), int(found[2]))


def _year(found: re.Match[str], _: date) -> Days:
    return _days_of_year(int(found[1]))


def _today(_: re.Match[str], today: date) -> Days:
    return _one(today)


def _yesterday(_: re.Match[str], today: date) -> Days:
    return _one(today - timedelta(days=1))


def _last(found: re.Match[str], today: date) -> Days:
    return _BEFORE[found[1]](today, 1)


def _ago(found: re.Match[str], today: date) -> Days:
    return _BEFORE[found[2]](today, int(found[1]))


def _days_before(today: date, number: int) -> Days:
    return _one(today - timedelta(days=number))


def _weeks_before(today: date, number: int) -> Days:
    monday = today - timedelta(days=today.weekday() + 7 * number)
    return monday, monday + timedelta(days=6)


def _months_before(today: date, number: int) -> Days:
    year, month = divmod(today.year * 12 + today.month - 1 - number, 12)
    return _days_of_month(year, month + 1)


def _years_before(today: date, number: int) -> Days:
    return _days_of_year(today.year - number)


def _one(day: date) -> Days:
    return day, day


def _days_of_month(year: int, month: int) -> Days:
    first = date(year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1])


def _days_of_year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


_BEFORE: dict[str, Callable[[date, int], Days]] = {
    "day": _days_before,
    "week": _weeks_before,
    "month": _months_before,
    "year": _years_before,
}

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Days]], ...] = (
    (re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})"), _day),
    (re.compile("([0-9]{4})-([0-9]{2})"), _month),
    (re.compile("([0-9]{4})"), _year),
    (
        re.compile(f"([0-9]{{1,2}}) ({'|'.join(_NUMBER_OF_MONTH)}) ([0-9]{{4}})"),
        _day_with_named_month,
    ),
    (re.compile("today"), _today),
    (re.compile("yesterday"), _yesterday),
    (re.compile("last (week|month|year)"), _last),
    (re.compile("([0-9]{1,9}) (day|week|month|year)s? ago"), _ago),
)

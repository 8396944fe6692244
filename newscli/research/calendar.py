"""Calendar bins: the days, ISO weeks, months and years that dates fall into.

A bin is named by its first day. Weeks run from Monday to Sunday and belong to the year
that has most of their days (ISO 8601). A date that is known by month alone falls into
its month and its year, and into no day or week: a guess would make a peak of every
first of a month.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from newscli.core.article import ArticleDate
from newscli.core.choices import Period

_WIDEST = ((31, Period.DAY), (26 * 7, Period.WEEK), (5 * 366, Period.MONTH))
"""Up to how many days a span is told by each period; a longer one by the year."""


def fitting(dates: Iterable[ArticleDate]) -> Period:
    """Return the finest period that neither leaves a date out nor needs a very long chart."""
    held = list(dates)
    if not held:
        return Period.YEAR
    days = (max(each.first for each in held) - min(each.first for each in held)).days + 1
    chosen = next((period for most, period in _WIDEST if days <= most), Period.YEAR)
    if chosen in {Period.DAY, Period.WEEK} and not all(each.day for each in held):
        return Period.MONTH
    return chosen


def falls(when: ArticleDate, by: Period) -> date | None:
    """Return the bin of a date; None for a whole month in days or weeks."""
    if when.day is None and by in {Period.DAY, Period.WEEK}:
        return None
    return begin(when.first, by)


def begin(day: date, by: Period) -> date:
    """Return the first day of the bin that a day lies in."""
    match by:
        case Period.DAY:
            return day
        case Period.WEEK:
            return day - timedelta(days=day.weekday())
        case Period.MONTH:
            return day.replace(day=1)
        case Period.YEAR:
            return day.replace(month=1, day=1)


def end(start: date, by: Period) -> date:
    """Return the last day of the bin that begins on this day."""
    follower = _follower(start, by)
    return follower - timedelta(days=1) if follower else date.max


def bins(first: date, last: date, by: Period) -> Iterator[date]:
    """Go through every bin from that of the first day to that of the last, empty or not."""
    start: date | None = begin(first, by)
    while start and start <= last:
        yield start
        start = _follower(start, by)


def label(start: date, by: Period) -> str:
    """Name a bin: `2021-01-10`, `2021-W02`, `2021-01`, `2021`."""
    if by is Period.WEEK:
        year, week, _ = start.isocalendar()
        return f"{year:04}-W{week:02}"
    return str(start)[: {Period.DAY: 10, Period.MONTH: 7, Period.YEAR: 4}[by]]


def _follower(start: date, by: Period) -> date | None:
    """Return the first day of the next bin; None where the calendar ends."""
    try:
        match by:
            case Period.DAY:
                return start + timedelta(days=1)
            case Period.WEEK:
                return start + timedelta(days=7)
            case Period.MONTH:
                return (start + timedelta(days=31)).replace(day=1)
            case Period.YEAR:
                return start.replace(year=start.year + 1)
    except (OverflowError, ValueError):
        return None

"""Calendar bins: every day lies in one of them, and they follow one another."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.article import ArticleDate
from newscli.core.choices import Period
from newscli.research.calendar import begin, bins, end, falls, fitting, label


@pytest.mark.parametrize(
    ("day", "by", "first", "last", "name"),
    [
        ("2021-01-10", Period.DAY, "2021-01-10", "2021-01-10", "2021-01-10"),
        ("2021-01-10", Period.WEEK, "2021-01-04", "2021-01-10", "2021-W01"),
        ("2021-01-11", Period.WEEK, "2021-01-11", "2021-01-17", "2021-W02"),
        ("2021-01-01", Period.WEEK, "2020-12-28", "2021-01-03", "2020-W53"),
        ("2020-02-29", Period.MONTH, "2020-02-01", "2020-02-29", "2020-02"),
        ("2021-12-31", Period.MONTH, "2021-12-01", "2021-12-31", "2021-12"),
        ("2020-02-29", Period.YEAR, "2020-01-01", "2020-12-31", "2020"),
        ("0001-01-01", Period.WEEK, "0001-01-01", "0001-01-07", "0001-W01"),
        ("9999-12-31", Period.WEEK, "9999-12-27", "9999-12-31", "9999-W52"),
        ("9999-12-31", Period.YEAR, "9999-01-01", "9999-12-31", "9999"),
    ],
)
def test_a_day_lies_in_its_bin(day: str, by: Period, first: str, last: str, name: str) -> None:
    start = begin(date.fromisoformat(day), by)
    assert (str(start), str(end(start, by)), label(start, by)) == (first, last, name)


@given(st.dates(), st.integers(0, 4000), st.sampled_from(Period))
def test_bins_part_the_days_between_without_a_hole(first: date, days: int, by: Period) -> None:
    last = min(first, date.max - timedelta(days=days)) + timedelta(days=days)
    first = min(first, last)
    starts = list(bins(first, last, by))
    assert starts[0] == begin(first, by)
    assert starts[0] <= first <= end(starts[0], by)
    assert starts[-1] <= last <= end(starts[-1], by)
    assert all(end(one, by) + timedelta(days=1) == another for one, another in pairwise(starts))
    assert all(begin(end(start, by), by) == start for start in starts)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (Period.DAY, None),
        (Period.WEEK, None),
        (Period.MONTH, date(2021, 3, 1)),
        (Period.YEAR, date(2021, 1, 1)),
    ],
)
def test_a_whole_month_falls_in_no_day_and_no_week(by: Period, expected: date | None) -> None:
    assert falls(ArticleDate(2021, 3), by) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], Period.YEAR),
        (["2021-03-02"], Period.DAY),
        (["2021-03"], Period.MONTH),
        (["2021-03-01", "2021-03-31"], Period.DAY),
        (["2021-03-01", "2021-04-01"], Period.WEEK),
        (["2021-03-01", "2021-03", "2021-04-01"], Period.MONTH),
        (["2021-01-01", "2021-12-31"], Period.MONTH),
        (["2017-01-01", "2021-12-31"], Period.MONTH),
        (["2017-01-01", "2023-12-31"], Period.YEAR),
    ],
)
def test_the_period_is_chosen_by_the_span(dates: list[str], expected: Period) -> None:
    assert fitting(map(ArticleDate.from_iso, dates)) is expected

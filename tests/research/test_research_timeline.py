"""Timelines: articles counted by calendar bin, and the bins that stand out."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.article import ArticleDate
from newscli.core.choices import Period
from newscli.research.calendar import falls, fitting
from newscli.research.timeline import Dates, peaks, series, starts


def days(*written: str) -> Dates:
    """Count dates by their ISO form; `-` is none."""
    return Counter(None if each == "-" else ArticleDate.from_iso(each) for each in written)


@st.composite
def article_dates(draw: st.DrawFn) -> ArticleDate | None:
    day = draw(st.dates(date(2019, 11, 1), date(2021, 2, 28)))
    whole_month, undated = draw(st.booleans()), draw(st.integers(0, 5)) == 0
    return None if undated else ArticleDate(day.year, day.month, None if whole_month else day.day)


@given(st.lists(article_dates(), max_size=30), st.sampled_from(Period))
def test_bins_part_the_matches(found: list[ArticleDate | None], by: Period) -> None:
    dates = Counter(found)
    told = series("ferry", dates, dates, by, starts([dates], by))
    assert told.articles == len(found)
    assert sum(each.articles for each in told.bins) + told.undated + told.whole_months == len(found)
    for each in told.bins:
        inside = [when for when in found if when and falls(when, by) == each.start]
        assert each.articles == each.total == len(inside)
        assert all(each.start <= when.first and when.last <= each.end for when in inside)


@given(st.lists(article_dates(), max_size=30))
def test_the_period_that_is_chosen_leaves_no_date_out(found: list[ArticleDate | None]) -> None:
    dates = Counter(found)
    by = fitting(when for when in dates if when)
    assert series("", dates, dates, by, starts([dates], by)).whole_months == 0


def test_gaps_are_bins_of_nothing() -> None:
    dates = days("2021-01-10", "2021-01-10", "2021-01-13")
    told = series("", dates, dates, Period.DAY, starts([dates], Period.DAY))
    assert [(str(each.start), each.articles) for each in told.bins] == [
        ("2021-01-10", 2),
        ("2021-01-11", 0),
        ("2021-01-12", 0),
        ("2021-01-13", 1),
    ]


def test_a_share_is_of_all_articles_of_the_bin() -> None:
    everything = days("2021-01-10", "2021-01-12", "2021-01-13", "2021-01", "2021-02-01", "-")
    found = days("2021-01-10", "2021-02-01")
    told = series("", found, everything, Period.MONTH, starts([found], Period.MONTH))
    assert [(each.articles, each.total, each.share) for each in told.bins] == [
        (1, 4, 0.25),
        (1, 1, 1.0),
    ]


def test_a_whole_month_is_counted_apart_from_days_and_so_are_the_undated() -> None:
    found = days("2021-01-10", "2021-01", "2021-02", "-")
    told = series("", found, found, Period.WEEK, starts([found], Period.WEEK))
    assert (told.articles, told.whole_months, told.undated) == (4, 2, 1)
    assert [(str(each.start), str(each.end)) for each in told.bins] == [
        ("2021-01-04", "2021-01-10")
    ]


def test_series_that_are_compared_have_the_same_bins() -> None:
    both = [days("2021-01-10"), days("2021-03-10")]
    assert [str(start)[:7] for start in starts(both, Period.MONTH)] == [
        "2021-01",
        "2021-02",
        "2021-03",
    ]


def test_without_a_date_there_is_no_bin() -> None:
    assert starts([days("-"), days()], Period.DAY) == []
    assert series("", days("-"), days("-"), Period.DAY, []).bins == ()


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], []),
        ([7], []),
        ([9, 0, 0, 0, 0, 1], [0]),
        ([2, 0, 0, 0, 0, 1], []),
        ([9, 0, 0, 0, 1], []),
        ([0, 0, 9, 0, 0, 0, 0, 1, 0], [2]),
        ([0, 0, 9, 0, 0, 0], []),
        ([5, 5, 5, 5, 5, 5], []),
        ([1, 2, 1, 2, 30, 2, 1, 2, 1, 28, 1, 2, 1, 2, 1], [4, 9]),
    ],
)
def test_a_peak_lies_two_deviations_above_the_mean(counts: list[int], expected: list[int]) -> None:
    assert [at for at, is_peak in enumerate(peaks(counts)) if is_peak] == expected

"""The histogram of `newscli status`: which period a bar stands for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.commands.status import MOST_BARS, histogram
from newscli.core.article import ArticleDate
from newscli.core.reports import Bar


def days(*written: str) -> list[ArticleDate]:
    """Read dates, in order."""
    return sorted(map(ArticleDate.from_iso, written), key=lambda each: each.first)


@pytest.mark.parametrize(
    ("dates", "by", "labels"),
    [
        ((), "year", ()),
        (("2021-01-10",), "day", ("2021-01-10",)),
        (("2021-01-10", "2021-02-14"), "day", ("2021-01-10", "2021-02-14")),  # 36 days
        (("2021-01-10", "2021-02-15"), "month", ("2021-01", "2021-02")),  # 37
        (("2021-01-10", "2021-01"), "month", ("2021-01", "2021-01")),
        (("2018-02", "2021-01-31"), "month", ("2018-02", "2021-01")),  # 36 months
        (("2018-01-31", "2021-01-01"), "year", ("2018", "2021")),  # 37
        (("0900-01-01", "2021-01-01"), "year", ("0900", "2021")),
    ],
)
def test_a_bar_is_the_finest_period_that_leaves_few_enough(
    dates: tuple[str, ...], by: str, labels: tuple[str, ...]
) -> None:
    chosen, bars = histogram(days(*dates))
    assert (chosen, tuple(bar.label for bar in (*bars[:1], *bars[-1:]))[: len(labels)]) == (
        by,
        labels,
    )


def test_periods_of_no_article_have_a_bar_too() -> None:
    assert histogram(days("2020-11", "2021-01-10", "2021-01-12")) == (
        "month",
        (Bar("2020-11", 1), Bar("2020-12", 0), Bar("2021-01", 2)),
    )


@given(
    st.lists(
        st.builds(
            lambda day, whole: ArticleDate(day.year, day.month, day.day if whole else None),
            st.dates(date(1990, 1, 1), date(2030, 12, 31)),
            st.booleans(),
        ),
        min_size=1,
    )
)
def test_every_article_is_in_one_bar_and_the_bars_are_one_after_another(
    dates: list[ArticleDate],
) -> None:
    by, bars = histogram(sorted(dates, key=lambda each: each.first))
    assert sum(bar.articles for bar in bars) == len(dates)
    assert bars[0].articles > 0 < bars[-1].articles
    labels = [bar.label for bar in bars]
    assert labels == sorted(set(labels))
    assert by == "year" or len(bars) <= MOST_BARS


def test_a_leap_day_has_its_bar() -> None:
    _, bars = histogram(days("2020-02-28", "2020-03-01"))
    assert [bar.label for bar in bars] == ["2020-02-28", "2020-02-29", "2020-03-01"]
    assert date(2020, 3, 1) - date(2020, 2, 28) == timedelta(days=2)

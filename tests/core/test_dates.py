from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.dates import dated, day_range, since, until
from newscli.core.query import Dated
from newscli.errors import BadDate

WEDNESDAY = date(2021, 3, 31)

DAYS = [
    ("2021-01-10", "2021-01-10", "2021-01-10"),
    ("2021-01", "2021-01-01", "2021-01-31"),
    ("2020-02", "2020-02-01", "2020-02-29"),
    ("2021", "2021-01-01", "2021-12-31"),
    ("10 jan 2021", "2021-01-10", "2021-01-10"),
    ("10 January 2021", "2021-01-10", "2021-01-10"),
    ("1 MAY 2021", "2021-05-01", "2021-05-01"),
    ("  10   Sep  2021 ", "2021-09-10", "2021-09-10"),
    ("today", "2021-03-31", "2021-03-31"),
    ("Yesterday", "2021-03-30", "2021-03-30"),
    ("0 days ago", "2021-03-31", "2021-03-31"),
    ("1 day ago", "2021-03-30", "2021-03-30"),
    ("3 days ago", "2021-03-28", "2021-03-28"),
    ("last week", "2021-03-22", "2021-03-28"),
    ("1 week ago", "2021-03-22", "2021-03-28"),
    ("2 weeks ago", "2021-03-15", "2021-03-21"),
    ("last month", "2021-02-01", "2021-02-28"),
    ("1 month ago", "2021-02-01", "2021-02-28"),
    ("3 months ago", "2020-12-01", "2020-12-31"),
    ("15 months ago", "2019-12-01", "2019-12-31"),
    ("last year", "2020-01-01", "2020-12-31"),
    ("2 years ago", "2019-01-01", "2019-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
]


@pytest.mark.parametrize(("words", "first", "last"), DAYS)
def test_a_date_on_the_list_means_these_days(words: str, first: str, last: str) -> None:
    assert day_range(words, WEDNESDAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "words",
    [
        "2021-1-1",
        "2021-1",
        "21",
        "10.1.2021",
        "10/01/2021",
        "jan 2021",
        "10 sept 2021",
        "2021 jan 10",
        "tomorrow",
        "next week",
        "last blursday",
        "last day",
        "three days ago",
        "-3 days ago",
        "3 days",
        "٢٠٢١",
        "2021-01-10T00:00",
        "1234567890 days ago",
    ],
)
def test_anything_else_is_an_error_and_never_a_guess(words: str) -> None:
    with pytest.raises(BadDate) as bad:
        day_range(words, WEDNESDAY)
    assert bad.value.message == f"`{words}` is no date newscli understands"
    assert bad.value.hint == (
        "dates look like 2021-01-10, 2021-01, 2021, 10 jan 2021, today, yesterday, "
        "3 days ago, last week, last month or last year"
    )


@pytest.mark.parametrize(
    "words",
    ["2021-02-30", "2021-13", "2021-00-10", "0000", "31 Apr 2021", "0 may 2021", "5000 years ago"],
)
def test_a_day_the_calendar_lacks_is_an_error(words: str) -> None:
    with pytest.raises(BadDate) as bad:
        day_range(words, WEDNESDAY)
    assert bad.value.message == f"there is no {words}"


@pytest.mark.parametrize("words", ["", "  "])
def test_no_date_at_all_is_an_error(words: str) -> None:
    with pytest.raises(BadDate, match=r"^no date is given$"):
        day_range(words, WEDNESDAY)


def test_since_a_month_is_from_its_first_day_and_until_it_to_its_last() -> None:
    assert since("2021-02", WEDNESDAY) == date(2021, 2, 1)
    assert until("2021-02", WEDNESDAY) == date(2021, 2, 28)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2021-01", date(2021, 1, 1), date(2021, 1, 31)),
        ("2021-01-10..2021-02", date(2021, 1, 10), date(2021, 2, 28)),
        ("2021-02..2021", date(2021, 2, 1), date(2021, 12, 31)),
        ("..2021", None, date(2021, 12, 31)),
        ("2021..", date(2021, 1, 1), None),
        ("10 jan 2021 .. yesterday", date(2021, 1, 10), date(2021, 3, 30)),
        ("today..today", WEDNESDAY, WEDNESDAY),
    ],
)
def test_two_dots_make_a_range_with_both_ends_in(
    words: str, first: date | None, last: date | None
) -> None:
    assert dated(words, WEDNESDAY) == Dated(first, last)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("2021-02..2021-01", "`2021-02..2021-01` ends before it begins"),
        ("..", "`..` has no date on either side"),
        ("2021..blursday", "`blursday` is no date newscli understands"),
        ("2021...2022", "`.2022` is no date newscli understands"),
    ],
)
def test_a_range_that_cannot_be_meant_is_an_error(words: str, message: str) -> None:
    with pytest.raises(BadDate) as bad:
        dated(words, WEDNESDAY)
    assert bad.value.message == message


def test_a_range_the_wrong_way_round_says_how_to_write_it() -> None:
    with pytest.raises(BadDate) as bad:
        dated("2021-02..2021-01", WEDNESDAY)
    assert bad.value.hint == "write 2021-01..2021-02"


@given(st.dates())
def test_a_day_written_in_figures_is_that_day(day: date) -> None:
    assert day_range(day.isoformat(), WEDNESDAY) == (day, day)


@given(st.dates(min_value=date(1000, 1, 1)), st.integers(0, 900))
def test_weeks_ago_are_whole_weeks_one_after_another(today: date, number: int) -> None:
    monday, sunday = day_range(f"{number} weeks ago", today)
    assert (monday.weekday(), sunday.weekday()) == (0, 6)
    assert sunday - monday == timedelta(days=6)
    assert monday <= today - timedelta(weeks=number) <= sunday


@given(st.text(), st.dates())
def test_no_words_whatever_raise_anything_but_a_bad_date(words: str, today: date) -> None:
    try:
        first, last = day_range(words, today)
    except BadDate:
        return
    assert first <= last

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.article import ArticleDate, Kind, Paragraph, Span

DAYS = st.builds(lambda day: ArticleDate(day.year, day.month, day.day), st.dates())
MONTHS = st.builds(lambda day: ArticleDate(day.year, day.month), st.dates())


def test_a_span_is_a_stretch_of_a_text() -> None:
    assert Span(4, 9).of("the ferry sank") == "ferry"
    assert Span(4, 4).of("the ferry sank") == ""


@pytest.mark.parametrize(("start", "end"), [(2, 1), (-1, 3), (-2, -1)])
def test_a_span_never_runs_backwards_nor_before_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not a span: {start}..{end}"):
        Span(start, end)


def test_a_paragraph_knows_its_place() -> None:
    assert Paragraph(3, Kind.BODY, 10, 20).span == Span(10, 20)


@pytest.mark.parametrize(
    ("found", "first", "last", "written"),
    [
        (ArticleDate(2021, 1, 10), date(2021, 1, 10), date(2021, 1, 10), "2021-01-10"),
        (ArticleDate(2021, 1), date(2021, 1, 1), date(2021, 1, 31), "2021-01"),
        (ArticleDate(2021, 2), date(2021, 2, 1), date(2021, 2, 28), "2021-02"),
        (ArticleDate(2020, 2), date(2020, 2, 1), date(2020, 2, 29), "2020-02"),
        (ArticleDate(2021, 12), date(2021, 12, 1), date(2021, 12, 31), "2021-12"),
        (ArticleDate(9999, 12), date(9999, 12, 1), date(9999, 12, 31), "9999-12"),
        (ArticleDate(987, 6, 5), date(987, 6, 5), date(987, 6, 5), "0987-06-05"),
    ],
)
def test_a_date_is_a_day_or_a_whole_month(
    found: ArticleDate, first: date, last: date, written: str
) -> None:
    assert (found.first, found.last, str(found)) == (first, last, written)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2021, 2, 29), (2021, 13, None), (2021, 0, None), (2021, 1, 0), (2021, 1, 32), (0, 1, 1)],
)
def test_a_date_that_no_calendar_has_is_refused(year: int, month: int, day: int | None) -> None:
    with pytest.raises(ValueError, match=r"day|month|year"):
        ArticleDate(year, month, day)


@pytest.mark.parametrize(
    "text",
    ["", "2021", "2021-1", "2021-01-1", "2021-01-10-05", "21-01-10", "2021-01-10 ", "+2021-01",
     "2021/01/10", "２０２１-01", "2021-02-30", "2021-13"],
)  # fmt: skip
def test_nothing_but_a_written_date_is_read_as_one(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        ArticleDate.from_iso(text)


@given(DAYS | MONTHS)
def test_a_written_date_is_read_back(found: ArticleDate) -> None:
    assert ArticleDate.from_iso(str(found)) == found


@given(MONTHS)
def test_a_month_ends_the_day_before_the_next(found: ArticleDate) -> None:
    assert (found.last.year, found.last.month) == (found.year, found.month)
    if found.last != date.max:
        assert (found.last + timedelta(days=1)).day == 1

"""The date of an article: the header's, or one the text tells beyond doubt."""

import pytest

from newscli.core.article import ArticleDate
from newscli.core.parsing import parse
from newscli.core.parsing.published import date_line, leading_date

LEAD = "The harbour at Oldport will close for three weeks, the council said, while divers mend it."
TITLE = "Oldport closes its harbour"

DATES = [
    # the header
    (f" date 2021-01-10 {LEAD}", "2021-01-10", "header"),
    (f"date 2021-01-10 {LEAD}", "2021-01-10", "header"),
    (" date 2021-01-10", "2021-01-10", "header"),
    (f" date 2021-01-10\n\n{LEAD}", "2021-01-10", "header"),
    (f" date 2020-02-29 {LEAD}", "2020-02-29", "header"),
    (f" date 2021-01-10 {TITLE}\n\nSunday, January 17, 2021\n\n{LEAD}", "2021-01-10", "header"),
    (f" date 2021-03 {LEAD}", "2021-03", "header"),
    (f" date 2021-03 Published on April 2, 2021\n{LEAD}", "2021-03", "header"),
    # the text, when the header leaves the day to it or is not there
    (f" date 2021-03 Category: World Published on March 30, 2021 {LEAD}", "2021-03-30", "text"),
    (f"{TITLE}\nBY: - March 31, 2021\n{LEAD}", "2021-03-31", "text"),
    (f"{TITLE}\nBy Jane Roe - March 31, 2021\n{LEAD}", "2021-03-31", "text"),
    (f"{TITLE}\n\nPosted at 6:18 AM, Jun 28, 2018\n\n{LEAD}", "2018-06-28", "text"),
    (f"{TITLE}\n\nSunday, January 10, 2021\n\n{LEAD}", "2021-01-10", "text"),
    (f"-- {TITLE}\n-- 2019-05-06\n\n{LEAD}", "2019-05-06", "text"),
    (f"OLDPORT, April 11, 2006 -- {LEAD}", "2006-04-11", "dateline"),
    (f"{TITLE}\nBy Jane Roe\nOLDPORT, 11 April 2006 - {LEAD}", "2006-04-11", "dateline"),
    # and what is no date
    (LEAD, None, None),
    (f"OLDPORT, April 11 -- {LEAD}", None, None),
    (f"OLDPORT, 11 April -- {LEAD}", None, None),
    (f"OLDPORT, 31 April 2006 -- {LEAD}", None, None),
    (f" date 2021-1-5 {LEAD}", None, None),
    (f" date 2021-01-10T10:00 {LEAD}", None, None),
    (f" date 2021-02-30 {LEAD}", None, None),
    (f" date 2021-02-30 {TITLE}\n\nPublished on March 1, 2021\n\n{LEAD}", None, None),
    (f"-- {TITLE}\n-- 03/04/2021\n\n{LEAD}", None, None),
    (f"{TITLE}\n\nMonday, January 10, 2021\n\n{LEAD}", None, None),
    (f"{TITLE}\n\nMarch 3, 2019\n\n{LEAD}\n\nApril 4, 2020\n\n{LEAD}", None, None),
    (f"{TITLE}\n\nUpdated: March 3, 2019\n\n{LEAD}", None, None),
    ("Published in March 2019, the report was read by 3 people. " + LEAD, None, None),
]


@pytest.mark.parametrize(("text", "date", "source"), DATES)
def test_the_date_and_where_it_was_read(text: str, date: str | None, source: str | None) -> None:
    content = parse(text)
    assert (content.date and str(content.date), content.date_source) == (date, source)


@pytest.mark.parametrize(
    ("header", "notes"),
    [
        ("date 2021-02-30", ("impossible date 2021-02-30",)),
        ("date 2021-13", ("impossible date 2021-13",)),
        ("date 0021-01-10", ("impossible date 0021-01-10",)),
        ("date 2021-01-00", ("impossible date 2021-01-00",)),
        ("date 2021-01-10", ()),
    ],
)
def test_an_impossible_header_is_noted_and_leaves_the_text(
    header: str, notes: tuple[str, ...]
) -> None:
    content = parse(f" {header} {LEAD}")
    assert (content.notes, content.text) == (notes, LEAD)


LINES = [
    ("March 30, 2021", ArticleDate(2021, 3, 30)),
    ("March 30 2021", ArticleDate(2021, 3, 30)),
    ("30 March 2021", ArticleDate(2021, 3, 30)),
    ("Sept. 3rd, 2021", ArticleDate(2021, 9, 3)),
    ("2021-03-30", ArticleDate(2021, 3, 30)),
    ("2021-03-30T06:18:00Z", ArticleDate(2021, 3, 30)),
    ("Tuesday, March 30, 2021", ArticleDate(2021, 3, 30)),
    ("Tue 30 Mar 2021 10:30 GMT", ArticleDate(2021, 3, 30)),
    ("Published: 10:30 GMT, 30 March 2021", ArticleDate(2021, 3, 30)),
    ("First published on March 30, 2021 | Bay News", ArticleDate(2021, 3, 30)),
    (
        "Posted at 6:18 AM, Jun 28, 2018 and last updated 7:00 AM, Jun 29, 2018",
        ArticleDate(2018, 6, 28),
    ),
    ("Date: 30 March 2021", ArticleDate(2021, 3, 30)),
    ("Friday, \u017feptember 3, 2021", ArticleDate(2021, 9, 3)),
    ("\u017feptember 3, 2021", ArticleDate(2021, 9, 3)),
    # and what is no date, or tells more than one
    ("Monday, March 30, 2021", None),
    ("February 30, 2021", None),
    ("March 30, 1066", None),
    ("March 30, 20212", None),
    ("March 30", None),
    ("March 2021", None),
    ("03/04/2021", None),
    ("30.03.2021", None),
    ("Updated: March 30, 2021", None),
    ("On March 30, 2021", None),
    ("March 30, 2021 was a quiet day", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "date"), LINES)
def test_a_line_that_is_a_date(line: str, date: ArticleDate | None) -> None:
    found = date_line(line)
    assert (found and found.date) == date


def test_a_date_is_read_from_the_front_of_a_text() -> None:
    found = leading_date("March 30, 2021 The harbour closes")
    assert found is not None
    assert (found.date, found.labelled, found.end) == (ArticleDate(2021, 3, 30), False, 14)

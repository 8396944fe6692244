"""The timeline on a terminal, and its other forms, of invented counts."""

import json
import os
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len

from newscli.core.answers import Question
from newscli.core.choices import Period
from newscli.render import renderer
from newscli.render.form import Form, Look
from newscli.render.views import timeline
from newscli.research.calendar import bins, end
from newscli.research.timeline import Bin, Series, TimelineAnswer

GOLDEN = Path(__file__).parent.parent / "golden"
REDRAW = os.environ.get("NEWSCLI_REDRAW") == "1"
LOOKS = {
    "80": Look(width=80),
    "120": Look(width=120),
    "20": Look(width=20),
    "80-ascii": Look(width=80, unicode=False),
    "80-colour": Look(width=80, colour=True, styled=True),
}

FERRY = (120, 3, 0, 0, 0, 0, 0, 2, 1, 0, 2, 1, 0)
STORM = (1, 0, 0, 0, 0, 0, 0, 1_400, 9, 0, 1, 0, 20)
TOTALS = (4_000, 900, 0, 3, 4, 5, 6, 8_000, 90, 1, 10, 1, 60)


def one(raw: str, counts: tuple[int, ...], at: int, words: tuple[str, ...]) -> Series:
    starts = bins(date(2030, 1, 1), date(2031, 1, 31), Period.MONTH)
    drawn = tuple(
        Bin(start, end(start, Period.MONTH), count, total, nth == at, words if nth == at else ())
        for nth, (start, count, total) in enumerate(zip(starts, counts, TOTALS, strict=True))
    )
    return Series(raw, sum(counts) + 3, 2, 1, drawn)


def ferry() -> TimelineAnswer:
    series = one("ferry", FERRY, 0, ("council", "Fennimore", "鈴の町"))
    return TimelineAnswer(Question("ferry"), Period.MONTH, (series,))


def compared() -> TimelineAnswer:
    storm = one("storm [red]OR \x1b[2J gale", STORM, 7, ("gale", "roofs", "harbour"))
    nothing = Series("heron", 0, 0, 0, tuple(replace(each, articles=0) for each in storm.bins))
    asked = Question("ferry", since="2030-01-05", folder="old news")
    return TimelineAnswer(
        asked, Period.MONTH, (*ferry().series, storm, replace(nothing, bins=unmarked(nothing)))
    )


def unmarked(series: Series) -> tuple[Bin, ...]:
    return tuple(replace(each, peak=False, words=()) for each in series.bins)


def drawn(answer: TimelineAnswer, form: Form = Form.TERMINAL, look: Look = Look()) -> str:  # noqa: B008
    stream = StringIO()
    renderer(form, stream, look=look).report(answer, timeline)
    return stream.getvalue()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("name", "answer"), [("timeline", ferry()), ("timeline-compared", compared())]
)
def test_the_screen_is_the_one_that_was_agreed(
    name: str, answer: TimelineAnswer, look: str
) -> None:
    screen = drawn(answer, look=LOOKS[look])
    golden = GOLDEN / f"{name}-{look}.txt"
    if REDRAW:
        golden.write_text(screen, encoding="utf-8", newline="")
    assert screen == golden.read_bytes().decode()
    if not LOOKS[look].styled:
        assert max(map(cell_len, screen.splitlines())) <= LOOKS[look].width
    assert "\x1b[2J" not in screen


def test_a_chart_without_unicode_is_drawn_in_ascii() -> None:
    assert drawn(replace(ferry(), series=(one("ferry", FERRY, 0, ("quay",)),)),
                 look=Look(unicode=False)).isascii()  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "by", "command"),
    [
        (Question("ferry"), Period.MONTH, "newscli search ferry --on 2030-01"),
        (Question("ferry"), Period.YEAR, "newscli search ferry --on 2030"),
        (Question("ferry"), Period.DAY, "newscli search ferry --on 2030-01-01"),
        (
            Question("ferry"),
            Period.WEEK,
            "newscli search ferry --since 2029-12-31 --until 2030-01-06",
        ),
        (
            Question('"old ferry" quay'),
            Period.MONTH,
            "newscli search '\"old ferry\" quay' --on 2030-01",
        ),
        (Question("-ferry"), Period.MONTH, "newscli search --on 2030-01 -- -ferry"),
        (Question(""), Period.MONTH, "newscli list --on 2030-01"),
        (
            Question("ferry", since="2030-01-05", folder="old news"),
            Period.MONTH,
            "newscli search ferry --since 2030-01-05 --until 2030-01-31 --in 'old news'",
        ),
        (
            Question("ferry", until="2030-01-05"),
            Period.MONTH,
            "newscli search ferry --since 2030-01-01 --until 2030-01-05",
        ),
        (
            Question("ferry", since="2029", until="2030-01-31"),
            Period.MONTH,
            "newscli search ferry --on 2030-01",
        ),
    ],
)  # fmt: skip
def test_a_bar_says_which_command_finds_its_articles(
    asked: Question, by: Period, command: str
) -> None:
    start = next(bins(date(2030, 1, 1), date(2030, 1, 1), by))
    bar = Bin(start, end(start, by), 4, 5)
    series = Series(asked.raw, 4, 0, 0, (bar,))
    assert timeline.drill(TimelineAnswer(asked, by, (series,)), series, bar) == command


def test_a_pipe_gets_a_line_a_bin_with_every_series() -> None:
    rows = [line.split("\t") for line in drawn(compared(), Form.PLAIN).splitlines()]
    assert rows[0] == [
        *("2030-01", "4000", "120", "0.0300", "peak", "council Fennimore 鈴の町"),
        *("1", "0.0003", "", "", "0", "0.0000", "", ""),
    ]
    assert len(rows) == 13
    assert {len(row) for row in rows} == {14}


def test_a_program_gets_every_bin_with_every_series() -> None:
    told = json.loads(drawn(compared(), Form.JSON))
    assert (told["total"], told["undated"], told["whole_months"]) == (132, 2, 1)
    assert [each["total"] for each in told["series"]] == [1434, 0]
    assert sum(each["articles"] for each in told["bins"]) == 129
    assert [sum(each["series"][nth]["articles"] for each in told["bins"]) for nth in (0, 1)] == [
        1431,
        0,
    ]


def test_nothing_found_leaves_the_screen_empty() -> None:
    nothing = Series("heron", 0, 0, 0, ())
    assert drawn(replace(ferry(), series=(nothing,))) == ""


def test_articles_without_a_date_are_told_without_a_chart() -> None:
    undated = Series("heron", 2, 2, 0, ())
    told = drawn(replace(ferry(), series=(undated,)))
    assert told == "2 articles · 2 undated, in no bar\n"

"""What is alike, on a terminal and in the other forms, of invented articles."""

import json
import os
from datetime import date
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from rich.cells import cell_len

from newscli.core.answers import Found, Question
from newscli.core.article import ArticleDate, Kind, Paragraph, Summary
from newscli.render import renderer
from newscli.render.form import Form, Look
from newscli.render.glyphs import ASCII, UNICODE
from newscli.render.views import differences, dupes, similar, stories, story
from newscli.render.views.stories import sparkline
from newscli.research.differences import DiffAnswer, Version
from newscli.research.differences import differences as compared
from newscli.research.duplicates import DupesAnswer, Group
from newscli.research.resemblance import Similar, SimilarAnswer
from newscli.research.stories import Grip, Report, StoriesAnswer, Story, StoryAnswer, Told

GOLDEN = Path(__file__).parent.parent / "golden"
REDRAW = os.environ.get("NEWSCLI_REDRAW") == "1"
LOOKS = {
    "80": Look(width=80),
    "120": Look(width=120),
    "20": Look(width=20),
    "80-ascii": Look(width=80, unicode=False),
    "80-colour": Look(width=80, colour=True, styled=True),
}
HEADLINES = (
    "Harbour ferry returns to Quillmere after nine winters on the far side of the bay",
    "鈴の町から時計が届く",
    "Geese \x1b[2Jrefuse [red]to[/red] cross \u202eon foot",
)
OLD = (
    "The harbour ferry of Quillmere will sail again on Monday, the council said.\n\n"
    "Nobody had expected it before spring, for the old engine had been sold to a mill upriver and "
    "the new one had not been paid for by anybody in the town who could be asked about it.\n\n"
    "It crosses at dawn and at dusk."
)
NEW = OLD.replace("Monday", "Tuesday \x1b[31m").replace(" at dawn and", "") + " Bring a coat."


def found(rank: int, score: float = 0.0) -> Found:
    day = ArticleDate(2031, 2, rank) if rank < 3 else None
    headline = HEADLINES[(rank - 1) % 3]
    path = f"/news/{rank}.txt"
    summary = Summary(f"feedfacecafe000{rank}", "/news", path, headline, False, day, 90)
    return Found(rank, summary, path[1:], score)


def version(rank: int, text: str) -> Version:
    return Version(found(rank), text, (Paragraph(1, Kind.LEAD, 0, len(text)),))


def told(rank: int, days: tuple[int, ...], *label: str) -> Told:
    reports = tuple(
        Report(f"feedfacecafe00{rank}{at}", date(2031, 2, each)) for at, each in enumerate(days)
    )
    return Told(Story(reports, label), found(rank))


DUPES = DupesAnswer(
    Question("ferry"),
    0.8,
    total=12,
    articles=40,
    offset=0,
    limit=2,
    groups=(
        Group((found(1, 1.0), found(2, 0.996), found(3, 0.81))),
        Group((found(4, 1.0), found(5, 1.0))),
    ),
)
DIFF = DiffAnswer(Question("1 2"), version(1, OLD), version(2, NEW), 0.61, compared(OLD, NEW))
SIMILAR = SimilarAnswer(
    Question("@1"),
    subject=found(1),
    total=7,
    offset=0,
    limit=2,
    similar=(
        Similar(found(2, 0.734), ("ferry", "quay", "鈴"), ("feedfacecafe0009",)),
        Similar(found(3, 0.1), ("geese",)),
    ),
)
FERRY = told(1, (1, 2, 2, 3, 9, 9, 9, 9, 28), "ferry", "engine", "quay", "fennimore")
STORIES = StoriesAnswer(
    Question("quillmere"), Grip.USUAL, 9, 3, 0, 2, (FERRY, told(2, (4, 4), "鈴", "clock"))
)
STORY = StoryAnswer(
    Question("@1"), Grip.TIGHT, FERRY.story, 0, 0, None, (found(1), found(2), found(3))
)
ANSWERS: dict[str, tuple[Any, ModuleType]] = {
    "dupes": (DUPES, dupes),
    "diff": (DIFF, differences),
    "similar": (SIMILAR, similar),
    "stories": (STORIES, stories),
    "story": (STORY, story),
}


def drawn(name: str, form: Form, look: Look) -> str:
    answer, view = ANSWERS[name]
    stream = StringIO()
    renderer(form, stream, look=look).report(answer, view)
    return stream.getvalue()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ANSWERS)
def test_the_screen_is_the_one_that_was_agreed(name: str, look: str) -> None:
    screen = drawn(name, Form.TERMINAL, LOOKS[look])
    golden = GOLDEN / f"{name}-{look}.txt"
    if REDRAW:
        golden.write_text(screen, encoding="utf-8", newline="")
    assert screen == golden.read_bytes().decode()


@pytest.mark.parametrize("width", [20, 39, 40, 60, 80, 200])
@pytest.mark.parametrize("name", ANSWERS)
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    for line in drawn(name, Form.TERMINAL, Look(width=width)).splitlines():
        assert cell_len(line) <= width, line


@pytest.mark.parametrize("name", ANSWERS)
def test_an_ascii_terminal_gets_ascii(name: str) -> None:
    assert drawn(name, Form.TERMINAL, LOOKS["80-ascii"]).isascii()


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("form", [Form.TERMINAL, Form.PLAIN, Form.JSON, Form.JSONL])
def test_nothing_untrusted_reaches_the_stream(name: str, form: Form) -> None:
    shown = drawn(name, form, Look(width=80))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("name", ANSWERS)
def test_rows_have_the_same_number_of_values(name: str) -> None:
    rows = [line.split("\t") for line in drawn(name, Form.PLAIN, Look()).splitlines()]
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("name", ANSWERS)
def test_the_lines_of_json_are_the_records_of_the_document(name: str) -> None:
    document = json.loads(drawn(name, Form.JSON, Look()))
    lines = drawn(name, Form.JSONL, Look()).splitlines()
    assert document["schema"] == ANSWERS[name][1].SCHEMA
    assert [json.loads(line) for line in lines] == document[ANSWERS[name][1].RECORDS]


def test_what_is_the_same_is_said_to_be() -> None:
    same = DiffAnswer(Question(), version(1, OLD), version(2, OLD), 1.0, compared(OLD, OLD))
    stream = StringIO()
    renderer(Form.TERMINAL, stream, look=Look()).report(same, differences)
    assert stream.getvalue().endswith("\n\nthe same, word by word\n")


@pytest.mark.parametrize(
    ("counts", "drawing", "in_ascii"),
    [
        ((), "", ""),
        ((1,), "█", "#"),
        ((8, 0, 1, 4), "█ ▁▄", "# .="),
        ((1000, 1), "█▁", "#."),
    ],
)
def test_every_article_shows_in_a_sparkline(
    counts: tuple[int, ...], drawing: str, in_ascii: str
) -> None:
    assert sparkline(counts, UNICODE) == drawing
    assert sparkline(counts, ASCII) == in_ascii

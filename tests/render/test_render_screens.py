"""Whole screens, compared with files a person can read.

After a change that is meant, `NEWSCLI_REDRAW=1 pytest tests/render/test_render_screens.py`
draws them anew; read their diff as you would read prose.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quillmere import (
    BODY,
    Answer,
    article_of,
    content_of,
    doctor_answer,
    ferry_article,
    index_answer,
    list_answer,
    nothing,
    printed,
    search_answer,
    shown,
    status_answer,
)
from rich.cells import cell_len

from newscli.core.analysis import count_words
from newscli.core.article import ArticleDate, Content, Kind, Span
from newscli.core.reports import Finding, Pending
from newscli.render.bars import drawn_bar
from newscli.render.counts import counted
from newscli.render.form import Form, Look
from newscli.render.glyphs import UNICODE
from newscli.render.terminal.page import day
from newscli.render.terminal.report import age, size

GOLDEN = Path(__file__).parent.parent / "golden"
REDRAW = os.environ.get("NEWSCLI_REDRAW") == "1"

ANSWERS: dict[str, Answer] = {
    "search": search_answer(),
    "list": list_answer(),
    "show": [shown(ferry_article())],
    "status": status_answer(Pending(added=3, removed=1)),
    "index": index_answer(),
    "dry-run": index_answer(dry_run=True),
    "doctor": doctor_answer(),
}
LOOKS = {
    "80": Look(width=80),
    "120": Look(width=120),
    "20": Look(width=20),
    "80-ascii": Look(width=80, unicode=False),
    "80-colour": Look(width=80, colour=True, styled=True),
}


SCREENS = [
    *(("search", look) for look in LOOKS),
    *(("show", look) for look in LOOKS),
    *(("list", look) for look in ("80", "120", "20", "80-colour")),
    *(("status", look) for look in ("80", "20", "80-ascii")),
    *(("doctor", look) for look in ("80", "20")),
    ("index", "80"),
    ("dry-run", "80"),
]


@pytest.mark.parametrize(("answer", "look"), SCREENS)
def test_the_screen_is_the_one_that_was_agreed(answer: str, look: str) -> None:
    drawn = printed(ANSWERS[answer], Form.TERMINAL, LOOKS[look])
    golden = GOLDEN / f"{answer}-{look}.txt"
    if REDRAW:
        golden.write_text(drawn, encoding="utf-8", newline="")
    assert drawn == golden.read_bytes().decode()


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("width", [20, 33, 80])
def test_no_line_is_wider_than_the_terminal(answer: str, width: int) -> None:
    drawn = printed(ANSWERS[answer], Form.TERMINAL, Look(width=width))
    assert max(cell_len(line) for line in drawn.splitlines()) <= width


def test_prose_is_at_most_88_columns_wide_and_its_margin_two() -> None:
    drawn = printed([shown(ferry_article())], Form.TERMINAL, Look(width=200))
    assert 80 < max(cell_len(line) for line in drawn.splitlines()) <= 90


def test_a_reader_can_ask_for_a_narrower_page() -> None:
    drawn = printed([shown(ferry_article())], Form.TERMINAL, Look(width=200, measure=40))
    assert max(cell_len(line) for line in drawn.splitlines()) <= 42


def test_nothing_found_leaves_the_screen_empty() -> None:
    assert printed(nothing(), Form.TERMINAL, Look()) == ""


def test_without_colour_hits_are_bold_and_underlined() -> None:
    article = article_of(content_of((Kind.LEAD, "A ferry."), headline="Quay"))
    drawn = printed([shown(article)], Form.TERMINAL, Look(styled=True))
    assert drawn.splitlines()[3] == "  A \x1b[1;4mferry\x1b[0m."


def test_a_headline_cut_from_the_lead_does_not_replace_it() -> None:
    content = content_of((Kind.LEAD, "The ferry sank."), headline="The ferry ...", derived=True)
    drawn = printed([shown(article_of(content), "geese")], Form.TERMINAL, Look())
    assert drawn.splitlines()[:4] == ["  The ferry ...", "  undated", "", "  The ferry sank."]


@pytest.mark.parametrize(
    ("total", "offset", "footer"),
    [
        (3, 0, "3 articles · `newscli show 1` reads the first"),
        (5, 0, "3 of 5 articles · `newscli show 1` reads the first · `--all` shows the others"),
        (
            72_644,
            0,
            "3 of 72,644 articles · `newscli show 1` reads the first · `-n 6` shows more",
        ),
        (
            128,
            10,
            "11–13 of 128 articles · `newscli show 1` reads the first · "
            "`--offset 13` shows the next",
        ),
        (13, 10, "11–13 of 13 articles · `newscli show 1` reads the first"),
    ],
)
def test_the_footer_says_how_many_and_what_to_type_next(
    total: int, offset: int, footer: str
) -> None:
    drawn = printed(search_answer(total, offset), Form.TERMINAL, Look(width=100))
    assert drawn.splitlines()[-1] == footer


HOSTILE = [
    ("\x1b[2J\x1b[31mred", "␛[2J␛[31mred"),
    ("\x1b]52;c;cm0=\x07", "␛]52;c;cm0=␇"),
    ("ferry \u202eyrref", "ferry \ufffdyrref"),
    ("[red]ferry[/red]", "[red]ferry[/red]"),
    ("[/x]", "[/x]"),
    (":fire: and 1234 and 'quoted'", ":fire: and 1234 and 'quoted'"),
    ("nul\x00 here", "nul␀ here"),
    ("caf\udce9", "caf\ufffd"),
    ("\x9b31m", "\ufffd31m"),
]


@pytest.mark.parametrize(("text", "safe"), HOSTILE)
def test_hostile_text_is_shown_and_not_obeyed(text: str, safe: str) -> None:
    content = content_of((Kind.LEAD, text), headline=text, byline=text, notes=(text,))
    drawn = printed([shown(article_of(content), "zzz", text)], Form.TERMINAL, Look())
    assert drawn.splitlines() == [
        f"  {safe}",
        f"  undated · by {safe}",
        "",
        f"  {safe}",
        "",
        f"  feedfacecafe0001 · {counted(count_words(text), 'word')} · {safe}",
        f"  note: {safe}",
    ]


@given(st.text(), st.integers(8, 100), st.booleans())
def test_any_text_fits_the_terminal_and_brings_no_escape(
    text: str, width: int, unicode: bool
) -> None:
    paragraphs = content_of((Kind.QUOTE, f"x{text}"), headline=text).paragraphs
    content = Content(f"x{text}", paragraphs, text, True, Span(0, 0))
    look = Look(width=width, unicode=unicode)
    drawn = printed([shown(article_of(content), "e")], Form.TERMINAL, look)
    assert "\x1b" not in drawn
    assert all(cell_len(line) <= width for line in drawn.split("\n"))
    assert unicode or drawn.isascii()


def test_lines_inside_a_paragraph_flow_together() -> None:
    article = article_of(content_of((Kind.BODY, BODY), headline="Buttons"))
    drawn = printed([shown(article, "zzz")], Form.TERMINAL, Look())
    assert drawn.splitlines()[4] == (
        "  rings the bell. Children, geese and the mayor travel without a ticket;"
    )


def test_what_to_do_about_findings_of_a_kind_is_said_once() -> None:
    twins = Finding("duplicate", "2 files are the same", "keep one", ("a.txt", "b.txt"))
    other = Finding("undated", "1 article has no date", "write it", ("c.txt",))
    answer = replace(doctor_answer(), findings=(twins, twins, other))
    screen = printed(answer, Form.TERMINAL, Look(width=80)).splitlines()
    assert [line for line in screen if "→" in line] == ["  → keep one", "  → write it"]


@pytest.mark.parametrize(
    ("count", "most", "room", "drawn"),
    [
        (0, 10, 4, ""),
        (10, 10, 4, "████"),
        (1, 1000, 4, "▏"),
        (5, 10, 4, "██"),
        (7, 10, 4, "██▊"),
        (3, 10, 0, ""),
    ],
)
def test_a_bar_is_drawn_to_scale(count: int, most: int, room: int, drawn: str) -> None:
    assert drawn_bar(count, most, room, UNICODE) == drawn


@pytest.mark.parametrize(
    ("bytes_", "written"),
    [(0, "0 bytes"), (999, "999 bytes"), (4_123_456, "4.1 MB"), (5_000_000_000, "5.0 GB")],
)
def test_a_size_is_written_as_it_is_read(bytes_: int, written: str) -> None:
    assert size(bytes_) == written


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (-3, "just now"),
        (59, "just now"),
        (60, "1 minute ago"),
        (7300, "2 hours ago"),
        (86400 * 40, "40 days ago"),
    ],
)
def test_an_age_is_written_as_it_is_read(seconds: float, written: str) -> None:
    assert age(seconds) == written


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (ArticleDate(2031, 2, 3), "3 February 2031"),
        (ArticleDate(2031, 12), "December 2031"),
        (None, "undated"),
    ],
)
def test_a_date_is_written_as_it_is_read(date: ArticleDate | None, written: str) -> None:
    assert day(date) == written

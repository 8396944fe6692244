"""Which form and which look a stream gets."""

import os
from collections.abc import Mapping

import pytest

from newscli.render.form import (
    Form,
    Look,
    Pager,
    When,
    chosen_form,
    chosen_look,
    chosen_pager,
    shows_unicode,
    wants_colour,
)

XTERM = {"TERM": "xterm"}


@pytest.mark.parametrize(
    ("wanted", "is_terminal", "form"),
    [
        (None, True, Form.TERMINAL),
        (None, False, Form.PLAIN),
        (Form.PLAIN, True, Form.PLAIN),
        (Form.JSON, False, Form.JSON),
    ],
)
def test_a_form_asked_for_wins(wanted: Form | None, is_terminal: bool, form: Form) -> None:
    assert chosen_form(wanted, is_terminal) is form


@pytest.mark.parametrize(
    ("color", "environ", "is_terminal", "colour"),
    [
        (When.AUTO, XTERM, True, True),
        (When.AUTO, XTERM, False, False),
        (When.AUTO, {"TERM": "dumb"}, True, False),
        (When.AUTO, {"NO_COLOR": "1"}, True, False),
        (When.AUTO, {"NO_COLOR": ""}, True, True),
        (When.AUTO, {"FORCE_COLOR": "1"}, False, True),
        (When.AUTO, {"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        (When.AUTO, {"FORCE_COLOR": "0"}, True, False),
        (When.AUTO, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        (When.ALWAYS, {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        (When.NEVER, {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_the_flag_wins_then_no_color_then_force_color(
    color: When, environ: Mapping[str, str], is_terminal: bool, colour: bool
) -> None:
    assert wants_colour(color, environ, is_terminal) is colour


@pytest.mark.parametrize(
    ("environ", "is_terminal", "styled"),
    [
        ({"NO_COLOR": "1"}, True, True),
        ({"TERM": "dumb"}, True, False),
        (XTERM, False, False),
        ({"FORCE_COLOR": "1"}, False, True),
    ],
)
def test_hits_can_be_bold_without_colour(
    environ: Mapping[str, str], is_terminal: bool, styled: bool
) -> None:
    assert chosen_look(environ, is_terminal=is_terminal, encoding="utf-8").styled is styled


@pytest.mark.parametrize(
    ("environ", "size", "width", "height"),
    [
        ({}, (100, 40), 100, 40),
        ({"COLUMNS": "20", "LINES": "5"}, (100, 40), 20, 5),
        ({"COLUMNS": "wide", "LINES": "-1"}, (100, 40), 100, 40),
        ({"COLUMNS": "0"}, (0, 0), 80, 24),
        ({}, None, 80, 24),
    ],
)
def test_columns_wins_over_what_the_terminal_says(
    environ: Mapping[str, str], size: tuple[int, int] | None, width: int, height: int
) -> None:
    look = chosen_look(
        environ,
        is_terminal=True,
        encoding="utf-8",
        size=os.terminal_size(size) if size else None,
    )
    assert (look.width, look.height) == (width, height)


@pytest.mark.parametrize(
    ("encoding", "unicode"),
    [
        ("utf-8", True),
        ("UTF8", True),
        ("utf-16", True),
        ("ascii", False),
        ("ANSI_X3.4-1968", False),
        ("latin-1", False),
        ("no such", False),
        (None, False),
    ],
)
def test_only_unicode_streams_get_unicode(encoding: str | None, unicode: bool) -> None:
    assert shows_unicode(encoding) is unicode


@pytest.mark.parametrize(
    ("environ", "paged", "argv"),
    [
        ({}, None, ("less",)),
        ({"PAGER": "more -s"}, None, ("more", "-s")),
        ({"PAGER": "more", "NEWSCLI_PAGER": "'my pager' -x"}, None, ("my pager", "-x")),
        ({"PAGER": "more", "NEWSCLI_PAGER": ""}, None, None),
        ({"PAGER": "cat"}, None, None),
        ({"PAGER": " "}, None, None),
        ({"PAGER": "cat"}, True, ("less",)),
        ({"PAGER": "more"}, True, ("more",)),
        ({}, False, None),
        ({"PAGER": "it's"}, None, ("it's",)),
        ({"TERM": "dumb"}, None, None),
        ({"TERM": "dumb"}, True, ("less",)),
        ({"TERM": "dumb", "PAGER": "more"}, None, ("more",)),
    ],
)
def test_the_pager_is_the_readers_own(
    environ: Mapping[str, str], paged: bool | None, argv: tuple[str, ...] | None
) -> None:
    pager = chosen_pager(environ, paged)
    assert (pager.argv if pager else None) == argv


@pytest.mark.parametrize(
    ("environ", "less"), [({}, "FRX"), ({"LESS": "-i"}, "-i"), ({"LESS": ""}, "")]
)
def test_less_keeps_the_readers_own_options(environ: Mapping[str, str], less: str) -> None:
    assert chosen_pager(environ) == Pager(("less",), {"LESS": less})


def test_a_pipe_has_no_pager_and_no_colour() -> None:
    piped = chosen_look(XTERM, is_terminal=False, encoding="ascii")
    assert piped == Look(unicode=False)


@pytest.mark.parametrize(
    ("locale", "is_terminal", "unicode"),
    [("C", True, False), ("POSIX", True, False), ("C", False, True), ("C.UTF-8", True, True)],
)
def test_a_terminal_in_the_c_locale_gets_ascii(
    locale: str, is_terminal: bool, unicode: bool
) -> None:
    look = chosen_look(
        {"LC_ALL": locale}, is_terminal=is_terminal, encoding="utf-8", size=None, color=When.AUTO
    )
    assert look.unicode is unicode

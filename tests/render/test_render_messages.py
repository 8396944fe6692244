"""What is told on standard error."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quillmere import list_answer, nothing, search_answer

from newscli.core.answers import ListAnswer
from newscli.core.choices import Sort
from newscli.core.results import Skipped, Suggestion
from newscli.errors import BadQuery, NewsError, NoSuchArticle
from newscli.render import messages
from newscli.render.cells import cells
from newscli.render.form import Look

LOOK = Look()


def complained(error: NewsError, look: Look = LOOK) -> str:
    stream = StringIO()
    messages.complain(error, stream, look)
    return stream.getvalue()


def test_an_error_says_what_to_type_next() -> None:
    assert complained(NoSuchArticle("no article has the id `deadbeef`")) == (
        "error: no article has the id `deadbeef`\nhint: find one with `newscli search WORDS`\n"
    )


def test_an_error_without_a_hint_is_one_line() -> None:
    assert complained(NewsError("the quay is closed")) == "error: the quay is closed\n"


def test_a_bad_query_is_shown_with_a_caret_under_the_place() -> None:
    assert complained(BadQuery("this quote is never closed", 'harbour "ferry quay', 8)) == (
        "error: this quote is never closed\n"
        '  harbour "ferry quay\n'
        "          ^\n"
        "hint: put the words in quotes to search for them as they stand\n"
    )


@pytest.mark.parametrize(
    ("query", "position", "width", "shown", "caret"),
    [
        ("ferry (", 6, 80, "  ferry (", "        ^"),
        ("ferry (", 7, 80, "  ferry (", "         ^"),
        ("", 0, 80, "  ", "  ^"),
        ("鈴の町 (", 4, 80, "  鈴の町 (", "         ^"),
        ("cafe\u0301 (", 6, 80, "  cafe\u0301 (", "       ^"),
        ("a\tb\x1b(", 4, 80, "  a b␛(", "      ^"),
        ("a\nb(", 99, 80, "  a b(", "      ^"),
        ("0123456789(abcdefghij", 10, 15, "  …56789(abcd…", "        ^"),
        ("0123456789(", 10, 12, "  …789(", "      ^"),
        ("(0123456789", 0, 12, "  (012345…", "  ^"),
    ],
)
def test_the_caret_stands_under_the_place(
    query: str, position: int, width: int, shown: str, caret: str
) -> None:
    assert messages.caret(query, position, Look(width=width)) == (shown, caret)


@given(
    st.text(st.characters(exclude_categories=())),
    st.integers(0, 60),
    st.integers(12, 90),
    st.booleans(),
)
def test_the_caret_is_never_beyond_the_terminal(
    query: str, position: int, width: int, unicode: bool
) -> None:
    shown, caret = messages.caret(query, position, Look(width=width, unicode=unicode))
    assert cells(shown) <= width
    assert cells(caret) <= width
    assert caret.strip() == "^"
    assert unicode or shown.isascii()


def test_a_message_cannot_drive_the_terminal() -> None:
    assert complained(NewsError("no file `\x1b[2J\nerror: x`")) == (
        "error: no file `␛[2J error: x`\n"
    )


def test_an_ascii_stream_gets_ascii() -> None:
    assert complained(NewsError("“鈴” is no word"), Look(unicode=False)) == (
        'error: "?" is no word\n'
    )


def test_notes_and_hints_say_what_they_are() -> None:
    stream = StringIO()
    messages.note("`US` is searched in any case", stream, LOOK)
    messages.hint("`newscli index` reads it again", stream, LOOK)
    assert stream.getvalue() == (
        "note: `US` is searched in any case\nhint: `newscli index` reads it again\n"
    )


def test_nothing_found_offers_the_word_that_was_meant() -> None:
    stream = StringIO()
    messages.nothing_found(nothing(Suggestion("ferry", 1200)), stream, LOOK)
    assert stream.getvalue() == (
        "note: no article matches `fery`\nhint: did you mean ferry? (1,200 articles)\n"
    )


def test_nothing_found_tells_an_offset_that_is_too_far() -> None:
    stream = StringIO()
    messages.nothing_found(search_answer(total=128, offset=200), stream, LOOK)
    assert stream.getvalue() == "note: no article at offset 200: 128 in all\n"


def test_nothing_found_in_a_list_is_said_too() -> None:
    stream = StringIO()
    none = ListAnswer(None, None, Sort.NEWEST, 0, 0, 10, ())
    messages.nothing_found(none, stream, LOOK)
    assert (stream.getvalue(), list_answer().total) == ("note: no article is chosen\n", 3)


def test_files_left_out_are_named_by_cause() -> None:
    files = [
        Skipped("news/locked.txt", "not readable", "permission denied"),
        *(Skipped(f"news/{number:02}.txt", "not text") for number in range(22)),
        Skipped("news/\x1b[2J\udce9.txt", "empty"),
    ]
    stream = StringIO()
    messages.skipped(files, stream, LOOK)
    named = "".join(f"    news/{number:02}.txt\n" for number in range(20))
    assert stream.getvalue() == (
        "note: 24 files were left out\n"
        f"  not text (22)\n{named}    ... and 2 more (`--json` lists all)\n"
        "  empty (1)\n    news/␛[2J\ufffd.txt\n"
        "  not readable (1)\n    news/locked.txt: permission denied\n"
    )


def test_no_file_left_out_is_nothing_to_say() -> None:
    stream = StringIO()
    messages.skipped([], stream, LOOK)
    assert stream.getvalue() == ""

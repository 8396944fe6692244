"""What is shown in place of characters that could drive a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.render.untrusted import DANGEROUS, file_name, flat, one_line, visible

ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]52;c;cm0=\x07", "␛]52;c;cm0=␇"),
        ("\x00\x08\x0c\x7f", "␀␈␌␡"),
        ("\x9b31m \x85", "\ufffd31m \ufffd"),
        ("a\u202eb\u2066c\u200fd\u061ce", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("caf\udce9.txt", "caf\ufffd.txt"),
        ("one\u2028two\u2029three\ufeff", "one\ufffdtwo\ufffdthree\ufffd"),
        ("\ufff9\U000e0041", "\ufffd\ufffd"),
        ("a\rb", "a␍b"),
        ("a\r\nb", "a \nb"),
    ],
)
def test_a_dangerous_character_is_seen_and_not_obeyed(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[red]",
        "[/x]",
        ":fire:",
        "tab\tand\nnewline",
        "Zürich “quoted” 鈴 🦆",
        "नमस्ते \u200c\u200d",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“Zürich” – it’s far …", '"Zurich" - it\'s far .'),
        ("鈴 ½ 🦆", "? ? ?"),
        ("\x1b \u202e", "? ?"),
    ],
)
def test_ascii_gets_the_nearest_character_or_a_question_mark(text: str, shown: str) -> None:
    assert visible(text, ascii_only=True) == shown


@given(ANY, st.booleans())
def test_nothing_dangerous_is_left_and_every_offset_stays_valid(
    text: str, ascii_only: bool
) -> None:
    shown = visible(text, ascii_only)
    assert not DANGEROUS.search(shown)
    assert len(shown) == len(text)
    assert visible(shown, ascii_only) == shown
    assert not ascii_only or shown.isascii()


@given(ANY)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert "\t" not in one_line(text)
    assert not DANGEROUS.search(one_line(text))
    assert len(flat(text)) == len(text)
    assert len(flat(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("path", "shown", "in_ascii"),
    [
        ("two  spaces.txt", "two  spaces.txt", "two  spaces.txt"),
        ("tab\there\n.txt", "tab here .txt", "tab here .txt"),
        ("Zürich.txt", "Zürich.txt", "Z?rich.txt"),
        ("caf\udce9.txt", "caf\ufffd.txt", "caf?.txt"),
    ],
)
def test_a_file_name_keeps_its_spaces(path: str, shown: str, in_ascii: str) -> None:
    assert (file_name(path), file_name(path, ascii_only=True)) == (shown, in_ascii)

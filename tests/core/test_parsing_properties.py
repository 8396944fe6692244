"""What holds of every text whatever, and texts no quadratic reader would ever finish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.parsing import parse, repeated_span

PIECES = [
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "   ",
    " " * 40,
    "\t",
    "\u00a0",
    "\ufeff",
    " date 2021-01-10 ",
    "date 2021-02-30",
    "March 30, 2021",
    "Published on ",
    "By ",
    "-- ",
    "# ",
    "---\n",
    "title: ",
    "author: [",
    "date: 2021-02-30",
    "× ",
    "— ",
    "“",
    "”",
    '"',
    "(US Navy/AP)",
    "[Reuters]",
    "OLDPORT (AP) - ",
    "The harbour closes",
    "the harbour closes in May",
    "Jane Roe",
    "News",
    ".",
    "港口将于五月关闭。",
    "İ",
    "ß",
    "e\u0301",
    "\ud800",
    "\x00",
    "\x1c",
]

texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@given(texts)
def test_every_character_outside_the_paragraphs_is_white_space(text: str) -> None:
    content = parse(text)
    end = 0
    for paragraph in content.paragraphs:
        assert not content.text[end : paragraph.start].strip()
        end = paragraph.end
    assert not content.text[end:].strip()


@given(texts)
def test_paragraphs_are_numbered_trimmed_and_apart(text: str) -> None:
    content = parse(text)
    end = 0
    for number, paragraph in enumerate(content.paragraphs, 1):
        written = paragraph.span.of(content.text)
        assert paragraph.number == number
        assert paragraph.start >= end
        assert written
        assert written == written.strip()
        end = paragraph.end


@given(texts)
def test_every_span_lies_where_it_belongs(text: str) -> None:
    content = parse(text)
    assert content.headline_span.end <= len(content.text)
    for paragraph in content.paragraphs:
        for span in (paragraph.attribution, paragraph.credit, repeated_span(content, paragraph)):
            assert span is None or paragraph.start <= span.start <= span.end <= paragraph.end


@given(texts)
def test_the_headline_is_one_line_of_words_from_the_text(text: str) -> None:
    content = parse(text)
    assert content.headline
    assert content.headline == " ".join(content.headline.split())
    found = iter(content.headline_span.of(content.text).casefold())
    shown = content.headline.removesuffix(" ...").casefold().replace(" ", "")
    assert content.headline == "(no text)" or all(letter in found for letter in shown)


@given(texts)
def test_the_text_is_the_file_but_for_newlines_mark_and_header(text: str) -> None:
    content = parse(text)
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert plain.endswith(content.text)


@given(texts)
def test_reading_twice_finds_the_same(text: str) -> None:
    assert parse(text) == parse(text)


@pytest.mark.parametrize(
    "unit",
    [
        *" \n\"('“—.-#",
        "\n \n",
        "“ ”\n",
        "By\n",
        "word ",
        "“a”\n— B\n",
        "e\u0301",
        "The same seven words stand here again Jane\n\n",
        "This is a wrapped line of text that goes on until the end and\n",
        "-- By ",
        "March 30, 2021 ",
        "Source: ",
        "A B C D ",
    ],
)
def test_a_long_absurd_file_is_read_like_any_other(unit: str) -> None:
    text = "a" + unit * (200_000 // len(unit)) + "b"
    content = parse(text)
    assert content.text == text
    assert content.paragraphs[0].start == 0
    assert content.paragraphs[-1].end == len(text)

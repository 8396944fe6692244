"""Pull quotes and captions, and what must not be taken for one."""

import pytest

from newscli.core.article import Content, Kind, Paragraph
from newscli.core.parsing import parse, repeated_span

LEAD = "The harbour at Oldport will close for three weeks, the council said, while divers mend it."
WORDS = "A harbour without a wall is a field of waves, and we are no farmers of waves"
SAID = f"“{WORDS},” Ms Roe told the council."


def second(text: str) -> tuple[Content, Paragraph]:
    content = parse(f"{LEAD}\n\n{text}")
    return content, content.paragraphs[1]


QUOTES = [
    (f"{WORDS} Jane Roe on the wall\n\n{SAID}", "Jane Roe on the wall"),
    (f"{WORDS} Jane Roe on the wall\n\nAs she put it: {WORDS}.", "Jane Roe on the wall"),
    (f"{WORDS.upper()} JANE ROE\n\n{SAID}", "JANE ROE"),
    (f"{WORDS} – Jane Roe\n\n{SAID}", "Jane Roe"),
    (f"{WORDS} Jane Roe\n\n“{WORDS},” Jane Roe said.", "Jane Roe"),
    ("“We shall mend it” — Jane Roe\n\nNobody laughed at that.", "Jane Roe"),
    ('"We shall mend it." - Jane Roe, mayor\n\nNobody laughed at that.', "Jane Roe, mayor"),
    (
        "“We shall mend it”\n—Sabrina Roe, of the board\n\nNobody laughed.",
        "Sabrina Roe, of the board",
    ),
    ("“We shall mend it”\n\n— Jane Roe\n\nNobody laughed at that.", "Jane Roe"),
]


@pytest.mark.parametrize(("text", "attribution"), QUOTES)
def test_a_pull_quote_is_told_with_who_said_it(text: str, attribution: str) -> None:
    content, quote = second(text)
    assert quote.kind is Kind.QUOTE
    assert quote.attribution is not None
    assert quote.attribution.of(content.text) == attribution
    assert quote.attribution.end == quote.end


NO_QUOTES = [
    f"{WORDS} Jane Roe on the wall\n\nNobody said so again.",  # its words do not come again
    f"{WORDS} Jane Roe on the wall.\n\n{SAID}",  # a sentence
    f"{WORDS} and then some more of it\n\n{SAID}",  # no name behind it
    f"{WORDS} (Jane Roe)\n\n{SAID}",
    "Mayor Roe opens the new eastern wall today Bay News\n\n"
    "Mayor Roe opens the new eastern wall today, and nobody complains.",  # too few, unquoted
    f"{WORDS}: Specifically, the board:\n\n{SAID}",
    "A wall of Jane Roe\n\nA wall of stone was built.",  # too little in common
    "“We shall mend it,” said Jane Roe\n\nNobody laughed at that.",
    "“We shall mend it” — and nobody laughed.\n\nThe fish were not asked.",
    "“Shall we?” — “We shall” — Jane Roe\n\nNobody laughed at that.",
]


@pytest.mark.parametrize("text", NO_QUOTES)
def test_a_doubtful_pull_quote_stays_in_the_text(text: str) -> None:
    assert second(text)[1].kind is not Kind.QUOTE


def test_the_words_of_a_pull_quote_that_come_again_are_found() -> None:
    content, quote = second(f"{WORDS} Jane Roe on the wall\n\n{SAID}")
    part = repeated_span(content, quote)
    assert part is not None
    assert part.of(content.text) == WORDS


def test_a_pull_quote_that_stands_alone_repeats_nothing() -> None:
    content, quote = second(f"“{WORDS}” — Jane Roe\n\nNobody laughed at that.")
    assert repeated_span(content, quote) is None


def test_a_pull_quote_set_twice_is_not_its_own_repetition() -> None:
    quote = f"“{WORDS}” — Jane Roe"
    content = parse(f"{LEAD}\n\n{quote}\n\n{quote}\n\nNobody laughed at that.")
    assert [repeated_span(content, paragraph) for paragraph in content.paragraphs] == [None] * 4


def test_what_is_no_pull_quote_repeats_nothing() -> None:
    content = parse(f"{LEAD}\n\n{LEAD}")
    assert [repeated_span(content, paragraph) for paragraph in content.paragraphs] == [None, None]


CAPTIONS = [
    ("The eastern wall at low tide (US Navy/AP)", "(US Navy/AP)"),
    ("The eastern wall at low tide. (AP Photo/Jane Roe)", "(AP Photo/Jane Roe)"),
    ("The eastern wall (Photo: Jane Roe)", "(Photo: Jane Roe)"),
    ("The eastern wall at low tide [Reuters]", "[Reuters]"),
    ("The eastern wall at low tide (Jane Roe via AP)", "(Jane Roe via AP)"),
    ("The eastern wall (Courtesy of Jane Roe)", "(Courtesy of Jane Roe)"),
    ("The eastern wall (Bay Images)", "(Bay Images)"),
    ("Photo: Jane Roe at the wall", None),
    ("Image caption The wall at low tide", None),
    ("File photo of the eastern wall", None),
]


@pytest.mark.parametrize(("text", "credit"), CAPTIONS)
def test_a_caption_is_told_with_its_credit(text: str, credit: str | None) -> None:
    content, caption = second(f"{text}\n\nNobody complained of it.")
    assert caption.kind is Kind.CAPTION
    assert (caption.credit and caption.credit.of(content.text)) == credit


NO_CAPTIONS = [
    "The town belongs to the alliance (NATO)",
    "Each diver brings a suit (his/her)",
    "The wall (the photo of it was taken in May)",
    "The wall broke in May (AP).",
    "Nobody complained of it. (Reuters)",  # the agency signs the article
    "Photographs of the wall were shown to the council.",
    "The wall is long. " * 30 + "(US Navy/AP)",
]


@pytest.mark.parametrize("text", NO_CAPTIONS)
def test_a_bracket_at_the_end_does_not_make_a_caption(text: str) -> None:
    assert second(text)[1].kind is Kind.BODY

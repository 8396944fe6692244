"""Who says a paragraph in marks that a line introduces, in small invented articles."""

import pytest
from fakes import article

from newscli.research.quotations import quotations

SAID = "“The ferry is late again, and I am sorry for it.”"


def speakers(text: str) -> list[str | None]:
    return [each.speaker for each in quotations(article(text))]


INTRODUCED = [
    ("Sen. Ada Quill (D-Ohio) today made the following statement:", "Ada Quill"),
    ("Sen. Ada Quill issued the following statement on the speech by Odo Marsh:", "Ada Quill"),
    ("Ada Quill released this statement after the storm.", "Ada Quill"),
    (
        "Ada Quill released the following statement. The vote was a gift to Mayor Odo Marsh.",
        "Ada Quill",
    ),
    ("After the fall of Mayor Odo Marsh, Ada Quill made these remarks:", "Ada Quill"),
    ("Odo Marsh’s ferry sank. The pilot Ada Quill had this to say:", "Ada Quill"),
    ("Ada Quill, a friend of Odo Marsh, delivered a speech in the harbour.", "Ada Quill"),
    ("Statement by Ada Quill on the two ferries", "Ada Quill"),
    ("Speech of Sen. Quill:", "Quill"),
    ("Ada Quill’s remarks, as prepared, are below:", "Ada Quill"),
    ("The pilot Ada Quill wept. Her statement follows:", "Ada Quill"),
    ("The pilot Ada Quill wept. She issued the following statement:", "Ada Quill"),
    ("After Mayor Odo Marsh left, the Ferry Board issued a statement:", "Ferry Board"),
    ("Ada Quill issued a statement.\n\nThe text of the statement is below:", "Ada Quill"),
    ("According to her teacher, Ada Quill:", "Ada Quill"),
    ("As Mayor Ada Quill once said in Quillmere:", "Ada Quill"),
]


@pytest.mark.parametrize(("line", "speaker"), INTRODUCED)
def test_a_line_introduces_who_says_the_paragraph_behind_it(line: str, speaker: str) -> None:
    assert speakers(f"{line}\n\n{SAID}") == [speaker]


NOBODY = [
    "Sens. Ada Quill and Odo Marsh made the following statement:",
    "A spokesman for Ada Quill issued the following statement:",
    "The text of the letter is below:",
    "This is a message he sent to the pilot Ada Quill:",
    "Songs such as “Old Ada Quill” described it:",
    "Ada Quill rowed home.",
    "The bill of Ada Quill has three parts.",
]


@pytest.mark.parametrize("line", NOBODY)
def test_a_line_that_names_no_single_speaker_introduces_nobody(line: str) -> None:
    assert speakers(f"{line}\n\n{SAID}")[-1] is None


def test_a_line_introduces_nothing_that_is_not_a_paragraph_of_its_own() -> None:
    text = f"Ada Quill issued the following statement.\n\n{SAID} There were geese."
    assert speakers(text) == [None]


def test_a_statement_that_goes_on_keeps_its_speaker() -> None:
    text = f"Ada Quill issued the following statement:\n\n{SAID}\n\n{SAID}\n\n{SAID}"
    assert speakers(text) == ["Ada Quill"] * 3


def test_a_statement_is_over_where_a_paragraph_without_marks_begins() -> None:
    text = f"Ada Quill issued the following statement:\n\n{SAID}\n\nGeese came.\n\n{SAID}"
    assert speakers(text) == ["Ada Quill", None]


def test_a_statement_gives_its_speaker_to_nobody_else_who_is_named() -> None:
    text = f"Ada Quill made this statement:\n\n{SAID}\n\n“It is late,” said Odo Marsh.\n\n{SAID}"
    assert speakers(text) == ["Ada Quill", "Odo Marsh", "Odo Marsh"]

"""Quotations in small invented articles: what is said, by whom, and what is no quotation."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from fakes import article
from hypothesis import given
from hypothesis import strategies as st

from newscli.research.quotations import Confidence, quotations

MARKED = Path(__file__).parent / "marked"
MEASURE = Path(__file__).parents[1] / "bench" / "voices.py"
README = Path(__file__).parents[2] / "README.md"


def said(text: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (each.speaker, each.verb, " ".join(each.text.split())) for each in quotations(article(text))
    ]


ATTRIBUTED = [
    ("“No,” said Ada Quill.", [("Ada Quill", "said", "No,")]),
    ("“No,” Ada Quill said.", [("Ada Quill", "said", "No,")]),
    ('The mayor Ada Quill said: "No."', [("Ada Quill", "said", "No.")]),
    (
        "“No,” said Ada Quill, “and never.”",
        [("Ada Quill", "said", "No,"), ("Ada Quill", "said", "and never.")],
    ),
    (
        "According to Ada Quill, “the ferry is late”.",
        [("Ada Quill", "according to", "the ferry is late")],
    ),
    ("“The ferry is late”, tweeted Ada Quill.", [("Ada Quill", "tweeted", "The ferry is late")]),
    (
        "The pilot Ada Quill told the mayor, Odo Marsh, “the ferry is very late”.",
        [("Ada Quill", "told", "the ferry is very late")],
    ),
    (
        "The pilot Ada Quill rowed. “It was late,” she said.",
        [("Ada Quill", "said", "It was late,")],
    ),
    ("“It was late,” a woman said.", [(None, "said", "It was late,")]),
    (
        "Here is what the pilot Ada Quill knows about it: “It was late.”",
        [("Ada Quill", None, "It was late.")],
    ),
    (
        "“It was ‘late’, as they say,” said Ada Quill.",
        [("Ada Quill", "said", "It was ‘late’, as they say,")],
    ),
    (
        "“We came.\n\n“We saw.\n\n“We left,” said Ada Quill.",
        [("Ada Quill", "said", "We came. “We saw. “We left,")],
    ),
    (
        "“We came and we saw,” said Ada Quill.\n\n“And we left the town.”",
        [
            ("Ada Quill", "said", "We came and we saw,"),
            ("Ada Quill", None, "And we left the town."),
        ],
    ),
    (
        "“It was late,” wrote Chief Justice Odo G. Marsh, “and dark.”",
        [("Odo G. Marsh", "wrote", "It was late,"), ("Odo G. Marsh", "wrote", "and dark.")],
    ),
    (
        "“It was late,” said Sen. Quill. “We had to row in the dark.”",
        [("Quill", "said", "It was late,"), ("Quill", "said", "We had to row in the dark.")],
    ),
    (
        "“It was late,” said Dr. Quill, Zelný College. “We had to row in the dark.”",
        [("Quill", "said", "It was late,"), ("Quill", "said", "We had to row in the dark.")],
    ),
    (
        "“It was late,” said Secretary of State Odo Marsh.",
        [("Odo Marsh", "said", "It was late,")],
    ),
    (
        "“It was late,” said Friends of Norway on Monday.",
        [("Friends of Norway", "said", "It was late,")],
    ),
    ("“It was late,” said Duke of Norway.", [(None, "said", "It was late,")]),
    ("“It was late,” said a friend of his to Odo Marsh.", [(None, "said", "It was late,")]),
    (
        "“We came and we saw,” said Ada Quill.\n\nGeese came.\n\n“And we left at once, all of us.”",
        [
            ("Ada Quill", "said", "We came and we saw,"),
            (None, None, "And we left at once, all of us."),
        ],
    ),
    ("„Das Boot ist spät“, said Ada Quill.", [("Ada Quill", "said", "Das Boot ist spät")]),
    ("「船は遅い」, said Ada Quill.", [("Ada Quill", "said", "船は遅い")]),
]


@pytest.mark.parametrize(("text", "expected"), ATTRIBUTED)
def test_a_quotation_has_its_speaker_and_verb(
    text: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    assert said(text) == expected


WHO_CANNOT_SPEAK = [
    (
        "The pilot Ada Quill rowed. Many ferries cross Eastern Norway. “It was late,” she said.",
        [("Ada Quill", "said", "It was late,")],
    ),
    ("“It was late,” the Zelný Strait said.", [(None, "said", "It was late,")]),
    ("“It was late,” the Mediterranean said.", [(None, "said", "It was late,")]),
    ("“It was late,” the White House said.", [("White House", "said", "It was late,")]),
    ("“It was late,” Norway said.", [("Norway", "said", "It was late,")]),
    (
        "The pilot Ada Quill rowed. The Quill campaign described it as “far too late for us”.",
        [(None, "described", "far too late for us")],
    ),
    (
        "The pilot Ada Quill rowed. “It was late,” said the Quill campaign.",
        [(None, "said", "It was late,")],
    ),
    (
        "The pilot Ada Quill rowed. “It was late,” reads Quill’s letter.",
        [("Ada Quill", "reads", "It was late,")],
    ),
    (
        "“It was late,” a Ferry Ministry spokesman said.",
        [("Ferry Ministry", "said", "It was late,")],
    ),
    (
        "Then Odo Marsh from the pro-Norway government said: “It was late.”",
        [("Odo Marsh", "said", "It was late.")],
    ),
    (
        "Geese swam down to Deep Mill. “It was late and we had to row in the dark.”",
        [(None, None, "It was late and we had to row in the dark.")],
    ),
    (
        "The pilot Ada Quill rowed. Geese swam in the Great Zelný. “It was late,” she said.",
        [("Ada Quill", "said", "It was late,")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHO_CANNOT_SPEAK)
def test_what_cannot_speak_is_no_speaker(
    text: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    assert said(text) == expected


NONE_AT_ALL = [
    "The ferry is called “the goose” in the town.",
    "The so-called “ferry” sank, and the 'boat' with it.",
    "They sang “The Long Way Home From Quillmere” at noon.",
    "The Quills’ ferry is older than the mayor’s, and it’s slower.",
    "It was the summer of ’68, and rock ’n’ roll was new.",
    "A plank of 6' 2\" was laid from the quay.",
    "Ada Quill said that the ferry was late.",
    "",
]


@pytest.mark.parametrize("text", NONE_AT_ALL)
def test_words_in_marks_that_nobody_says_are_no_quotation(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("“It was late,” said Ada Quill.", Confidence.NAMED),
        ("The pilot Ada Quill rowed. “It was late,” she said.", Confidence.PRONOUN),
        ("“It was late,” an official said.", Confidence.NONE),
    ],
)
def test_how_surely_the_speaker_is_known(text: str, confidence: Confidence) -> None:
    assert [each.confidence for each in quotations(article(text))] == [confidence]


def test_a_pronoun_means_nobody_of_the_other_sex() -> None:
    text = "There were Mr Odo Marsh and Ms Ada Quill. “It was late,” she said."
    assert said(text) == [("Ada Quill", "said", "It was late,")]


@given(st.text(alphabet="Aa “”\"'‘’«».,:\n", max_size=80) | st.text(max_size=60))
def test_every_quotation_is_where_it_says_it_is(text: str) -> None:
    one = article(text)
    places = []
    for each in quotations(one):
        place = each.mention
        assert one.content.text[place.start : place.end] == each.text
        assert each.text == each.text.strip() != ""
        paragraph = one.content.paragraphs[place.paragraph - 1]
        assert paragraph.start <= place.start < paragraph.end
        places.append((place.start, place.end))
    assert all(before[1] <= after[0] for before, after in pairwise(places))


def test_the_marked_articles_are_read_as_well_as_the_readme_says() -> None:
    command = [sys.executable, str(MEASURE), str(MARKED)]
    measured = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = {row.split()[0]: row.split()[1:] for row in measured.splitlines()[1:]}
    marked, _, precision, recall, speaker = rows["quotations"]
    assert int(marked) >= 100
    assert min(map(float, (precision, recall, speaker))) >= 0.98
    assert min(map(float, rows["names"][2:])) >= 0.98
    assert f"{marked} invented quotations" in README.read_text(encoding="utf-8")

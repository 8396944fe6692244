"""Whom a common noun means that is the subject of a verb of speech, in invented articles."""

import pytest
from fakes import article

from newscli.research.quotations import quotations


def said(text: str) -> list[tuple[str | None, str | None]]:
    return [(each.speaker, each.verb) for each in quotations(article(text))]


CALLED_SO = [
    ("Mayor Odo Marsh wept. “It was late,” the mayor said.", ("Odo Marsh", "said")),
    ("Odo Marsh, the mayor, wept. “It was late,” the mayor said.", ("Odo Marsh", "said")),
    ("Odo Marsh, 71, the old mayor, wept. “No,” said the mayor.", ("Odo Marsh", "said")),
    ("Tobias Quill is a pilot. “It was late,” the pilot said.", ("Tobias Quill", "said")),
    ("Sen. Ada Fennimore came. The senator said: “It was late.”", ("Ada Fennimore", "said")),
    (
        "Mayor Odo Marsh met the pilot Ada Fennimore. “It was late,” the pilot said.",
        ("Ada Fennimore", "said"),
    ),
    (
        "Health Minister Odo Marsh met Ferry Minister Ida Bell. “No,” the health minister said.",
        ("Odo Marsh", "said"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CALLED_SO)
def test_a_noun_means_who_is_called_so(text: str, expected: tuple[str | None, str | None]) -> None:
    assert said(text) == [expected]


CALLED_OTHERWISE = [
    ("Mayor Odo Marsh wept. “It was late,” the mother said.", (None, "said")),
    ("Vice President Odo Marsh wept. “It was late,” the president said.", (None, "said")),
    ("President Odo Marsh wept. “It was late,” the vice president said.", (None, "said")),
    ("Prime Minister Odo Marsh wept. “It was late,” the ferry minister said.", (None, "said")),
    ("Mayor Odo Marsh wept. “It was late,” a mayor said.", (None, "said")),
    ("Odo Marsh was told that the pilot asked: “Is it late?”", (None, "asked")),
    ("Sens. Odo Marsh and Ida Bell wept. “It was late,” the senators wrote.", (None, "wrote")),
    ("A letter by Odo Marsh came. “It was late,” the letter said.", (None, "said")),
]


@pytest.mark.parametrize(("text", "expected"), CALLED_OTHERWISE)
def test_a_noun_means_nobody_who_is_not_called_so(
    text: str, expected: tuple[str | None, str | None]
) -> None:
    assert said(text) == [expected]


BESIDE_A_NAME = [
    ("Odo Marsh, a friend of the mayor, said: “It was late.”", ("Odo Marsh", "said")),
    ("Odo Marsh, who runs the ferry, said: “It was late.”", ("Odo Marsh", "said")),
    ("Odo Marsh gave a speech saying “it was late, and dark too”.", ("Odo Marsh", "saying")),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE_A_NAME)
def test_a_noun_beside_a_name_does_not_speak(
    text: str, expected: tuple[str | None, str | None]
) -> None:
    assert said(text) == [expected]


def test_a_noun_that_adds_something_is_who_spoke_before_it() -> None:
    text = "“It was late,” Odo Marsh said. The professor added, “It was dark.”"
    assert said(text) == [("Odo Marsh", "said"), ("Odo Marsh", "added")]


SEVERAL = [
    ("In a letter to Mayor Odo Marsh, the senators wrote: “It is late.”", (None, "wrote")),
    ("In a letter to Mayor Odo Marsh, Ohio lawmakers wrote: “It is late.”", (None, "wrote")),
    (
        "In a letter to Mayor Odo Marsh, members of the Ferry Board wrote: “It is late.”",
        (None, "wrote"),
    ),
    ("Mayor Odo Marsh came. “It is late,” said the senators.", (None, "said")),
    ("Mayor Odo Marsh came. “It is late,” the Ferry Board said.", ("Ferry Board", "said")),
    ("Mayor Odo Marsh came. “It is late,” Ferry Board officials said.", ("Ferry Board", "said")),
    ("Mayor Odo Marsh came. “It is late,” the report found.", (None, "found")),
    ("Odo Marsh and the senators wrote: “It is late.”", ("Odo Marsh", "wrote")),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_what_several_people_say_is_given_to_nobody_who_is_named_beside_them(
    text: str, expected: tuple[str | None, str | None]
) -> None:
    assert said(text) == [expected]


def test_a_verb_right_behind_a_full_stop_and_marks_tells_who_spoke() -> None:
    text = "“It is late.” said Odo Marsh, who has been the mayor of the whole town for ten years."
    assert said(text) == [("Odo Marsh", "said")]

"""Whom a pronoun of speech means, in small invented articles."""

import pytest
from fakes import article

from newscli.research.naming import genders
from newscli.research.quotations import quotations

ADA = "The pilot Ada Fennimore rowed all night. "
ODO = "The mayor Odo Marsh came too. "


def speakers(text: str) -> list[str | None]:
    return [each.speaker for each in quotations(article(text))]


SPOKE_LAST = [
    (
        "“I am sorry that Mayor Odo Marsh sank the ferry,” Ada Fennimore said.\n\n"
        "“We shall build it again,” she added.",
        ["Ada Fennimore", "Ada Fennimore"],
    ),
    (
        ADA + ODO + "“The bridge is a gift to Odo Marsh,” Fennimore told the council.\n\n"
        "Quillmere is a small town. “It is late,” she said.",
        ["Ada Fennimore", "Ada Fennimore"],
    ),
    (
        "“The ferry sank,” Ada Fennimore said.\n\nThe harbour of Quillmere was shut after a "
        "call to the pilot Ida Marsh. “Nobody drowned,” she added.",
        ["Ada Fennimore", "Ada Fennimore"],
    ),
    (
        "“The ferry sank,” a woman said. Ada Fennimore was there. “Nobody drowned,” she added.",
        [None, "Ada Fennimore"],
    ),
    (
        ADA + "“The ferry sank,” a woman said. “Nobody drowned in it,” she added.",
        [None, None],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPOKE_LAST)
def test_a_pronoun_goes_on_with_who_spoke_last(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


SPOKE_NEXT = [
    (
        "“The ferry sank,” Ada Fennimore said. The mayor, Ida Marsh, was there too. "
        "“Nobody drowned,” she added.",
        ["Ada Fennimore", "Ida Marsh"],
    ),
    (
        "“The ferry sank,” Ada Fennimore said.\n\nAfter the meeting in Quillmere, Mayor Ida "
        "Marsh wept. “Nobody drowned,” she said.",
        ["Ada Fennimore", "Ida Marsh"],
    ),
    (
        "“The ferry sank,” Ada Fennimore said.\n\nIt was a hole that did it, according to "
        "Mayor Ida Marsh. “Nobody drowned,” she said.",
        ["Ada Fennimore", "Ida Marsh"],
    ),
    (
        "“The ferry sank,” Ada Fennimore said.\n\nGeese came.\n\nThe crew of Mayor Ida Marsh "
        "slept. “Nobody drowned,” she said.",
        ["Ada Fennimore", "Ida Marsh"],
    ),
    (
        "“The ferry sank,” Ada Fennimore said.\n\nOld Ferries organiser Ida Marsh wept. "
        "“Nobody drowned,” she said.",
        ["Ada Fennimore", "Ida Marsh"],
    ),
    (
        ADA + "Ida Marsh has put up a sign that says “Penny Off”. “It is a good sign,” she said.",
        ["Ida Marsh"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPOKE_NEXT)
def test_a_pronoun_means_who_was_told_of_since(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


def test_a_pronoun_means_nobody_who_is_spoken_to() -> None:
    text = "Odo Marsh wept. Speaking to Tobias Quill of the Lantern, he said, “It was late.”"
    assert speakers(text) == ["Odo Marsh"]


def test_who_adds_something_at_once_is_who_spoke() -> None:
    text = "Odo Marsh said “it was late”, later adding, “And it was dark.”"
    assert speakers(text) == ["Odo Marsh", "Odo Marsh"]


ONE_GENDER = [
    ("Tobias Quill left as Ada Fennimore came. “It was late,” she said.", ["Ada Fennimore"]),
    ("Ada Fennimore left as Tobias Quill came. “It was late,” he said.", ["Tobias Quill"]),
    ("The pilot Tobias Quill rowed. “It was late,” she said.", [None]),
    ("The pilot Zadoc Quill of the ferry rowed. “It was late,” she said.", ["Zadoc Quill"]),
    ("The pilot Zadoc Quill is proud of his ferry. “It was late,” she said.", [None]),
    ("Zadoc Quill, the widow of a pilot, rowed. “It was late,” he said.", [None]),
    ("His daughter Zadoc Quill said nothing. “It was late,” he said.", [None]),
    ("Congresswoman Quill rowed. “It was late,” he said.", [None]),
    ("Mr. Quill rowed. Anne-Marie Bell slept. “It was late,” he said.", ["Quill"]),
    (
        "“It was late,” Tobias Quill said. Ada Fennimore’s boat was there. "
        "“It was dark,” she added.",
        ["Tobias Quill", "Ada Fennimore"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE_GENDER)
def test_a_pronoun_means_nobody_who_is_told_to_be_of_the_other_gender(
    text: str, expected: list[str | None]
) -> None:
    assert speakers(text) == expected


def test_a_first_name_is_in_one_table_of_genders() -> None:
    assert not genders.WOMENS_NAMES & genders.MENS_NAMES
    assert not genders.WOMENS_TITLES & genders.MENS_TITLES
    assert not genders.WOMENS_WORDS & genders.MENS_WORDS

"""Whom a pronoun of speech means, in small invented articles."""

import pytest
from fakes import article

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

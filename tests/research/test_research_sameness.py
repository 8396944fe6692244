"""Which forms of names are one over several small invented articles, and which are not."""

from collections.abc import Sequence

import pytest
from fakes import article

from newscli.core.article import Article
from newscli.research.naming.nicknames import are_one
from newscli.research.who import ranked, tallied


def articles(texts: Sequence[str]) -> list[Article]:
    return [article(text, as_id=f"{number:016x}") for number, text in enumerate(texts, 1)]


def counts(*texts: str) -> dict[str, int]:
    return {each.name: each.articles for each in ranked([tallied(articles(texts))]).names}


def met(*people: str) -> list[str]:
    return [f"So the pilot {person} left." for person in people]


ONE_PERSON = [
    ("Joseph Quill", "Joe Quill"),
    ("Joseph Quill", "Joseph R. Quill, Jr."),
    ("Joseph R. Quill, Jr.", "Joe Quill"),
    ("Edward M. Quill", "Ted Quill"),
    ("Ada B. Quill", "Ada Bellamy Quill"),
    ("Ada Bellamy Quill", "Ada Quill"),
]


@pytest.mark.parametrize(("one", "other"), ONE_PERSON)
def test_a_person_is_one_under_short_names_and_without_middle_names(one: str, other: str) -> None:
    assert counts(*met(one, one, other)) == {one: 3}


TWO_PERSONS = [
    ("Ada B. Quill", "Ada C. Quill"),
    ("Odo W. Quill", "Odo H. W. Quill"),
    ("Odo Quill Jr.", "Odo Quill Sr."),
    ("Dick Quill", "Rick Quill"),
    ("Edward Quill", "Theodore Quill"),
    ("Ada Bellamy Quill", "Ada Cole Quill"),
    ("Ada Quill", "Odo Quill"),
]


@pytest.mark.parametrize(("one", "other"), TWO_PERSONS)
def test_people_are_two_if_a_part_of_their_names_speaks_against_it(one: str, other: str) -> None:
    assert counts(*met(one, one, other)) == {one: 2, other: 1}


def test_a_name_that_two_people_could_have_is_the_one_s_who_is_in_three_of_four_articles() -> None:
    few = met("Ada B. Quill", "Ada B. Quill", "Ada C. Quill", "Ada Quill")
    assert counts(*few) == {"Ada B. Quill": 2, "Ada C. Quill": 1, "Ada Quill": 1}
    many = met("Ada B. Quill", *few)
    assert counts(*many) == {"Ada B. Quill": 4, "Ada C. Quill": 1}


def test_an_organisation_is_no_person_with_a_middle_name() -> None:
    texts = ("They met Grant Quill.", "They left the Grant Ferry Company.", "The Grant Company.")
    assert len(counts(*texts)) == 3


def test_a_last_name_with_a_suffix_behind_it_stands_alone_too() -> None:
    assert counts(*met("Odo Quill, Jr.", "Odo Quill, Jr."), "Nobody saw Mr Quill.") == {
        "Odo Quill, Jr.": 3
    }


FIRST_NAMES = [("ted", "edward"), ("edward", "ted"), ("ted", "theodore"), ("ada", "ada")]


@pytest.mark.parametrize(("one", "other"), FIRST_NAMES)
def test_first_names_are_one_if_one_is_short_for_the_other(one: str, other: str) -> None:
    assert are_one(one, other)


@pytest.mark.parametrize(("one", "other"), [("edward", "theodore"), ("dick", "rick"), ("a", "b")])
def test_first_names_that_share_a_short_or_a_long_one_are_two(one: str, other: str) -> None:
    assert not are_one(one, other)


# possessives


def test_a_possessive_without_its_apostrophe_is_the_name() -> None:
    like = "They like Zelný a lot."
    assert counts(like, like, "They like Zelnýs geese.") == {"Zelný": 3}
    assert counts(*met("Ada Quill", "Ada Quill"), "They like Ada Quills geese.") == {"Ada Quill": 3}


@pytest.mark.parametrize("name", ["Wales", "Netherlands", "Williams"])
def test_a_name_that_ends_with_an_s_is_itself(name: str) -> None:
    cut = f"They like {name[:-1]} a lot."
    assert counts(cut, cut, f"They like {name} too.") == {name[:-1]: 2, name: 1}


def test_a_form_with_an_s_that_is_half_as_common_is_a_name_of_its_own() -> None:
    assert counts("They like Zelný a lot.", "They like Zelnýs too.") == {"Zelnýs": 1, "Zelný": 1}


# organisations


def test_what_is_the_country_s_needs_no_country_before_it() -> None:
    forms = ("U.S. Ferry Board", "United States Ferry Board", "U S Ferry Board", "Ferry Board")
    texts = [f"They left the {form} again." for form in forms]
    assert counts(*texts, *texts[-1:] * 2) == {"Ferry Board": 6}


def test_the_country_s_organisation_is_its_own_if_the_other_is_rare() -> None:
    mine, other = "They left the U.S. Ferry Board again.", "They left the Ferry Board again."
    assert counts(mine, mine, mine, other) == {"U.S. Ferry Board": 3, "Ferry Board": 1}


def test_a_department_has_its_name_either_way_round() -> None:
    forms = (
        "Department of Ferries",
        "Department of Ferries",
        "Ferries Department",
        "Department of the Ferries",
    )
    assert counts(*(f"They left the {form} again." for form in forms)) == {
        "Department of Ferries": 4
    }


# capitals


def test_a_word_of_capitals_is_the_name_with_one() -> None:
    full = met("Ada Quill", "Ada Quill")
    assert counts(*full, "Nobody saw Mr Quill.", "Nobody saw Mr QUILL.") == {"Ada Quill": 4}


def test_a_word_of_capitals_that_is_told_to_be_a_person_s_is_a_last_name() -> None:
    assert counts(*met("Ada Quill"), "Nobody saw Mr QUILL.") == {"Ada Quill": 2}


def test_an_acronym_is_nobody_s_last_name() -> None:
    acronym = "They like the PACE a lot."
    assert counts(*met("Ada Pace"), "Nobody saw Mr Pace.", acronym, acronym, acronym) == {
        "PACE": 3,
        "Ada Pace": 2,
    }


def test_an_acronym_has_possessives_too() -> None:
    acronym = "They like the ZFC a lot."
    assert counts(acronym, acronym, "They like the ZFCs geese a lot.") == {"ZFC": 3}


def test_an_acronym_may_be_written_small() -> None:
    acronym = "They like the ZFC a lot."
    assert counts(acronym, acronym, "They like the Zfc a lot.") == {"ZFC": 3}


# all


EVERYTHING = (
    *met("Joseph R. Quill", "Joe Quill", "Joe Quill", "Ada Pace"),
    "Nobody saw Mr Quill.",
    "Nobody saw Mr Pace, they like the PACE of Zelný.",
    "They like the PACE of Zelnýs Ferry Board.",
    "They like Zelný and the U.S. Ferry Board.",
)


@pytest.mark.parametrize("cut", range(len(EVERYTHING) + 1))
def test_pieces_are_put_together_as_if_they_were_one(cut: int) -> None:
    everything = articles(EVERYTHING)
    whole = ranked([tallied(everything)])
    for parts in ((everything[:cut], everything[cut:]), (everything[cut:], everything[:cut])):
        assert ranked([tallied(part) for part in parts]) == whole

"""Names in small invented articles: what is found, of what kind, and what is no name."""

from itertools import pairwise

import pytest
from fakes import article
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.parsing import parse
from newscli.research.names import Name, NameKind, mentions, names

PERSON, ORGANISATION, PLACE = NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE


def named(text: str) -> dict[str, NameKind | None]:
    return {name.name: name.kind for name in names(parse(text))}


def the_name(text: str) -> Name:
    found = names(parse(text))
    assert len(found) == 1
    return found[0]


WITHIN = [
    ("the pilot Ada Fennimore sailed", {"Ada Fennimore": PERSON}),
    ("they met Mr Quill there", {"Quill": PERSON}),
    ("they met Mr. Quill there", {"Quill": PERSON}),
    ("so Senator Ada B. Fennimore left", {"Ada B. Fennimore": PERSON}),
    ("so Senator Ada A. Fennimore (D-Md.) left", {"Ada A. Fennimore": PERSON}),
    (
        "then the pilot Zoe O. Bell and John I Quill left",
        {"Zoe O. Bell": PERSON, "John I Quill": PERSON},
    ),
    ("with Doctor Osric A. Laddan again", {"Doctor Osric A. Laddan": PERSON}),
    ("the sign read In August A Plan For Geese, and then failed", {}),
    ("the sign read Here Is Quillmere A Grand Ferry, and then failed", {"Grand Ferry": None}),
    ("they saw Quillmere I think", {}),
    ("they saw Ada I think", {}),
    ("in the first part of Plan A. Geese came", {}),
    ("they asked Ada A. The geese came", {}),
    ("the US Secretary of State Odo Marsh left", {"US": PLACE, "Odo Marsh": PERSON}),
    (
        "then Health and Human Services Secretary Odo Marsh left",
        {"Health and Human Services": ORGANISATION, "Odo Marsh": PERSON},
    ),
    (
        "the Taiwan Foreign Minister Odo Wu, 61, left",
        {"Taiwan": PLACE, "Odo Wu": PERSON},
    ),
    (
        "there Senators Quill and Marsh of Ohio met",
        {"Quill": PERSON, "Marsh": PERSON, "Ohio": PLACE},
    ),
    ("in the House of Representatives", {"House of Representatives": ORGANISATION}),
    (
        "at the Department of Ferries and Geese they laughed",
        {"Department of Ferries and Geese": ORGANISATION},
    ),
    (
        "they asked the Food and Ferry Administration in Wales",
        {"Food and Ferry Administration": ORGANISATION, "Wales": PLACE},
    ),
    ("the Quillmere Harbour Trust sold it", {"Quillmere Harbour Trust": ORGANISATION}),
    ("the firm Bell & Daughters sold it", {"Bell & Daughters": ORGANISATION}),
    ("the University of Zelný opened", {"University of Zelný": ORGANISATION}),
    ("his friend Ursula von der Quay sang", {"Ursula von der Quay": PERSON}),
    ("the singer Osric bin Laddan sang", {"Osric bin Laddan": PERSON}),
    ("with Bashar al-Quilli again", {"Bashar al-Quilli": PERSON}),
    ("went to Rio de Janeiro by sea", {"Rio de Janeiro": PLACE}),
    ("with Odo Quill Jr. at sea", {"Odo Quill Jr.": PERSON}),
    ("over the Zelný Strait they flew", {"Zelný Strait": PLACE}),
    ("she lives in Quillmere, Ohio, now", {"Quillmere": PLACE, "Ohio": PLACE}),
    ("they sailed to Eastern Norway", {"Eastern Norway": PLACE}),
    ("they sailed down the Rio Grande", {"Rio Grande": PLACE}),
    ("there they read Quill Announces Bright Geese over in Wales", {"Wales": PLACE}),
    (
        "over there they heard the Ferry Company Master Builder Bell",
        {"Ferry Company Master Builder Bell": None},
    ),
    ("the First Lady Zelda Marsh left", {"Zelda Marsh": PERSON}),
    (
        "they went with Senior Advisors Zelda Marsh and Odo Bell over there",
        {"Zelda Marsh": PERSON, "Odo Bell": PERSON},
    ),
    ("then ZFC Captain Zelda Marsh left", {"ZFC": None, "Zelda Marsh": PERSON}),
    ("the Honorable Zelda Marsh left", {"Zelda Marsh": PERSON}),
    (
        "then Supreme Court Justice Helen Marsh left",
        {"Supreme Court": ORGANISATION, "Helen Marsh": PERSON},
    ),
    ("then Vermont Helen Marsh left", {"Vermont": PLACE, "Helen Marsh": PERSON}),
    ("with Virginia Helen Marsh again", {"Virginia Helen Marsh": PERSON}),
    (
        "so Helen E Marsh D NY and Odo Bell R Ohio left",
        {"Helen E Marsh": PERSON, "Odo Bell": None, "Ohio": PLACE},
    ),
    ("so Helen Marsh Zoe Bell sang", {"Helen Marsh": PERSON, "Zoe Bell": PERSON}),
    ("so Helen Ann Zoe Bell sang", {"Helen Ann Zoe Bell": PERSON}),
    ("so Helen B. Zoe Bell sang", {"Helen B. Zoe Bell": PERSON}),
    ("so Helen van Zoe Bell sang", {"Helen van Zoe Bell": PERSON}),
    (
        "over there the Ferry Relations Committee Helen Marsh left again",
        {"Ferry Relations Committee": ORGANISATION, "Helen Marsh": PERSON},
    ),
    ("over there the Quillmere Ferry Service Grant Program sails again", {}),
    ("over there the sign read Helen Marsh Reiterates Doubt, again", {"Helen Marsh": PERSON}),
    ("it was in Hurricane Helen that", {"Hurricane Helen": None}),
    ("they live in Washington, D.C., now", {"Washington, D.C.": PLACE}),
    ("a US-Taiwan treaty", {"US": PLACE, "Taiwan": PLACE}),
    ("the US-led ferries", {"US": PLACE}),
    ("a French Ferry, a Welsh goose", {"Ferry": None}),
    ("both Ada Quill and Theresa May sang", {"Ada Quill": None, "Theresa May": PERSON}),
    ("on Monday in March, at Easter", {}),
    ("what I said, and I'm sure", {}),
    ("the sign read Closed For The Winter", {}),
    ("mail to @QuillmereFerry or #SaveTheGeese", {}),
    ("Το καράβι της Αθήνας έφυγε", {"Αθήνας": None}),
    ("鈴の町の時計がクイルミアに届いた。", {}),
    ("", {}),
]


@pytest.mark.parametrize(("text", "found"), WITHIN)
def test_names_within_a_sentence(text: str, found: dict[str, NameKind | None]) -> None:
    assert named(text) == found


OPENING = [
    ("Geese crossed the quay.", {}),
    ("Marvellous geese crossed it.", {}),
    ("Former pilot Ada Fennimore sang.", {"Ada Fennimore": PERSON}),
    ("Quillmere slept. The geese of Quillmere did not.", {"Quillmere": None}),
    ("Taiwan slept.", {"Taiwan": PLACE}),
    ("Mr Quill slept.", {"Quill": PERSON}),
    ("Ada Fennimore slept.", {"Ada Fennimore": None}),
    ("“Wonderful,” said nobody. “Geese came.”", {}),
    ("Several Quillmere geese swam. They were several.", {"Quillmere": None}),
    ("We saw Odo Marsh. Marsh waved.", {"Odo Marsh": None}),
]


@pytest.mark.parametrize(("text", "found"), OPENING)
def test_the_first_word_of_a_sentence_needs_other_evidence(
    text: str, found: dict[str, NameKind | None]
) -> None:
    assert named(text) == found


ONE_NAME = [
    (
        "There sat Ada Fennimore. Ms Fennimore rose, and Fennimore fell.",
        "Ada Fennimore",
        ["Fennimore"],
        3,
    ),
    ("Here Ada B. Fennimore sat, Ada Fennimore by name.", "Ada B. Fennimore", ["Ada Fennimore"], 2),
    (
        "It is a US ship, in the U.S. fleet, of the United States.",
        "United States",
        ["US", "U.S."],
        3,
    ),
    (
        "From the United States of America they sailed, as from the United States.",
        "United States",
        ["United States of America"],
        2,
    ),
    ("The Zelný Ferry Company (ZFC) said the ZFC sails.", "Zelný Ferry Company", ["ZFC"], 3),
    ("We go by Zelný Ferries (ZF), and ZF sails.", "Zelný Ferries", ["ZF"], 3),
    ("We go by ZF (Zelný Ferries), and ZF sails.", "Zelný Ferries", ["ZF"], 3),
    ("Here lives ADA QUILL, and QUILL sails.", "ADA QUILL", ["QUILL"], 2),
    (
        "With Bashar al-Quilli came nobody; Quilli left, Mr al-Quilli too.",
        "Bashar al-Quilli",
        ["Quilli", "al-Quilli"],
        3,
    ),
    ("They asked Zoe Marsh. So Zoe answered.", "Zoe Marsh", ["Zoe"], 2),
]


@pytest.mark.parametrize(("text", "full", "aliases", "places"), ONE_NAME)
def test_forms_of_one_name_are_folded(
    text: str, full: str, aliases: list[str], places: int
) -> None:
    name = the_name(text)
    assert (name.name, list(name.aliases)) == (full, aliases)
    assert len(name.spans) == places


APART = [
    ("There met Zoe Norrin (Ohio), Ada Cole and Ned Cole, NC, at sea.", {"NC"}),
    ("They asked the Department of Ferries for a form, DF 12.", {"Department of Ferries", "DF"}),
    ("The Quillmere ID is late, and without ID nobody sails.", {"Quillmere ID", "ID"}),
    ("They asked Odo Pace of Wales. The PACE scheme failed.", {"Odo Pace", "PACE"}),
]


@pytest.mark.parametrize(("text", "found"), APART)
def test_capitals_that_stand_for_something_else_are_a_name_of_their_own(
    text: str, found: set[str]
) -> None:
    assert found <= set(named(text))


def test_the_first_of_two_words_that_is_no_name_is_cut_off_with_its_points() -> None:
    text = "Total U.S. aid fell. So the total is less, for the U.S. too."
    assert [text[start:end] for start, end in the_name(text).spans] == ["U.S.", "U.S."]


def test_a_last_name_that_two_people_have_is_the_one_s_who_is_mentioned_most() -> None:
    found = names(parse("It was Ada Quill, with Odo Quill. Then Ada Quill left. A Quill sang."))
    assert [(name.name, len(name.spans)) for name in found] == [("Ada Quill", 3), ("Odo Quill", 1)]


def test_a_headline_whose_every_word_has_a_capital_holds_only_names_of_the_text() -> None:
    text = "Council Votes To Sell Quillmere Ferry\n\nIt is old, they say in Quillmere of it.\n"
    assert named(text) == {"Quillmere": PLACE}
    assert len(names(parse(text))[0].spans) == 2


def test_a_line_of_capitals_holds_only_known_names() -> None:
    assert named("STORM PASSES QUILLMERE AND TAIWAN ON MONDAY , OFFICIALS SAID .") == {
        "TAIWAN": PLACE
    }


def test_bylines_are_not_part_of_the_article() -> None:
    text = " date 2021-01-01 Ferry sold\n\nBy Odo Marsh\n\nThe ferry of the town is sold at last.\n"
    assert named(text) == {}


def test_mentions_know_their_paragraphs() -> None:
    one = article("A ferry for Taiwan.\n\nThey wait for it in Taiwan and Wales.\n")
    found = [
        (one.content.text[each.start : each.end], each.paragraph)
        for name in names(one.content)
        for each in mentions(one, name.spans)
    ]
    assert found == [("Taiwan", 1), ("Taiwan", 2), ("Wales", 2)]


@given(st.text(alphabet="AZaz .,'’-&\n“É鈴", max_size=120) | st.text(max_size=60))
def test_every_span_lies_in_a_paragraph_and_none_overlaps(text: str) -> None:
    one = article(text)
    spans = sorted(span for name in names(one.content) for span in name.spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for name in names(one.content):
        assert len(mentions(one, name.spans)) == len(name.spans)


WORDS = (
    "Ada",
    "Fennimore",
    "Quill",
    "of",
    "and",
    "the",
    "Mr",
    "US",
    "in",
    "de",
    "Trust",
    "said",
    ".",
)


@given(st.lists(st.sampled_from(WORDS)))
def test_the_full_name_and_its_aliases_stand_in_the_article(words: list[str]) -> None:
    content = parse(" ".join(words))
    for name in names(content):
        written = {" ".join(content.text[start:end].split()) for start, end in name.spans}
        assert {name.name, *name.aliases} <= written

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.article import Content, Kind, Paragraph, Span
from newscli.core.matching import occurrences
from newscli.core.query import (
    And,
    Everything,
    Fuzzy,
    InPart,
    Near,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    Regex,
    View,
    Wildcard,
    Word,
)
from newscli.core.reading import Highlight, Words, highlights, merged, part_spans
from newscli.stemming import stem


def phrase(text: str, slop: int = 0) -> Phrase:
    return Phrase(tuple(Word(form, View.EXACT) for form in text.split()), slop)


def lit(tree: Node, text: str) -> str:
    """The text with brackets around what lights up."""
    for span in reversed(merged(highlights(tree, Words(text, stem)))):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    return text


CONTENT = Content(
    text="Ferry late\n\nBy Ann Quay\n\nThe ferry sank.\n\nThe ferry, in May (Quay)\n\n“Ferry gone”",
    paragraphs=(
        Paragraph(1, Kind.HEADING, 0, 10),
        Paragraph(2, Kind.META, 12, 23),
        Paragraph(3, Kind.LEAD, 25, 40),
        Paragraph(4, Kind.CAPTION, 42, 66),
        Paragraph(5, Kind.QUOTE, 68, 80),
    ),
    headline="Ferry late",
    headline_derived=False,
    headline_span=Span(0, 10),
    byline="Ann Quay",
    byline_span=Span(15, 23),
)


# --- where words stand


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (Word("restrict"), [1, 3, 6]),
        (Word("restrictions"), [1, 3, 6]),
        (Word("restrictions", View.EXACT), [1]),
        (Word("us"), [0, 4, 5]),
        (Word("us", View.EXACT), [0, 4]),
        (Word("US", View.CAPITAL), [0, 5]),
        (Word("ferry"), []),
        (Word("ferry", View.EXACT), []),
        (Word("UN", View.CAPITAL), []),
    ],
)
def test_a_word_is_looked_up_in_its_view(word: Word, expected: list[int]) -> None:
    words = Words("U.S. restrictions, not Restricted us; US’s restricting", stem)
    assert list(words.positions(word)) == expected


@pytest.mark.parametrize(
    ("leaf", "expected"),
    [
        (Wildcard("qu*"), [1, 3, 5]),
        (Fuzzy("quay", 1), [1, 3]),
        (Regex("quays?"), [1, 3]),
        (Wildcard("*"), [0, 1, 2, 3, 4, 5]),
        (Wildcard("z*"), []),
    ],
)
def test_a_pattern_is_looked_up_among_the_words_as_written(
    leaf: Wildcard | Fuzzy | Regex, expected: list[int]
) -> None:
    assert Words("a quay the Quays no quarrel", stem).fitting(leaf) == expected


def test_a_word_that_folds_to_nothing_keeps_its_place() -> None:
    words = Words("one \u0640 three", stem)
    assert words.exact == {"one": [0], "three": [2]}


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Part.HEADLINE, ["Ferry late"]),
        (Part.BYLINE, ["Ann Quay"]),
        (Part.LEAD, ["The ferry sank."]),
        (Part.CAPTION, ["The ferry, in May (Quay)"]),
        (Part.QUOTE, ["“Ferry gone”"]),
    ],
)
def test_each_part_of_an_article_can_be_pointed_at(part: Part, expected: list[str]) -> None:
    assert [span.of(CONTENT.text) for span in part_spans(CONTENT, part)] == expected
    words = Words(CONTENT.text, stem, CONTENT)
    assert [words.span(piece).of(CONTENT.text) for piece in words.regions(part)] == [
        each.strip(".)“”") for each in expected
    ]


def test_an_article_without_a_byline_has_no_such_part() -> None:
    plain = Content("The ferry sank.", (), "The ferry sank.", True, Span(0, 15))
    assert part_spans(plain, Part.BYLINE) == []
    assert part_spans(plain, Part.QUOTE) == []
    assert Words(plain.text, stem).regions(Part.HEADLINE) == ()


def test_words_of_a_span_are_those_that_start_in_it() -> None:
    words = Words("the ferry sank", stem)
    assert words.piece(Span(0, 14)) == (0, 3)
    assert words.piece(Span(4, 5)) == (1, 2)
    assert words.piece(Span(5, 9)) == (2, 2)
    assert words.span((1, 3)) == Span(4, 14)


# --- what lights up


@pytest.mark.parametrize(
    ("tree", "text", "expected"),
    [
        (Word("restrict"), "Restrictions restricted us.", "[Restrictions] [restricted] us."),
        (Word("restrictions", View.EXACT), "Restrictions restrict.", "[Restrictions] restrict."),
        (Word("US", View.CAPITAL), "The U.S. and US's us", "The [U.S.] and [US's] us"),
        (Word("us"), "the U.S. told us", "the [U.S.] told [us]"),
        (Word("malaga"), "In Málaga, Ma\u0301laga.", "In [Málaga], [Ma\u0301laga]."),
        (Word("o'brien"), "O’Brien", "[O’Brien]"),
        (phrase("covid 19"), "Covid-19, covid 19", "[Covid-19], [covid 19]"),
        (phrase("at t"), "AT&T", "[AT&T]"),
        (phrase("北 京"), "在北京市", "在[北京]市"),
        (phrase("state of emergency"), "A state  of\nemergency", "A [state  of\nemergency]"),
        (phrase("lift restrictions", 5), "lift all restrictions", "[lift] all [restrictions]"),
        (
            Near(Word("lift"), Word("restrict"), 5),
            "Restrictions they lift",
            "[Restrictions] they [lift]",
        ),
        (phrase("ha ha"), "ha ha ha", "[ha ha ha]"),
        (Wildcard("quay*"), "Quays, quayside", "[Quays], [quayside]"),
        (And((Word("ferry"), Word("late"))), "a late ferry", "a [late] [ferry]"),
        (Or((Word("ferry"), phrase("late ferry"))), "a late ferry", "a [late ferry]"),
        (And((Word("ferry"), Not(Word("late")))), "a late ferry", "a late [ferry]"),
        (Everything(), "a late ferry", "a late ferry"),
        (Word("ferry"), "", ""),
    ],
)
def test_what_was_found_lights_up(tree: Node, text: str, expected: str) -> None:
    assert lit(tree, text) == expected


def test_a_part_lights_nothing_outside_it() -> None:
    tree = InPart(Part.CAPTION, Word("ferry"))
    found = highlights(tree, Words(CONTENT.text, stem, CONTENT))
    assert found == (Highlight(Span(46, 51), 0),)


def test_each_light_tells_which_leaf_it_answers() -> None:
    tree = Or((Word("ferry"), phrase("late ferry"), Wildcard("f*")))
    assert highlights(tree, Words("late ferry", stem)) == (
        Highlight(Span(0, 10), 1),
        Highlight(Span(5, 10), 0),
        Highlight(Span(5, 10), 2),
    )


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([(0, 5), (6, 9)], [(0, 5), (6, 9)]),
        ([(0, 5), (5, 9)], [(0, 5), (5, 9)]),
        ([(0, 5), (3, 9)], [(0, 9)]),
        ([(0, 9), (3, 5), (7, 12)], [(0, 12)]),
        ([(0, 5), (0, 5)], [(0, 5)]),
    ],
)
def test_lights_that_overlap_are_one(
    spans: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    found = [Highlight(Span(*span), leaf) for leaf, span in enumerate(spans)]
    assert merged(found) == tuple(Span(*span) for span in expected)


def test_the_article_newscli_came_with_lights_up() -> None:
    seed = Path(__file__).parents[2] / "seeds" / "000_42846cca978d07a3.txt"
    text = seed.read_text(encoding="utf-8")
    tree = Or((Near(Word("lift"), Word("restrictions"), 5), Word("democracy")))
    assert [span.of(text) for span in merged(highlights(tree, Words(text, stem)))] == [
        "lift",
        "restrictions",
        "democracies",
        "democracies",
        "lifting restrictions",
    ]


# --- whatever the text and the query

WORDS = st.builds(Word, st.sampled_from(["lift", "us", "ferry"]), st.sampled_from(list(View)[:2]))
PHRASES = st.builds(Phrase, st.lists(WORDS, min_size=1, max_size=3).map(tuple), st.integers(0, 2))
LEAVES = (
    WORDS
    | PHRASES
    | st.just(Word("US", View.CAPITAL))
    | st.builds(Near, WORDS | PHRASES, WORDS | PHRASES, st.integers(1, 4))
    | st.just(Wildcard("f*"))
)
TEXTS = st.lists(
    st.sampled_from(["lift", "Lifted", "us", "U.S.", "ferry", "Férry’s", "late", "—", "\n\n", "."])
).map(" ".join)


@given(TEXTS, st.lists(LEAVES, min_size=1, max_size=3))
def test_every_match_is_lit_and_nothing_else(text: str, wanted: list[Word]) -> None:
    words = Words(text, stem)
    found = highlights(Or(tuple(wanted)), words)
    expected = {
        Highlight(Span(words.tokens[start].start, words.tokens[end - 1].end), number)
        for number, leaf in enumerate(wanted)
        for occurrence in occurrences(leaf, words)
        for start, end in occurrence
    }
    assert set(found) == expected
    assert len(found) == len(expected)


@given(TEXTS, st.lists(LEAVES, min_size=1, max_size=3))
def test_merged_lights_are_in_order_apart_and_cover_the_same(text: str, wanted: list[Word]) -> None:
    found = highlights(Or(tuple(wanted)), Words(text, stem))
    spans = merged(found)
    ends = [end for span in spans for end in (span.start, span.end)]
    assert ends == sorted(ends)
    assert all(span.start < span.end for span in spans)
    assert {at for span in spans for at in range(span.start, span.end)} == {
        at for hit in found for at in range(hit.span.start, hit.span.end)
    }


@given(TEXTS, WORDS)
def test_a_lit_word_found_alone_lights_again(text: str, wanted: Word) -> None:
    for hit in highlights(wanted, Words(text, stem)):
        assert lit(wanted, hit.span.of(text)) == f"[{hit.span.of(text)}]"


@given(st.text(), st.data())
def test_any_word_of_a_text_is_found_in_all_its_views(text: str, data: st.DataObject) -> None:
    words = Words(text, stem)
    written = [(at, token.word) for at, token in enumerate(words.tokens) if token.word.exact]
    if not written:
        return
    at, word = data.draw(st.sampled_from(written))
    assert at in words.positions(Word(word.exact, View.EXACT))
    assert at in words.positions(Word(word.exact, View.STEM))
    if word.capital:
        assert at in words.positions(Word(word.capital, View.CAPITAL))


@given(st.text())
def test_positions_are_in_order_in_every_view(text: str) -> None:
    words = Words(text, stem)
    for view in (words.exact, words.capitals, words.stems):
        assert all(positions == sorted(set(positions)) for positions in view.values())
    assert sorted(at for positions in words.stems.values() for at in positions) == sorted(
        at for positions in words.exact.values() for at in positions
    )

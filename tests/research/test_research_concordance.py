"""Keywords in context: every occurrence once, context as it is, samples to be drawn again."""

from collections import Counter

import pytest
from fakes import Files, MemoryEngine, Reading, article, update
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.article import ArticleDate
from newscli.core.choices import LineOrder
from newscli.core.matching import occurrences, ranges
from newscli.core.query import And, Leaf, Near, Node, Or, Phrase, Wildcard, Word, leaves
from newscli.core.results import Located
from newscli.research.concordance import (
    Contexts,
    Line,
    Place,
    Sample,
    by_date,
    key,
    places,
    sampled,
)
from newscli.research.dispersion import cells
from newscli.research.mention import Mention
from newscli.stemming import stem

TEXT = (
    " date 2021-01-10 Bell and ferry\n\n"
    "The bell of Quillmere rang, and the harbour ferry (“the tub”) came.\n\n"
    "No ferry\ncame at noon. 鈴の町 is far."
)

_WORDS = [Word("bell"), Word("ferry"), Word("tub")]
WORDS = st.sampled_from(_WORDS)
PHRASES = st.lists(WORDS, min_size=1, max_size=2).map(lambda words: Phrase(tuple(words)))
LEAVES: st.SearchStrategy[Leaf] = st.one_of(
    WORDS, st.just(Wildcard("f*")), PHRASES, st.builds(Near, PHRASES, PHRASES, st.integers(1, 5))
)
TREES: st.SearchStrategy[Node] = st.lists(LEAVES, min_size=1, max_size=3).flatmap(
    lambda found: st.sampled_from([And(tuple(found)), Or(tuple(found))])
)
BODIES = st.lists(
    st.sampled_from(["bell", "ferry", "tub", "ferries", "and", "\n\n", "."]),
    min_size=1,
    max_size=25,
).map(" ".join)


@given(BODIES, TREES)
def test_every_occurrence_is_shown_once(body: str, tree: Node) -> None:
    reading = Reading(article(f"Harbour news\n\n{body}"), stem)
    shown = ranges(tree, reading)
    for leaf in leaves(tree):
        for occurrence in occurrences(leaf, reading):
            start, end = occurrence[0][0], occurrence[-1][1]
            assert sum(1 for piece in shown if piece[0] <= start and end <= piece[1]) >= 1
    found = {
        (occurrence[0][0], occurrence[-1][1])
        for leaf in leaves(tree)
        for occurrence in occurrences(leaf, reading)
    }
    assert set(shown) == {
        one for one in found
        if not any(o != one and o[0] <= one[0] and one[1] <= o[1] for o in found)
    }  # fmt: skip
    assert len(shown) == len(set(shown))


def line(start: int, end: int, window: int) -> tuple[str, str, str, int]:
    cut = Contexts(article(TEXT)).line(Place("00000000000000aa", None, start, end), window)
    return cut.left, cut.node, cut.right, cut.mention.paragraph


def position(word: str, nth: int = 0) -> int:
    forms = [token.word.exact for token in Reading(article(TEXT), stem).words.tokens]
    return [at for at, form in enumerate(forms) if form == word][nth]


def test_the_context_is_so_many_words_on_either_side_with_their_signs() -> None:
    tub = position("tub")
    assert line(tub, tub + 1, 2) == ("ferry (“the ", "tub", "”) came.", 2)
    assert line(tub, tub + 1, 1) == ("(“the ", "tub", "”) came.", 2)
    assert line(tub, tub + 1, 0) == ("", "tub", "", 2)
    bell = position("bell", 1)
    assert line(bell, bell + 1, 2) == ("The ", "bell", " of Quillmere", 2)


def test_the_context_ends_with_the_paragraph_and_is_one_line() -> None:
    ferry = position("ferry", 2)
    assert line(ferry, ferry + 2, 99) == ("No ", "ferry came", " at noon. 鈴の町 is far.", 3)


def test_a_script_without_spaces_counts_its_characters() -> None:
    town = position("町")
    assert line(town, town + 1, 2) == ("鈴の", "町", " is far.", 4)


def test_the_mention_is_the_very_words() -> None:
    tub = position("tub")
    found = article(TEXT)
    cut = Contexts(found).line(Place(found.id, found.content.date, tub, tub + 1), 3)
    assert found.content.text[cut.mention.start : cut.mention.end] == "tub"
    assert cut.date == ArticleDate(2021, 1, 10)


def context(left: str, right: str, date: ArticleDate | None, of: str) -> Line:
    return Line(Mention(of, 1, 0, 4), date, left, "bell", right)


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        (LineOrder.LEFT, ["c", "b", "a"]),
        (LineOrder.RIGHT, ["a", "b", "c"]),
        (LineOrder.DATE, ["c", "b", "a"]),
        (LineOrder.NONE, ["a", "b", "c"]),
    ],
)
def test_lines_are_sorted_by_the_words_next_to_what_was_found(
    order: LineOrder, shown: list[str]
) -> None:
    lines = [
        context("an old apple, ", " (bends) twice", ArticleDate(2020, 5, 1), "c"),
        context("old Zebra ", " Ärgert", None, "a"),
        context("zoo apple ", " bends", ArticleDate(2021, 2), "b"),
    ]
    ordered = sorted(lines, key=lambda one: key(one, order))
    assert [one.mention.id for one in ordered] == shown


def archive() -> list[Located]:
    return [
        Located("b", ArticleDate(2021, 1, 2), [1, 5, 9], [2, 6, 10]),
        Located("a", None, [0, 3], [1, 5]),
        Located("c", ArticleDate(2020, 1), [7], [8]),
    ]


def test_articles_come_by_date_and_those_without_one_last() -> None:
    assert [each.id for each in by_date(archive())] == ["c", "b", "a"]


@given(st.integers(1, 8), st.integers(0, 99))
def test_a_sample_is_drawn_from_the_occurrences_and_can_be_drawn_again(
    size: int, seed: int
) -> None:
    everything = set(places(archive()))
    drawn = list(places(sampled(archive(), Sample(size, seed))))
    assert len(drawn) == len(set(drawn)) == min(size, 6)
    assert set(drawn) <= everything
    assert drawn == list(places(sampled(archive()[::-1], Sample(size, seed))))


def test_each_occurrence_has_the_same_chance_to_be_drawn() -> None:
    drawn = Counter(
        place for seed in range(600) for place in places(sampled(archive(), Sample(2, seed)))
    )
    assert len(drawn) == 6
    assert all(150 < count < 250 for count in drawn.values())


@pytest.mark.parametrize(
    ("positions", "words", "width", "counted"),
    [
        ((), 10, 4, [0, 0, 0, 0]),
        ((0, 9), 10, 2, [1, 1]),
        ((0, 1, 5), 10, 5, [2, 0, 1, 0, 0]),
        ((0,), 1, 3, [1, 0, 0]),
        ((0, 1, 2), 3, 1, [3]),
    ],
)
def test_a_bar_counts_the_occurrences_of_each_part(
    positions: tuple[int, ...], words: int, width: int, counted: list[int]
) -> None:
    assert cells(positions, words, width) == counted


def test_an_engine_locates_what_the_text_shows() -> None:
    engine = MemoryEngine(stem)
    update(engine, Files({"/news/bell.txt": TEXT}))
    (found,) = engine.located(Word("ferry"))
    cut = Contexts(engine.fetch(found.id))
    shown = [cut.line(place, 1) for place in places([found])]
    assert [(one.left, one.node) for one in shown] == [
        ("and ", "ferry"), ("harbour ", "ferry"), ("No ", "ferry"),
    ]  # fmt: skip

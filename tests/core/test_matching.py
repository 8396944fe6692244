from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.article import ArticleDate
from newscli.core.matching import (
    Occurrence,
    Piece,
    is_dated,
    is_in_folder,
    matches,
    occurrences,
)
from newscli.core.patterns import matcher
from newscli.core.query import (
    And,
    Dated,
    Everything,
    Fuzzy,
    InFolder,
    InPart,
    Leaf,
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
    both,
    leaf_words,
    leaves,
    without_capitals,
)


@dataclass
class Line:
    """An article of plain words: a stem is the first four letters."""

    text: str
    captions: Sequence[Piece] = ()
    date: ArticleDate | None = None
    directory: str = "/news"
    words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.text.split()

    def positions(self, word: Word) -> Sequence[int]:
        match word.view:
            case View.STEM:
                fits = [each.lower()[:4] == word.form[:4] for each in self.words]
            case View.EXACT:
                fits = [each.lower() == word.form for each in self.words]
            case View.CAPITAL:
                fits = [each == word.form for each in self.words]
        return [at for at, fit in enumerate(fits) if fit]

    def fitting(self, leaf: Wildcard | Fuzzy | Regex) -> Sequence[int]:
        fits = matcher(leaf)
        return [at for at, word in enumerate(self.words) if fits(word.lower())]

    def regions(self, part: Part) -> Sequence[Piece]:
        return self.captions if part is Part.CAPTION else ()


def phrase(text: str, slop: int = 0) -> Phrase:
    return Phrase(tuple(Word(form, View.EXACT) for form in text.split()), slop)


def shown(leaf: Leaf | InPart, text: str, captions: Sequence[Piece] = ()) -> list[str]:
    """Each occurrence in words, `|` between its pieces."""
    line = Line(text, captions)
    return [
        " | ".join(" ".join(line.words[start:end]) for start, end in occurrence)
        for occurrence in occurrences(leaf, line)
    ]


# --- leaves


@pytest.mark.parametrize(
    ("leaf", "text", "expected"),
    [
        (Word("lift"), "lift lifts uplift", ["lift", "lifts"]),
        (Word("lift", View.EXACT), "lift lifts Lift", ["lift", "Lift"]),
        (Word("US", View.CAPITAL), "US us Us", ["US"]),
        (Word("ferry"), "", []),
        (Wildcard("wom?n"), "woman women womn", ["woman", "women"]),
        (Fuzzy("ferry"), "ferry fery berry", ["ferry", "fery"]),
        (Regex("lift(s|ed)"), "lift lifts lifted", ["lifts", "lifted"]),
    ],
)
def test_a_word_or_pattern_occurs_where_it_fits(leaf: Leaf, text: str, expected: list[str]) -> None:
    assert shown(leaf, text) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("state of emergency", "a state of emergency ends", ["state of emergency"]),
        ("state of emergency", "state of an emergency", []),
        ("state of emergency", "emergency of state", []),
        ("to be or not to be", "to be or not to be", ["to be or not to be"]),
        ("to be", "to to be be", ["to be"]),
        ("ha ha", "ha ha ha", ["ha ha", "ha ha"]),
        ("ferry", "the ferry", ["ferry"]),
        ("", "the ferry", []),
    ],
)
def test_a_phrase_is_its_words_side_by_side(words: str, text: str, expected: list[str]) -> None:
    assert shown(phrase(words), text) == expected


@pytest.mark.parametrize(
    ("slop", "text", "expected"),
    [
        (0, "lift all restrictions", []),
        (1, "lift all restrictions", ["lift | restrictions"]),
        (1, "lift all the restrictions", []),
        (2, "lift all the restrictions", ["lift | restrictions"]),
        (2, "restrictions lift", []),
        (2, "lift restrictions restrictions", ["lift restrictions"]),
        (2, "lift lift restrictions", ["lift | restrictions", "lift restrictions"]),
    ],
)
def test_a_loose_phrase_lets_so_many_other_words_in(
    slop: int, text: str, expected: list[str]
) -> None:
    assert shown(phrase("lift restrictions", slop), text) == expected


def test_a_loose_phrase_counts_the_words_between_in_all() -> None:
    assert shown(phrase("a b c", 2), "a x b y c") == ["a | b | c"]
    assert shown(phrase("a b c", 1), "a x b y c") == []


@pytest.mark.parametrize(
    ("distance", "text", "expected"),
    [
        (1, "lift restrictions", ["lift restrictions"]),
        (1, "restrictions lift", ["restrictions lift"]),
        (1, "lift all restrictions", []),
        (2, "lift all restrictions", ["lift | restrictions"]),
        (2, "restrictions all lift", ["restrictions | lift"]),
        (5, "lift a b c d restrictions", ["lift | restrictions"]),
        (5, "lift a b c d e restrictions", []),
        (2, "lift restrictions lift", ["lift restrictions", "restrictions lift"]),
        (2, "lifts restricted", ["lifts restricted"]),
    ],
)
def test_near_words_stand_in_any_order(distance: int, text: str, expected: list[str]) -> None:
    assert shown(Near(Word("lift"), Word("restrict"), distance), text) == expected


def test_near_takes_phrases() -> None:
    near = Near(phrase("state of emergency"), Word("lift"), 2)
    assert shown(near, "lift the state of emergency") == ["lift | state of emergency"]
    assert shown(near, "lift all the state of emergency") == []


def test_a_word_is_not_near_itself() -> None:
    assert shown(Near(Word("ferry"), Word("ferry"), 5), "the ferry sank") == []
    assert shown(Near(Word("ferry"), Word("ferry"), 5), "ferry to ferry") == ["ferry | ferry"]
    assert shown(Near(phrase("a b"), phrase("b a"), 5), "a b a") == []


@pytest.mark.parametrize(
    ("leaf", "expected"),
    [
        (Word("ferry"), ["ferry"]),
        (phrase("the ferry"), ["the ferry"]),
        (phrase("ferry sank"), []),
        (Near(Word("ferry"), Word("sank"), 9), []),
        (Near(Word("ferry"), Word("harb"), 2), ["ferry | harbour"]),
        (Wildcard("*"), ["the", "ferry", "in", "harbour", "a", "quay"]),
    ],
)
def test_in_a_part_is_wholly_within_it(leaf: Leaf, expected: list[str]) -> None:
    text = "it sank the ferry in harbour a quay sank"
    captions = [(0, 0), (2, 6), (6, 8)]
    assert shown(InPart(Part.CAPTION, leaf), text, captions) == expected
    assert shown(InPart(Part.LEAD, leaf), text, captions) == []


# --- against what the words of the language say

TEXTS = st.lists(st.sampled_from("abcx"), max_size=12).map(" ".join)
WORDS = st.builds(Word, st.sampled_from("abc"), st.just(View.EXACT))
PHRASES = st.builds(Phrase, st.lists(WORDS, min_size=1, max_size=3).map(tuple), st.integers(0, 3))
REGIONS = st.lists(st.integers(0, 12), max_size=6, unique=True).map(
    lambda cuts: list(zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False))
)


def positions_of(occurrence: Occurrence) -> tuple[int, ...]:
    return tuple(at for start, end in occurrence for at in range(start, end))


def all_phrases(wanted: Phrase, line: Line) -> list[tuple[int, ...]]:
    forms = [word.form for word in wanted.words]
    return [
        chosen
        for chosen in combinations(range(len(line.words)), len(forms))
        if [line.words[at] for at in chosen] == forms
        and chosen[-1] - chosen[0] + 1 - len(chosen) <= wanted.slop
    ]


def all_near(wanted: Near, line: Line) -> list[tuple[int, ...]]:
    one, other = (
        [positions_of(each) for each in occurrences(leaf, line)]
        for leaf in (wanted.left, wanted.right)
    )
    pairs = [(left, right) for left in one for right in other]
    pairs += [(right, left) for left, right in pairs]
    return [
        before + after
        for before, after in pairs
        if 0 <= after[0] - before[-1] - 1 <= wanted.distance - 1
    ]


@given(TEXTS, PHRASES)
def test_a_phrase_is_found_from_each_first_word_that_can_begin_it(
    text: str, wanted: Phrase
) -> None:
    line = Line(text)
    nearest: dict[int, tuple[int, ...]] = {}
    for chosen in all_phrases(wanted, line):
        nearest.setdefault(chosen[0], chosen)
    assert [positions_of(each) for each in occurrences(wanted, line)] == list(nearest.values())


NEARS = st.builds(Near, WORDS | PHRASES, WORDS | PHRASES, st.integers(1, 5))


@given(TEXTS, NEARS)
def test_near_finds_and_lights_what_any_pair_does(text: str, wanted: Near) -> None:
    line = Line(text)
    found = [positions_of(each) for each in occurrences(wanted, line)]
    pairs = all_near(wanted, line)
    assert set(found) <= set(pairs)
    assert {at for each in found for at in each} == {at for pair in pairs for at in pair}


@given(TEXTS, NEARS)
def test_near_is_the_same_from_either_side(text: str, wanted: Near) -> None:
    other = Near(wanted.right, wanted.left, wanted.distance)
    assert occurrences(wanted, Line(text)) == occurrences(other, Line(text))


@given(TEXTS, NEARS | PHRASES, REGIONS)
def test_a_part_holds_what_any_match_within_it_says(
    text: str, wanted: Near | Phrase, regions: list[Piece]
) -> None:
    line = Line(text, regions)
    every = all_near(wanted, line) if isinstance(wanted, Near) else all_phrases(wanted, line)
    within = [
        each for each in every if any(start <= each[0] and each[-1] < end for start, end in regions)
    ]
    assert bool(occurrences(InPart(Part.CAPTION, wanted), line)) == bool(within)


@given(TEXTS, WORDS | PHRASES | NEARS)
def test_occurrences_are_in_order_and_their_pieces_never_touch(text: str, wanted: Leaf) -> None:
    found = occurrences(wanted, Line(text))
    assert found == sorted(set(found))
    for occurrence in found:
        ends = [end for piece in occurrence for end in piece]
        assert all(before < after for before, after in pairwise(ends))


# --- whole queries

FERRY = Line("the ferry sank", date=ArticleDate(2021, 1, 10), directory="/home/ann/news/bbc")


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (Everything(), True),
        (Word("ferry"), True),
        (Word("train"), False),
        (Not(Word("train")), True),
        (Not(Everything()), False),
        (And((Word("ferry"), Word("sank"))), True),
        (And((Word("ferry"), Word("train"))), False),
        (And((Word("ferry"), Not(Word("sank")))), False),
        (Or((Word("train"), Word("ferry"))), True),
        (Or((Word("train"), Word("plane"))), False),
        (Or(()), False),
        (And(()), True),
        (InPart(Part.LEAD, Word("ferry")), False),
        (Dated(date(2021, 1, 1), None), True),
        (Dated(None, date(2020, 12, 31)), False),
        (InFolder("bbc"), True),
        (And((InFolder("tass"), Word("ferry"))), False),
    ],
)
def test_an_article_matches_a_query_or_not(tree: Node, expected: bool) -> None:
    assert matches(tree, FERRY) is expected


DAY, MONTH = ArticleDate(2021, 1, 10), ArticleDate(2021, 1)


@pytest.mark.parametrize(
    ("found", "since", "until", "expected"),
    [
        (DAY, None, None, True),
        (DAY, date(2021, 1, 10), date(2021, 1, 10), True),
        (DAY, date(2021, 1, 11), None, False),
        (DAY, None, date(2021, 1, 9), False),
        (MONTH, date(2021, 1, 1), date(2021, 1, 31), True),
        (MONTH, date(2021, 1, 2), None, False),
        (MONTH, None, date(2021, 1, 30), False),
        (None, None, None, False),
        (None, date(2021, 1, 1), None, False),
    ],
)
def test_a_date_must_surely_lie_in_the_range(
    found: ArticleDate | None, since: date | None, until: date | None, expected: bool
) -> None:
    assert is_dated(found, since, until) is expected


@pytest.mark.parametrize(
    ("directory", "name", "expected"),
    [
        ("/home/ann/news/bbc/2021", "bbc", True),
        ("/home/ann/news/bbc/2021", "news/bbc", True),
        ("/home/ann/news/bbc/2021", "bbc/", True),
        ("/home/ann/news/bbc/2021", "./bbc", True),
        ("/home/ann/news/bbc/2021", "/home/ann/news", True),
        ("/home/ann/news/bbc/2021", "/home/ann/news/bbc/2021", True),
        ("/home/ann/news/bbc/2021", "/", True),
        ("/home/ann/news/bbc/2021", "bb", False),
        ("/home/ann/news/bbc/2021", "BBC", False),
        ("/home/ann/news/bbc/2021", "news/2021", False),
        ("/home/ann/news/bbc/2021", "bbc/news", False),
        ("/home/ann/news/bbc/2021", "/news", False),
        ("/home/ann/news/bbc/2021", "/home/ann/new", False),
        ("/", "bbc", False),
    ],
)
def test_a_folder_is_named_by_its_path_or_by_names_side_by_side(
    directory: str, name: str, expected: bool
) -> None:
    assert is_in_folder(directory, name) is expected


# --- the tree itself


def test_the_leaves_are_those_that_are_wanted_in_order() -> None:
    lead = InPart(Part.LEAD, Word("c"))
    tree = And(
        (Word("a"), Or((phrase("a b"), lead)), Not(Word("d")), Dated(None, None), InFolder("x"))
    )
    assert list(leaves(tree)) == [Word("a"), phrase("a b"), lead]
    assert list(leaves(Everything())) == []


@pytest.mark.parametrize(
    ("leaf", "expected"),
    [
        (Word("a"), "a"),
        (phrase("a b"), "a b"),
        (Near(phrase("a b"), Word("c"), 3), "a b c"),
        (Wildcard("a*"), ""),
        (Fuzzy("a"), ""),
        (Regex("a"), ""),
    ],
)
def test_a_leaf_spells_out_its_words(leaf: Leaf, expected: str) -> None:
    assert " ".join(word.form for word in leaf_words(leaf)) == expected


US, WHO, ANY = Word("US", View.CAPITAL), Word("WHO", View.CAPITAL), Word("us")


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (US, ANY),
        (WHO, WHO),
        (And((US, WHO)), And((ANY, WHO))),
        (Or((US, Not(US))), Or((ANY, Not(ANY)))),
        (InPart(Part.LEAD, US), InPart(Part.LEAD, ANY)),
        (Near(US, WHO, 3), Near(ANY, WHO, 3)),
        (InPart(Part.LEAD, Near(WHO, US, 3)), InPart(Part.LEAD, Near(WHO, ANY, 3))),
        (Word("US", View.EXACT), Word("US", View.EXACT)),
        (phrase("us"), phrase("us")),
        (Everything(), Everything()),
    ],
)
def test_capitals_that_nothing_has_are_searched_in_any_case(tree: Node, expected: Node) -> None:
    assert without_capitals(tree, frozenset({"US"})) == expected


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ((), Everything()),
        ((None, Everything()), Everything()),
        ((None, US), US),
        ((US, Everything(), WHO), And((US, WHO))),
    ],
)
def test_what_asks_for_nothing_adds_nothing(nodes: tuple[Node | None, ...], expected: Node) -> None:
    assert both(*nodes) == expected

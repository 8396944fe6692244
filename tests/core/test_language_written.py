from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unparsing import unparsed

from newscli.core import analysis
from newscli.core.language import parse
from newscli.core.language.shaping import all_of, any_of, excluding
from newscli.core.query import (
    And,
    Dated,
    Everything,
    Fuzzy,
    InFolder,
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
    leaf_words,
    leaves,
)
from newscli.errors import NewsError

TODAY = date(2021, 1, 31)

FORMS = st.sampled_from(["taiwan", "us", "o'brien", "2.5", "or", "near", "in", "北", "x"])
STEMS = st.builds(Word, FORMS)
EXACTS = st.builds(Word, FORMS, st.just(View.EXACT))
CAPITALS = st.builds(
    Word, st.sampled_from(["US", "OR", "NOT", "NEAR", "NATO"]), st.just(View.CAPITAL)
)
WORDS = STEMS | EXACTS | CAPITALS
PHRASES = st.builds(Phrase, st.lists(STEMS, min_size=2, max_size=4).map(tuple)) | st.builds(
    Phrase, st.lists(EXACTS, min_size=2, max_size=4).map(tuple), st.integers(0, 99)
)
NEARS = st.builds(Near, WORDS | PHRASES, WORDS | PHRASES, st.integers(1, 99))
PATTERNS = (
    st.builds(Wildcard, st.sampled_from(["restrict*", "wom?n", "?a", "*a*"]))
    | st.builds(Fuzzy, st.sampled_from(["taiwan", "o'brien", "2.5"]), st.integers(1, 2))
    | st.builds(Regex, st.sampled_from(["lift(s|ed)", r"a\/b", '"', "[(]", r"\S+"]))
)
LEAVES = WORDS | PHRASES | NEARS | PATTERNS
IN_PARTS = st.builds(InPart, st.sampled_from(Part), LEAVES | st.just(Wildcard("*")))
DAYS = st.dates()
DATES = (
    st.builds(Dated, DAYS, st.none())
    | st.builds(Dated, st.none(), DAYS)
    | st.tuples(DAYS, DAYS).map(sorted).map(lambda days: Dated(*days))
)
FOLDERS = st.builds(InFolder, st.text(min_size=1))
SINGLE: st.SearchStrategy[Node] = LEAVES | IN_PARTS | DATES | FOLDERS | st.just(Everything())


def joined(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=2, max_size=4)
    return several.map(all_of) | several.map(any_of) | nodes.map(excluding)


TREES = st.recursive(SINGLE, joined, max_leaves=12)

ANYTHING_TYPED = st.text() | st.text(
    alphabet=st.sampled_from(list("abUS12 \t\"“”'()[]|\\/*?~-=:.,&%é北😀")), max_size=30
)
TYPED_WORDS = ["taiwan", "US", "U.S.", "us", "not", "Or", "O'Brien", "US's", "2.5", "Élan", "北京"]
PUNCTUATION = [*" -&/:,.;!'’%+#@_…\n", "? ", " - ", " & ", " -- ", "! ", "... ", " 😀 ", "\\"]
PIECES = [
    *"ab",
    *("OR", "AND", "NOT", "NEAR/3", "NEAR", "US", "-", "(", ")", '"', "~2", "*", "?", "/", "\\"),
    *("lead:", "by:", "in:", "date:", "foo:", "2021", "..", "=", " ", " ", "covid-19", "it's"),
]


@given(TREES)
def test_what_was_written_reads_as_the_same_tree(tree: Node) -> None:
    assert parse(unparsed(tree), today=TODAY).tree == tree


@given(st.lists(st.sampled_from(PIECES), max_size=15).map("".join), st.booleans())
def test_what_was_read_can_be_written_and_read_again(raw: str, any_word: bool) -> None:
    try:
        tree = parse(raw, today=TODAY, any_word=any_word).tree
    except NewsError:
        return
    assert parse(unparsed(tree), today=TODAY).tree == tree


@given(ANYTHING_TYPED | st.lists(st.sampled_from(PIECES)).map("".join), st.booleans())
def test_nothing_typed_raises_anything_but_our_own_errors(raw: str, any_word: bool) -> None:
    with suppress(NewsError):
        parse(raw, today=TODAY, any_word=any_word)


@given(st.lists(st.tuples(st.sampled_from(TYPED_WORDS), st.sampled_from(PUNCTUATION)), min_size=1))
def test_no_word_disappears_in_silence(typed: list[tuple[str, str]]) -> None:
    raw = "".join(word + sign for word, sign in typed)
    searched = {
        word.form
        for leaf in leaves(parse(raw, today=TODAY).tree)
        if not isinstance(leaf, InPart)
        for word in leaf_words(leaf)
    }
    assert all({word.exact, word.capital} & searched for word in analysis.words(raw))


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (And((Word("taiwan"), Or((Word("a"), Word("b"))))), "taiwan (a OR b)"),
        (Or((And((Word("a"), Word("b"))), Not(Word("c")))), "a b OR -c"),
        (Not(And((Word("a"), Word("b")))), "-(a b)"),
        (Phrase((Word("covid"), Word("19"))), "covid-19"),
        (Word("restrictions", View.EXACT), "=restrictions"),
        (Word("US", View.CAPITAL), "US"),
        (Word("OR", View.CAPITAL), "=OR"),
        (InPart(Part.LEAD, Near(Word("a"), Word("b"), 5)), "lead:(a NEAR/5 b)"),
        (Dated(date(2021, 1, 10), date(2021, 1, 10)), "date:2021-01-10"),
        (Dated(date(2021, 1, 1), None), "date:2021-01-01.."),
        (InFolder("my folder"), 'in:"my folder"'),
        (Everything(), "*"),
        (Or(()), "?"),
    ],
)
def test_a_tree_is_written_as_a_person_would_type_it(tree: Node, text: str) -> None:
    assert unparsed(tree) == text

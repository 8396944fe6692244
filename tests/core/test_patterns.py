import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.patterns import matcher, prefix, regex
from newscli.core.query import Fuzzy, Regex, Wildcard
from newscli.errors import BadQuery

Pattern = Wildcard | Fuzzy | Regex

FITTING: list[tuple[Pattern, list[str], list[str]]] = [
    (Wildcard("restrict*"), ["restrict", "restrictions"], ["restric", "unrestricted"]),
    (Wildcard("wom?n"), ["woman", "women"], ["womn", "womaan"]),
    (Wildcard("*ville"), ["ville", "louisville"], ["villes"]),
    (Wildcard("*"), ["a", "2.5"], []),
    (Wildcard("2.5*"), ["2.5", "2.51"], ["2x5"]),
    (Fuzzy("pompeo"), ["pompeo", "pompoe"], ["ponpea", "bompeo"]),
    (Regex("lift(s|ed|ing)"), ["lifts", "lifting"], ["lift", "uplifts", "liftsx"]),
    (Regex("LIFT"), ["lift"], []),
    (Regex("Málaga"), ["malaga"], ["mlaga"]),
    (Regex("Ma\u0301laga"), ["malaga"], []),
    (Regex("[à-ü]+"), ["abu"], ["xyz"]),
    (Regex(r"\S\D+"), ["abc"], ["a1"]),
    (Regex(r"\élan"), ["elan"], []),
    (Regex("(?P<One>.)(?P=One)"), ["aa"], ["ab"]),
    (Regex("a|b"), ["a", "b"], ["ab"]),
]


@pytest.mark.parametrize(("leaf", "fits", "others"), FITTING)
def test_a_pattern_fits_whole_words(leaf: Pattern, fits: list[str], others: list[str]) -> None:
    fit = matcher(leaf)
    assert [word for word in fits + others if fit(word)] == fits


def test_a_wildcard_of_many_stars_is_soon_done_with_a_long_word() -> None:
    fit = matcher(Wildcard("a*" * 40 + "b"))
    assert not fit("a" * 5_000)
    assert fit("a" * 5_000 + "b")


@pytest.mark.parametrize(
    ("leaf", "start"),
    [
        (Wildcard("restrict*"), "restrict"),
        (Wildcard("wom?n"), "wom"),
        (Wildcard("*ville"), ""),
        (Fuzzy("pompeo", 2), "p"),
        (Regex("lift(s|ed|ing)"), "lift"),
        (Regex("^LIFT.*"), "lift"),
        (Regex("lift?"), "lif"),
        (Regex("lift+"), "lift"),
        (Regex("lift{0,2}"), "lif"),
        (Regex("lift|drop"), ""),
        (Regex("(lift|drop)"), ""),
        (Regex("lift(a)|drop"), ""),
        (Regex("lift[|(]"), "lift"),
        (Regex(r"lift\|"), "lift"),
        (Regex("Élan.*"), "elan"),
        (Regex(r"\w+"), ""),
        (Regex("lift(?#()|drop"), ""),
    ],
)
def test_the_literal_beginning_of_a_pattern_is_known(leaf: Pattern, start: str) -> None:
    assert prefix(leaf) == start


@given(st.text("ab(|)?*+.[]\\^", max_size=8), st.text("ab", max_size=5))
def test_every_word_that_fits_begins_with_the_literal_beginning(pattern: str, word: str) -> None:
    try:
        fit = matcher(Regex(pattern))
    except BadQuery:
        return
    assert not fit(word) or word.startswith(prefix(Regex(pattern)))


@given(st.text("ab*?", max_size=8), st.text("ab", max_size=5))
def test_a_wildcard_is_the_regular_expression_it_looks_like(pattern: str, word: str) -> None:
    same = re.fullmatch(pattern.replace("?", ".").replace("*", ".*"), word) is not None
    assert matcher(Wildcard(pattern))(word) is same


@pytest.mark.parametrize(
    ("pattern", "trouble", "position"),
    [
        ("a(", "missing ), unterminated subpattern", 1),
        ("*", "nothing to repeat", 0),
        ("ab[", "unterminated character set", 2),
        ("a{99999999999}", "the repetition number is too large", 0),
        ("(?L)a", "bad inline flags: cannot use 'L' flag with a str pattern", 3),
        ("(" * 51, "over 50 brackets deep", 50),
        ("a" * 1001, "over 1,000 characters long", 1000),
    ],
)
def test_a_broken_regular_expression_says_where(pattern: str, trouble: str, position: int) -> None:
    with pytest.raises(BadQuery) as bad:
        regex(pattern)
    assert bad.value.message == f"this regular expression is broken: {trouble}"
    assert bad.value.position == position


@given(st.text())
def test_no_pattern_whatever_raises_anything_but_a_bad_query(pattern: str) -> None:
    try:
        regex(pattern)
    except BadQuery:
        return
    assert isinstance(prefix(Regex(pattern)), str)


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a*b)*", "(?:x(a{2,})y)+", "((a+))*", "(a+|b){1,}"])
def test_a_repetition_within_a_repetition_is_refused(pattern: str) -> None:
    with pytest.raises(BadQuery, match="a repetition within a repetition may never end"):
        regex(pattern)


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        ("(ab?)+c", "ababc"),
        ("(a++)+b", "aab"),
        ("[(a+)]+", "a+)"),
        (r"\(a+\)+", "(aa)"),
        ("a+b*", "ab"),
    ],
)
def test_a_repetition_that_ends_is_understood(pattern: str, word: str) -> None:
    assert regex(pattern).fullmatch(word)


@pytest.mark.parametrize(
    "pattern", [".*" * 6 + "x", "a+b*[c]+.*d{2,}e+", "(.?)" * 13, "a{0,3}" * 13]
)
def test_very_many_repetitions_are_refused(pattern: str) -> None:
    with pytest.raises(BadQuery, match="too many repetitions: it may take for ever"):
        regex(pattern)


@pytest.mark.parametrize(
    "pattern", [".*" * 5 + "x", "(.?)" * 12, "a++" * 9, r"\*" * 9, "[*+?]" * 9, "(?:a)" * 20]
)
def test_some_repetitions_are_understood(pattern: str) -> None:
    regex(pattern)

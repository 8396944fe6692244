"""Keyness: which words one set of articles has more of than another."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.research.keyness import (
    Key,
    is_telling,
    keywords,
    labels,
    log_likelihood,
    log_ratio,
    rest,
)
from newscli.stemming import stem

HARBOUR = {"harbour": 40, "storm": 12, "the": 300, "mill": 2, "boats": 9, "boat": 8, "2021": 7}
TOWN = {"harbour": 10, "the": 640, "mill": 30, "council": 25, "2021": 1, "boat": 1}

words = st.dictionaries(st.sampled_from(["heron", "mill", "harbour", "ferry"]), st.integers(1, 90))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((100, 50, 10_000, 10_000), 16.99),
        ((100, 100, 10_000, 10_000), 0.0),
        ((10, 0, 1_000, 1_000), 13.86),
        ((0, 10, 1_000, 1_000), 13.86),
        ((0, 0, 1_000, 1_000), 0.0),
        ((5, 0, 100, 0), 0.0),
    ],
)
def test_log_likelihood_is_that_of_the_papers(
    counts: tuple[int, int, int, int], expected: float
) -> None:
    assert round(log_likelihood(*counts), 2) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((100, 50, 10_000, 10_000), 1.0),
        ((100, 100, 10_000, 20_000), 1.0),
        ((10, 80, 1_000, 1_000), -3.0),
        ((8, 0, 1_000, 1_000), 4.0),
        ((5, 0, 100, 0), 0.0),
    ],
)
def test_log_ratio_counts_doublings(counts: tuple[int, int, int, int], expected: float) -> None:
    assert log_ratio(*counts) == pytest.approx(expected)


def test_keywords_carry_both_counts_and_stand_by_how_sure_they_are() -> None:
    found = keywords(HARBOUR, TOWN)
    assert [(key.word, key.count, key.other) for key in found] == [
        ("harbour", 40, 10),
        ("storm", 12, 0),
        ("boats", 9, 0),
        ("boat", 8, 1),
        ("2021", 7, 1),
    ]
    assert all(key.effect > 0 for key in found)
    assert [key.score for key in found] == sorted((key.score for key in found), reverse=True)


def test_rare_words_are_left_out() -> None:
    assert [key.word for key in keywords(HARBOUR, TOWN, least=10)] == ["harbour", "storm"]


def test_equal_scores_stand_by_the_alphabet() -> None:
    found = keywords({"mill": 9, "heron": 9, "the": 2}, {"the": 50})
    assert [key.word for key in found] == ["heron", "mill"]


def test_nothing_is_key_against_nothing() -> None:
    assert keywords(HARBOUR, {}) == []
    assert keywords({}, TOWN) == []


def test_the_rest_is_what_a_part_leaves() -> None:
    assert rest({"heron": 3, "mill": 2, "ferry": 1}, {"heron": 1, "mill": 2}) == {
        "heron": 2,
        "ferry": 1,
    }


def test_labels_are_telling_words_one_for_each_stem() -> None:
    keys = keywords(HARBOUR, TOWN)
    assert labels(keys, stem=stem) == ("harbour", "storm", "boats")
    assert labels(keys, stem=stem, without={stem("storms")}, most=2) == ("harbour", "boats")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("heron", True),
        ("s", False),
        ("7", False),
        ("1,400", False),
        ("2021", False),
        ("f16", True),
        ("because", False),
        ("let's", False),
        ("town's", False),
        ("o'brien", True),
        ("水", True),
        ("我", True),
    ],
)
def test_a_label_is_a_word_a_reader_would_choose(word: str, expected: bool) -> None:
    assert is_telling(word) is expected


def test_a_word_that_is_only_a_little_more_frequent_is_no_label() -> None:
    assert labels([Key("the", 900, 700, 30.0, 0.4), Key("mill", 9, 2, 6.0, 2.0)]) == ()


@given(words, words)
def test_a_word_is_key_on_one_side_at_most(one: dict[str, int], other: dict[str, int]) -> None:
    here = {key.word for key in keywords(one, other, least=1)}
    there = {key.word for key in keywords(other, one, least=1)}
    assert not here & there


@given(st.integers(1, 500), st.integers(1, 500), st.integers(600, 5000), st.integers(600, 5000))
def test_the_score_is_that_of_a_table_of_two_rows(
    count: int, other: int, size: int, other_size: int
) -> None:
    share = (count + other) / (size + other_size)
    expected = 2 * (count * log(count / size / share) + other * log(other / other_size / share))
    assert log_likelihood(count, other, size, other_size) == pytest.approx(
        max(0, expected), abs=1e-6
    )

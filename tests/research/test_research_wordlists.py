"""Collocates and n-grams: how words are weighed that stand near others, or together."""

from math import log2

import pytest

from newscli.core.choices import Measure
from newscli.research.wordlists import by_themselves, collocates, frequent, ngrams

WINDOWS = {"harbour": 8, "old": 6, "the": 20, "ferry": 5, "rare": 1}
CORPUS = {"harbour": 10, "old": 100, "the": 900, "ferry": 5, "rare": 1, "mill": 84}


def test_collocates_are_more_frequent_near_than_elsewhere() -> None:
    found = collocates(WINDOWS, CORPUS, 10, Measure.LL, least=5)
    assert [(key.word, key.count, key.other) for key in found] == [
        ("harbour", 8, 2),
        ("ferry", 5, 0),
        ("old", 6, 94),
    ]
    assert all(key.effect > 0 for key in found)


@pytest.mark.parametrize(
    ("measure", "first", "score"),
    [
        (Measure.LL, "harbour", 43.167),
        (Measure.MI, "ferry", log2(5 * 1100 / (40 * 5))),
        (Measure.DICE, "harbour", 2 * 8 / (10 + 10)),
    ],
)
def test_a_measure_orders_them(measure: Measure, first: str, score: float) -> None:
    best = collocates(WINDOWS, CORPUS, 10, measure, least=5)[0]
    assert best.word == first
    assert best.score == pytest.approx(score, abs=0.01)


def test_rare_collocates_are_left_out_and_may_be_let_in() -> None:
    words = {key.word for key in collocates(WINDOWS, CORPUS, 10, Measure.MI, least=1)}
    assert words == {"harbour", "old", "ferry", "rare"}


def test_words_that_stand_together_score_by_how_unlikely_that_is() -> None:
    runs = {("old", "mill"): 40, ("the", "mill"): 40, ("of", "the"): 50, ("the", "old", "mill"): 20}
    counts = {"old": 50, "mill": 90, "the": 900, "of": 300, "heron": 660}
    found, total = ngrams(runs, counts, None)
    assert total == 3
    assert ngrams(runs, counts, 1) == (found[:1], 3)
    assert [(key.word, key.count, key.other) for key in found] == [
        ("old mill", 40, 10),
        ("the old mill", 20, 30),
        ("the mill", 40, 50),
    ]
    assert found[0].effect == pytest.approx(log2(40 / (50 * 90 / 2000)))
    assert found[2].effect == pytest.approx(log2(40 / 40.5))


def test_frequent_words_stand_by_how_often_they_do() -> None:
    counts = {"the": 90, "mill": 7, "heron": 7, "水": 6, "rare": 4}
    found = frequent(counts, {"mill": 70, "the": 900}, least=5)
    assert [(key.word, key.count, key.other) for key in found] == [
        ("the", 90, 900),
        ("heron", 7, 0),
        ("mill", 7, 70),
        ("水", 6, 0),
    ]
    assert found[1].effect > 0 > found[2].effect


def test_nothing_has_no_words() -> None:
    assert frequent({}, CORPUS, least=1) == []
    assert collocates({}, CORPUS, 0, Measure.DICE, least=1) == []
    assert ngrams({}, {}, 5) == ([], 0)


def test_an_ngram_that_nearly_always_stands_within_a_longer_one_is_left_out() -> None:
    runs = {
        ("harbour", "wall"): 10,
        ("old", "harbour"): 9,
        ("old", "harbour", "wall"): 8,
        ("the", "old", "harbour", "wall"): 2,
    }
    assert by_themselves(runs) == {
        ("old", "harbour", "wall"): 8,
        ("the", "old", "harbour", "wall"): 2,
    }
    assert by_themselves(runs | {("harbour", "wall"): 11, ("old", "harbour"): 11}) == runs | {
        ("harbour", "wall"): 11,
        ("old", "harbour"): 11,
    }


def test_every_ngram_is_told_of_when_asked_for() -> None:
    runs = {("harbour", "wall"): 5, ("old", "harbour", "wall"): 5}
    counts = {"old": 9, "harbour": 9, "wall": 9}
    assert [key.word for key in ngrams(runs, counts, None)[0]] == ["old harbour wall"]
    assert ngrams(runs, counts, None, every=True)[1] == 2

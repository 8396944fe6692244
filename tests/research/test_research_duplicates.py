"""Which articles are alike: against every pair compared, and whatever the order."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.research.duplicates import groups, likely
from newscli.research.shingles import KEPT, estimated, jaccard, shingles, sketch

FERRY = [f"ferry{at}" for at in range(120)]
MILL = [f"mill{at}" for at in range(120)]
LETTERHEAD = ["from", "the", "harbour", "office", "of", "quillmere", "for", "immediate", "release"]


def changed(words: list[str], *places: int) -> list[str]:
    return [f"other{at}" if at in places else word for at, word in enumerate(words)]


def found(texts: dict[str, list[str]], threshold: float = 0.8) -> list[list[str]]:
    sketches = {id: sketch(words) for id, words in texts.items()}
    pairs = likely(sketches, threshold)
    return groups(pairs, lambda each: shingles(texts[each]), threshold)


def by_every_pair(texts: dict[str, list[str]], threshold: float) -> list[list[str]]:
    """Compare every article with every other, and put together what hangs together."""
    sets: dict[str, set[str]] = {id: {id} for id in texts}
    for one, other in combinations(texts, 2):
        has_words = bool(texts[one] and texts[other])
        if has_words and jaccard(shingles(texts[one]), shingles(texts[other])) >= threshold:
            joined = sets[one] | sets[other]
            for each in joined:
                sets[each] = joined
    different = {tuple(sorted(each)) for each in sets.values()}
    return [list(each) for each in sorted(different) if len(each) > 1]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("a b c d e f", "a b c d e f", 1.0),
        ("a b c d e f", "a b c d e g", 1 / 3),
        ("a b c", "a b c", 1.0),
        ("a b c", "a b d", 0.0),
        ("a b c", "a b c d", 0.0),
        ("a b c d e a b c d e", "a b c d e", 1 / 5),
        ("", "", 1.0),
        ("", "a", 0.0),
        ("鈴 の 町 か ら", "鈴 の 町 か ら", 1.0),
    ],
)
def test_two_texts_are_as_alike_as_the_share_of_their_shingles(
    one: str, other: str, share: float
) -> None:
    left, right = one.split(), other.split()
    assert jaccard(shingles(left), shingles(right)) == pytest.approx(share)
    assert estimated(sketch(left), sketch(right)) == pytest.approx(share)


def test_a_sketch_is_the_same_in_every_process() -> None:
    assert sketch(["the", "bell", "of", "quillmere", "rang", "twice"]) == (518067837, 1655143114)


def test_a_long_text_has_a_sketch_of_so_many_numbers_in_order() -> None:
    made = sketch(FERRY)
    assert len(made) == KEPT
    assert list(made) == sorted(set(made))


def test_copies_and_reprints_are_one_group_and_other_texts_none() -> None:
    texts = {
        "a1": FERRY,
        "a2": FERRY,
        "a3": changed(FERRY, 60),
        "b1": MILL,
        "b2": changed(MILL, *range(0, 120, 5)),
    }
    assert found(texts) == [["a1", "a2", "a3"]]


def test_a_chain_of_changes_hangs_together() -> None:
    texts = {f"a{at}": changed(FERRY, *range(0, at * 10, 5)) for at in range(8)}
    assert jaccard(shingles(texts["a0"]), shingles(texts["a7"])) < 0.8
    assert found(texts) == [sorted(texts)]


def test_texts_without_words_are_not_copies_of_each_other() -> None:
    assert found({"a": [], "b": [], "c": ["one"]}) == []


def test_what_thousands_share_brings_no_thousands_of_pairs() -> None:
    many = {
        f"{at:04}": [*LETTERHEAD, *(f"word{at}x{each}" for each in range(20))] for at in range(2000)
    }
    many["copy"] = many["0007"]
    sketches = {id: sketch(words) for id, words in many.items()}
    assert len(likely(sketches, 0.3)) < 10 * len(many)
    assert found(many) == [["0007", "copy"]]


def test_a_few_that_share_a_beginning_are_each_compared_with_each() -> None:
    start = ["the", "ferry", "of", "quillmere", "sails"]
    long = [*start, "with", "forty", "geese", "and", "a", "bell", "on", "the", "deck"]
    texts = {"a": [*start, "today"], "b": long, "c": [*start, "dawn"]}
    assert found(texts, 0.3) == [["a", "c"]]


def test_a_thousand_copies_are_one_group() -> None:
    assert found({f"{at:04}": FERRY for at in range(1000)}) == [[f"{at:04}" for at in range(1000)]]


words = st.lists(st.sampled_from("abcdefgh"), max_size=12)
archives = st.dictionaries(st.text("0123", min_size=1, max_size=3), words, max_size=8)


@given(archives, st.sampled_from([0.3, 0.5, 0.8, 1.0]))
def test_groups_are_those_of_every_pair_compared(
    texts: dict[str, list[str]], threshold: float
) -> None:
    assert found(texts, threshold) == by_every_pair(texts, threshold)


@given(archives, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_no_group(
    texts: dict[str, list[str]], random: Random
) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)
    assert found({id: texts[id] for id in shuffled}) == found(texts)


@given(words, words)
def test_likeness_is_symmetric(one: list[str], other: list[str]) -> None:
    left, right = shingles(one), shingles(other)
    assert jaccard(left, right) == jaccard(right, left)
    assert estimated(sketch(one), sketch(other)) == estimated(sketch(other), sketch(one))

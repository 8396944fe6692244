"""What an article is about, in numbers."""

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from newscli.research.profiles import KEPT, profile, shared

HOLDING = {"the": 100, "ferry": 4, "bell": 10, "quillmere": 50, "geese": 10, "once": 1}


def test_rare_words_weigh_more_than_common_ones() -> None:
    found = profile(dict.fromkeys(HOLDING, 1), HOLDING, 100)
    assert list(found) == ["ferry", "bell", "geese", "quillmere"]


def test_a_word_of_one_article_and_a_word_of_all_tell_nothing() -> None:
    assert profile({"the": 9, "once": 9}, HOLDING, 100) == {}


def test_a_word_said_often_weighs_more() -> None:
    assert list(profile({"ferry": 1, "bell": 3}, HOLDING, 100)) == ["bell", "ferry"]


def test_so_many_words_are_kept_and_equal_ones_stand_by_word() -> None:
    words = [f"w{at:03}" for at in range(90)]
    found = profile(dict.fromkeys(words, 1), dict.fromkeys(words, 2), 100)
    assert list(found) == words[:KEPT]


def test_no_words_make_an_empty_profile() -> None:
    assert profile({}, {}, 0) == {}


counts = st.dictionaries(st.sampled_from(sorted(HOLDING)), st.integers(1, 9))


@given(counts, counts)
def test_shared_words_add_up_to_a_cosine(one: dict[str, int], other: dict[str, int]) -> None:
    left, right = profile(one, HOLDING, 100), profile(other, HOLDING, 100)
    cosine = sum(shared(left, right).values())
    assert shared(left, right) == shared(right, left)
    assert -1e-9 <= cosine <= 1 + 1e-9
    if left:
        assert isclose(sum(shared(left, left).values()), 1.0)

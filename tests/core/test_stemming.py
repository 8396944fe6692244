import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.analysis import words
from newscli.stemming import stem


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["restrict", "restricts", "restricted", "restricting", "restrictions"], "restrict"),
        (["lift", "lifts", "lifted", "lifting"], "lift"),
        (["election", "elections", "elected"], "elect"),
        (["city", "cities", "city's"], "citi"),
        (["malta", "malta's"], "malta"),
        (["us", "us's"], "us"),
        (["o'brien", "o'brien's"], "o'brien"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: list[str], expected: str) -> None:
    assert [stem(form) for form in forms] == [expected] * len(forms)


@pytest.mark.parametrize("form", ["2.5", "1,400", "2021", "the", "not", "мира", "北", "σδ", ""])
def test_what_has_no_other_forms_is_its_own_stem(form: str) -> None:
    assert stem(form) == form


@pytest.mark.parametrize(("one", "other"), [("news", "new"), ("united", "unit-"), ("us", "use")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text())
def test_every_word_of_any_text_has_a_stem(text: str) -> None:
    assert all(stem(word.exact) for word in words(text) if word.exact)

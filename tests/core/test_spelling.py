import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.results import Suggestion
from newscli.core.spelling import distance, fits, nearest

FEW_LETTERS = st.text("abc", max_size=8)


@pytest.mark.parametrize(
    ("a", "b", "edits"),
    [
        ("taiwan", "taiwan", 0),
        ("taiwan", "taiwans", 1),
        ("taiwan", "tawan", 1),
        ("taiwan", "taiman", 1),
        ("taiwan", "tiawan", 1),
        ("taiwan", "taiwna", 1),
        ("taiwan", "tiawna", 2),
        ("taiwan", "twain", 3),
        ("ca", "abc", 3),  # no stretch is edited twice: not `ca`, `ac`, `abc`
        ("", "ab", 2),
        ("", "", 0),
    ],
)
def test_an_edit_is_a_letter_in_out_or_replaced_or_two_swapped(a: str, b: str, edits: int) -> None:
    assert distance(a, b, 3) == edits


def test_words_over_the_limit_have_no_distance() -> None:
    assert distance("taiwan", "tiawna", 1) is None


@given(FEW_LETTERS, FEW_LETTERS, st.integers(0, 4))
def test_the_distance_is_that_of_the_whole_table(a: str, b: str, limit: int) -> None:
    edits = whole_table(a, b)
    assert distance(a, b, limit) == (edits if edits <= limit else None)


@given(FEW_LETTERS, FEW_LETTERS, st.integers(0, 4))
def test_the_distance_is_the_same_both_ways(a: str, b: str, limit: int) -> None:
    assert distance(a, b, limit) == distance(b, a, limit)


@pytest.mark.parametrize(
    ("form", "word", "edits", "answer"),
    [
        ("pompeo", "pompeo", 1, True),
        ("pompeo", "pompeu", 1, True),
        ("pompeo", "pompoe", 1, True),
        ("pompeo", "ponpea", 1, False),
        ("pompeo", "ponpea", 2, True),
        ("pompeo", "bompeo", 2, False),
        ("pompeo", "opmpeo", 2, False),
    ],
)
def test_a_fuzzy_word_keeps_its_first_letter(
    form: str, word: str, edits: int, answer: bool
) -> None:
    assert fits(form, word, edits) is answer


@pytest.mark.parametrize(
    ("form", "vocabulary", "suggestion"),
    [
        ("tiawan", {"taiwan": 37, "titan": 90}, ("taiwan", 37)),
        ("taiwan", {"taiwan": 37}, None),
        ("harbor", {"tarbor": 9, "harbour": 2}, ("harbour", 2)),
        ("harbor", {"tarbor": 9}, ("tarbor", 9)),
        ("lome", {"lame": 3, "lime": 8, "dome": 50}, ("lime", 8)),
        ("lome", {"lime": 8, "lame": 8}, ("lame", 8)),
        ("lome", {"limes": 8}, None),
        ("lomes", {"limed": 8}, ("limed", 8)),
        ("lomes", {"limits": 8}, None),
        ("xy", {}, None),
        ("x", {"a": 294, "xs": 3}, None),
        ("雨", {"a": 294}, None),
    ],
)
def test_the_nearest_spelling_is_suggested(
    form: str, vocabulary: dict[str, int], suggestion: tuple[str, int] | None
) -> None:
    expected = Suggestion(*suggestion) if suggestion else None
    assert nearest(form, vocabulary.items()) == expected


@given(FEW_LETTERS, st.dictionaries(FEW_LETTERS, st.integers(1, 5)))
def test_the_order_of_the_vocabulary_does_not_matter(form: str, vocabulary: dict[str, int]) -> None:
    entries = list(vocabulary.items())
    assert nearest(form, entries) == nearest(form, reversed(entries))


def whole_table(a: str, b: str) -> int:
    """Restate the definition plainly, to hold the quick one against."""
    table = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i, j] = min(
                table[i - 1, j] + 1,
                table[i, j - 1] + 1,
                table[i - 1, j - 1] + (a[i - 1] != b[j - 1]),
            )
            if i > 1 and j > 1 and a[i - 2 : i] == b[j - 1] + b[j - 2]:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(a), len(b)]

"""Two sets beside each other: the words that tell them apart."""

from newscli.core.results import Page
from newscli.research.comparison import numbered, telling

HARBOUR = {"harbour": 40, "ferry": 12, "the": 300, "let's": 9, "2021": 9, "mill": 2}
TOWN = {"harbour": 10, "mill": 30, "the": 200, "council": 25}


def test_each_side_has_its_words_with_the_counts_of_both() -> None:
    of_a, of_b = telling(HARBOUR, TOWN, least=5, most=9)
    assert [(key.word, key.count, key.other) for key in of_a] == [
        ("ferry", 12, 0),
        ("harbour", 40, 10),
    ]
    assert [(key.word, key.count, key.other) for key in of_b] == [
        ("council", 0, 25),
        ("mill", 2, 30),
    ]
    assert all(key.effect > 0 for key in of_a)
    assert all(key.effect < 0 for key in of_b)


def test_turned_round_the_sides_change_places() -> None:
    (a, b), (turned_b, turned_a) = (
        telling(HARBOUR, TOWN, least=5, most=None),
        telling(TOWN, HARBOUR, least=5, most=None),
    )
    assert [key.word for key in (*a, *b)] == [key.word for key in (*turned_a, *turned_b)]
    assert [key.score for key in (*a, *b)] == [key.score for key in (*turned_a, *turned_b)]


def test_so_many_words_of_each_side_are_told() -> None:
    assert [len(side) for side in telling(HARBOUR, TOWN, least=5, most=1)] == [1, 1]
    assert telling(HARBOUR, {}, least=5, most=9) == ((), ())


def test_nothing_found_has_no_ranks() -> None:
    assert [side.total for side in numbered([Page((), 0, 0), Page((), 7, 0)], str)] == [0, 7]

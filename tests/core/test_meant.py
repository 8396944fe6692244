"""Whom a name as it is typed means."""

import pytest

from newscli.core.meant import is_meant, sought


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Fennimore", ("fennimore",)),
        ("Zoë O’Bell", ("zoe", "o'bell")),
        ("Ada B. Fennimore", ("ada", "fennimore")),
        ("ada b fennimore", ("ada", "fennimore")),
        ("Osric X", ("osric", "x")),
        ("Q", ("q",)),
        ("U.S.", ("us",)),
        ("al-Quilli", ("al", "quilli")),
        ("?", ()),
        ("Mr Fennimore", ("fennimore",)),
        ("Sen. Dr. Ada Fennimore", ("ada", "fennimore")),
        ("President Fennimore", ("fennimore",)),
        ("Mr", ("mr",)),
        ("St. Quill", ("st", "quill")),
        ("Fennimore Mr", ("fennimore", "mr")),
    ],
)
def test_the_words_sought(typed: str, words: tuple[str, ...]) -> None:
    assert sought(typed) == words


@pytest.mark.parametrize(
    ("typed", "form", "expected"),
    [
        ("fennimore", "Ada Fennimore", True),
        ("Fennimore Ada", "Ada Fennimore", True),
        ("Ada Fennimore", "Fennimore", False),
        ("Zoe O'Bell", "Zoë O’Bell", True),
        ("Zoë O’Bell", "Zoe O'Bell", True),
        ("Ada B. Fennimore", "Ada Fennimore", True),
        ("Ada Fennimore", "Ada B. Fennimore", True),
        ("Osric X", "Osric Bell", False),
        ("US", "U.S.", True),
        ("Bell", "Bellow", False),
        ("Ms. Fennimore", "Ada Fennimore", True),
        ("Ms. Fennimore", "Mr Quill", False),
    ],
)
def test_a_form_is_meant_if_it_has_all_the_words_sought(
    typed: str, form: str, expected: bool
) -> None:
    assert is_meant(typed, form) is expected

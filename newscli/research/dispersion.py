"""Where in each article the words of a query stand, from its first word to its last.

What concordancers such as AntConc draw as a concordance plot. An article counts as one
length whatever it has of words, so that bars are compared by where, not by how far.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newscli.core.answers import Found, Question
from newscli.core.choices import LineOrder


@dataclass(frozen=True, slots=True)
class Dispersion:
    """Where in one article the occurrences stand."""

    found: Found
    words: int
    positions: tuple[int, ...]
    """The first word of each occurrence, counted from 0."""


@dataclass(frozen=True, slots=True)
class Plot:
    """The answer of `kwic --plot`."""

    question: Question
    order: LineOrder
    total: int
    articles: int
    offset: int
    limit: int | None
    bars: tuple[Dispersion, ...]


def cells(positions: Sequence[int], words: int, width: int) -> list[int]:
    """Count the occurrences in each of `width` equal parts of an article."""
    counts = [0] * width
    for position in positions:
        counts[min(position * width // max(words, 1), width - 1)] += 1
    return counts

"""What is asked of one segment, and promised by plain columns and by arrays alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from newscli.core.matching import Piece
from newscli.core.query import Node, Single

DIGITS = 9
SLACK = 10**-DIGITS
"""Sums of the same values in another order differ in the last bits: not a difference."""

MANY_LEVEL = 100
"""When more than so many are level with the last one wanted, the newest of them are kept."""


@dataclass(frozen=True, slots=True)
class Scoring:
    """What a score is made of besides the postings; see scoring.py."""

    gains: Mapping[Single, float]
    """By leaf: the highest score it can come near."""
    norms: Sequence[float]
    """By coded length: what a weight in halves is divided by beside itself."""


@dataclass(frozen=True, slots=True)
class Best:
    """The articles that can be among the first of an answer, and how many there are in all."""

    articles: list[int]
    keys: list[float]
    """What they are put in order by, the lowest first."""
    total: int


class Question(Protocol):
    """One query asked of one segment. Articles are numbers within the segment."""

    def frequency(self, leaf: Single) -> int:
        """Return how many articles hold a leaf; those of a pattern's words are added up."""

    def holding(self, node: Node) -> set[int]:
        """Return the articles that match, deleted ones left out."""

    def ranges(self, node: Node) -> Iterator[tuple[int, list[Piece]]]:
        """Go through the matches in order, each with the `matching.ranges` in it."""

    def best(self, node: Node, wanted: int | None, scoring: Scoring, floor: float) -> Best:
        """Return the matches that are, or are level with, the first `wanted` by score.

        A key is a score below zero. With None all matches are wanted; those with a key
        above the floor need not be found.
        """

    def earliest(self, node: Node, wanted: int | None, *, newest: bool) -> Best:
        """Return likewise the first by day, or the last; articles without a date are last."""

    def scored(
        self, leaves: Iterable[Single], articles: Sequence[int], scoring: Scoring
    ) -> list[float]:
        """Return what all of the leaves together score in each of these articles."""

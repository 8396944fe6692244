"""What a name is made of while it is looked for: tokens, pieces of a run, forms."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class NameKind(StrEnum):
    """What a name is of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"

    __hash__ = str.__hash__  # names are counted by kind: Enum's own is written in Python


class Piece(NamedTuple):
    """A possible name: `run[start:end]`."""

    start: int
    end: int
    form: str
    """Its words, parted by single spaces, initials without their points."""
    kind: NameKind | None
    titled: bool
    """Whether a title stands before it."""


class Token(NamedTuple):
    """A word of a run, without its points: `run[start:end]`."""

    start: int
    end: int
    word: str
    is_small: bool
    """Whether it only joins: `of`, `and`, `van`."""


@dataclass(slots=True)
class Form:
    """One way of writing a name, while an article is read."""

    words: list[str]
    kind: NameKind | None = None
    titled: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)

"""Who is told to have said something, and how surely."""

from dataclasses import dataclass
from enum import StrEnum

from newscli.research.quoting.voices import Voice


class Confidence(StrEnum):
    """How a speaker is known."""

    NAMED = "named"  # by a name in the clause that attributes the words
    PRONOUN = "pronoun"  # by a pronoun, or by who spoke or was told of just before
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says something, and by which verb."""

    voice: Voice | None = None
    verb: str | None = None
    confidence: Confidence = Confidence.NONE
    is_direct: bool = False
    """Whether nothing stands between the clause and the words."""
    at: int = -1
    """Where the verb stands."""


NOBODY = Attribution()

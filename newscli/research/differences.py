"""Two texts compared word by word.

The longest stretch that both have is kept, then the longest before and after it, and so on:
Ratcliff & Metzener, Pattern Matching: the Gestalt Approach, 1988, as `difflib` has it. A word
is what stands between white space; a change of white space alone is none.

Limits: a stretch that was moved is told as taken away in one place and put in another; in
long texts very common words begin no stretch of their own.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from newscli.core.answers import Found, Question
from newscli.core.article import Paragraph, Span

_WORD = re.compile(r"\S+")


class Change(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row: of the second text if they are new, else of the first."""

    change: Change
    span: Span


@dataclass(frozen=True, slots=True)
class Version:
    """One of two articles that are compared."""

    found: Found
    text: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph that an offset is in."""
        return next((each.number for each in self.paragraphs if offset < each.end), 0)


@dataclass(frozen=True, slots=True)
class DiffAnswer:
    """The answer of `dupes --diff`: the second article as the first one changed."""

    question: Question
    first: Version
    second: Version
    jaccard: float
    stretches: tuple[Stretch, ...]

    def version(self, stretch: Stretch) -> Version:
        """Return the article that a stretch stands in."""
        return self.second if stretch.change is Change.NEW else self.first

    def text(self, stretch: Stretch) -> str:
        """Return the words of a stretch, as they stand."""
        return stretch.span.of(self.version(stretch).text)


def differences(one: str, other: str) -> tuple[Stretch, ...]:
    """Return what stayed, went and came, in order; what went before what came in its place."""
    first, second = (list(_WORD.finditer(text)) for text in (one, other))
    matcher = SequenceMatcher(None, [each[0] for each in first], [each[0] for each in second])
    stretches: list[Stretch] = []
    for tag, start, end, from_, to in matcher.get_opcodes():
        if start < end:
            change = Change.SAME if tag == "equal" else Change.OLD
            stretches.append(Stretch(change, _span(first, start, end)))
        if tag != "equal" and from_ < to:
            stretches.append(Stretch(Change.NEW, _span(second, from_, to)))
    return tuple(stretches)


def _span(words: "list[re.Match[str]]", start: int, end: int) -> Span:
    return Span(words[start].start(), words[end - 1].end())

"""Articles like another one, and why: the telling words that both have.

How alike two articles are is the cosine of their profiles (Salton & Buckley 1988, see
profiles.py): 0 where they share no telling word, 1 where they have the same in equal measure.

Limits: articles are alike by their words, so two reports of one event in different words are
not found, and two of different events in the same words are.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from newscli.core.answers import Found, Question
from newscli.core.article import ArticleId
from newscli.core.results import Profile
from newscli.research.keyness import is_telling
from newscli.research.profiles import shared

LEAST = 0.1
"""Articles with less in common only happen to share a word or two."""

WORDS = 8
"""Shared words that are told, at most."""


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How alike an article is to the one that was asked about."""

    id: ArticleId
    score: float
    words: tuple[str, ...]
    """The telling words of both, those first that say the most."""


@dataclass(frozen=True, slots=True)
class Similar:
    """One line of the answer of `similar`."""

    found: Found
    words: tuple[str, ...]
    duplicates: tuple[ArticleId, ...] = ()
    """Articles that are nearly the same text as this one."""


@dataclass(frozen=True, slots=True)
class SimilarAnswer:
    """The answer of `similar`."""

    question: Question
    subject: Found
    total: int
    """How many lines there are; near-identical articles are one."""
    offset: int
    limit: int | None
    similar: tuple[Similar, ...]


def resembling(subject: Profile, others: Iterable[tuple[ArticleId, Profile]]) -> list[Resemblance]:
    """Return the articles that are like the subject, the most alike first."""
    found = []
    for id, profile in others:
        common = shared(subject, profile)
        if (score := sum(common.values())) >= LEAST:
            words = [word for word in common if is_telling(word)] or list(common)
            found.append(Resemblance(id, score, tuple(words[:WORDS])))
    return sorted(found, key=lambda each: (-round(each.score, 9), each.id))

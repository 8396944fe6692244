"""What an article is about, in numbers: its most telling words and their weights.

    weight = (1 + ln(times in the article)) * ln(articles / articles that hold it)

after Salton & Buckley, Term-weighting approaches in automatic text retrieval, 1988. The 40
heaviest words are kept, as many as topic detection has been found to need, and the weights
divided by the root of the sum of their squares: the cosine of two profiles is the sum of the
products of the words that both have.

Limits: words are taken as written, so `ferry` and `ferries` are two; a word that only one
article holds says nothing of its likeness to others and is left out; in a handful of articles
every word is rare.
"""

from collections.abc import Mapping
from math import log, sqrt

from newscli.core.results import Profile

KEPT = 40
"""Words of a profile, at most."""

SCALE = 1 << 16
"""Weights are compared as whole numbers of so many to one: the same order in every engine."""

FEWEST = 2
"""Articles that must hold a word for it to tell likeness."""


def profile(counts: Mapping[str, int], holding: Mapping[str, int], articles: int) -> Profile:
    """Return the profile of an article, given how often it has each word.

    `holding` tells how many of all articles hold each of them. Equal weights stand by word.
    """
    weights = {
        word: round((1 + log(count)) * log(articles / holding[word]) * SCALE)
        for word, count in counts.items()
        if holding[word] >= FEWEST
    }
    heaviest = sorted((word for word in weights if weights[word]), key=lambda w: (-weights[w], w))
    kept = {word: weights[word] for word in heaviest[:KEPT]}
    length = sqrt(sum(weight * weight for weight in kept.values()))
    return {word: weight / length for word, weight in kept.items()}


def shared(one: Profile, other: Profile) -> dict[str, float]:
    """Return the words of both profiles with what each adds to the cosine, the most first."""
    common = {word: weight * other[word] for word, weight in one.items() if word in other}
    return dict(sorted(common.items(), key=lambda item: (-item[1], item[0])))

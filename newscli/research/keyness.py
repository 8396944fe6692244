"""Words that stand more often in one set of articles than in another, for their size.

The score is the log-likelihood ratio (Dunning 1993, "Accurate methods for the statistics
of surprise and coincidence"), of two corpora as Rayson & Garside (2000, "Comparing corpora
using frequency profiling") compute it: how sure one can be that there is a difference.
From 3.84 on, one such word in twenty would be there by chance; from 15.13 on, one in ten
thousand. The effect is the log ratio (Hardie 2014): how large the difference is, as a
power of two: 1 is twice as often, 3 eight times. A word the other set lacks is taken to
stand there half a time, so that the effect stays finite.

Limits: words are taken to fall independently of one another, which they do not: one long
article that repeats its word can make it key. With many words tested, some score high by
chance. Sets that overlap are not what the test is made for.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log, log2

LEAST = 5
"""Words that stand more rarely are left out: their scores mean little."""

UNSEEN = 0.5
"""What a count of nothing is taken for, in the effect alone."""

_TELLING = 6.63
"""The score of a label: one in a hundred would be there by chance."""

_FUNCTION_WORDS = """
    a about after all also an and any are as at be because been before being both but by can
    could did do does doing for from had has have having he her here hers him his how i if
    in into is it its itself just may me might more most must my no nor not of off on one
    only or other our ours out over own shall she should so some such than that the their
    them then there these they this those through to too under until up us very was we were
    what when where which while who whom whose why will with would you your yours
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""What English sentences are made of, whatever they are about."""

_CONTRACTED = re.compile("'(?:s|t|re|ve|ll|d|m)$")


@dataclass(frozen=True, slots=True)
class Key:
    """A word, with its counts in the one set and in the other."""

    word: str
    count: int
    other: int
    score: float
    """Log-likelihood: at least 0, the surer the higher."""
    effect: float
    """Log ratio: above 0 if the word stands more often in the one set, for its size."""
    articles: int | None = None
    """How many articles of the one set have it; None if that was not counted."""


def keywords(one: Mapping[str, int], other: Mapping[str, int], *, least: int = LEAST) -> list[Key]:
    """Return the words that the one set has more of, the surest first, then by the alphabet."""
    sizes = (sum(one.values()), sum(other.values()))
    counts = ((word, count, other.get(word, 0)) for word, count in one.items() if count >= least)
    return _keys(counts, *sizes)


def keywords_of_part(
    counts: Mapping[str, tuple[int, int]], part: int, whole: int, *, least: int = LEAST
) -> list[Key]:
    """Return the words that a part has more of than the rest of the whole, ordered likewise.

    Counted are articles that hold a word, in the part and in the whole, of so many as
    there are: that is blind to one article which repeats itself, and better than words
    where a set is small.
    """
    pairs = ((word, own, all - own) for word, (own, all) in counts.items() if own >= least)
    return _keys(pairs, part, whole - part)


def rest(whole: Mapping[str, int], part: Mapping[str, int]) -> dict[str, int]:
    """Return the counts of what is in the whole and not in its part."""
    left = {word: count - part.get(word, 0) for word, count in whole.items()}
    return {word: count for word, count in left.items() if count > 0}


def labels(
    keys: Iterable[Key],
    *,
    most: int = 3,
    without: Collection[str] = (),
    stem: Callable[[str], str] = str,
) -> tuple[str, ...]:
    """Choose words that tell a reader what a set is about, of keywords in order.

    A label is at least twice as frequent as elsewhere, has two letters or more (a sign
    of its own in scripts that are written so), and is no number, no `let's` and none of
    the words that English makes its sentences of. Of the forms of one stem the first
    stands for all; `without` names stems that say nothing new.
    """
    chosen: dict[str, str] = {}
    for key in keys:
        if len(chosen) == most:
            break
        if key.effect < 1 or key.score < _TELLING or not is_telling(key.word):
            continue
        if (shared := stem(key.word)) not in without:
            chosen.setdefault(shared, key.word)
    return tuple(chosen.values())


def is_telling(word: str) -> bool:
    """Tell whether a word can stand alone: no number, no letter, none that all English has."""
    if not any(map(str.isalpha, word)) or word in FUNCTION_WORDS or _CONTRACTED.search(word):
        return False
    return len(word) > 1 or not word.isascii()


def log_likelihood(count: int, other: int, size: int, other_size: int) -> float:
    """Return how unlikely two counts are if the word is as common in both sets."""
    both, sizes = count + other, size + other_size
    if not both or not size or not other_size:
        return 0.0
    expected, other_expected = size * both / sizes, other_size * both / sizes
    return max(0.0, 2 * (_gain(count, expected) + _gain(other, other_expected)))


def log_ratio(count: int, other: int, size: int, other_size: int) -> float:
    """Return how many times as common the word is in the one set, as a power of two."""
    if not size or not other_size:
        return 0.0
    return log2((count or UNSEEN) / size) - log2((other or UNSEEN) / other_size)


def _keys(counts: Iterable[tuple[str, int, int]], size: int, other_size: int) -> list[Key]:
    keys = [
        Key(
            word,
            count,
            other,
            log_likelihood(count, other, size, other_size),
            log_ratio(count, other, size, other_size),
        )
        for word, count, other in counts
        if count * other_size > other * size
    ]
    return sorted(keys, key=lambda key: (-key.score, key.word))


def _gain(count: int, expected: float) -> float:
    return count * log(count / expected) if count else 0.0

"""The sketches of several articles, all at once. Needs NumPy.

What a sketch is says `newscli.research.shingles`; here it is computed over columns. Of the
numbers of an article's shingles only those that are small enough to be among its smallest
are sorted.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np

from newscli.research.shingles import (
    BASE,
    KEPT,
    MIXER,
    SHINGLE,
    shingle_number,
)

_ENOUGH = KEPT + 6 * sqrt(KEPT) + 6
"""Numbers to expect below a limit: hardly ever are there fewer than are kept."""

_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Sketches:
    """The sketches of articles, one after another."""

    numbers: Any
    ends: Any
    """Where each article's numbers end."""

    @classmethod
    def joined(cls, numbers: list[Any], counts: list[Any]) -> "Sketches":
        """Put together pieces of numbers, and of how many each article has."""
        return cls(
            np.concatenate([np.empty(0, np.uint32), *numbers]),
            np.cumsum(np.concatenate([np.empty(0, np.int64), *counts])).astype(np.uint32),
        )


def sketched(of_word: Any, lengths: Any) -> tuple[Any, Any]:
    """Return the numbers of the articles' sketches, and how many each has.

    `of_word` is the `word_number` of each word, in the order of the texts; `lengths` tells how
    many words each has.
    """
    keys = np.concatenate((_smallest(_shingled(of_word), lengths), _short(of_word, lengths)))
    keys.sort()
    owner = (keys >> _HALF).astype(np.int64)
    counts = np.bincount(owner, minlength=len(lengths))
    within = np.arange(len(keys)) - np.repeat(np.cumsum(counts) - counts, counts)
    return keys[within < KEPT].astype(np.uint32), np.minimum(counts, KEPT)


def _shingled(of_word: Any) -> Any:
    """Return the number of the shingle that begins with each word.

    The last ones reach over the end of an article, or are less than a shingle.
    """
    base, squared = np.array([BASE, BASE * BASE % (1 << 64)], np.uint64)
    first = of_word * base
    first[:-1] += of_word[1:]  # two words,
    value = first * squared
    value[:-2] += first[2:]  # four words,
    value *= base
    value[: 1 - SHINGLE] += of_word[SHINGLE - 1 :]  # and the fifth
    value ^= value >> _HALF
    value *= np.uint64(MIXER)
    value >>= _HALF
    return value


def _smallest(values: Any, lengths: Any) -> Any:
    """Return keys (article, then number) with the smallest numbers of every article in them.

    They are in order, each once; of a text that repeats itself all numbers are taken.
    """
    counts = np.maximum(lengths - SHINGLE + 1, 0)
    limits = np.minimum(_ENOUGH / np.maximum(counts, 1), 1.0) * (1 << 32)
    keys = _below(limits, values, lengths, counts)
    found = np.bincount((keys >> _HALF).astype(np.int64), minlength=len(counts))
    short = (found < KEPT) & (limits < 1 << 32)
    if not short.any():
        return keys
    more = _below(short * float(1 << 32), values, lengths, counts)
    return _different(np.concatenate((keys, more)))


def _below(limits: Any, values: Any, lengths: Any, counts: Any) -> Any:
    """Return the keys of the numbers below each article's limit, in order and each once."""
    own = np.stack((counts, lengths - counts), axis=1).ravel()
    of_each = np.stack((limits, np.zeros_like(limits)), axis=1).ravel().astype(np.uint64)
    low = np.flatnonzero(values < np.repeat(of_each, own))
    owner = np.searchsorted(np.cumsum(lengths), low, "right").astype(np.uint64)
    return _different(owner << _HALF | values[low])


def _different(keys: Any) -> Any:
    """Sort the keys and take each once: `np.unique` needs ten times as long."""
    keys = np.sort(keys)
    return keys[np.concatenate((np.ones(min(len(keys), 1), bool), keys[1:] != keys[:-1]))]


def _short(of_word: Any, lengths: Any) -> Any:
    """Return the keys of the articles that have fewer words than a shingle."""
    ends = np.cumsum(lengths)
    return np.array(
        [
            at << 32 | shingle_number(of_word[ends[at] - lengths[at] : ends[at]].tolist())
            for at in np.flatnonzero((lengths > 0) & (lengths < SHINGLE)).tolist()
        ],
        np.uint64,
    )

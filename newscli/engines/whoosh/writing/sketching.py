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
"""So many numbers expected below a limit: hardly ever fewer than are kept."""

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


def sketched(of_word: Any, article: Any, articles: int) -> tuple[Any, Any]:
    """Return the numbers of the articles' sketches, and how many each has.

    `of_word` is the `word_number` of each word, in the order of the texts, `article` whose it is.
    """
    lengths = np.bincount(article, minlength=articles)
    values, owner = _shingled(of_word, article)
    keys = _smallest(values, owner, np.maximum(lengths - SHINGLE + 1, 0))
    keys = np.sort(np.concatenate((keys, _short(of_word, lengths))))
    owner = (keys >> _HALF).astype(np.int64)
    counts = np.bincount(owner, minlength=articles)
    within = np.arange(len(keys)) - np.repeat(np.cumsum(counts) - counts, counts)
    return keys[within < KEPT].astype(np.uint32), np.minimum(counts, KEPT)


def _shingled(of_word: Any, article: Any) -> tuple[Any, Any]:
    """Return the number of every shingle within one article, and the article."""
    count = max(len(of_word) - SHINGLE + 1, 0)
    value = of_word[:count].copy()
    for at in range(1, SHINGLE):
        value *= np.uint64(BASE)
        value += of_word[at : at + count]
    value ^= value >> _HALF
    value *= np.uint64(MIXER)
    value >>= _HALF
    last = article[SHINGLE - 1 :]
    whole = last == article[:count]
    return value[whole], last[whole]


def _smallest(values: Any, owner: Any, counts: Any) -> Any:
    """Return keys (article, then number) with the smallest numbers of every article in them.

    They are in order, each once; of a text that repeats itself all numbers are taken.
    """
    limit = np.minimum(_ENOUGH / np.maximum(counts, 1), 1.0) * (1 << 32)
    low = values < limit.astype(np.uint64)[owner]
    keys = _different(_keys(values[low], owner[low]))
    found = np.bincount((keys >> _HALF).astype(np.int64), minlength=len(counts))
    short = ((found < KEPT) & (limit < 1 << 32))[owner]
    if not short.any():
        return keys
    return _different(np.concatenate((keys, _keys(values[short], owner[short]))))


def _keys(values: Any, owner: Any) -> Any:
    return owner.astype(np.uint64) << _HALF | values


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

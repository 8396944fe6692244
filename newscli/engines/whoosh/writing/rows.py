"""The pieces of a buffer with every compound spelt out: a row for each term that stands.

Needs NumPy.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from newscli.engines.whoosh.writing.runs import running


class Rows:
    """Columns with a row for each term where it stands, in the order of the texts."""

    def __init__(self, pieces: Any, compounds: Sequence[Sequence[int]], ends: Any) -> None:
        """Spell out pieces, numbered as `Lookup` does; `ends` tells where each article's end."""
        where = np.flatnonzero(pieces < 0)
        which = -1 - pieces[where]
        spelt = np.fromiter(map(len, compounds), np.int32, len(compounds))
        counts = np.ones(len(pieces), dtype=np.int32)
        counts[where] = spelt[which]
        self._rows = running(counts)
        self.term = np.repeat(pieces, counts)
        self.advances = np.ones(len(self.term), dtype=bool)
        self._spell(compounds, spelt, which)
        self._words = running(self.advances)
        self._edges = self._rows[np.concatenate(([0], ends))]
        """The row that each article begins with, and the end."""
        self._before = self._words[self._edges]
        """How many words stand before each article, and in all."""
        sizes = np.diff(self._edges)
        self.article = np.repeat(np.arange(len(ends), dtype=np.int32), sizes)
        self.position = (self._words[1:] - 1).astype(np.int32)
        self.position -= np.repeat(self._before[:-1].astype(np.int32), sizes)

    def words(self) -> Any:
        """Return how many words each article has."""
        return np.diff(self._before)

    def sums(self, column: Any) -> Any:
        """Return the sum of a column's rows of each article."""
        return np.diff(running(column)[self._edges])

    def at(self, pieces: Any, words: Any) -> Any:
        """Return the row before which each place is."""
        rows = self._rows[pieces]
        for at in np.flatnonzero(words).tolist():
            first = int(rows[at])
            wanted = self._words[first] + words[at]
            rows[at] += np.searchsorted(self._words[first:], wanted)
        return rows

    def words_before(self, pieces: Any, words: Any, articles: Any) -> Any:
        """Return how many words of its article stand before each place."""
        return self._words[self._rows[pieces]] - self._before[articles] + words

    def _spell(self, compounds: Sequence[Sequence[int]], sizes: Any, which: Any) -> None:
        """Put the terms of the compounds into their rows, one compound after another."""
        flat = np.fromiter((each for compound in compounds for each in compound), np.int32)
        repeats = sizes[which]
        begins = (np.cumsum(sizes) - sizes)[which] - (np.cumsum(repeats) - repeats)
        spelt = flat[np.repeat(begins, repeats) + np.arange(int(repeats.sum()))]
        rows = np.flatnonzero(self.term < 0)
        self.advances[rows] = spelt >= 0
        self.term[rows] = np.where(spelt >= 0, spelt, ~spelt)

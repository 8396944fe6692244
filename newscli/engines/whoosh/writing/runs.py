"""Runs: postings in columns, sorted by term, and the joining of several into one. Needs NumPy.

A batch is inverted a run at a time, and segments are merged as the runs they are (sort-based
inversion: Witten, Moffat & Bell, Managing Gigabytes, 5.2 to 5.4). The articles of one run
stand behind those of the run before it, so no posting is compared with another: all that a
run has of a term is moved as a whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

import numpy as np

AT_ONCE = 1 << 19
"""Postings that are joined at a time."""

Numbers = Any
"""A NumPy array of integers."""


@dataclass(frozen=True, slots=True)
class Run:
    """Postings by term and, within a term, by article."""

    terms: Numbers
    """The number of each term."""
    starts: Numbers
    """Where the postings of each term start, and where the last ones end."""
    tokens: Numbers
    """Likewise for the positions of each term."""
    articles: Numbers
    weights: Numbers
    """In halves."""
    frequencies: Numbers
    """How many positions each posting has."""
    positions: Numbers

    @property
    def counts(self) -> Numbers:
        """How many postings each term has."""
        return np.diff(self.starts)

    def taken(self, which: Numbers, terms: Numbers) -> "Run":
        """Return the postings of these of the terms; `terms` has the new numbers of all."""
        counts, sizes = np.diff(self.starts)[which], np.diff(self.tokens)[which]
        rows = _moved(self.starts[which], counts)
        tokens = _moved(self.tokens[which], sizes)
        return Run(
            terms[which],
            running(counts),
            running(sizes),
            self.articles[rows],
            self.weights[rows],
            self.frequencies[rows],
            self.positions[tokens],
        )


class Part(Protocol):
    """What can be joined: a segment read as a run."""

    @property
    def terms(self) -> Numbers:
        """The numbers of its terms, in order."""

    @property
    def counts(self) -> Numbers:
        """At most how many postings each has."""

    def between(self, first: int, last: int) -> Run:
        """Return the postings of the terms from this number to that."""


def joined(parts: Sequence[Part], terms: int) -> Iterator[Run]:
    """Go through the postings of all parts, in the order of terms, some terms at a time.

    Terms are numbered below `terms`; those of a part stand before those of the next.
    """
    for first, last in _ranges(parts, terms) if parts else ():
        together = _concatenated([part.between(first, last) for part in parts])
        yield together.taken(np.argsort(together.terms, kind="stable"), together.terms)


def ordered(runs: Sequence[Run], rank: Numbers) -> Iterator[Run]:
    """Go through the postings of all runs in the order of the terms' ranks, some at a time.

    A rank is a term's number from here on. The terms of a run may be in any order; its
    articles stand behind those of the run before it.
    """
    together = _concatenated(runs)
    terms = rank[together.terms]
    order = np.argsort(terms, kind="stable")
    edges = _edges(together.counts[order])
    for first, last in pairwise([0, *edges, len(order)]):
        yield together.taken(order[first:last], terms)


def narrow(numbers: Numbers) -> Numbers:
    """Return the numbers in two bytes each if they fit, else in four."""
    fits = not len(numbers) or int(numbers.max()) < 1 << 16
    return numbers.astype(np.uint16 if fits else np.uint32, copy=False)


def running(counts: Numbers) -> Numbers:
    """Return the running sums of a column, beginning with 0."""
    sums = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=sums[1:])
    return sums


def _concatenated(runs: Sequence[Run]) -> Run:
    """Put runs behind one another, whatever their terms are."""

    def column(name: str) -> Numbers:
        return np.concatenate([getattr(run, name) for run in runs])

    return Run(
        column("terms"),
        running(np.concatenate([np.diff(run.starts) for run in runs])),
        running(np.concatenate([np.diff(run.tokens) for run in runs])),
        column("articles"),
        column("weights"),
        column("frequencies"),
        column("positions"),
    )


def _moved(starts: Numbers, sizes: Numbers) -> Numbers:
    """Return the rows of groups that start so and have so many, group after group."""
    ends = np.cumsum(sizes)
    rows = np.repeat(starts - (ends - sizes), sizes)
    rows += np.arange(len(rows))
    return rows


def _ranges(parts: Sequence[Part], terms: int) -> Iterator[tuple[int, int]]:
    """Cut the terms into ranges of about as many postings as are joined at once."""
    counts = np.zeros(terms, np.int64)
    for part in parts:
        counts[part.terms] += part.counts
    yield from pairwise([0, *_edges(counts), terms])


def _edges(counts: Numbers) -> list[int]:
    """Return where to cut, so that there are about as many postings as are joined at once."""
    edges: list[int] = (np.flatnonzero(np.diff((np.cumsum(counts) - 1) // AT_ONCE)) + 1).tolist()
    return edges

"""Articles to postings, in bulk: number the words, sort the numbers, cut them where they change.

Needs NumPy. The tokens of a batch are three columns, (term, article, position), in the
order of the texts; one sort by term makes postings of them.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from newscli.core.article import Content, Kind
from newscli.core.query import Part
from newscli.core.reading import part_spans
from newscli.core.repetition import repeated_span
from newscli.engines.whoosh.codec.lookup import Pieces
from newscli.engines.whoosh.codec.places import Place, Places
from newscli.engines.whoosh.codec.postings import HALF
from newscli.engines.whoosh.codec.sketching import Sketches, sketched
from newscli.engines.whoosh.fields import (
    HEADLINE_WEIGHT,
    LEAD_WEIGHT,
    REGION,
)

Numbers = Any
"""A NumPy array of integers."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The postings of a batch, by term and, within a term, by article."""

    terms: list[bytes]
    """The terms, in order."""
    counts: Numbers
    """How many postings each term has."""
    articles: Numbers
    weights: Numbers
    """In halves."""
    frequencies: Numbers
    """How many positions each posting has."""
    positions: Numbers
    lengths: Numbers
    """By article, in halves."""


class Batch:
    """Texts whose words are numbered, until they are inverted together."""

    def __init__(self) -> None:
        self._pieces = Pieces()
        self._tokens = array("i")
        self._ends = array("q")
        self._heavier: list[tuple[Place, Place, int]] = []
        """From where to where, and the weight in halves: what weighs other than one."""
        self._regions: list[tuple[int, int, Place]] = []
        """Term, article, place: where parts begin and end."""

    def add(self, content: Content) -> None:
        """Add one article's words."""
        tokens, number = self._tokens, self._pieces.__getitem__
        text = content.text
        places = Places(text)
        for paragraph in content.paragraphs:
            before = len(tokens)
            tokens.extend(map(number, text[paragraph.start : paragraph.end].split()))
            places.paragraph(paragraph.start, before, len(tokens))
        self._mark(content, places, len(self._ends))
        self._ends.append(len(tokens))

    def _mark(self, content: Content, places: Places, article: int) -> None:
        """Remember where the parts stand, and what weighs more or less than one."""
        for part in Part:
            for start, end in map(places.of, part_spans(content, part)):
                if start < end:
                    term = self._pieces.number(REGION + part)
                    self._regions += ((term, article, start), (term, article, end))
                    if part is Part.LEAD:
                        self._heavier.append((start, end, round(LEAD_WEIGHT * HALF)))
        if not content.headline_derived:
            headline = places.of(content.headline_span)
            self._heavier.append((*headline, round(HEADLINE_WEIGHT * HALF)))
        for paragraph in content.paragraphs:
            if paragraph.kind is Kind.QUOTE and (again := repeated_span(content, paragraph)):
                self._heavier.append((*places.of(again), 0))

    def __len__(self) -> int:
        return len(self._ends)

    def inverted(self) -> tuple[Postings, Sketches]:
        """Return the postings of all the articles, and their sketches."""
        rows = _Rows(self._tokens, self._pieces.compounds, self._ends)
        sketches = self._sketches(rows)  # first: it needs less room than what the other leaves
        return self._postings(rows), sketches

    def _sketches(self, rows: "_Rows") -> Sketches:
        words, article = rows.term[rows.advances], rows.article[rows.advances]
        return sketched(words, article, len(self._ends), self._pieces.terms)

    def _postings(self, rows: "_Rows") -> Postings:
        weight: Numbers = np.full(len(rows.term), HALF, dtype=np.uint8)
        for start, end, halves in self._heavier:
            weight[rows.at(start) : rows.at(end)] = halves
        term, article, position, own = rows.term, rows.article, rows.position, rows.advances
        if "" in self._pieces.terms:  # signs that fold to nothing: they take a place, no more
            words = np.flatnonzero(term != self._pieces.terms[""])
            term, article, position, weight, own = (
                column[words] for column in (term, article, position, weight, own)
            )
        lengths = np.bincount(article[own], weight[own], len(self._ends)).astype(np.int64)
        if self._regions:
            ends = _column(rows.words_before(place, article) for _, article, place in self._regions)
            held = np.repeat(ends[::2] < ends[1::2], 2)  # a part of signs alone is nowhere
            term = np.concatenate((term, _column(each[0] for each in self._regions)[held]))
            article = np.concatenate((article, _column(each[1] for each in self._regions)[held]))
            position = np.concatenate((position, ends[held]))
            weight = np.concatenate((weight, np.zeros(np.count_nonzero(held), np.uint8)))
        names = sorted(self._pieces.terms)
        rank = np.zeros(len(self._pieces.terms), np.int64)
        rank[[self._pieces.terms[name] for name in names]] = np.arange(len(names))
        # One number a token, its term before its row: sorting needs no second column.
        keys = rank[term]
        keys <<= 32
        keys |= np.arange(len(term), dtype=np.int64)
        keys.sort()
        order = (keys & 0xFFFFFFFF).astype(np.uint32)
        keys >>= 32
        return _cut(
            names, keys.astype(np.int32), article[order], position[order], weight[order], lengths
        )


class _Rows:
    """The pieces of a batch with every compound spelt out: a row for each term that stands."""

    def __init__(
        self, tokens: "array[int]", compounds: Sequence[Sequence[int]], ends: "array[int]"
    ) -> None:
        pieces = np.frombuffer(tokens, dtype=np.int32) if tokens else np.empty(0, np.int32)
        where = np.flatnonzero(pieces < 0)
        which = -1 - pieces[where]
        sizes = np.fromiter(map(len, compounds), np.int32, len(compounds))
        counts = np.ones(len(pieces), dtype=np.int32)
        counts[where] = sizes[which]
        self._rows = _running(counts)
        self.term = np.repeat(pieces, counts)
        self.advances = np.ones(len(self.term), dtype=bool)
        self._spell(compounds, sizes, which)
        self._words = _running(self.advances)
        self._firsts: Numbers = (
            np.concatenate(([0], np.frombuffer(ends, np.int64)[:-1])) if ends else []
        )
        articles = np.diff(self._rows[np.frombuffer(ends, np.int64)], prepend=0) if ends else []
        self.article = np.repeat(np.arange(len(ends), dtype=np.int32), articles)
        before = np.repeat(self._words[self._rows[self._firsts]] if ends else [], articles)
        self.position = (self._words[1:] - 1 - before).astype(np.int32)

    def _spell(self, compounds: Sequence[Sequence[int]], sizes: Numbers, which: Numbers) -> None:
        """Put the terms of the compounds into their rows, one compound after another."""
        flat = np.fromiter((each for compound in compounds for each in compound), np.int32)
        repeats = sizes[which]
        begins = (np.cumsum(sizes) - sizes)[which] - (np.cumsum(repeats) - repeats)
        spelt = flat[np.repeat(begins, repeats) + np.arange(int(repeats.sum()))]
        rows = np.flatnonzero(self.term < 0)
        self.advances[rows] = spelt >= 0
        self.term[rows] = np.where(spelt >= 0, spelt, ~spelt)

    def at(self, place: Place) -> int:
        """Return the row before which a place is."""
        piece, words = place
        row = int(self._rows[piece])
        if words:
            row += int(np.searchsorted(self._words[row:], self._words[row] + words))
        return row

    def words_before(self, place: Place, article: int) -> int:
        """Return how many words of an article stand before a place."""
        piece, words = place
        first = self._rows[self._firsts[article]]
        return int(self._words[self._rows[piece]] - self._words[first]) + words


def _running(counts: Numbers) -> Numbers:
    """Return the running sums of a column, beginning with 0."""
    sums = np.zeros(len(counts) + 1, dtype=np.int32)
    np.cumsum(counts, out=sums[1:])
    return sums


def _column(numbers: Iterable[int]) -> Numbers:
    return np.fromiter(numbers, np.int32)


def _cut(
    names: list[str],
    term: Numbers,
    article: Numbers,
    position: Numbers,
    weight: Numbers,
    lengths: Numbers,
) -> Postings:
    """Make a posting of the tokens of one term in one article, and a term of its postings.

    A name that no token has is no term.
    """
    if not len(term):
        return Postings([], term, article, weight, term, position, lengths)
    changes = np.flatnonzero((term[1:] != term[:-1]) | (article[1:] != article[:-1])) + 1
    starts = np.concatenate(([0], changes))
    counts = np.bincount(term[starts], minlength=len(names))
    held = np.flatnonzero(counts)
    return Postings(
        terms=[names[at].encode("utf-8", "surrogateescape") for at in held.tolist()],
        counts=counts[held],
        articles=article[starts],
        weights=np.add.reduceat(weight, starts, dtype=np.int64),
        frequencies=np.diff(starts, append=len(term)),
        positions=position,
        lengths=lengths,
    )

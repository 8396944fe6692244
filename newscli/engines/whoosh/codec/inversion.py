"""Articles to postings, in bulk: number the words, sort the numbers, cut them where they change.

Needs NumPy. The tokens of a batch are three columns, (term, article, position), in the
order of the texts; one sort by term makes postings of them.
"""

from array import array
from dataclasses import dataclass
from typing import Any

import numpy as np

from newscli.core import analysis
from newscli.core.article import Content, Kind, Span
from newscli.core.parsing import repeated_span
from newscli.core.query import Part
from newscli.core.reading import part_spans
from newscli.engines.whoosh.codec.lookup import Pieces
from newscli.engines.whoosh.codec.postings import HALF
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
        self._heavier: list[tuple[int, int, int, int]] = []
        """Article, first position, end, weight in halves: what weighs other than one."""
        self._regions: list[tuple[int, int, int]] = []
        """Term, article, position: ends of parts."""

    def add(self, content: Content) -> int:
        """Add one article's words; returns how many it has."""
        before = len(self._tokens)
        text = content.text
        self._tokens.extend(map(self._pieces.__getitem__, text.split()))
        article = len(self._ends)
        self._ends.append(len(self._tokens))
        where = _Positions(text, self._pieces)
        for part in Part:
            term = -1
            for span in part_spans(content, part):
                start, end = where.of(span)
                if start < end:
                    term = term if term >= 0 else self._pieces.number(REGION + part)
                    self._regions += ((term, article, start), (term, article, end))
                if part is Part.LEAD and start < end:
                    self._weigh(article, start, end, LEAD_WEIGHT)
        if not content.headline_derived:
            self._weigh(article, *where.of(content.headline_span), HEADLINE_WEIGHT)
        for paragraph in content.paragraphs:
            if paragraph.kind is Kind.QUOTE and (again := repeated_span(content, paragraph)):
                self._weigh(article, *where.of(again), 0.0)
        return len(self._tokens) - before

    def _weigh(self, article: int, start: int, end: int, weight: float) -> None:
        if start < end:
            self._heavier.append((article, start, end, round(weight * HALF)))

    def __len__(self) -> int:
        return len(self._ends)

    def inverted(self) -> Postings:
        """Return the postings of all the articles."""
        term, advances, article = self._expanded()
        position = _positions(advances, article, len(self._ends))
        weight = self._weights(position, article)
        own = advances.astype(bool)
        if "" in self._pieces.terms:  # signs that fold to nothing: they take a place, no more
            words = term != self._pieces.terms[""]
            term, article, position = term[words], article[words], position[words]
            weight, own = weight[words], own[words]
        lengths = np.bincount(article[own], weight[own], len(self._ends)).astype(np.int64)
        if self._regions:
            regions = np.array(self._regions, dtype=np.int64)
            term = np.concatenate((term, regions[:, 0]))
            article = np.concatenate((article, regions[:, 1].astype(np.int32)))
            position = np.concatenate((position, regions[:, 2].astype(np.int32)))
            weight = np.concatenate((weight, np.zeros(len(regions), np.uint8)))
        names = sorted(filter(None, self._pieces.terms))
        rank = np.empty(len(self._pieces.terms), np.int64)
        rank[[self._pieces.terms[name] for name in names]] = np.arange(len(names))
        keys = rank[term] << 32
        keys |= np.arange(len(term))
        keys.sort()
        order = keys & 0xFFFFFFFF
        keys >>= 32
        return _cut(names, keys, article[order], position[order], weight[order], lengths)

    def _expanded(self) -> tuple[Numbers, Numbers, Numbers]:
        """Return the tokens with every compound spelt out: term, whether it moves on, article."""
        tokens = np.frombuffer(self._tokens, dtype=np.int32) if self._tokens else np.empty(0, int)
        ends = np.frombuffer(self._ends, dtype=np.int64) if self._ends else np.empty(0, int)
        article = np.repeat(np.arange(len(ends), dtype=np.int32), np.diff(ends, prepend=0))
        flat = np.array([n for each in self._pieces.compounds for n in each], dtype=np.int64)
        sizes = np.array([len(each) for each in self._pieces.compounds], dtype=np.int64)
        begins = np.cumsum(sizes) - sizes
        where = np.flatnonzero(tokens < 0)
        which = -1 - tokens[where]
        counts = np.ones(len(tokens), dtype=np.int64)
        counts[where] = sizes[which]
        term = np.repeat(tokens, counts).astype(np.int64)
        article = np.repeat(article, counts)
        # For every row of a compound: its own begin, plus how far into it the row is.
        repeats = sizes[which]
        first = np.cumsum(repeats) - repeats
        into = np.arange(int(repeats.sum())) - np.repeat(first, repeats)
        rows = term < 0
        spelt = flat[np.repeat(begins[which], repeats) + into]
        advances = np.ones(len(term), dtype=np.int8)
        advances[rows] = spelt >= 0
        term[rows] = np.where(spelt >= 0, spelt, ~spelt)
        return term, advances, article

    def _weights(self, position: Numbers, article: Numbers) -> Numbers:
        weight = np.full(len(position), HALF, dtype=np.uint8)
        firsts = np.searchsorted(article, np.arange(len(self._ends) + 1))
        for each, start, end, halves in self._heavier:
            rows = slice(firsts[each], firsts[each + 1])
            inside = position[rows]
            low, high = np.searchsorted(inside, (start, end))
            weight[firsts[each] + low : firsts[each] + high] = halves
        return weight


def _positions(advances: Numbers, article: Numbers, articles: int) -> Numbers:
    """Return each token's position in its article."""
    running = np.cumsum(advances, dtype=np.int64) - 1
    firsts = np.searchsorted(article, np.arange(articles))
    held = firsts < len(article)
    base = np.zeros(articles, dtype=np.int64)
    base[held] = running[firsts[held]]
    return (running - base[article]).astype(np.int32)


def _cut(
    names: list[str],
    term: Numbers,
    article: Numbers,
    position: Numbers,
    weight: Numbers,
    lengths: Numbers,
) -> Postings:
    """Make a posting of the tokens of one term in one article, and a term of its postings."""
    if not len(term):
        return Postings([], term, article, weight, term, position, lengths)
    changes = np.flatnonzero((term[1:] != term[:-1]) | (article[1:] != article[:-1])) + 1
    starts = np.concatenate(([0], changes))
    counts = np.bincount(term[starts], minlength=len(names))
    return Postings(
        terms=[name.encode("utf-8", "surrogateescape") for name in names],
        counts=counts,
        articles=article[starts],
        weights=np.add.reduceat(weight, starts, dtype=np.int64),
        frequencies=np.diff(starts, append=len(term)),
        positions=position,
        lengths=lengths,
    )


class _Positions:
    """Character spans of one text as ranges of word positions, as `reading.Words.piece` counts."""

    def __init__(self, text: str, pieces: Pieces) -> None:
        self._text = text
        self._pieces = pieces
        self._counted = (0, 0)
        """An offset after white space, and how many words stand before it."""

    def of(self, span: Span) -> tuple[int, int]:
        """Return the range of positions of the words that start within the span."""
        return self._before(span.start), self._before(span.end)

    def _before(self, offset: int) -> int:
        """Return how many words start before the offset."""
        text = self._text
        start, count = self._counted if self._counted[0] <= offset else (0, 0)
        last = offset
        while last > start and not text[last - 1].isspace():
            last -= 1
        if last > start:
            count += self._pieces.count(text[start:last])
            self._counted = (last, count)
        if last == offset:
            return count
        end = offset
        while end < len(text) and not text[end].isspace():
            end += 1
        return count + sum(last + token.start < offset for token in analysis.tokens(text[last:end]))

"""An article's text as positions of words, and a query's hits as spans over the text."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from newscli.core import analysis
from newscli.core.analysis import Stem
from newscli.core.article import Content, Kind, Span
from newscli.core.matching import Piece, WordPositions, occurrences
from newscli.core.patterns import matcher
from newscli.core.query import Node, Part, Pattern, View, Word, leaves

_PART_OF_KIND = {Kind.LEAD: Part.LEAD, Kind.CAPTION: Part.CAPTION, Kind.QUOTE: Part.QUOTE}


class Readable(WordPositions, Protocol):
    """The words of a text by position, and the characters they stand on."""

    def piece(self, span: Span) -> Piece:
        """Return the range of positions of the words that start within the span."""

    def span(self, piece: Piece) -> Span:
        """Return the characters from the first word of the piece to its last."""


class Words:
    """The words of a text by position; one `WordPositions` of `newscli.core.matching`."""

    def __init__(self, text: str, stem: Stem, content: Content | None = None) -> None:
        self._stem = stem
        self._content = content
        self.tokens = list(analysis.tokens(text))

    @cached_property
    def starts(self) -> list[int]:
        """The offset each word starts at, by position."""
        return [token.start for token in self.tokens]

    @cached_property
    def exact(self) -> dict[str, list[int]]:
        """Positions by folded form."""
        return _positions([token.word.exact for token in self.tokens])

    @cached_property
    def capitals(self) -> dict[str, list[int]]:
        """Positions by capital form."""
        return _positions([token.word.capital for token in self.tokens])

    @cached_property
    def stems(self) -> dict[str, list[int]]:
        """Positions by stem."""
        stems: dict[str, list[int]] = {}
        for form, positions in self.exact.items():
            stem = self._stem(form)
            stems[stem] = sorted(stems[stem] + positions) if stem in stems else positions
        return stems

    def positions(self, word: Word) -> Sequence[int]:
        """Return the positions of the word in its view."""
        match word.view:
            case View.STEM:
                return self.stems.get(self._stem(word.form), ())
            case View.EXACT:
                return self.exact.get(word.form, ())
            case View.CAPITAL:
                return self.capitals.get(word.form, ())

    def fitting(self, leaf: Pattern) -> Sequence[int]:
        """Return the positions of the words as written that fit the pattern."""
        fits = matcher(leaf)
        return sorted(
            at for form, positions in self.exact.items() if fits(form) for at in positions
        )

    def regions(self, part: Part) -> Sequence[Piece]:
        """Return the ranges of positions that the part covers."""
        if self._content is None:
            return ()
        return [self.piece(span) for span in part_spans(self._content, part)]

    def piece(self, span: Span) -> Piece:
        """Return the range of positions of the words that start within the span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def span(self, piece: Piece) -> Span:
        """Return the characters from the first word of the piece to its last."""
        return Span(self.tokens[piece[0]].start, self.tokens[piece[1] - 1].end)


def part_spans(content: Content, part: Part) -> list[Span]:
    """Return the characters each part of the article covers, in order."""
    return [span for each, span in parts(content) if each is part]


def parts(content: Content) -> list[tuple[Part, Span]]:
    """Return every part of the article with the characters it covers; those of one in order."""
    body = Kind.BODY
    found = [
        (part, paragraph.span)
        for paragraph in content.paragraphs
        if paragraph.kind is not body and (part := _PART_OF_KIND.get(paragraph.kind))
    ]
    found.append((Part.HEADLINE, content.headline_span))
    if content.byline_span:
        found.append((Part.BYLINE, content.byline_span))
    return found


def _positions(forms: Sequence[str | None]) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = {}
    for at, form in enumerate(forms):
        if form:
            positions.setdefault(form, []).append(at)
    return positions


@dataclass(frozen=True, slots=True)
class Highlight:
    """Characters to light, and which leaf of the query they answer to, counted from 0."""

    span: Span
    leaf: int


def highlights(tree: Node, words: Readable) -> tuple[Highlight, ...]:
    """Return what the query lights in a text, by place; spans of several leaves may overlap."""
    found = {
        Highlight(words.span(piece), number)
        for number, leaf in enumerate(leaves(tree))
        for occurrence in occurrences(leaf, words)
        for piece in occurrence
    }
    return tuple(sorted(found, key=lambda lit: (lit.span.start, lit.span.end, lit.leaf)))


def merged(found: Sequence[Highlight]) -> tuple[Span, ...]:
    """Return the lit spans in order, those that overlap made one."""
    spans: list[Span] = []
    for lit in found:
        if spans and lit.span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, lit.span.end))
        else:
            spans.append(lit.span)
    return tuple(spans)

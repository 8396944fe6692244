"""Queries asked of single sentences or paragraphs instead of whole articles.

A unit answers a query as an article would that had no other words: all that is wanted is
in it, nothing that is unwanted (`-word`) is, phrases and NEAR lie within it. Dates and
folders are the article's; `lead:` and the like are the article's parts, which the hit
must lie in. The sentences are those of `newscli.core.passages`; each paragraph, headings
among them, has its own.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newscli.core.analysis import Stem
from newscli.core.article import ArticleDate, Content, Paragraph, Span
from newscli.core.choices import Unit
from newscli.core.glancing import Glance
from newscli.core.matching import Piece, matches
from newscli.core.passages import evidence, sentences
from newscli.core.query import (
    And,
    Dated,
    Everything,
    InFolder,
    Node,
    Not,
    Or,
    Part,
    Pattern,
    Word,
)
from newscli.core.reading import Readable, highlights
from newscli.core.results import Passage
from newscli.core.sieving import Sieve


class Units:
    """The units that answer one query, looked for in one article after another."""

    def __init__(self, tree: Node, unit: Unit, stem: Stem) -> None:
        self._tree = tree
        self._unit = unit
        self._glance = Glance(stem)
        self._sieve = Sieve(widened(tree), self._glance)

    def answering(self, content: Content, directory: str) -> Iterator[tuple[Paragraph, Span]]:
        """Go through the units that answer, in order; where the words stand is looked up last."""
        text = content.text
        for paragraph in content.paragraphs:
            whole = paragraph.span
            if not self._sieve.passes(whole.of(text)):
                continue
            words = None
            for span in self._within(text, whole):
                words = words or self._glance.at(content, whole)
                within = Within(words, words.piece(span), content.date, directory)
                if matches(self._tree, within):
                    yield paragraph, span

    def shown(self, content: Content, paragraph: Paragraph, unit: Span) -> Passage:
        """Return a unit as a passage, with every hit of the query in it."""
        words = self._glance.at(content, paragraph.span)
        within = Within(words, words.piece(unit), None, "")
        return evidence(content, paragraph, unit, highlights(self._tree, within))

    def _within(self, text: str, paragraph: Span) -> list[Span]:
        """Return the units of a paragraph that may answer."""
        if self._unit is Unit.PARAGRAPH:
            return [paragraph]
        return [
            span
            for span in sentences(text, paragraph)
            if _cuts_a_piece(text, span) or self._sieve.passes(span.of(text))
        ]


class Within:
    """The words of one stretch of an article, as if it were all; a `matching.Matchable`."""

    def __init__(
        self, words: Readable, piece: Piece, date: ArticleDate | None, directory: str
    ) -> None:
        self._words = words
        self._piece = piece
        self.date = date
        self.directory = directory

    def positions(self, word: Word) -> Sequence[int]:
        """Return the positions of the word within the stretch."""
        return self._clipped(self._words.positions(word))

    def fitting(self, leaf: Pattern) -> Sequence[int]:
        """Return the positions within the stretch of the words that fit the pattern."""
        return self._clipped(self._words.fitting(leaf))

    def regions(self, part: Part) -> Sequence[Piece]:
        """Return the ranges of positions that the part covers in the article."""
        return self._words.regions(part)

    def piece(self, span: Span) -> Piece:
        """Return the range of positions of the words that start within the span."""
        return self._words.piece(span)

    def span(self, piece: Piece) -> Span:
        """Return the characters from the first word of the piece to its last."""
        return self._words.span(piece)

    def _clipped(self, positions: Sequence[int]) -> Sequence[int]:
        start, end = self._piece
        return positions[bisect_left(positions, start) : bisect_left(positions, end)]


def widened(tree: Node) -> Node:
    """Return a query for every article that may hold a unit that answers.

    What is not to be in the unit may stand elsewhere in the article.
    """
    match tree:
        case And(nodes):
            return And(tuple(map(widened, nodes)))
        case Or(nodes):
            return Or(tuple(map(widened, nodes)))
        case Not(child) if _has_words(child):
            return Everything()
        case _:
            return tree


def _cuts_a_piece(text: str, span: Span) -> bool:
    """Tell whether no white space stands at an end: words there may be others than in the text."""
    beside = text[max(span.start - 1, 0) : span.start] + text[span.end : span.end + 1]
    return bool(beside) and not beside.isspace()


def _has_words(tree: Node) -> bool:
    match tree:
        case And(nodes) | Or(nodes):
            return any(map(_has_words, nodes))
        case Not(child):
            return _has_words(child)
        case _:
            return not isinstance(tree, Everything | Dated | InFolder)

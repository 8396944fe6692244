"""Queries asked of single sentences or paragraphs instead of whole articles.

A unit answers a query as an article would that had no other words: all that is wanted is
in it, nothing that is unwanted (`-word`) is, phrases and NEAR lie within it. Dates and
folders are the article's; `lead:` and the like are the article's parts, which the hit
must lie in. The sentences are those of `newscli.core.passages`; each paragraph, headings
among them, has its own.
"""

from bisect import bisect_left
from collections.abc import Sequence

from newscli.core.article import ArticleDate, Content, Paragraph, Span
from newscli.core.choices import Unit
from newscli.core.matching import Piece, matches
from newscli.core.passages import evidence, sentences
from newscli.core.query import (
    And,
    Dated,
    Everything,
    Fuzzy,
    InFolder,
    Node,
    Not,
    Or,
    Part,
    Regex,
    Wildcard,
    Word,
)
from newscli.core.reading import Readable, highlights
from newscli.core.results import Passage


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

    def fitting(self, leaf: Wildcard | Fuzzy | Regex) -> Sequence[int]:
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


def answering(
    tree: Node, unit: Unit, content: Content, words: Readable, directory: str
) -> list[tuple[Paragraph, Span]]:
    """Return the units that answer the query, in order."""
    wide = widened(tree)
    found = []
    for paragraph in content.paragraphs:

        def holds(query: Node, span: Span) -> bool:
            return matches(query, Within(words, words.piece(span), content.date, directory))

        if not holds(wide, paragraph.span):
            continue
        if unit is Unit.PARAGRAPH:
            spans = [paragraph.span]
        else:
            spans = sentences(content.text, paragraph.span)
        found += [(paragraph, span) for span in spans if holds(tree, span)]
    return found


def shown(
    tree: Node, content: Content, words: Readable, paragraph: Paragraph, unit: Span
) -> Passage:
    """Return a unit as a passage, with every hit of the query in it."""
    within = Within(words, words.piece(unit), None, "")
    return evidence(content, paragraph, unit, highlights(tree, within))


def _has_words(tree: Node) -> bool:
    match tree:
        case And(nodes) | Or(nodes):
            return any(map(_has_words, nodes))
        case Not(child):
            return _has_words(child)
        case _:
            return not isinstance(tree, Everything | Dated | InFolder)

"""The words of a query found in one text after another, without cutting the texts into words.

No word reaches over white space, so a piece of text between white space has the same words
wherever it stands: what a query's word has to do with a piece is found out once for all
texts. `reading.Words` says the same of one text, and tells of every word.
"""

from collections.abc import Callable, Sequence
from itertools import compress

from newscli.core import analysis
from newscli.core.analysis import Stem
from newscli.core.article import Content, Span
from newscli.core.matching import Piece
from newscli.core.offsets import Offsets
from newscli.core.patterns import matcher
from newscli.core.query import Part, Pattern, Single, View, Word
from newscli.core.reading import part_spans

_MOST_KEPT = 200_000


class Glance:
    """What is known of pieces met before, for the words of any query."""

    def __init__(self, stem: Stem) -> None:
        self._stem = stem
        self._known: dict[Single, _Fitting] = {}

    def at(self, content: Content, within: Span | None = None) -> "GlancedWords":
        """Return the words of a text, or of a stretch between white space, by position."""
        return GlancedWords(self, content, within)

    def fitting(self, leaf: Single) -> "_Fitting":
        """Return which words of each piece the leaf asks for."""
        if leaf not in self._known:
            self._known[leaf] = _Fitting(self.asked(leaf))
        return self._known[leaf]

    def asked(self, leaf: Single) -> Callable[[analysis.Word], bool]:
        """Return what tells whether a word is one that the leaf asks for."""
        if not isinstance(leaf, Word):
            fits = matcher(leaf)
            return lambda word: bool(word.exact) and fits(word.exact)
        form = leaf.form
        match leaf.view:
            case View.STEM:
                stem, wanted = self._stem, self._stem(form)
                return lambda word: bool(word.exact) and stem(word.exact) == wanted
            case View.EXACT:
                return lambda word: bool(word.exact) and word.exact == form
            case View.CAPITAL:
                return lambda word: bool(word.capital) and word.capital == form


class GlancedWords(Offsets):
    """A text's words by position; one `WordPositions` of `newscli.core.matching`."""

    def __init__(self, glance: Glance, content: Content, within: Span | None) -> None:
        super().__init__(content.text, within)
        self._glance = glance
        self._content = content
        self._found: dict[Single, list[int]] = {}

    def positions(self, word: Word) -> Sequence[int]:
        """Return the positions of the word in its view."""
        return self._looked_up(word)

    def fitting(self, leaf: Pattern) -> Sequence[int]:
        """Return the positions of the words as written that fit the pattern."""
        return self._looked_up(leaf)

    def regions(self, part: Part) -> Sequence[Piece]:
        """Return the ranges of positions that the part covers."""
        return [self.piece(span) for span in part_spans(self._content, part)]

    def _looked_up(self, leaf: Single) -> list[int]:
        if leaf not in self._found:
            fitting = self._glance.fitting(leaf)
            numbers = list(map(fitting.__getitem__, self.pieces))
            found = zip(compress(self.firsts, numbers), filter(None, numbers), strict=True)
            self._found[leaf] = [first + number for first, each in found for number in each]
        return self._found[leaf]


class _Fitting(dict[str, tuple[int, ...]]):
    """Which of the words of a piece are asked for, counted from 0."""

    def __init__(self, fits: Callable[[analysis.Word], bool]) -> None:
        super().__init__()
        self._fits = fits

    def __missing__(self, piece: str) -> tuple[int, ...]:
        words = enumerate(analysis.words(piece))
        found = tuple(number for number, word in words if self._fits(word))
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[piece] = found
        return found

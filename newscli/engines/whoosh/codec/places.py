"""Where in a batch's pieces the paragraphs and parts of an article begin and end.

A place is the number of a piece in the batch, and how many words of that piece stand
before: nearly always none, for paragraphs and most parts begin and end at white space.
"""

from bisect import bisect_right

from newscli.core import analysis
from newscli.core.article import Span

Place = tuple[int, int]


class Places:
    """The places of one article, paragraph by paragraph."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._firsts: list[int] = []
        self._end = 0

    def paragraph(self, start: int, first: int, end: int) -> None:
        """Say that the paragraph from this offset on is the pieces from `first` to `end`."""
        self._starts.append(start)
        self._firsts.append(first)
        self._end = end

    def of(self, span: Span) -> tuple[Place, Place]:
        """Return the places before the first word that starts in the span and after the last."""
        return self.before(span.start), self.before(span.end)

    def before(self, offset: int) -> Place:
        """Return the place before the first word that starts at the offset or after it."""
        which = bisect_right(self._starts, offset) - 1
        if which < 0:
            return (self._firsts[0] if self._firsts else self._end), 0
        text, start = self._text, self._starts[which]
        begun = text[start:offset].split()
        end = self._firsts[which + 1] if which + 1 < len(self._firsts) else self._end
        piece = min(self._firsts[which] + len(begun), end)
        if not begun or offset == len(text) or text[offset - 1].isspace() or text[offset].isspace():
            return piece, 0
        return piece - 1, self._words_before(offset)

    def _words_before(self, offset: int) -> int:
        """Return how many words of the piece around the offset start before it."""
        text, first, last = self._text, offset, offset
        while first and not text[first - 1].isspace():
            first -= 1
        while last < len(text) and not text[last].isspace():
            last += 1
        return sum(first + token.start < offset for token in analysis.tokens(text[first:last]))

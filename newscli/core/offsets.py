"""Where the words at known positions stand in a text, without looking at all the others.

No word reaches over white space, so a text is cut there and the words of each piece are
counted, which is remembered for pieces met before; only the pieces asked about are cut
into words. `reading.Words` says the same, and more, at six times the cost.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter

from newscli.core import analysis
from newscli.core.analysis import Token
from newscli.core.article import Span
from newscli.core.matching import Piece

_START = attrgetter("start")
_PIECE_AND_SPACE = re.compile(r"\S+\s*")


class Offsets:
    """The places of a text's words, by position.

    With `within`, a stretch between white space, they are counted from its first word.
    """

    def __init__(self, text: str, within: Span | None = None) -> None:
        start = within.start if within else 0
        text = within.of(text) if within else text
        pieces = text.split()
        lengths = map(len, _PIECE_AND_SPACE.findall(text))
        self.pieces: Sequence[str] = pieces
        """The stretches between white space."""
        start += len(text) - len(text.lstrip())
        self._starts = list(accumulate(lengths, initial=start))
        self._cut: dict[int, list[Token]] = {}
        self.firsts: Sequence[int] = list(accumulate(analysis.counts(pieces), initial=0))
        """The position of each piece's first word, and behind all the number of words."""

    def __len__(self) -> int:
        """Return how many words the text has."""
        return self.firsts[-1]

    def span(self, piece: Piece) -> Span:
        """Return the characters from the first word of the piece to its last."""
        return Span(self._word(piece[0]).start, self._word(piece[1] - 1).end)

    def piece(self, span: Span) -> Piece:
        """Return the range of positions of the words that start within the span."""
        return self.position(span.start), self.position(span.end)

    def position(self, offset: int) -> int:
        """Return the position of the first word that starts there or behind."""
        piece = bisect_right(self._starts, offset, hi=len(self.pieces)) - 1
        if piece < 0:
            return 0
        within = offset - self._starts[piece]
        if within >= len(self.pieces[piece]):
            return self.firsts[piece + 1]
        return self.firsts[piece] + bisect_left(self._tokens(piece), within, key=_START)

    def _word(self, position: int) -> Span:
        piece = bisect_right(self.firsts, position) - 1
        token = self._tokens(piece)[position - self.firsts[piece]]
        start = self._starts[piece]
        return Span(start + token.start, start + token.end)

    def _tokens(self, piece: int) -> list[Token]:
        """Return the words of a piece; it may be long, and all of them may be asked about."""
        if piece not in self._cut:
            self._cut[piece] = list(analysis.tokens(self.pieces[piece]))
        return self._cut[piece]

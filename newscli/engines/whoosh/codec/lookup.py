"""Pieces of text between white space, and the numbers of the words in each.

No word reaches over white space, so a piece has the same words wherever it stands, and
the tokeniser need cut each different piece only once. Most have one word; the rest have
none or several, and a word in capitals stands for two terms at one position.
"""

from newscli.core.analysis import Word, words
from newscli.engines.whoosh.fields import CAPITAL

_PARTING = ".,;:!?\"'()[]"
"""Signs that part words wherever letters stand on one side of them only."""

_PLAIN = 100
"""A run of fewer ASCII letters is one word; the tokeniser need not be asked."""


class Pieces(dict[str, int]):
    """Maps a piece to the number of its only term, or to `-1 - i` for the i-th compound."""

    def __init__(self) -> None:
        super().__init__()
        self.terms: dict[str, int] = {}
        """Every term met, with its number: 0, 1, 2 ..."""
        self.compounds: list[list[int]] = []
        """The terms of a piece; `~number` for one at the position of the term before it."""

    def __missing__(self, piece: str) -> int:
        numbers = self._numbers(piece)
        if len(numbers) == 1:
            self[piece] = numbers[0]
        else:
            self.compounds.append(numbers)
            self[piece] = -len(self.compounds)
        return self[piece]

    def _numbers(self, piece: str) -> list[int]:
        bare = piece.strip(_PARTING)
        if bare.isalpha() and bare.isascii() and len(bare) < _PLAIN:
            found = [Word(bare.lower(), bare if 2 <= len(bare) <= 5 and bare.isupper() else None)]
        else:
            found = words(piece)
        numbers: list[int] = []
        for exact, capital in found:
            numbers.append(self.number(exact))
            if capital:
                numbers.append(~self.number(CAPITAL + capital))
        return numbers

    def number(self, term: str) -> int:
        """Return the number of a term, a new one if it is new."""
        return self.terms.setdefault(term, len(self.terms))

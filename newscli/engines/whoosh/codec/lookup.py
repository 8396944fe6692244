"""Pieces of text between white space, and the numbers of the words in each.

No word reaches over white space, so a piece has the same words wherever it stands, and
the tokeniser need cut each different piece only once. Most have one word; the rest have
none or several, and a word in capitals stands for two terms at one position.
"""

from newscli.core.analysis import words
from newscli.engines.whoosh.fields import CAPITAL


class Pieces(dict[str, int]):
    """Maps a piece to the number of its only term, or to `-1 - i` for the i-th compound."""

    def __init__(self) -> None:
        super().__init__()
        self.terms: dict[str, int] = {}
        """Every term met, with its number: 0, 1, 2 ..."""
        self.compounds: list[list[int]] = []
        """The terms of a piece; `~number` for one at the position of the term before it."""

    def __missing__(self, piece: str) -> int:
        numbers: list[int] = []
        for exact, capital in words(piece):
            numbers.append(self.number(exact))
            if capital:
                numbers.append(~self.number(CAPITAL + capital))
        if len(numbers) == 1:
            self[piece] = numbers[0]
        else:
            self.compounds.append(numbers)
            self[piece] = -len(self.compounds)
        return self[piece]

    def number(self, term: str) -> int:
        """Return the number of a term, a new one if it is new."""
        return self.terms.setdefault(term, len(self.terms))

    def count(self, text: str) -> int:
        """Return how many words a text has."""
        total = 0
        for piece in text.split():
            number = self[piece]
            total += 1 if number >= 0 else sum(n >= 0 for n in self.compounds[-1 - number])
        return total

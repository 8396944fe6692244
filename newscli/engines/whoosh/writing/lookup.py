"""The numbers of the words in pieces of text, each different piece looked at once.

A plain piece is one word. An odd one may have none or several, and a word in capitals
stands for two terms at one position.
"""

from collections.abc import Callable, Iterable

from newscli.core.analysis import words
from newscli.engines.whoosh.fields import CAPITAL

_MOST = 1 << 24
"""Odd pieces are forgotten when they take so many bytes: whole sentences of Chinese are pieces."""


class Lookup:
    """Gives pieces the number of their only term, or `-1 - i` for the i-th compound."""

    def __init__(self) -> None:
        self.terms: dict[str, int] = {}
        """Every term met, with its number: 0, 1, 2 ..."""
        self.compounds: list[list[int]] = []
        """The terms of a piece; `~number` for one at the position of the term before it."""
        self._plain = _Known(lambda piece: self.number(piece.decode("ascii")))
        self._odd = _Known(self._spelt)
        self._room = 0

    def plain(self, pieces: Iterable[bytes]) -> list[int]:
        """Return the numbers of plain pieces, in small letters."""
        return list(map(self._plain.__getitem__, pieces))

    def odd(self, pieces: Iterable[bytes]) -> list[int]:
        """Return the numbers of odd pieces."""
        return list(map(self._odd.__getitem__, pieces))

    def number(self, term: str) -> int:
        """Return the number of a term, a new one if it is new."""
        return self.terms.setdefault(term, len(self.terms))

    def make_room(self) -> None:
        """Forget the odd pieces if they are many; no compound may be asked for any more."""
        if self._room > _MOST:
            self._odd.clear()
            self.compounds.clear()
            self._room = 0

    def _spelt(self, piece: bytes) -> int:
        numbers: list[int] = []
        for exact, capital in words(piece.decode("utf-8", "surrogatepass")):
            numbers.append(self.number(exact))
            if capital:
                numbers.append(~self.number(CAPITAL + capital))
        self._room += len(piece) + 8 * len(numbers)
        if len(numbers) == 1:
            return numbers[0]
        self.compounds.append(numbers)
        return -len(self.compounds)


class _Known(dict[bytes, int]):
    """The numbers of pieces met before."""

    def __init__(self, number: Callable[[bytes], int]) -> None:
        super().__init__()
        self._number = number

    def __missing__(self, piece: bytes) -> int:
        self[piece] = number = self._number(piece)
        return number

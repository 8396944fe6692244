"""The numbers of the words in pieces of text, each different piece looked at once.

A plain piece is one word. An odd one may have none or several, and a word in capitals
stands for two terms at one position.
"""

from collections.abc import Iterable

from newscli.core.analysis import words
from newscli.engines.whoosh.fields import CAPITAL

_MOST = 1 << 24
"""Odd pieces are forgotten when they take so many bytes: whole sentences of Chinese are pieces."""


class Terms(dict[str, int]):
    """Every term met, with its number: 0, 1, 2 ..."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class Lookup:
    """Gives pieces the number of their only term, or `-1 - i` for the i-th compound."""

    def __init__(self) -> None:
        self.terms = Terms()
        self._plain = _Plain(self.terms)
        self._odd = _Odd(self.terms)

    @property
    def compounds(self) -> list[list[int]]:
        """The terms of the compounds; `~number` for one at the position of the term before it."""
        return self._odd.compounds

    def plain(self, pieces: Iterable[bytes]) -> list[int]:
        """Return the numbers of plain pieces, in small letters."""
        return list(map(self._plain.__getitem__, pieces))

    def odd(self, pieces: Iterable[bytes]) -> list[int]:
        """Return the numbers of odd pieces."""
        return list(map(self._odd.__getitem__, pieces))

    def make_room(self) -> None:
        """Forget the odd pieces if they are many; no compound may be asked for any more."""
        if self._odd.room > _MOST:
            self._odd = _Odd(self.terms)


class _Plain(dict[bytes, int]):
    """The numbers of plain pieces met before."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, piece: bytes) -> int:
        number = self[piece] = self._terms[piece.decode("ascii")]
        return number


class _Odd(dict[bytes, int]):
    """The numbers of odd pieces met before."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms
        self.compounds: list[list[int]] = []
        self.room = 0
        """About how many bytes all of it takes."""

    def __missing__(self, piece: bytes) -> int:
        numbers: list[int] = []
        for exact, capital in words(piece.decode("utf-8", "surrogatepass")):
            numbers.append(self._terms[exact])
            if capital:
                numbers.append(~self._terms[CAPITAL + capital])
        self.room += len(piece) + 8 * len(numbers)
        if len(numbers) == 1:
            number = self[piece] = numbers[0]
            return number
        self.compounds.append(numbers)
        number = self[piece] = -len(self.compounds)
        return number

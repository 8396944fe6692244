"""The numbers of short pieces met in earlier buffers, known again by their bytes. Needs NumPy.

Most of what stands in a text is the same few thousand short words. Each is kept in the one
place of a table that a multiplicative hash (Knuth, The Art of Computer Programming 3, 6.4)
has for it, in place of what was there before; what is forgotten so is looked up again.
"""

import secrets
from typing import Any

import numpy as np

from newscli.engines.whoosh.writing.cutting import FIRST_BYTES, WORD, words_at

_BITS = 16
"""As many places as fit in the processor's cache."""

_SHIFT = np.uint64(64 - _BITS)


class Recall:
    """Remembers pieces of at most eight bytes, which are one number to the processor."""

    def __init__(self) -> None:
        # Drawn anew, so that no text can be made whose words all want one place.
        self._mixer = np.uint64(secrets.randbits(64) | 1)
        self._pieces = np.zeros(1 << _BITS, np.uint64)
        """The piece in each place, or zero: no piece has a zero byte."""
        self._numbers = np.zeros(1 << _BITS, np.int32)

    def numbers(self, buffer: bytes, starts: Any, sizes: Any) -> tuple[Any, Any]:
        """Return the numbers of a buffer's pieces, and which of them are not known.

        In place of an unknown number stands any. Behind the last piece there are eight bytes.
        """
        pieces = _first_bytes(buffer, starts, sizes)
        places = self._places(pieces)
        unknown = self._pieces.take(places) != pieces
        unknown |= sizes > WORD.itemsize
        return self._numbers.take(places), np.flatnonzero(unknown)

    def learn(self, buffer: bytes, starts: Any, sizes: Any, numbers: Any) -> None:
        """Remember the numbers of a buffer's pieces, if those are short."""
        short = np.flatnonzero(sizes <= WORD.itemsize)
        pieces = _first_bytes(buffer, starts.take(short), sizes.take(short))
        places = self._places(pieces)
        self._pieces[places] = pieces
        self._numbers[places] = numbers.take(short)

    def _places(self, pieces: Any) -> Any:
        return (pieces * self._mixer >> _SHIFT).view(np.intp)


def _first_bytes(buffer: bytes, starts: Any, sizes: Any) -> Any:
    return words_at(buffer)[starts] & FIRST_BYTES.take(np.minimum(sizes, WORD.itemsize))

"""UTF-8 text cut into pieces that no word reaches over, a whole buffer at a time. Needs NumPy.

The tokeniser (`newscli.core.analysis`) parts words at white space and at every sign of ASCII
but three that can stand within one, `U.S.`, `1,400` and `O'Brien`; those part words too unless
a letter or digit stands on both sides. What is left between such bytes is a piece:

    plain   ASCII letters and digits alone: one word, whose form is the piece in lower case
    odd     anything else: the tokeniser has to be asked what words it has
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

LONGEST_PLAIN = 100
"""Longer pieces are odd: the tokeniser looks at no more than 255 characters of a word."""

WORD = np.dtype("<u8")
"""Eight bytes as one number, the first of them the lowest."""

SPARE = b"\0" * WORD.itemsize
"""Stands behind the text, so that eight bytes can be read from wherever a piece begins."""

FIRST_BYTES = np.array([(1 << 8 * count) - 1 for count in range(9)], np.uint64)
"""What is left of eight bytes when only so many of them count."""

# The lowest bit tells what may be within a word.
_PARTS, _SMALL, _JOINS, _ODD, _LARGE = 0b000, 0b001, 0b010, 0b011, 0b101
_CASE = np.uint64(0x2020202020202020)
"""The bit that tells a small letter of ASCII from its capital, in each of eight bytes."""

_SIGNS = "‘“”„–—…•\N{NARROW NO-BREAK SPACE}"
"""Signs beyond ASCII that are never within a word: common ones, so that few pieces are odd.

Each is three bytes in UTF-8, of which the first two are the same.
"""

_FIRST, _SECOND = _SIGNS[0].encode()[:2]
_THIRD = np.zeros(256, bool)
_THIRD[[sign.encode()[2] for sign in _SIGNS]] = True


def _class(byte: int) -> int:
    if byte >= 0x80 or byte == ord("_"):
        return _ODD
    if chr(byte).isalnum():
        return _LARGE if chr(byte).isupper() else _SMALL
    return _JOINS if chr(byte) in "'.," else _PARTS


_CLASSES = bytes(map(_class, range(256)))


@dataclass(frozen=True, slots=True)
class Pieces:
    """Where the pieces of a buffer stand, in order."""

    text: bytes
    """As it was, and bytes of no meaning behind it."""
    lower: bytes
    """The same with its ASCII letters small."""
    starts: Any
    ends: Any
    odd: Any
    """By piece: whether it is. Words of 2 to 5 capitals are: they have two forms."""


def cut(text: bytes) -> Pieces:
    """Return the pieces of a text that begins and ends with white space."""
    plain = text.isascii()
    text += SPARE
    lower = text.lower()
    classes = np.frombuffer(bytearray(text.translate(_CLASSES)), np.uint8)
    if not plain:
        signs = _signs(np.frombuffer(text, np.uint8))
        for byte in range(3):
            classes[signs + byte] = _PARTS
    joining = np.flatnonzero(classes == _JOINS)
    between = classes[joining - 1] & classes[joining + 1] & _SMALL
    classes[joining[between == 0]] = _PARTS
    held = classes != _PARTS
    edges = np.flatnonzero(held[1:] != held[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    odd = ends - starts > LONGEST_PLAIN
    strange = np.flatnonzero((classes & _JOINS) != 0)  # the bit that _ODD has too
    odd[np.searchsorted(starts, strange, "right") - 1] = True
    large = (classes[starts] & classes[starts + 1]) == _LARGE
    odd[_capitals(text, lower, starts, ends, np.flatnonzero(large))] = True
    return Pieces(text, lower, starts, ends, odd)


def _signs(text: Any) -> Any:
    """Return where signs begin that part words."""
    found = np.flatnonzero(text == _FIRST)
    signs: Any = found[(text[found + 1] == _SECOND) & _THIRD[text[found + 2]]]
    return signs


def words_at(buffer: bytes) -> Any:
    """Return the eight bytes from each offset on as a number, in place."""
    return np.ndarray((len(buffer) - WORD.itemsize + 1,), WORD, buffer, strides=(1,))


def _capitals(text: bytes, lower: bytes, starts: Any, ends: Any, which: Any) -> Any:
    """Return which of these pieces are 2 to 5 capital letters; each begins with two."""
    sizes = ends[which] - starts[which]
    few = sizes <= 5
    which, mask = which[few], FIRST_BYTES[sizes[few]]
    first = starts[which]
    changed = (words_at(text)[first] ^ words_at(lower)[first]) & mask
    capitals: Any = which[changed == mask & _CASE]
    return capitals

"""Pieces that are the same bytes, found without making an object of any. Needs NumPy.

Numbers are compared in place of pieces: first the eight bytes a piece begins with, then,
for longer ones, which piece stands for all that begin alike together with the next four
bytes, and so on. To find equal numbers, each claims a place in a table by a multiplicative
hash (Knuth, The Art of Computer Programming 3, 6.4); the last claim stands, and whoever finds
another number than its own in its place tries again in a new table.
"""

import secrets
from typing import Any

import numpy as np

from newscli.engines.whoosh.writing.cutting import FIRST_BYTES, WORD, words_at

_STEP = 4
_ENOUGH = 24
"""Bytes that are compared: few pieces are longer, and those may stand for themselves."""

_BITS = 16
_SHIFT, _HALF = np.uint64(64 - _BITS), np.uint64(32)


def alike(buffer: bytes, starts: Any, sizes: Any) -> Any:
    """Return for each piece of a buffer the number of one that is the same bytes.

    It is the same one for all of them, but for pieces of more than 24 bytes. No piece has
    a zero byte; behind the last one there are eight bytes more.
    """
    at_each = words_at(buffer)
    chosen = np.empty(len(starts), np.intp)
    waiting = np.arange(len(starts))
    keys = at_each[starts] & FIRST_BYTES.take(np.minimum(sizes, WORD.itemsize))
    compared = WORD.itemsize
    while True:
        longer = sizes.take(waiting) > compared
        ended = np.flatnonzero(~longer)
        chosen[waiting.take(ended)] = _claimed(keys.take(ended), waiting.take(ended))
        more = np.flatnonzero(longer)
        waiting = waiting.take(more)
        if not len(waiting) or compared >= _ENOUGH:
            chosen[waiting] = waiting
            return chosen
        following = at_each[starts.take(waiting) + compared]
        following &= FIRST_BYTES.take(np.minimum(sizes.take(waiting) - compared, _STEP))
        keys = _claimed(keys.take(more), waiting).astype(np.uint64) << _HALF | following
        compared += _STEP


def _claimed(keys: Any, names: Any) -> Any:
    """Return for each key the name of one that is the same key."""
    claims = np.empty(len(keys), np.intp)
    table = np.empty(1 << _BITS, np.intp)
    waiting = np.arange(len(keys))
    while len(waiting):
        wanted = keys.take(waiting)
        # Drawn anew each time, so that no text can be made to collide again and again.
        slots = (wanted * np.uint64(secrets.randbits(64) | 1) >> _SHIFT).view(np.intp)
        table[slots] = waiting
        holders = table.take(slots)
        claims[waiting] = holders
        waiting = waiting[keys.take(holders) != wanted]
    return names.take(claims)

"""Words side by side, looked for in whole arrays of tokens. Needs NumPy.

Every token of a segment is one number, its article and its position: those of the n-th
word, n less, are those of a phrase's beginning if every word has them.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from newscli.core.query import Part
from newscli.engines.whoosh.bulk.terms import Terms
from newscli.engines.whoosh.codec import decoding
from newscli.engines.whoosh.codec.opened import POSITION_BITS, OpenedSegment

Array = Any
"""A NumPy array."""


class Tokens:
    """Looks for words in the tokens of a segment."""

    def __init__(self, segment: OpenedSegment, terms: Terms) -> None:
        self._segment = segment
        self._terms = terms

    def side_by_side(self, words: Sequence[Sequence[int]], mask: Array) -> Array:
        """Return the tokens in masked articles at which the words begin to stand side by side.

        A word is given as its terms.
        """
        begins: Array = None
        # The rarest first: the others are looked for only where it stands.
        for nth in sorted(range(len(words)), key=lambda nth: self._terms.tokens(words[nth])):
            forms = [decoding.tokens(self._segment, term) for term in words[nth]]
            if begins is None:
                tokens = np.concatenate(forms)
                begins = tokens[mask[tokens >> POSITION_BITS]] - nth
            else:
                begins = begins[np.any([_is_in(begins + nth, each) for each in forms], axis=0)]
        return begins

    def within(self, begins: Array, length: int, part: Part) -> Array:
        """Return those of the tokens from which so many words stand within the part."""
        ends = decoding.tokens(self._segment, self._terms.region(part)[0])
        at = np.searchsorted(ends[::2], begins, side="right") - 1
        return begins[(at >= 0) & (begins + length <= ends[1::2][at])]


def _is_in(wanted: Array, tokens: Array) -> Array:
    """Tell of each wanted token whether it is among these, which are in rising order."""
    at = np.searchsorted(tokens, wanted)
    return tokens[np.minimum(at, len(tokens) - 1)] == wanted

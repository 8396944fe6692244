"""Where the parts of articles begin and end, and what in them weighs more or less than one.

A place is the number of a piece in a buffer, and how many words of that piece stand
before: nearly always none, for paragraphs and most parts begin and end at white space.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from newscli.core import analysis
from newscli.core.article import Content, Kind
from newscli.core.query import Part
from newscli.core.reading import parts
from newscli.core.repetition import repeated_span
from newscli.engines.whoosh.codec.postings import HALF
from newscli.engines.whoosh.fields import HEADLINE_WEIGHT, LEAD_WEIGHT, REGION
from newscli.engines.whoosh.writing.cutting import Pieces

NO_TERM, NO_WEIGHT = -1, -1

_HEADLINE = round(HEADLINE_WEIGHT * HALF)
_LEAD = round(LEAD_WEIGHT * HALF)


Mark = tuple[int, int, int, int]
"""A stretch of an article: term, start, end, weight.

The term whose region it is, or NO_TERM; where it begins and ends in the text, in characters;
what each of its words weighs, in halves, or NO_WEIGHT. A later mark overrules.
"""


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of several articles, a column each; places are two, pieces and words."""

    article: Any
    term: Any
    halves: Any
    start: tuple[Any, Any]
    end: tuple[Any, Any]


def marks(content: Content, terms: Mapping[str, int]) -> Iterator[Mark]:
    """Go through the marks of an article; `terms` has the number of any term."""
    for part, span in parts(content):
        weight = _LEAD if part is Part.LEAD else NO_WEIGHT
        yield terms[REGION + part], span.start, span.end, weight
    if not content.headline_derived:
        yield NO_TERM, content.headline_span.start, content.headline_span.end, _HEADLINE
    for paragraph in content.paragraphs:
        if paragraph.kind is Kind.QUOTE and (again := repeated_span(content, paragraph)):
            yield NO_TERM, again.start, again.end, 0


def places(pieces: Pieces, offsets: Any) -> tuple[Any, Any]:
    """Return the place before the first word that starts at each offset or after it.

    Offsets are bytes of the buffer; two columns come back, pieces and words.
    """
    piece = np.searchsorted(pieces.starts, offsets)
    words = np.zeros(len(offsets), np.int64)
    begun = np.flatnonzero(piece)
    within = begun[pieces.ends[piece[begun] - 1] > offsets[begun]]
    for at in within[pieces.odd[piece[within] - 1]].tolist():
        piece[at] -= 1
        start, end = int(pieces.starts[piece[at]]), int(pieces.ends[piece[at]])
        words[at] = _words_before(pieces.text[start:end], int(offsets[at]) - start)
    return piece, words


def _words_before(piece: bytes, offset: int) -> int:
    """Return how many words of a piece start before an offset in bytes."""
    before = len(piece[:offset].decode("utf-8", "surrogatepass"))
    found = analysis.tokens(piece.decode("utf-8", "surrogatepass"))
    return sum(token.start < before for token in found)

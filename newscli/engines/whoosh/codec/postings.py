"""Which articles hold a word, how much it weighs there and how often it stands: `SEGMENT.postings`.

    articles     H or I   the article's number in the segment, rising within a term
    weights      B        the weight in halves; 255 means: look it up in `heavy`
    frequencies  B        how many positions; 255 means: look it up in `often`
    heavyrows, heavy   I  rows in order, and their weights
    oftenrows, often   I  rows in order, and their frequencies

One row a posting; the rows of a term follow one another (see dictionary.py). The
columns are read in place, a slice at a time.
"""

from bisect import bisect_left

from newscli.engines.whoosh.codec.columnfile import ColumnFile

LARGEST = 255

HALF = 2
"""Weights are kept in halves, as whole numbers."""


class Postings:
    """The opened posting columns of a segment."""

    def __init__(self, file: ColumnFile) -> None:
        self.articles = file.column("articles")
        self._weights = file.column("weights")
        self._frequencies = file.column("frequencies")
        self._heavy = file.column("heavyrows"), file.column("heavy")
        self._often = file.column("oftenrows"), file.column("often")

    def weights(self, rows: range) -> bytes | list[int]:
        """Return the weights of these rows, in halves."""
        return _with_exceptions(self._weights[rows.start : rows.stop], rows, self._heavy)

    def frequencies(self, rows: range) -> bytes | list[int]:
        """Return how many positions each of these rows has."""
        return _with_exceptions(self._frequencies[rows.start : rows.stop], rows, self._often)


def _with_exceptions(
    column: memoryview, rows: range, exceptions: tuple[memoryview, memoryview]
) -> bytes | list[int]:
    values = column.tobytes()
    if LARGEST not in values:
        return values
    spelt = list(values)
    places, largest = exceptions
    for at in range(bisect_left(places, rows.start), bisect_left(places, rows.stop)):
        spelt[places[at] - rows.start] = largest[at]
    return spelt

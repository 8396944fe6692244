"""Which articles hold a word, how often it stands there and how much it weighs: `SEGMENT.postings`.

    articles     H or I   the article's number in the segment, rising within a term
    kinds        B        which pair of frequency and weight; 255 means: look among the rare
    frequencies, weights  B   the common pairs, by kind: how many positions, and the
                              weight in halves
    rare         I        the rows of the other pairs, in order
    rarefreqs, rareweights  I   and what stands there

    flat, steep  f        of each 64 rows, how high they can score (see bulk/pruning.py)

One row a posting; the rows of a term follow one another (see dictionary.py). The
columns are read in place, a slice at a time. Most words stand once in an article and
weigh one: of 16 million postings of news, all but some thousand have one of 255 pairs.
"""

from bisect import bisect_left

from newscli.engines.whoosh.codec.columnfile import ColumnFile

RARE = 255
"""The kind of what is none of the common pairs."""

PEAK = 64
"""Of so many rows together it is known how high they can score."""

FLAT, STEEP = 0.8, 1.25
"""How much length weighs, beside the segment's own average, where that is known exactly."""

HALF = 2
"""Weights are kept in halves, as whole numbers."""


class PostingColumns:
    """The opened posting columns of a segment."""

    def __init__(self, file: ColumnFile) -> None:
        self.articles = file.column("articles")
        self.kinds = file.column("kinds")
        self.rare = file.column("rare")
        self.flat = file.column("flat")
        self.steep = file.column("steep")
        self.coded_frequencies = Coded(file, "frequencies", "rarefreqs")
        self.coded_weights = Coded(file, "weights", "rareweights")

    def weights(self, rows: range) -> bytes | list[int]:
        """Return the weights of these rows, in halves."""
        return self._decoded(rows, self.coded_weights)

    def frequencies(self, rows: range) -> bytes | list[int]:
        """Return how many positions each of these rows has."""
        return self._decoded(rows, self.coded_frequencies)

    def _decoded(self, rows: range, coded: "Coded") -> bytes | list[int]:
        kinds = self.kinds[rows.start : rows.stop].tobytes()
        values = kinds.translate(coded.by_kind)
        if RARE not in kinds:
            return values
        spelt = list(values)
        rare = self.rare_among(rows)
        for row, value in zip(self.rare[rare], coded.rare[rare], strict=True):
            spelt[row - rows.start] = value
        return spelt

    def rare_among(self, rows: range) -> slice:
        """Return which of the rare these rows have."""
        rare = self.rare.whole
        return slice(bisect_left(rare, rows.start), bisect_left(rare, rows.stop))


class Coded:
    """The values of one half of the pairs."""

    def __init__(self, file: ColumnFile, common: str, rare: str) -> None:
        self.by_kind = file.column(common).whole.tobytes().ljust(RARE + 1, b"\0")
        self.rare = file.column(rare)

"""The words of a segment, sorted, and where the postings of each begin: `SEGMENT.terms`.

    blob      B   all terms after one another, UTF-8, sorted by their bytes
    ends      I   where each term ends in the blob
    postings  I   n + 1 numbers: the postings of term i are rows postings[i] to postings[i + 1]
    tokens    I   n + 1 numbers: likewise for the rows of positions (see positions.py)
    stems     B   all stems after one another, sorted
    stemends  I   where each stem ends
    forms     I   the numbers of the terms, those of one stem together
    formends  I   where the forms of each stem end

A term is found by halving the range where it can be; nothing is read but what is
compared. Every search begins with the same few comparisons, so that what was read is
remembered. A stem has no postings of its own: it is the union of its forms.
"""

from bisect import bisect_left, bisect_right
from functools import lru_cache, partial

from newscli.engines.whoosh.codec.columnfile import Column, ColumnFile
from newscli.engines.whoosh.fields import FIRST_PRINTABLE

_REMEMBERED = 4096
"""Strings that were compared and stay at hand."""


class Strings:
    """Sorted byte strings in a blob."""

    def __init__(self, file: ColumnFile, blob: str, ends: str) -> None:
        self._blob = file.column(blob)
        self._ends = file.column(ends)
        # Not a method: it would hold on to what holds it, and so to the file.
        self._compared = lru_cache(maxsize=_REMEMBERED)(partial(_read, self._blob, self._ends))

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, at: int) -> bytes:
        return _read(self._blob, self._ends, at)

    def all(self) -> list[bytes]:
        """Return every string, in order."""
        return self.read(range(len(self)))

    def read(self, numbers: range) -> list[bytes]:
        """Return the strings with these numbers, one after another."""
        if not numbers:
            return []
        first = bounds(self._ends, numbers.start)[0]
        ends = [end - first for end in self._ends[numbers.start : numbers.stop]]
        blob = self._blob[first : first + ends[-1]].tobytes()
        return [blob[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    def find(self, string: bytes) -> int | None:
        """Return the number of a string, or None."""
        at = self._from(string)
        return at if at < len(self) and self[at] == string else None

    def since(self, first: bytes) -> range:
        """Return the numbers of this string and all after it."""
        return range(self._from(first), len(self))

    def beginning(self, prefix: bytes) -> range:
        """Return the numbers of the strings that begin so."""

        def begin(at: int) -> bytes:
            return self._compared(at)[: len(prefix)]

        first = self._from(prefix)
        return range(first, bisect_right(range(len(self)), prefix, first, key=begin))

    def _from(self, string: bytes) -> int:
        """Return the number of the first string that is this one or after it."""
        return bisect_left(range(len(self)), string, key=self._compared)


def bounds(ends: Column, at: int) -> tuple[int, int]:
    """Return where one of several things that stand after one another begins and ends."""
    return ends.pair(at - 1) if at else (0, ends[0])


def _read(blob: Column, ends: Column, at: int) -> bytes:
    start, end = bounds(ends, at)
    return bytes(blob[start:end])


class Dictionary:
    """An opened dictionary."""

    def __init__(self, file: ColumnFile) -> None:
        self.terms = Strings(file, "blob", "ends")
        self.stems = Strings(file, "stems", "stemends")
        self.postings = file.column("postings")
        self.tokens = file.column("tokens")
        self._forms = file.column("forms")
        self._form_ends = file.column("formends")

    def words(self, prefix: str) -> range:
        """Return the numbers of the words as written that begin so."""
        if not prefix:
            return self.terms.since(FIRST_PRINTABLE.encode())
        if prefix < FIRST_PRINTABLE:
            return range(0)
        return self.terms.beginning(prefix.encode("utf-8", "surrogateescape"))

    def rows(self, term: int) -> range:
        """Return the rows of a term's postings."""
        return range(*self.postings.pair(term))

    def forms(self, stem: bytes) -> list[int]:
        """Return the numbers of the terms that share a stem."""
        at = self.stems.find(stem)
        return [] if at is None else self.forms_at(at)

    def forms_at(self, stem: int) -> list[int]:
        """Return the numbers of the terms of the stem with this number."""
        start, end = bounds(self._form_ends, stem)
        return self._forms[start:end].tolist()

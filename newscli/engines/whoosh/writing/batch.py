"""Articles whose words are inverted as they come, a buffer at a time. Needs NumPy.

Texts are gathered into a buffer of about two million bytes, which becomes a run of postings:
so little that what is computed on the way stays in the processor's cache. In the end the
runs are joined in the order of the terms' names.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np

from newscli.core.article import Content
from newscli.engines.whoosh.writing.alike import alike
from newscli.engines.whoosh.writing.cutting import Pieces, cut
from newscli.engines.whoosh.writing.inversion import inverted
from newscli.engines.whoosh.writing.lookup import Lookup
from newscli.engines.whoosh.writing.marks import Marked, marks, places
from newscli.engines.whoosh.writing.recall import Recall
from newscli.engines.whoosh.writing.rows import Rows
from newscli.engines.whoosh.writing.runs import Run, ordered
from newscli.engines.whoosh.writing.sketching import Sketches, sketched
from newscli.research.shingles import word_number

BUFFER = 1 << 21
"""A buffer is inverted when it has so many bytes: few enough for the processor's cache."""

Number = Callable[[Iterable[bytes]], list[int]]
"""Numbers pieces."""


class Batch:
    """Articles in the order in which they were added."""

    def __init__(self) -> None:
        self._lookup = Lookup()
        self._recall = Recall()
        self._word_numbers = array("Q")
        """By term: what stands for it in a sketch."""
        self._buffer = _Buffer()
        self._done = 0
        """How many articles came before those in the buffer."""
        self._runs: list[Run] = []
        self._sketches: tuple[list[Any], list[Any]] = ([], [])
        self._words: list[Any] = []
        self._lengths: list[Any] = []

    def __len__(self) -> int:
        return self._done + len(self._buffer)

    def add(self, content: Content, text: bytes) -> None:
        """Add an article: what was read out of it, and its text in UTF-8."""
        self._buffer.add(content, text, self._lookup)
        if self._buffer.size >= BUFFER:
            self._invert()

    def different(self) -> int:
        """Return how many terms have been met, those in the buffer left out."""
        return len(self._lookup.terms)

    def terms(self) -> list[str]:
        """Return the names of all terms, in order."""
        self._invert()
        return sorted(self._lookup.terms)

    def postings(self, names: list[str]) -> Iterator[Run]:
        """Go through the postings, in the order of the names: terms are numbers among them."""
        numbers = np.fromiter(map(self._lookup.terms.__getitem__, names), np.int64, len(names))
        rank = np.empty(len(names), np.int64)
        rank[numbers] = np.arange(len(names))
        return ordered(self._runs, rank) if self._runs else iter(())

    def sketches(self) -> Sketches:
        """Return the sketches of all articles."""
        self._invert()
        return Sketches.joined(*self._sketches)

    def words(self) -> Any:
        """Return how many words each article has."""
        self._invert()
        return np.concatenate([np.empty(0, np.int64), *self._words])

    def lengths(self) -> Any:
        """Return the length of each article, in halves."""
        self._invert()
        return np.concatenate([np.empty(0, np.int64), *self._lengths])

    def _invert(self) -> None:
        """Invert the buffer, and begin a new one."""
        if not len(self._buffer):
            return
        rows, marked = self._buffer.numbered(self._lookup, self._recall)
        terms = self._lookup.terms
        self._word_numbers.extend(map(word_number, islice(terms, len(self._word_numbers), None)))
        words = rows.words()
        of_word = np.frombuffer(self._word_numbers, np.uint64)[rows.term[rows.advances]]
        for column, more in zip(self._sketches, sketched(of_word, words), strict=True):
            column.append(more)
        self._words.append(words)
        run, lengths = inverted(rows, marked, terms.get(""))
        run.articles[:] += self._done
        self._runs.append(run)
        self._lengths.append(lengths)
        self._done += len(self._buffer)
        self._buffer = _Buffer()
        self._lookup.make_room()


class _Buffer:
    """Texts behind one another, white space around each."""

    def __init__(self) -> None:
        self.size = 1
        self._texts: list[bytes] = []
        self._ends: list[int] = []
        """Where each text ends."""
        self._marks: list[tuple[int, int, int, int, int]] = []
        """Article, term, start and end in bytes, weight."""

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, content: Content, text: bytes, lookup: Lookup) -> None:
        """Add a text."""
        article, start = len(self._texts), self.size
        if len(content.text) == len(text):
            for term, first, last, weight in marks(content, lookup.terms):
                self._marks.append((article, term, start + first, start + last, weight))
        else:
            for term, first, last, weight in marks(content, lookup.terms):
                before, until = _in_bytes(content.text, first, last)
                self._marks.append((article, term, start + before, start + until, weight))
        self._texts.append(text)
        self.size += len(text)
        self._ends.append(self.size)
        self.size += 1

    def numbered(self, lookup: Lookup, recall: Recall) -> tuple[Rows, Marked]:
        """Return the words as numbers, and where the marks stand among them."""
        pieces = cut(b"\n".join((b"", *self._texts, b"")))
        numbers = _numbered(pieces, lookup, recall)
        ends = np.searchsorted(pieces.starts, self._ends)
        article, term, start, end, halves = np.array(self._marks, np.int64).reshape(-1, 5).T
        marked = Marked(article, term, halves, places(pieces, start), places(pieces, end))
        return Rows(numbers, lookup.compounds, ends), marked


def _numbered(pieces: Pieces, lookup: Lookup, recall: Recall) -> Any:
    """Return the number of each piece; see `Lookup`."""
    numbers = np.empty(len(pieces.starts), np.int32)
    odd = np.flatnonzero(pieces.odd)
    starts, ends = pieces.starts.take(odd), pieces.ends.take(odd)
    numbers[odd] = _looked_up(pieces.text, starts, ends, lookup.odd)
    plain = np.flatnonzero(~pieces.odd)
    starts, ends = pieces.starts.take(plain), pieces.ends.take(plain)
    known, unknown = recall.numbers(pieces.lower, starts, ends - starts)
    starts, ends = starts.take(unknown), ends.take(unknown)
    new = _looked_up(pieces.lower, starts, ends, lookup.plain)
    recall.learn(pieces.lower, starts, ends - starts, new)
    known[unknown] = new
    numbers[plain] = known
    return numbers


def _looked_up(text: bytes, starts: Any, ends: Any, number: Number) -> Any:
    """Return the numbers of pieces of a text, having each different one looked up once."""
    chosen = alike(text, starts, ends - starts)
    different = np.zeros(len(chosen), bool)
    different[chosen] = True
    which = np.flatnonzero(different)
    spans = zip(starts[which].tolist(), ends[which].tolist(), strict=True)
    by_piece = np.empty(len(chosen), np.int32)
    by_piece[which] = number([text[start:end] for start, end in spans])
    return by_piece.take(chosen)


def _in_bytes(text: str, first: int, last: int) -> tuple[int, int]:
    """Return where a stretch of a text begins and ends in UTF-8."""
    before = len(text[:first].encode("utf-8", "surrogatepass"))
    return before, before + len(text[first:last].encode("utf-8", "surrogatepass"))

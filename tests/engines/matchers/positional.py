"""Queries that are decided by the positions of words: phrases, near words, parts, patterns.

Whoosh finds the articles that could match, with their scores; what matches is then
decided by `newscli.core.matching` over the postings, so that search and highlight agree.
"""

from array import array
from collections.abc import Sequence
from typing import Any

from whoosh import matching, query, reading

from matchers.choosing import Chosen
from matchers.scoring import TermScorer
from newscli.core.analysis import Stem
from newscli.core.matching import Piece, occurrences
from newscli.core.patterns import matcher, prefix
from newscli.core.query import Fuzzy, InPart, Leaf, Part, Regex, Wildcard, Word
from newscli.engines.whoosh.fields import FIRST_PRINTABLE, REGION, WORDS, term

Pattern = Wildcard | Fuzzy | Regex


def fitting_terms(reader: Any, leaf: Pattern) -> list[bytes]:
    """Return the terms of a dictionary that fit, in order."""
    fits = matcher(leaf)
    first = FIRST_PRINTABLE.encode()
    beginning = prefix(leaf)
    candidates = (
        reader.expand_prefix(WORDS, beginning.encode()) if beginning else reader.lexicon(WORDS)
    )
    return [each for each in candidates if each >= first and fits(each.decode())]


class AnyForm(query.Query):
    """The words as written that fit a pattern, counted as if they were one word."""

    def __init__(self, leaf: Pattern) -> None:
        self.leaf = leaf
        self.boost = 1.0
        self._fitting: dict[Any, list[bytes]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AnyForm) and self.leaf == other.leaf

    def __hash__(self) -> int:
        return hash(self.leaf)

    def estimate_size(self, ixreader: Any) -> int:
        """Return an upper bound of the matches, which costs nothing to know."""
        return int(ixreader.doc_count_all())

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return the articles of one segment that hold any of the forms."""
        terms = self._terms(searcher.reader())
        weights: dict[int, float] = {}
        for each in terms:
            postings = searcher.reader().postings(WORDS, each)
            while postings.is_active():
                id = postings.id()
                weights[id] = weights.get(id, 0.0) + postings.weight()
                postings.next()
        if not weights:
            return matching.NullMatcher()
        ids = array("I", sorted(weights))
        scored = context is not None and context.weighting
        return matching.ListMatcher(
            ids,
            [weights[id] for id in ids],
            scorer=TermScorer(searcher, WORDS, self._everywhere(searcher)) if scored else None,
        )

    def _everywhere(self, searcher: Any) -> list[bytes]:
        return self._terms(searcher.get_parent().reader())

    def _terms(self, reader: Any) -> list[bytes]:
        # Every segment asks for the terms of the whole index.
        if reader not in self._fitting:
            self._fitting[reader] = fitting_terms(reader, self.leaf)
        return self._fitting[reader]


class Positional(query.Query):
    """A leaf that occurs among the articles another query finds."""

    def __init__(self, leaf: Leaf | InPart, candidates: Any, stem: Stem) -> None:
        self.leaf = leaf
        self.candidates = candidates
        self.stem = stem
        self.boost = 1.0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Positional) and self.leaf == other.leaf

    def __hash__(self) -> int:
        return hash(self.leaf)

    def estimate_size(self, ixreader: Any) -> int:
        """Return an upper bound of the matches."""
        return int(self.candidates.estimate_size(ixreader))

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return the articles of one segment in which the leaf occurs."""
        found = self.candidates.matcher(searcher, context)
        if not found.is_active():
            return found
        postings = SegmentPostings(searcher.reader(), self.stem)

        def occurs(article: int) -> bool:
            postings.article = article
            return bool(occurrences(self.leaf, postings))

        return Chosen(found, occurs)


class SegmentPostings:
    """The postings of one segment as the word positions of its current article.

    `article` only ever rises: every posting list is read forward, once.
    """

    def __init__(self, reader: Any, stem: Stem) -> None:
        self._reader = reader
        self._stem = stem
        self._lists: dict[tuple[str, bytes], Any] = {}
        self._forms: dict[Pattern, list[bytes]] = {}
        self.article = 0

    def positions(self, word: Word) -> Sequence[int]:
        """Return the positions of the word in its view."""
        field, text = term(word, self._stem)
        return self._read(field, text.encode("utf-8", "surrogateescape"))

    def fitting(self, leaf: Pattern) -> Sequence[int]:
        """Return the positions of the words as written that fit the pattern."""
        if leaf not in self._forms:
            self._forms[leaf] = fitting_terms(self._reader, leaf)
        return sorted(at for form in self._forms[leaf] for at in self._read(WORDS, form))

    def regions(self, part: Part) -> Sequence[Piece]:
        """Return the ranges of positions that the part covers."""
        ends = self._read(WORDS, (REGION + part).encode())
        return list(zip(ends[::2], ends[1::2], strict=True))

    def _read(self, field: str, text: bytes) -> Sequence[int]:
        key = (field, text)
        if key not in self._lists:
            try:
                self._lists[key] = self._reader.postings(field, text)
            except reading.TermNotFound:
                self._lists[key] = None
        postings = self._lists[key]
        if postings is None or not postings.is_active():
            return ()
        if postings.id() < self.article:
            postings.skip_to(self.article)
        if not postings.is_active() or postings.id() != self.article:
            return ()
        positions: list[int] = postings.value_as("positions")
        return positions

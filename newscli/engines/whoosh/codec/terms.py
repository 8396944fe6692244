"""What each field of a segment calls a term, and where it is found.

Words and stems have postings. Ids, directories and days have none: their columns are
short, and are looked through.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from newscli.engines.whoosh.codec.dictionary import Strings
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.fields import NEVER, STEMS, WORDS

FIELDS = ("first", "folder", "id", "last", STEMS, WORDS)
"""Every field that has terms, in order."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term: words of the dictionary taken as one, or articles of a column."""

    words: Sequence[int] = ()
    articles: Sequence[int] = ()


class TermSource(Protocol):
    """The terms of one field."""

    def find(self, text: bytes) -> Found | None:
        """Return a term, or None."""

    def terms_from(self, start: bytes) -> Iterator[bytes]:
        """Go through the terms from this one on, in order."""


def sources(opened: OpenedSegment) -> dict[str, TermSource]:
    """Return the terms of every field."""
    articles, dictionary = opened.articles, opened.dictionary
    return {
        "first": _Scanned(lambda: _days(articles.first.whole)),
        "folder": _Scanned(lambda: _by_value(articles.directory.whole, articles.directories.all())),
        "id": _Scanned(lambda: {articles.id(at).encode(): [at] for at in range(len(articles))}),
        "last": _Scanned(lambda: _days(articles.last.whole)),
        STEMS: _Words(dictionary.stems, dictionary.forms_at),
        WORDS: _Words(dictionary.terms, lambda term: [term]),
    }


class _Words:
    """The terms of a dictionary."""

    def __init__(self, strings: Strings, words: Callable[[int], Sequence[int]]) -> None:
        self._strings = strings
        self._words = words

    def find(self, text: bytes) -> Found | None:
        """Return a term, or None."""
        at = self._strings.find(text)
        return None if at is None else Found(words=self._words(at))

    def terms_from(self, start: bytes) -> Iterator[bytes]:
        """Go through the terms from this one on, in order."""
        first = bisect_left(self._strings, start)
        return (self._strings[at] for at in range(first, len(self._strings)))


class _Scanned:
    """The values of a column, looked through when first asked for."""

    def __init__(self, scan: Callable[[], dict[bytes, list[int]]]) -> None:
        self._scan = scan

    @cached_property
    def _terms(self) -> dict[bytes, list[int]]:
        return self._scan()

    def find(self, text: bytes) -> Found | None:
        """Return a term, or None."""
        articles = self._terms.get(text)
        return None if articles is None else Found(articles=articles)

    def terms_from(self, start: bytes) -> Iterator[bytes]:
        """Go through the terms from this one on, in order."""
        return iter(sorted(term for term in self._terms if term >= start))


def _by_value(column: Sequence[int], names: Sequence[bytes]) -> dict[bytes, list[int]]:
    articles: dict[int, list[int]] = {}
    for number, value in enumerate(column):
        articles.setdefault(value, []).append(number)
    return {names[value]: found for value, found in articles.items()}


def _days(column: Sequence[int]) -> dict[bytes, list[int]]:
    """Return the articles of every day, and of its month and year."""
    articles: dict[bytes, list[int]] = {}
    for number, ordinal in enumerate(column):
        if ordinal != NEVER:
            day = date.fromordinal(ordinal).isoformat()
            for term in (day, day[:7], day[:4]):
                articles.setdefault(term.encode("ascii"), []).append(number)
    return articles

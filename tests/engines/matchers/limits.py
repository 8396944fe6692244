"""Queries that narrow an answer and add nothing to its scores: folders, dates."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from whoosh import matching, query
from whoosh.searching import SearchContext

from matchers.choosing import Chosen

UNSCORED = SearchContext(weighting=None)


class AnyTerm(query.MultiTerm):
    """The articles with any of the terms of a field that fit."""

    constantscore = True

    def __init__(self, fieldname: str, fits: Callable[[str], bool]) -> None:
        self.fieldname = fieldname
        self.fits = fits
        self.boost = 1.0

    def field(self) -> str:
        """Name the field the terms are of."""
        return self.fieldname

    def matcher(self, searcher: Any, context: Any = None) -> Any:  # noqa: ARG002
        """Return the articles of one segment; none is better than another."""
        return super().matcher(searcher, UNSCORED)

    def _btexts(self, ixreader: Any) -> Iterable[bytes]:
        return [
            each
            for each in ixreader.lexicon(self.fieldname)
            if self.fits(each.decode("utf-8", "surrogateescape"))
        ]


class Narrowed(query.Query):
    """What one query finds, with its scores, where another finds it too.

    Whoosh has Require; but in 2.7.4 that finds what the other does not find.
    """

    def __init__(self, found: Any, required: Any) -> None:
        self.found = found
        self.required = required
        self.boost = 1.0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Narrowed) and (self.found, self.required) == (
            other.found,
            other.required,
        )

    def __hash__(self) -> int:
        return hash((self.found, self.required))

    def estimate_size(self, ixreader: Any) -> int:
        """Return an upper bound of the matches."""
        return int(self.required.estimate_size(ixreader))

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return the articles of one segment that both find."""
        found = self.found.matcher(searcher, context)
        required = self.required.matcher(searcher, UNSCORED)
        if not (found.is_active() and required.is_active()):
            return matching.NullMatcher()
        return matching.RequireMatcher(found, required)


class Without(query.Query):
    """What one query finds, with its scores, where another does not find it.

    Whoosh has AndNot; but that misses what the other finds before the first match.
    """

    def __init__(self, found: Any, unwanted: Any) -> None:
        self.found = found
        self.unwanted = unwanted
        self.boost = 1.0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Without) and (self.found, self.unwanted) == (
            other.found,
            other.unwanted,
        )

    def __hash__(self) -> int:
        return hash((self.found, self.unwanted))

    def estimate_size(self, ixreader: Any) -> int:
        """Return an upper bound of the matches."""
        return int(self.found.estimate_size(ixreader))

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return the articles of one segment that only the first finds."""
        unwanted = self.unwanted.matcher(searcher, UNSCORED)

        def is_wanted(article: int) -> bool:
            if unwanted.is_active() and unwanted.id() < article:
                unwanted.skip_to(article)
            return not unwanted.is_active() or bool(unwanted.id() != article)

        return Chosen(self.found.matcher(searcher, context), is_wanted)


def dated(since: date | None, until: date | None) -> Any:
    """Return the query of the articles whose date lies wholly from one day to the other."""
    after = AnyTerm("first", partial(_is_largest_within, since or date.min, date.max))
    before = AnyTerm("last", partial(_is_largest_within, date.min, until or date.max))
    if since is None:
        return before
    return query.And([after, before]) if until else after


def _is_largest_within(since: date, until: date, term: str) -> bool:
    """Tell whether the day, month or year lies in the range, but not all that it is part of."""
    return _is_within(since, until, term) and not (
        "-" in term and _is_within(since, until, term[:-3])
    )


def _is_within(since: date, until: date, term: str) -> bool:
    # No day is missed where a month has no 31st: its days are then taken one by one.
    return term + "-01-01"[len(term) - 4 :] >= since.isoformat() and (
        term + "-12-31"[len(term) - 4 :] <= until.isoformat()
    )

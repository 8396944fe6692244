"""The postings of several terms as those of one word: a stem's forms, the words a pattern fits."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from itertools import compress

from newscli.engines.whoosh.codec.opened import OpenedSegment

Weighed = tuple[Sequence[int], Sequence[int]]
"""Articles in rising order, and the weight of the word in each, in halves."""

_LOOK = 20
"""Finding an article among a term's takes as long as going through so many of them."""


def weighed(segment: OpenedSegment, terms: Sequence[int]) -> Weighed:
    """Return the articles that hold any of the terms, and their weights added up."""
    rows = [segment.dictionary.rows(term) for term in terms]
    postings = segment.postings
    if len(rows) == 1:
        return postings.articles[rows[0].start : rows[0].stop], postings.weights(rows[0])
    total: dict[int, int] = {}
    # The longest first: it fills the table at once, the others add what they have.
    for each in sorted(rows, key=len, reverse=True):
        found = zip(postings.articles[each.start : each.stop], postings.weights(each), strict=True)
        if not total:
            total = dict(found)
            continue
        for article, weight in found:
            total[article] = total.get(article, 0) + weight
    articles = sorted(total)
    return articles, [total[article] for article in articles]


def weights_within(segment: OpenedSegment, terms: Sequence[int], among: Set[int]) -> dict[int, int]:
    """Return the weights of the terms, added up, in those of these articles that hold any."""
    total: dict[int, int] = {}
    # The longest first: see above.
    for each in sorted(map(segment.dictionary.rows, terms), key=len, reverse=True):
        found = _within(segment, each, among)
        if not total:
            total = dict(found)
            continue
        for article, weight in found:
            total[article] = total.get(article, 0) + weight
    return total


def _within(segment: OpenedSegment, rows: range, among: Set[int]) -> Iterable[tuple[int, int]]:
    """Return those of these postings that are of the articles, with the weight of each."""
    postings = segment.postings
    held = postings.articles[rows.start : rows.stop]
    if len(rows) < len(among) * _LOOK:
        return compress(
            zip(held, postings.weights(rows), strict=True), map(among.__contains__, held)
        )
    places = [(article, bisect_left(held, article)) for article in among]
    return [
        (article, postings.weights(range(rows.start + at, rows.start + at + 1))[0])
        for article, at in places
        if at < len(rows) and held[at] == article
    ]


def holding(segment: OpenedSegment, terms: Sequence[int]) -> set[int]:
    """Return the articles that hold any of the terms."""
    articles: set[int] = set()
    for term in terms:
        rows = segment.dictionary.rows(term)
        articles.update(segment.postings.articles[rows.start : rows.stop])
    return articles

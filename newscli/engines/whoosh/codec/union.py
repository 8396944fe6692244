"""The postings of several terms as those of one word: a stem's forms, the words a pattern fits."""

from collections.abc import Sequence

from newscli.engines.whoosh.codec.opened import OpenedSegment

Weighed = tuple[Sequence[int], Sequence[int]]
"""Articles in rising order, and the weight of the word in each, in halves."""


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


def holding(segment: OpenedSegment, terms: Sequence[int]) -> set[int]:
    """Return the articles that hold any of the terms."""
    articles: set[int] = set()
    for term in terms:
        rows = segment.dictionary.rows(term)
        articles.update(segment.postings.articles[rows.start : rows.stop])
    return articles

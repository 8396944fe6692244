"""BM25 over weighted fields, as Whoosh's scorers want it.

    score = idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average))
    idf   = ln(1 + (N - n + 0.5) / (n + 0.5))

tf and length are weighted sums over the parts of the article (see fields.py), n of N
articles hold the term. Robertson & Zaragoza, The Probabilistic Relevance Framework,
2009; the idf is never negative, so a word in every article adds next to nothing and
needs no stop list.
"""

from collections.abc import Iterable
from math import log
from typing import Any

from whoosh import scoring

K1 = 1.5
B = 0.75


def idf(articles: int, holding: int) -> float:
    """Return how much a term tells that so many of the articles hold."""
    return log(1 + (articles - holding + 0.5) / (holding + 0.5))


class Bm25f(scoring.WeightingModel):
    """Makes the scorer of each term of a query."""

    def scorer(self, searcher: Any, fieldname: str, text: Any, **_: Any) -> Any:
        """Return the scorer of one term."""
        return TermScorer(searcher, fieldname, (text,))


class TermScorer(scoring.BaseScorer):
    """Scores the postings of a term, or of several terms counted as one."""

    def __init__(self, searcher: Any, fieldname: str, terms: Iterable[Any]) -> None:
        whole = searcher.get_parent()
        articles = whole.doc_count_all()
        holding = min(articles, sum(whole.doc_frequency(fieldname, each) for each in terms))
        self._gain = (K1 + 1) * idf(articles, holding)
        self._slope = K1 * B / (whole.avg_field_length(fieldname) or 1)
        self._length = searcher.doc_field_length
        self._field = fieldname

    def score(self, matcher: Any) -> float:
        """Return the score of the matcher's current posting."""
        tf: float = matcher.weight()
        length: int = self._length(matcher.id(), self._field, 1)
        return self._gain * tf / (tf + K1 * (1 - B) + self._slope * length)

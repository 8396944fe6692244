"""The formula of `newscli.engines.whoosh.scoring` as Whoosh's scorers want it."""

from collections.abc import Iterable
from typing import Any

from whoosh import scoring

from newscli.engines.whoosh.scoring import K1, B, idf


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

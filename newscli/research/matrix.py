"""How many articles each of many queries finds in each period: a matrix of counts.

An article that answers several queries is counted for each of them, so columns do not
add up to articles. A row does: its periods, and what falls into none, make its total.
"""

from dataclasses import dataclass
from datetime import date

from newscli.core.answers import Question
from newscli.core.choices import Period


@dataclass(frozen=True, slots=True)
class QueryCounts:
    """One row."""

    line: int
    """Where in the file the query stands, counted from 1."""
    raw: str
    articles: int
    undated: int
    whole_months: int
    """Articles known by month alone, which fall into no day and no week."""
    counts: tuple[int, ...]
    """One for each period."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The answer of `search --queries`."""

    question: Question
    """Its dates and its folder are those of every query."""
    by: Period
    periods: tuple[date, ...]
    """The first day of each period: all from the first that has an article to the last."""
    rows: tuple[QueryCounts, ...]

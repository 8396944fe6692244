"""How many articles there are of each day, week, month or year, and where they peak.

A peak is a bin with more articles than the mean of the bins from the series' first article
to its last and twice their standard deviation, gaps counted as nothing. Limits: it takes at
least six bins to have one, and an archive that grows has its peaks late; the share of all
articles tells that apart.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean, pstdev

from newscli.core.answers import Question
from newscli.core.article import ArticleDate
from newscli.core.choices import Period
from newscli.research.calendar import bins, end, falls

Dates = Mapping[ArticleDate | None, int]
"""How many articles have each date; None is no date."""

FEWEST = 3
"""So few articles are no peak."""

_DEVIATIONS = 2


@dataclass(frozen=True, slots=True)
class Bin:
    """One day, week, month or year."""

    start: date
    end: date
    """The last day, included."""
    articles: int
    total: int
    """All articles of the selection in the bin."""
    peak: bool = False
    words: tuple[str, ...] = ()
    """What a peak has more of than the other articles of its series."""

    @property
    def share(self) -> float:
        """The part of all articles that these are."""
        return self.articles / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Series:
    """The bins of one query: their articles and those left out are all that match."""

    raw: str
    articles: int
    undated: int
    whole_months: int
    """Articles known by month alone, which fall into no day and no week."""
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class TimelineAnswer:
    """The answer of `timeline`: the query's own series, then one for each to compare with."""

    question: Question
    by: Period
    series: tuple[Series, ...]


def series(raw: str, found: Dates, everything: Dates, by: Period, starts: Sequence[date]) -> Series:
    """Count the dates of a query in bins; `everything` holds the dates it is a share of."""
    counted, left_out = _placed(found, by)
    totals, _ = _placed(everything, by)
    counts = [counted[start] for start in starts]
    undated = found.get(None, 0)
    return Series(
        raw,
        sum(found.values()),
        undated,
        left_out - undated,
        tuple(
            Bin(start, end(start, by), count, totals[start], peak)
            for start, count, peak in zip(starts, counts, peaks(counts), strict=True)
        ),
    )


def starts(found: Iterable[Dates], by: Period) -> list[date]:
    """Return the first days of all bins from the first that has an article to the last."""
    held = {bin for dates in found for bin in _placed(dates, by)[0]}
    return list(bins(min(held), max(held), by)) if held else []


def peaks(counts: Sequence[int]) -> list[bool]:
    """Tell which of the bins stand out, whatever bins stand before the first article or after."""
    held = [at for at, count in enumerate(counts) if count]
    if not held:
        return [False] * len(counts)
    span = counts[held[0] : held[-1] + 1]
    least = fmean(span) + _DEVIATIONS * pstdev(span)
    return [count > least and count >= FEWEST for count in counts]


def _placed(dates: Dates, by: Period) -> tuple[Counter[date], int]:
    """Count dates by bin, and those that fall into none."""
    counted: Counter[date] = Counter()
    left_out = 0
    for when, count in dates.items():
        bin = falls(when, by) if when else None
        if bin:
            counted[bin] += count
        else:
            left_out += count
    return counted, left_out

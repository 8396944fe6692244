"""`newscli status`: what the index holds, where, how old, and what has changed since."""

import time
from collections import Counter
from collections.abc import Sequence
from datetime import date

from newscli.commands import inventory
from newscli.commands.desk import Desk
from newscli.core.article import ArticleDate
from newscli.core.changes import Changes, Folder
from newscli.core.reports import Bar, CoveredFolder, Pending, StatusAnswer
from newscli.corpus.causes import Cause
from newscli.engines.port import Engine
from newscli.errors import Exit

MOST_BARS = 36


def status(desk: Desk) -> Exit:
    """Print it."""
    with desk.engine() as engine:
        answer = _answer(desk, engine)
    desk.printer.status(answer)
    return Exit.DONE


def _answer(desk: Desk, engine: Engine) -> StatusAnswer:
    facts = engine.facts()
    summaries = [record.summary for record in engine.records()]
    dates = sorted((each.date for each in summaries if each.date), key=lambda each: each.first)
    by, bars = histogram(dates)
    folders = engine.folders()
    taken = inventory.take(
        folders, engine.known(), index=desk.settings.index, unread=engine.unread()
    )
    lost = {each.path for each in taken.skipped if each.cause == Cause.MISSING_FOLDER}
    held = Counter(_innermost(folders, each.path) for each in summaries)
    return StatusAnswer(
        location=desk.settings.place(desk.settings.index),
        format=facts.format,
        size=facts.size,
        age=max(0.0, time.time() - facts.written),
        articles=facts.articles,
        words=sum(each.words for each in summaries),
        undated=len(summaries) - len(dates),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        by=by,
        bars=bars,
        folders=tuple(
            CoveredFolder(
                place=desk.settings.place(each.path),
                articles=held[each.path],
                globs=each.globs,
                missing=each.path in lost,
            )
            for each in folders
        ),
        pending=_pending(taken.changes),
    )


def histogram(dates: Sequence[ArticleDate]) -> tuple[str, tuple[Bar, ...]]:
    """Count dates, in order, by the finest calendar period that gives at most 36 bars.

    Periods without an article are there as bars of none. Years are the coarsest,
    however many they are; a date that is only a month is never counted by day.
    """
    if not dates:
        return "year", ()
    months = _month_number(dates[-1].first) - _month_number(dates[0].first) + 1
    days = (dates[-1].first - dates[0].first).days + 1
    if days <= MOST_BARS and all(each.day for each in dates):
        first = dates[0].first.toordinal()
        labels = [str(date.fromordinal(first + at)) for at in range(days)]
        return "day", _bars(labels, Counter(str(each) for each in dates))
    if months <= MOST_BARS:
        first = _month_number(dates[0].first)
        numbers = range(first, first + months)
        labels = [f"{at // 12:04}-{at % 12 + 1:02}" for at in numbers]
        return "month", _bars(labels, Counter(str(each)[:7] for each in dates))
    labels = [f"{year:04}" for year in range(dates[0].year, dates[-1].year + 1)]
    return "year", _bars(labels, Counter(f"{each.year:04}" for each in dates))


def _bars(labels: Sequence[str], counted: Counter[str]) -> tuple[Bar, ...]:
    return tuple(Bar(label, counted[label]) for label in labels)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _innermost(folders: Sequence[Folder], path: str) -> str | None:
    """Return the path of the innermost folder around a file, where its article is counted."""
    return max((each.path for each in folders if each.holds(path)), key=len, default=None)


def _pending(changes: Changes) -> Pending:
    return Pending(
        added=len(changes.added),
        changed=len(changes.changed),
        renamed=len(changes.renamed),
        removed=len(changes.vanished),
    )

"""The answer of `timeline`: bars by calendar bin, a chart for each query, side by side."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.core.choices import Period
from newscli.render.counts import counted
from newscli.render.records import Record, question
from newscli.render.view import Row
from newscli.render.views.charts import charts
from newscli.research.calendar import label
from newscli.research.timeline import Bin, Series, TimelineAnswer

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.timeline/1"
RECORDS = "bins"


def total(answer: TimelineAnswer) -> int:
    """Return how many articles match the query itself."""
    return answer.series[0].articles


def articles(answer: TimelineAnswer) -> Iterable[tuple[ArticleId, str]]:  # noqa: ARG001
    """Return nothing: a timeline counts articles and names none."""
    return ()


def head(answer: TimelineAnswer) -> Record:
    """Return the fields before the bins; `series` are the queries to compare with."""
    return {
        "query": question(answer.question),
        "total": total(answer),
        "by": answer.by,
        **_left_out(answer.series[0]),
        "series": [
            {"query": one.raw, "total": one.articles, **_left_out(one)} for one in answer.series[1:]
        ],
    }


def records(answer: TimelineAnswer) -> Iterator[Record]:
    """Go through the bins, each with those of the other series."""
    for own, *others in _side_by_side(answer.series):
        yield {
            "start": str(own.start),
            "end": str(own.end),
            "articles": own.articles,
            "total": own.total,
            **_told(own),
            "series": [{"articles": other.articles, **_told(other)} for other in others],
        }


def rows(answer: TimelineAnswer) -> Iterator[Row]:
    """Go through bin, all articles, and for each series articles, share, peak and words."""
    for several in _side_by_side(answer.series):
        yield (
            label(several[0].start, answer.by),
            several[0].total,
            *(
                value
                for one in several
                for value in (
                    one.articles,
                    f"{one.share:.4f}",
                    "peak" if one.peak else "",
                    " ".join(one.words),
                )
            ),
        )


def lines(answer: TimelineAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set the charts, the peaks with their words, and what is in no bar."""
    if not any(one.articles for one in answer.series):
        return
    if answer.series[0].bins:
        yield from charts(answer, screen)
        yield from _drilling(answer, screen)
    for one in answer.series:
        facts = screen.facts(
            _named(one) if len(answer.series) > 1 else "",
            counted(one.articles),
            *_outside(one, answer.by),
        )
        yield from screen.wrap(facts, screen.width)


def _named(one: Series) -> str:
    return f"`{one.raw}`" if one.raw else "all articles"


def _left_out(one: Series) -> Record:
    return {"undated": one.undated, "whole_months": one.whole_months}


def _told(one: Bin) -> Record:
    return {"share": round(one.share, 6), "peak": one.peak, "words": one.words}


def _side_by_side(series: Sequence[Series]) -> Iterator[tuple[Bin, ...]]:
    return zip(*(one.bins for one in series), strict=True)


def _drilling(answer: TimelineAnswer, screen: "Screen") -> "Iterator[Line]":
    """Tell what the labelled peaks are about and how to read them; else the highest bar."""
    told = [(one, each) for one in answer.series for each in one.bins if each.words]
    rank = "" if told else "highest: "
    if not told:
        held = [(one, each) for one in answer.series for each in one.bins]
        told = [max(held, key=lambda pair: pair[1].articles)]
    for one, each in told:
        line = screen.line("").append(f"{rank}{label(each.start, answer.by)}  ", screen.quiet)
        if each.words:
            line.append_text(screen.line(", ".join(each.words), screen.bold)).append("  ")
        line.append_text(screen.line(f"`{drill(answer, one, each)}`"))
        mark = screen.line("").append(f"{screen.glyphs.peak if each.peak else ' '} ")
        yield from screen.wrap(line, screen.width, mark, "  ")
    yield screen.line("")


def drill(answer: TimelineAnswer, one: Series, bar: Bin) -> str:
    """Return the command that finds the articles of a bar."""
    asked, by = answer.question, answer.by
    options = ["--on", label(bar.start, by)]
    first, last = str(bar.start), str(bar.end)
    since, until = max(first, asked.since or first), min(last, asked.until or last)
    if by is Period.WEEK or (since, until) != (first, last):
        options = ["--since", since, "--until", until]
    if asked.folder:
        options += ["--in", asked.folder]
    if not one.raw:
        return shlex.join(["newscli", "list", *options])
    words = ["--", one.raw] if one.raw.startswith("-") else [one.raw]
    if len(words) > 1:
        return shlex.join(["newscli", "search", *options, *words])
    return shlex.join(["newscli", "search", *words, *options])


def _outside(one: Series, by: Period) -> Iterator[str]:
    """Tell of the articles that are in no bar."""
    if one.undated:
        yield f"{one.undated:,} undated, in no bar"
    if one.whole_months:
        yield f"{one.whole_months:,} known by month alone, in no bar by {by}"

"""One story, its articles by day, told in every form."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newscli.core.answers import Found
from newscli.core.article import ArticleId
from newscli.render.counts import counted, extent, further
from newscli.render.records import Record, listed, question
from newscli.render.view import Place, Row
from newscli.render.views.entries import entry_lines
from newscli.render.views.stories import record, sparkline
from newscli.research.stories import StoryAnswer

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.story/1"
RECORDS = "articles"


def total(answer: StoryAnswer) -> int:
    """Return how many articles the story has."""
    return len(answer.story.reports)


def articles(answer: StoryAnswer) -> Iterable[tuple[ArticleId, str]]:
    """Go through the articles."""
    return ((each.summary.id, each.place) for each in answer.found)


def head(answer: StoryAnswer) -> Record:
    """Return what was asked, and the story as `stories` tells it."""
    return {
        "query": question(answer.question),
        "grip": answer.grip,
        "total": total(answer),
        "offset": answer.offset,
        "limit": answer.limit,
        "undated": answer.undated,
        "story": record(answer.story),
    }


def records(answer: StoryAnswer) -> Iterable[Record]:
    """Go through the articles; the first report is marked."""
    for each in answer.found:
        yield {**listed(each), "first": _is_first(each)}


def rows(answer: StoryAnswer) -> Iterable[Row]:
    """Go through the articles: id, date, headline, `first` at the first report, path."""
    for each in answer.found:
        summary = each.summary
        first = "first" if _is_first(each) else ""
        yield summary.id, str(summary.date or ""), summary.headline, first, Place(each.place)


def lines(answer: StoryAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set what the story is, then its articles in lines."""
    if not answer.found:
        return
    story = answer.story
    yield from screen.wrap(screen.line(" ".join(story.label), screen.bold), screen.width)
    days = counted(story.days, "day")
    spark = sparkline(story.spark, screen.glyphs)
    span = str(story.start)
    if story.end != story.start:
        span += f"{screen.glyphs.to}{story.end}"
    facts = screen.facts(f"{counted(total(answer))} in {days}", span)
    yield from screen.wrap(facts, screen.width)
    yield screen.cut(screen.line("").append(spark, screen.quiet), screen.width)
    yield screen.line("")
    gutter = len(str(answer.found[-1].rank))
    for each in answer.found:
        yield from entry_lines(each, screen, gutter, "first" if _is_first(each) else " " * 5)
    yield screen.line("")
    yield from screen.wrap(screen.facts(*_footer(answer, screen)), screen.width)


def _footer(answer: StoryAnswer, screen: "Screen") -> Iterator[str]:
    shown, first = len(answer.found), answer.found[0]
    if shown < total(answer):
        every = counted(total(answer))
        yield extent(every, shown, total(answer), answer.offset, screen.glyphs.to)
    what = "the first report" if _is_first(first) else "the first of these"
    yield f"`newscli show {first.rank}` reads {what}"
    yield further(shown, total(answer), answer.offset)


def _is_first(each: Found) -> bool:
    """Tell whether it is the report that the story began with."""
    return each.rank == 1

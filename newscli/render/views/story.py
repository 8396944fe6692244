"""One story, its articles by day, told in every form."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.render.counts import counted
from newscli.render.records import Record, question
from newscli.render.view import Place, Row
from newscli.render.views.entries import entry, entry_lines
from newscli.render.views.stories import record, sparkline
from newscli.research.stories import StoryAnswer

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.story/1"
RECORDS = "articles"


def total(answer: StoryAnswer) -> int:
    """Return how many articles there are."""
    return len(answer.found)


def articles(answer: StoryAnswer) -> Iterable[tuple[ArticleId, str]]:
    """Go through the articles."""
    return ((each.summary.id, each.place) for each in answer.found)


def head(answer: StoryAnswer) -> Record:
    """Return what was asked, and the story as `stories` tells it."""
    return {
        "query": question(answer.question),
        "grip": answer.grip,
        "total": total(answer),
        "undated": answer.undated,
        "story": record(answer.story),
    }


def records(answer: StoryAnswer) -> Iterable[Record]:
    """Go through the articles; the first report is marked."""
    for number, each in enumerate(answer.found):
        yield {**entry(each), "first": not number}


def rows(answer: StoryAnswer) -> Iterable[Row]:
    """Go through the articles: id, date, headline, `first` at the first report, path."""
    for number, each in enumerate(answer.found):
        summary = each.summary
        first = "" if number else "first"
        yield summary.id, str(summary.date or ""), summary.headline, first, Place(each.place)


def lines(answer: StoryAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set what the story is, then its articles in lines."""
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
    for number, each in enumerate(answer.found):
        yield from entry_lines(each, screen, gutter, "first" if not number else " " * 5)
    yield screen.line("")
    yield from screen.wrap(screen.facts("`newscli show 1` reads the first report"), screen.width)

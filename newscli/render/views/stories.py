"""Runs of articles about one event, told in every form."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.render.counts import counted, extent, further
from newscli.render.glyphs import Glyphs
from newscli.render.records import Record, question
from newscli.render.view import Place, Row
from newscli.research.stories import StoriesAnswer, Story, Told

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.stories/1"
RECORDS = "stories"

_GAP = "  "


def total(answer: StoriesAnswer) -> int:
    """Return how many stories there are."""
    return answer.total


def articles(answer: StoriesAnswer) -> Iterable[tuple[ArticleId, str]]:
    """Go through the first reports."""
    return ((each.story.id, each.found.place) for each in answer.stories)


def head(answer: StoriesAnswer) -> Record:
    """Return what was asked, and what was left out."""
    return {
        "query": question(answer.question),
        "grip": answer.grip,
        "total": answer.total,
        "undated": answer.undated,
        "offset": answer.offset,
        "limit": answer.limit,
    }


def record(story: Story) -> dict[str, str | int | Sequence[str] | Sequence[int]]:
    """Return what is told of a story: `spark` counts articles in equal parts of its days."""
    return {
        "id": story.id,
        "label": " ".join(story.label),
        "start": story.start.isoformat(),
        "end": story.end.isoformat(),
        "articles": len(story.reports),
        "spark": story.spark,
        "words": story.label,
    }


def records(answer: StoriesAnswer) -> Iterable[Record]:
    """Go through the stories, the first report of each and the ids of all of them."""
    for each in answer.stories:
        summary = each.found.summary
        yield {
            "rank": each.found.rank,
            **record(each.story),
            "headline": summary.headline,
            "headline_derived": summary.headline_derived,
            "path": each.found.place,
            "ids": [report.id for report in each.story.reports],
        }


def rows(answer: StoriesAnswer) -> Iterable[Row]:
    """Go through the stories: id, start, end, articles, label, first headline, path."""
    for each in answer.stories:
        story = each.story
        span = story.start.isoformat(), story.end.isoformat()
        label, headline = " ".join(story.label), each.found.summary.headline
        yield story.id, *span, len(story.reports), label, headline, Place(each.found.place)


def lines(answer: StoriesAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set each story in two lines: its words and its course, then the first headline."""
    if not answer.stories:
        return
    gutter = len(str(answer.stories[-1].found.rank))
    many = max(len(f"{len(each.story.reports):,}") for each in answer.stories)
    for each in answer.stories:
        headline = screen.line(each.found.summary.headline)
        if screen.narrow:
            yield from _stacked(each, screen, gutter)
            yield from screen.wrap(headline, screen.width, rest=" " * (gutter + len(_GAP)))
            continue
        yield _first(each, screen, gutter, many)
        second = screen.line("").append(" " * (gutter + len(_GAP)))
        second.append(f"{each.story.start}{screen.glyphs.dot}", screen.quiet)
        yield screen.cut(second.append_text(headline), screen.width)
    yield screen.line("")
    yield from screen.wrap(screen.facts(*_facts(answer, screen)), screen.width)


def _stacked(told: Told, screen: "Screen", gutter: int) -> "Iterator[Line]":
    story = told.story
    rank = screen.line("").append(str(told.found.rank).rjust(gutter) + _GAP)
    indent = " " * rank.cell_len
    label = screen.line(" ".join(story.label), screen.bold)
    yield from screen.wrap(label, screen.width, rank, indent)
    many = f"{counted(len(story.reports))} in {counted(story.days, 'day')}"
    yield from screen.wrap(screen.facts(many, str(story.start)), screen.width, rest=indent)


def _first(told: Told, screen: "Screen", gutter: int, many: int) -> "Line":
    story = told.story
    line = screen.line("").append(str(told.found.rank).rjust(gutter) + _GAP)
    count = f"{len(story.reports):,}".rjust(many)
    days = counted(story.days, "day")
    right = f"{_GAP}{count} in {days:<9}{_GAP}{sparkline(story.spark, screen.glyphs):<20}"
    room = max(screen.width - line.cell_len - len(right), 12)
    label = screen.cut(screen.line(" ".join(story.label), screen.bold), room)
    label.pad_right(room - label.cell_len)
    return screen.cut(line.append_text(label).append(right.rstrip(), screen.quiet), screen.width)


def sparkline(counts: Sequence[int], signs: Glyphs) -> str:
    """Draw counts as standing bars; whatever is not nothing can be seen."""
    most, steps = max(counts, default=0), len(signs.heights) - 1
    return "".join(signs.heights[-(-count * steps // most) if count else 0] for count in counts)


def _facts(answer: StoriesAnswer, screen: "Screen") -> Iterator[str]:
    shown, first = len(answer.stories), answer.stories[0].found.rank
    every = counted(answer.total, "story", "stories")
    yield extent(every, shown, answer.total, answer.offset, screen.glyphs.to)
    yield f"`newscli story {first}` tells the first"
    yield further(shown, answer.total, answer.offset)

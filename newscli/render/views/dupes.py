"""Groups of near-identical articles, told in every form."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.render.counts import counted, extent, further
from newscli.render.records import Record, listed, question
from newscli.render.view import Place, Row
from newscli.render.views.entries import entry_lines
from newscli.research.duplicates import DupesAnswer, Group

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.dupes/1"
RECORDS = "groups"


def total(answer: DupesAnswer) -> int:
    """Return how many groups there are."""
    return answer.total


def articles(answer: DupesAnswer) -> Iterable[tuple[ArticleId, str]]:
    """Go through the articles of the groups."""
    return ((each.summary.id, each.place) for group in answer.groups for each in group.found)


def head(answer: DupesAnswer) -> Record:
    """Return what was asked, and how much there is of it."""
    return {
        "query": question(answer.question),
        "threshold": answer.threshold,
        "total": answer.total,
        "articles": answer.articles,
        "offset": answer.offset,
        "limit": answer.limit,
    }


def record(group: Group) -> Record:
    """Return a group: `jaccard` is how alike its least alike article is to its first."""
    return {
        "articles": [{**listed(each), "jaccard": round(each.score, 4)} for each in group.found],
        "jaccard": round(group.jaccard, 4),
    }


def records(answer: DupesAnswer) -> Iterable[Record]:
    """Go through the groups."""
    return map(record, answer.groups)


def rows(answer: DupesAnswer) -> Iterable[Row]:
    """Go through the articles: group, likeness to its first, id, date, headline, path."""
    for number, group in enumerate(answer.groups, start=answer.offset + 1):
        for each in group.found:
            summary = each.summary
            day = str(summary.date or "")
            likeness = f"{each.score:.4f}"
            yield number, likeness, summary.id, day, summary.headline, Place(each.place)


def lines(answer: DupesAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set the articles of each group under a line that says how alike they are."""
    if not answer.groups:
        return
    gutter = len(str(answer.groups[-1].found[-1].rank))
    for group in answer.groups:
        alike = f"{_percent(group.jaccard)} alike"
        if group.jaccard < 1:
            alike += " or more" if len(group.found) > 2 else ""
        title = screen.line(f"{counted(len(group.found))}, {alike}", screen.bold)
        yield from screen.wrap(title, screen.width)
        for number, each in enumerate(group.found):
            fact = _percent(each.score).rjust(5) if number else " " * 5
            yield from entry_lines(each, screen, gutter, fact)
        yield screen.line("")
    yield from screen.wrap(screen.facts(*_facts(answer, screen)), screen.width)


def _facts(answer: DupesAnswer, screen: "Screen") -> Iterator[str]:
    shown, to = len(answer.groups), screen.glyphs.to
    yield extent(counted(answer.total, "group"), shown, answer.total, answer.offset, to)
    yield counted(answer.articles)
    first = answer.groups[0].found
    yield f"`newscli dupes --diff {first[0].rank} {first[1].rank}` compares the first two"
    yield further(shown, answer.total, answer.offset)


def _percent(jaccard: float) -> str:
    """Say a share in whole percent; never 100 % of what is not the same."""
    return f"{min(int(jaccard * 100 + 0.5), 100 if jaccard == 1 else 99)} %"

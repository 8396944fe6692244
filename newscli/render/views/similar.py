"""Articles like another one, told in every form."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.render.counts import counted, extent, further
from newscli.render.records import Record, identity, listed, question
from newscli.render.view import Place, Row
from newscli.render.views.entries import entry_lines
from newscli.research.resemblance import SimilarAnswer

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.similar/1"
RECORDS = "articles"


def total(answer: SimilarAnswer) -> int:
    """Return how many lines there are."""
    return answer.total


def articles(answer: SimilarAnswer) -> Iterable[tuple[ArticleId, str]]:
    """Go through the articles."""
    return ((each.found.summary.id, each.found.place) for each in answer.similar)


def head(answer: SimilarAnswer) -> Record:
    """Return which article was asked about, and how many there are."""
    return {
        "query": question(answer.question),
        "article": identity(answer.subject),
        "total": answer.total,
        "offset": answer.offset,
        "limit": answer.limit,
    }


def records(answer: SimilarAnswer) -> Iterable[Record]:
    """Go through the articles, each with the words that it shares."""
    for each in answer.similar:
        yield {
            **listed(each.found),
            "score": round(each.found.score, 4),
            "words": each.words,
            "duplicates": each.duplicates,
        }


def rows(answer: SimilarAnswer) -> Iterable[Row]:
    """Go through the articles: id, date, score, headline, shared words, path."""
    for each in answer.similar:
        found = each.found
        summary = found.summary
        day, score = str(summary.date or ""), f"{found.score:.4f}"
        words = " ".join(each.words)
        yield summary.id, day, score, summary.headline, words, Place(found.place)


def lines(answer: SimilarAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set each article in a line, and under it the words that it shares."""
    if not answer.similar:
        return
    subject = screen.line(answer.subject.summary.headline, screen.bold)
    yield screen.cut(screen.line("like").append(" ").append_text(subject), screen.width)
    yield screen.line("")
    gutter = len(str(answer.similar[-1].found.rank))
    for each in answer.similar:
        yield from entry_lines(each.found, screen, gutter, f"{each.found.score:.2f}")
        facts = [", ".join(each.words)]
        if each.duplicates:
            facts.append(f"and {len(each.duplicates):,} nearly the same")
        indent = " " * (gutter + 2)
        yield from screen.wrap(screen.facts(*facts), screen.width, rest=indent)
    yield screen.line("")
    yield from screen.wrap(screen.facts(*_facts(answer, screen)), screen.width)


def _facts(answer: SimilarAnswer, screen: "Screen") -> Iterator[str]:
    shown, first = len(answer.similar), answer.similar[0].found.rank
    yield extent(counted(answer.total), shown, answer.total, answer.offset, screen.glyphs.to)
    yield f"`newscli show {first}` reads the first"
    yield further(shown, answer.total, answer.offset)

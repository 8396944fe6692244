"""The answer of `compare`: what both have, what each has alone, and the words between them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.render.counts import counted
from newscli.render.records import Record, identity, question
from newscli.render.view import Place, Row
from newscli.render.views.words import figures, key_record, table
from newscli.research.comparison import CompareAnswer, Side

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.compare/1"
RECORDS = "words"

_DATE = len("2021-01-10")
_GAP = "  "


def total(answer: CompareAnswer) -> int:
    """Return how many articles either has."""
    return sum(side.total for _, side in _sides(answer))


def articles(answer: CompareAnswer) -> Iterator[tuple[ArticleId, str]]:
    """Go through the articles shown: in both, only in A, only in B."""
    for _, side in _sides(answer):
        for found in side.found:
            yield found.summary.id, found.place


def head(answer: CompareAnswer) -> Record:
    """Return the fields before the words."""
    return {
        "query": {**question(answer.question), "a": answer.a, "b": answer.b},
        "total": total(answer),
        **{
            name: {"total": side.total, "articles": [identity(each) for each in side.found]}
            for name, side in _sides(answer)
        },
    }


def records(answer: CompareAnswer) -> Iterator[Record]:
    """Go through the words, those of A and then those of B."""
    return map(key_record, (*answer.more_in_a, *answer.more_in_b))


def rows(answer: CompareAnswer) -> Iterator[Row]:
    """Go through articles (side, id, date, headline, path) and words (side, word, counts, score).

    Words are of the side `words_a` or `words_b`; the effect, which is the side, is left out.
    """
    for name, side in _sides(answer):
        for each in side.found:
            summary = each.summary
            date = str(summary.date or "")
            yield (name, summary.id, date, summary.headline, Place(each.place))
    for name, keys in (("words_a", answer.more_in_a), ("words_b", answer.more_in_b)):
        for key in keys:
            yield (name, key.word, key.count, key.other, f"{key.score:.4f}")


def lines(answer: CompareAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set the articles of each kind, the words of each side, and what to type next."""
    if not total(answer):
        return
    titles = ("in both", f"only `{answer.a}`", f"only `{answer.b}`")
    for title, (_, side) in zip(titles, _sides(answer), strict=True):
        yield from _side(title, side, screen)
    for raw, side, keys in (
        (answer.a, answer.only_a, answer.more_in_a),
        (answer.b, answer.only_b, answer.more_in_b),
    ):
        if keys:
            alone = " alone" if side.total else ""
            more = screen.line(f"words that articles of `{raw}`{alone} have more of", screen.bold)
            yield screen.cut(more, screen.width)
            told = [(key.word, *figures(key)) for key in keys]
            yield from table(told, ("word", "in A", "in B", "ll", "effect"), screen)
            yield screen.line("")
    facts = [f"A `{answer.a}`", f"B `{answer.b}`", counted(total(answer)) + " in all"]
    if any(side.found for _, side in _sides(answer)):
        facts.append("`newscli show 1` reads the first")
    if any(len(side.found) < side.total for _, side in _sides(answer)):
        facts.append("`-n` shows more of each")
    yield from screen.wrap(screen.facts(*facts), screen.width)


def _sides(answer: CompareAnswer) -> Iterable[tuple[str, Side]]:
    return (("both", answer.both), ("only_a", answer.only_a), ("only_b", answer.only_b))


def _side(title: str, side: Side, screen: "Screen") -> "Iterator[Line]":
    heading = screen.line("").append(f"{side.total:,} ", screen.bold)
    heading.append_text(screen.line(title, screen.bold))
    yield screen.cut(heading, screen.width)
    digits = len(str(side.found[-1].rank)) if side.found else 1
    for each in side.found:
        line = screen.line("").append(f"{each.rank:>{digits}}{_GAP}")
        if not screen.narrow:
            line.append(str(each.summary.date or "undated").ljust(_DATE) + _GAP, screen.quiet)
        line.append_text(screen.line(each.summary.headline))
        yield screen.cut(line, screen.width)
    yield screen.line("")

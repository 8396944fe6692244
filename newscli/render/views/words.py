"""The answer of `words`: a table of words with their counts, what they score, and the effect."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.render.counts import counted, extent, further
from newscli.render.records import Record, question
from newscli.render.view import Row
from newscli.research.keyness import Key
from newscli.research.wordlists import Mode, WordsAnswer

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.words/1"
RECORDS = "words"

_GAP = "  "
_LONGEST = 40
_SHORTEST = 8
"""The columns of a word, at most and at least."""


def total(answer: WordsAnswer) -> int:
    """Return how many words there are to tell of."""
    return answer.total


def articles(answer: WordsAnswer) -> Iterable[tuple[ArticleId, str]]:  # noqa: ARG001
    """Return nothing: words are counted over articles, and none is named."""
    return ()


def head(answer: WordsAnswer) -> Record:
    """Return the fields before the words."""
    return {
        "query": question(answer.question),
        "total": answer.total,
        "offset": answer.offset,
        "limit": answer.limit,
        "mode": answer.mode,
        "by": answer.measure if answer.mode is Mode.COLLOCATES else None,
        "vs": answer.against,
        "window": answer.window,
        "min": answer.least,
        "min_articles": answer.least_articles,
        "articles": answer.articles,
        "size": answer.size,
        "other_size": answer.other_size,
    }


def records(answer: WordsAnswer) -> Iterator[Record]:
    """Go through the words."""
    return ({**key_record(key), "articles": key.articles} for key in answer.words)


def rows(answer: WordsAnswer) -> Iterator[Row]:
    """Go through word, count, count elsewhere, score, effect and the articles that have it."""
    for key in answer.words:
        yield (*key_row(key), "" if key.articles is None else key.articles)


def lines(answer: WordsAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set the table, what was counted, and what to type next."""
    if not answer.words:
        return
    score = answer.measure if answer.mode is Mode.COLLOCATES else "ll"
    elsewhere = "apart" if answer.mode is Mode.NGRAMS else "elsewhere"
    heading: tuple[str, ...] = ("word", "count", elsewhere, score, "effect")
    told: list[tuple[str, ...]] = [(key.word, *figures(key)) for key in answer.words]
    if not answer.other_size:
        heading, told = heading[:2], [row[:2] for row in told]
    if answer.mode in {Mode.FREQUENT, Mode.KEYWORDS}:
        heading = (*heading[:2], "articles", *heading[2:])
        told = [
            (*row[:2], f"{key.articles or 0:,}", *row[2:])
            for row, key in zip(told, answer.words, strict=True)
        ]
    yield from table(told, heading, screen)
    yield screen.line("")
    yield from screen.wrap(screen.facts(*_footer(answer, screen)), screen.width)


def key_record(key: Key) -> Record:
    """Return a word with its counts, its score and the effect."""
    return {
        "word": key.word,
        "count": key.count,
        "other": key.other,
        "score": round(key.score, 4),
        "effect": round(key.effect, 4),
    }


def key_row(key: Key) -> Row:
    """Return the same as the values of a line."""
    return (key.word, key.count, key.other, f"{key.score:.4f}", f"{key.effect:.4f}")


def table(
    told: Sequence[tuple[str, ...]], heading: tuple[str, ...], screen: "Screen"
) -> "Iterator[Line]":
    """Set words in columns under a heading; those that do not fit are left out from the right."""
    columns = list(zip(*(row[1:] for row in (heading, *told)), strict=True))
    widths = [max(map(len, column)) for column in columns]
    words = [screen.line(row[0]) for row in told]
    longest = max([len(heading[0]), *(word.cell_len for word in words)])
    while len(widths) > 1 and screen.width - sum(widths) - len(_GAP) * len(widths) < _SHORTEST:
        widths.pop()
    room = screen.width - sum(widths) - len(_GAP) * len(widths)
    column = max(min(longest, _LONGEST, room), 1)
    for word, row in zip([screen.line(heading[0]), *words], (heading, *told), strict=True):
        line = screen.line("").append_text(screen.cut(word, column))
        line.append(" " * (column - line.cell_len))
        for figure, width in zip(row[1:], widths, strict=False):
            line.append(_GAP + figure.rjust(width))
        if row is heading:
            line.stylize(screen.quiet)
        yield line


def figures(key: Key) -> tuple[str, str, str, str]:
    """Write count, count elsewhere, score and effect for a table."""
    score = f"{key.score:.4f}" if abs(key.score) < 1 else f"{key.score:,.1f}"
    return (f"{key.count:,}", f"{key.other:,}", score, f"{key.effect:+.1f}")


def _footer(answer: WordsAnswer, screen: "Screen") -> Iterator[str]:
    shown = len(answer.words)
    noun = {Mode.NGRAMS: "n-gram", Mode.COLLOCATES: "collocate"}.get(answer.mode, "word")
    every = counted(answer.total, noun)
    yield extent(every, shown, answer.total, answer.offset, screen.glyphs.to)
    yield f"{counted(answer.size, 'word')} of {counted(answer.articles)}"
    match answer.mode:
        case Mode.NGRAMS:
            yield "apart: how often the rarest of its words stands without the others"
            yield "effect: how many times as often as by chance, in doublings"
        case Mode.KEYWORDS if answer.against is not None:
            yield f"against {counted(answer.other_size, 'word')} of `{answer.against}`"
        case _ if answer.other_size:
            yield f"against {counted(answer.other_size, 'word')} elsewhere"
    yield further(shown, answer.total, answer.offset)

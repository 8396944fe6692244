"""The answer of `quotes`: what is said, by whom and where, and what to type next."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId, Span
from newscli.render.counts import counted, extent, further
from newscli.render.records import Record, day, pairs, question
from newscli.render.view import Row
from newscli.research.quotations import Confidence, Quotation
from newscli.research.said import QuotesAnswer, Said

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

SCHEMA = "newscli.quotes/1"
RECORDS = "quotes"

LONGEST, _BEFORE = 600, 120
"""The characters of a quotation that are shown, and of those at most before its first hit."""

NOBODY = "nobody named"
_INFERRED = "~"
"""Marks a speaker who is known by a pronoun only."""


def total(answer: QuotesAnswer) -> int:
    """Return how many quotations there are."""
    return answer.total


def articles(answer: QuotesAnswer) -> Iterable[tuple[ArticleId, str]]:
    """Go through the articles that the quotations shown are from."""
    return ((found.summary.id, found.place) for found in answer.found)


def head(answer: QuotesAnswer) -> Record:
    """Return what was asked, and how many there are."""
    return {
        "query": {
            **question(answer.question),
            "by": answer.by,
            "group": "speaker" if answer.by_speaker else None,
        },
        "total": answer.total,
        "offset": answer.offset,
        "articles": answer.articles,
        "speakers": [
            {"speaker": name, "quotations": answer.many[name]} for name in _speakers(answer)
        ],
    }


def records(answer: QuotesAnswer) -> Iterable[Record]:
    """Go through the quotations."""
    return (
        {
            **record(said.quotation),
            "date": day(said.found.summary.date),
            "hits": pairs(said.hits),
        }
        for said in answer.said
    )


def record(quotation: Quotation) -> Record:
    """Return a quotation; `text` is the article's text from `start` to `end`."""
    place = quotation.mention
    return {
        "id": place.id,
        "paragraph": place.paragraph,
        "start": place.start,
        "end": place.end,
        "text": quotation.text,
        "speaker": quotation.speaker,
        "verb": quotation.verb,
        "confidence": quotation.confidence,
    }


def rows(answer: QuotesAnswer) -> Iterable[Row]:
    """Go through id, date, paragraph, speaker, verb, confidence and the words.

    In groups, how many quotations the speaker has follows.
    """
    for said in answer.said:
        quotation = said.quotation
        many = (answer.many[quotation.speaker],) if answer.by_speaker else ()
        yield (
            quotation.mention.id,
            str(said.found.summary.date or ""),
            quotation.mention.paragraph,
            quotation.speaker or "",
            quotation.verb or "",
            quotation.confidence,
            quotation.text,
            *many,
        )


def lines(answer: QuotesAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set each quotation with the line that tells whose it is, and a footer."""
    if not answer.said:
        return
    if answer.by_speaker:
        yield from _grouped(answer, screen)
    else:
        for said in answer.said:
            yield from _quotation(said, screen)
            facts = _where(said, screen)
            yield from set_speaker(said.quotation, screen, "  ", facts)
            yield screen.line("")
    yield from screen.wrap(screen.facts(*_footer(answer, screen)), screen.width)


def set_speaker(
    quotation: Quotation, screen: "Screen", margin: str, facts: Iterable[str] = ()
) -> "Iterator[Line]":
    """Set who said it, by which verb, and whatever else there is to tell."""
    inferred = f" {_INFERRED}" if quotation.confidence is Confidence.PRONOUN else ""
    line = screen.line("").append(f"{screen.glyphs.dash} ", screen.quiet)
    line.append_text(screen.line((quotation.speaker or NOBODY) + inferred))
    told = screen.facts(quotation.verb or "", *facts)
    if told.plain:
        line.append(screen.glyphs.dot, screen.quiet).append_text(told)
    yield from screen.wrap(line, min(screen.measure, screen.width), rest=margin)


def _grouped(answer: QuotesAnswer, screen: "Screen") -> "Iterator[Line]":
    for speaker, group in groupby(answer.said, key=lambda said: said.quotation.speaker):
        held = list(group)
        name = screen.line(speaker or NOBODY, screen.bold)
        name.append(screen.glyphs.dot, screen.quiet)
        many = answer.many[speaker]
        few = f"{len(held)} shown" if len(held) < many else ""
        name.append_text(screen.facts(counted(many, "quotation"), few))
        yield from screen.wrap(name, screen.width)
        for said in held:
            yield from _quotation(said, screen, "  ")
            verb = said.quotation.verb or ""
            inferred = _INFERRED if said.quotation.confidence is Confidence.PRONOUN else ""
            facts = screen.facts(inferred, verb, *_where(said, screen))
            yield from screen.wrap(facts, screen.width, rest="    ")
        yield screen.line("")


def _speakers(answer: QuotesAnswer) -> list[str | None]:
    """Return the speakers of the groups shown, in order; none if there are no groups."""
    said = answer.said if answer.by_speaker else ()
    return list(dict.fromkeys(each.quotation.speaker for each in said))


def _quotation(said: Said, screen: "Screen", margin: str = "") -> "Iterator[Line]":
    place = said.quotation.mention
    hits = [Span(hit.start - place.start, hit.end - place.start) for hit in said.hits]
    safe = screen.safe(said.quotation.text)
    shown = window(safe, hits[0].start if hits else 0)
    cut = screen.glyphs.ellipsis
    words = screen.line("").append(screen.line("“").plain + (cut if shown.start else ""))
    words.append_text(screen.lighted(safe, shown, hits))
    words.append((cut if shown.end < len(safe) else "") + screen.line("”").plain)
    yield from screen.wrap(words, min(screen.measure, screen.width), rest=margin)


def window(text: str, at: int) -> Span:
    """Return what is shown of a long speech: the words around a place in it."""
    if len(text) <= LONGEST:
        return Span(0, len(text))
    start = max(0, min(at - _BEFORE, len(text) - LONGEST))
    end = start + LONGEST
    if start:
        start = text.find(" ", start, start + _BEFORE // 2) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", end - _BEFORE, end), 0) or end
    return Span(start, end)


def _where(said: Said, screen: "Screen") -> Iterator[str]:
    yield str(said.found.summary.date or "undated")
    yield f"{said.found.rank} {screen.glyphs.paragraph}{said.quotation.mention.paragraph}"


def _footer(answer: QuotesAnswer, screen: "Screen") -> Iterator[str]:
    """Tell how many there are, and what to type next."""
    to = screen.glyphs.to
    every = counted(answer.total, "quotation")
    shown, whole = len(answer.said), answer.total
    part = extent(every, shown, whole, answer.offset, to)
    if answer.by_speaker:
        shown, whole = len(_speakers(answer)), len(answer.many)
        yield extent(counted(whole, "speaker"), shown, whole, answer.offset, to)
        part = every
    yield f"{part} in {counted(answer.articles)}"
    yield f"`newscli show {answer.said[0].found.rank}` reads the first one's article"
    yield further(shown, whole, answer.offset)

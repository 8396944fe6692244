"""Quotations chosen from many articles: who said it, and about what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newscli.core.analysis import Stem
from newscli.core.answers import Found, Question
from newscli.core.article import Article, Span
from newscli.core.glancing import Glance
from newscli.core.meant import is_meant
from newscli.core.query import Node
from newscli.core.reading import highlights, merged
from newscli.research.quotations import Quotation, quotations


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation with the article it stands in."""

    quotation: Quotation
    found: Found
    hits: tuple[Span, ...] = ()
    """The query's hits within the words, as offsets into the article's text."""


@dataclass(frozen=True, slots=True)
class QuotesAnswer:
    """The answer of `quotes`."""

    question: Question
    by: str | None
    by_speaker: bool
    """Whether the quotations stand in groups by speaker, a few of each."""
    total: int
    offset: int
    many: Mapping[str | None, int]
    """How many quotations each speaker has, those who are quoted most first."""
    articles: int
    """How many articles the quotations are from, of those shown and those not."""
    said: tuple[Said, ...]
    found: tuple[Found, ...]
    """The articles of those shown, each once."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation that was asked for."""

    quotation: Quotation
    hits: tuple[Span, ...] = ()
    """The query's hits within the words."""


def quoted(
    articles: Iterable[Article], by: str | None, words: Node | None, stem: Stem
) -> list[Quoted]:
    """Return the quotations of the articles, in their order.

    With `by`, only those of that speaker; with `words`, only those in which one is said.
    """
    glance = Glance(stem)
    found: list[Quoted] = []
    for article in articles:
        said = [each for each in quotations(article) if by is None or is_by(each, by)]
        if words is None:
            found += map(Quoted, said)
        elif said:
            lit = merged(highlights(words, glance.at(article.content)))
            found += [Quoted(each, spans) for each in said if (spans := about(each, lit))]
    return found


def is_by(quotation: Quotation, name: str) -> bool:
    """Tell whether one form of the speaker's name is meant by `name`."""
    if quotation.speaker is None:
        return False
    return any(is_meant(name, form) for form in (quotation.speaker, *quotation.aliases))


def about(quotation: Quotation, lit: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is lit of the words that are said."""
    place = quotation.mention
    return tuple(span for span in lit if place.start <= span.start and span.end <= place.end)


def by_speaker(said: Iterable[Quoted]) -> dict[str | None, list[Quoted]]:
    """Put together what each said, in its order: those who are quoted most first, then by name.

    The nameless come last.
    """
    groups: dict[str | None, list[Quoted]] = {}
    for each in said:
        groups.setdefault(each.quotation.speaker, []).append(each)
    order = sorted(groups, key=lambda name: (name is None, -len(groups[name]), name or ""))
    return {name: groups[name] for name in order}

"""Quotations chosen from many articles: who said it, and about what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newscli.core.answers import Found, Question
from newscli.core.article import Span
from newscli.core.meant import is_meant
from newscli.research.quotations import Quotation


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


def is_by(quotation: Quotation, name: str) -> bool:
    """Tell whether one form of the speaker's name is meant by `name`."""
    if quotation.speaker is None:
        return False
    return any(is_meant(name, form) for form in (quotation.speaker, *quotation.aliases))


def about(quotation: Quotation, lit: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is lit of the words that are said."""
    place = quotation.mention
    return tuple(span for span in lit if place.start <= span.start and span.end <= place.end)


def by_speaker(quotations: Iterable[Quotation]) -> dict[str | None, list[Quotation]]:
    """Put together what each said, in its order: those who are quoted most first, then by name.

    The nameless come last.
    """
    groups: dict[str | None, list[Quotation]] = {}
    for each in quotations:
        groups.setdefault(each.speaker, []).append(each)
    order = sorted(groups, key=lambda name: (name is None, -len(groups[name]), name or ""))
    return {name: groups[name] for name in order}

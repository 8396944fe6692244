"""What a verb tells its reader, before it takes a form: one value a verb.

`place` is a path as the reader can open it from where they stand: relative to the
working directory if it lies below it, else absolute. Texts are untrusted: a renderer
makes them safe for where it writes.
"""

from dataclasses import dataclass

from newscli.core.article import Article, ArticleId, Span, Summary
from newscli.core.choices import FacetKind, Sort, Unit
from newscli.core.results import Passage, Suggestion


@dataclass(frozen=True, slots=True)
class Question:
    """What a research verb was asked: the words as typed, the dates as understood."""

    raw: str = ""
    since: str | None = None
    until: str | None = None
    folder: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One line of an answer; `rank` is what `@rank` refers to."""

    rank: int
    summary: Summary
    place: str
    score: float = 0.0
    passages: tuple[Passage, ...] = ()
    headline_hits: tuple[Span, ...] = ()
    """Lit spans, as offsets into the headline."""
    duplicates: tuple[ArticleId, ...] | None = None
    """The near-identical articles that are folded into this one; None where none is looked for."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A month, a folder or a name, and in how many of the articles."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The articles found, counted by one thing they have."""

    kind: FacetKind
    articles: int
    """How many were looked at: all that were found, or the best of them."""
    is_sample: bool
    values: tuple[FacetValue, ...]
    """Months in their order, the others by how many articles they are in."""


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The answer of `search`."""

    raw: str
    any_word: bool
    since: str | None
    until: str | None
    sort: Sort
    total: int
    offset: int
    limit: int | None
    found: tuple[Found, ...]
    suggestion: Suggestion | None = None
    same: Unit | None = None
    """What had to hold all of the query by itself."""
    facets: tuple[Facet, ...] = ()
    folded: int = 0
    """How many of the articles are folded into others: they take no line of their own."""
    folder: str | None = None
    """What the articles had to be below."""

    @property
    def lines(self) -> int:
        """How many lines the whole answer has."""
        return self.total - self.folded


@dataclass(frozen=True, slots=True)
class ListAnswer:
    """The answer of `list`."""

    since: str | None
    until: str | None
    sort: Sort
    total: int
    offset: int
    limit: int | None
    found: tuple[Found, ...]
    folder: str | None = None
    """What the articles had to be below."""

    @property
    def lines(self) -> int:
        """How many lines the whole answer has."""
        return self.total


@dataclass(frozen=True, slots=True)
class NameTold:
    """A name that an article has."""

    name: str
    kind: str | None
    aliases: tuple[str, ...]
    mentions: tuple[tuple[int, Span], ...]
    """The number of the paragraph, and the place in the article's text."""


@dataclass(frozen=True, slots=True)
class QuoteTold:
    """A quotation that an article has: `text` is that of the span."""

    paragraph: int
    span: Span
    text: str
    speaker: str | None
    verb: str | None
    confidence: str


@dataclass(frozen=True, slots=True)
class About:
    """Who is named in an article, those mentioned most first, and what is said in it."""

    names: tuple[NameTold, ...]
    quotes: tuple[QuoteTold, ...]


@dataclass(frozen=True, slots=True)
class ShowAnswer:
    """One article to be read, and what to light in it."""

    article: Article
    place: str
    hits: tuple[Span, ...] = ()
    """Offsets into the article's text, in order, never overlapping."""
    headline_hits: tuple[Span, ...] = ()
    lit_on_request: bool = False
    """Whether the reader said what to light, so that bare text has to show it too."""
    about: About | None = None
    """Only if it was asked for."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """One article to be written out, with every sentence of it that a query lights."""

    article: Article
    place: str
    passages: tuple[Passage, ...] = ()
    hits: tuple[Span, ...] = ()
    is_whole: bool = False
    """Whether no words were asked for, so that all of it is meant."""

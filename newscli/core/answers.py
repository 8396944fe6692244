"""What a verb tells its reader, before it takes a form: one value a verb.

`place` is a path as the reader can open it from where they stand: relative to the
working directory if it lies below it, else absolute. Texts are untrusted: a renderer
makes them safe for where it writes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newscli.core.article import Article, ArticleDate, ArticleId, Span, Summary
from newscli.core.choices import FacetKind, Unit
from newscli.core.results import IndexReport, Passage, Sort, Suggestion


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


@dataclass(frozen=True, slots=True)
class ShowAnswer:
    """One article to be read, and what to light in it."""

    article: Article
    place: str
    hits: tuple[Span, ...] = ()
    """Offsets into the article's text, in order, never overlapping."""
    headline_hits: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexAnswer:
    """The answer of `index`: what was done, or with `dry_run` what would be."""

    report: IndexReport
    places: Mapping[ArticleId, str]
    """For every id in the report that has a file, its place."""
    folders: tuple[str, ...]
    articles: int
    """How many the index holds now."""
    seconds: float
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a histogram."""

    label: str
    articles: int


@dataclass(frozen=True, slots=True)
class CoveredFolder:
    """A folder of the index, and what has changed in it since it was read."""

    place: str
    articles: int
    globs: tuple[str, ...] = ()
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Pending:
    """What `newscli index` would do now, in files."""

    added: int = 0
    changed: int = 0
    renamed: int = 0
    removed: int = 0

    def __bool__(self) -> bool:
        return any((self.added, self.changed, self.renamed, self.removed))


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """The answer of `status`."""

    location: str
    format: str
    size: int
    """In bytes."""
    age: float
    """Seconds since the index was last written."""
    articles: int
    words: int
    undated: int
    first: ArticleDate | None
    last: ArticleDate | None
    by: str
    """What a bar stands for: `year`, `month` or `day`."""
    bars: tuple[Bar, ...]
    folders: tuple[CoveredFolder, ...]
    pending: Pending


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of trouble, the articles or files it concerns, and what to do about it."""

    kind: str
    """A short name that stays the same between versions: `undated`, `duplicate`, ..."""
    message: str
    advice: str
    places: tuple[str, ...] = ()
    serious: bool = False
    """Whether answers may be wrong because of it."""
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By place: what is to be told of that one alone."""


@dataclass(frozen=True, slots=True)
class DoctorAnswer:
    """The answer of `doctor`; no finding is good news."""

    location: str
    articles: int
    findings: tuple[Finding, ...] = field(default=())

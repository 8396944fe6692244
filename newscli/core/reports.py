"""What a verb about the index tells its reader: what was done, what it holds, what is wrong.

As in `newscli.core.answers`; apart from them, because a search should not load these.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newscli.core.article import ArticleDate, ArticleId
from newscli.core.results import IndexReport


@dataclass(frozen=True, slots=True)
class IndexAnswer:
    """The answer of `index`: what was done, or with `dry_run` what would be."""

    report: IndexReport
    places: Mapping[ArticleId, str]
    """For every id in the report that has a file, its place."""
    folders: tuple[str, ...]
    articles: int
    """How many the index holds now, or with `dry_run` would hold."""
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

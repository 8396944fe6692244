"""What an engine answers with: hits, pages of them, matches, reports.

Scores order the hits of one query and mean nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newscli.core.article import ArticleDate, ArticleId, Span, Summary
from newscli.core.choices import Sort

Profile = Mapping[str, float]
"""Words as written, folded, with weights whose squares sum up to one: `research.profiles`."""

Sketch = tuple[int, ...]
"""The smallest numbers of a text's shingles, rising: see `newscli.research.shingles`."""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which part of the answer is wanted; `limit` None is all of it."""

    limit: int | None = 10
    offset: int = 0
    sort: Sort = Sort.RELEVANCE

    @property
    def end(self) -> int | None:
        """How many come before what follows the part; None if nothing does."""
        return None if self.limit is None else self.offset + self.limit

    @property
    def part(self) -> slice:
        """The part as it is cut out of the whole answer in order."""
        return slice(self.offset, self.end)


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found."""

    summary: Summary
    score: float


@dataclass(frozen=True, slots=True)
class Page:
    """A part of an answer, and how large the whole is."""

    hits: tuple[Hit, ...]
    total: int
    offset: int


@dataclass(frozen=True, slots=True)
class FoldedPage:
    """A page on which one article of several near-identical ones stands for all of them."""

    page: Page
    """Its total is that of all the articles."""
    duplicates: Mapping[ArticleId, tuple[ArticleId, ...]]
    """For each article of the page, those folded into it, in the order of the answer."""
    folded: int
    """How many articles of the whole answer are folded into others."""


@dataclass(frozen=True, slots=True)
class Match:
    """Any article that matches, with its date: for counts and timelines."""

    id: ArticleId
    date: ArticleDate | None


@dataclass(frozen=True, slots=True)
class Located:
    """A match, and where in it the query's words stand, by position of words."""

    id: ArticleId
    date: ArticleDate | None
    starts: Sequence[int]
    """The position of each occurrence's first word, rising."""
    ends: Sequence[int]
    """The position behind its last word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that hold hits: `text[start:end]` of one paragraph of an article."""

    paragraph: int
    kind: str
    start: int
    end: int
    text: str
    hits: tuple[Span, ...]
    """The lit spans, as offsets into the article's text, in order, never overlapping."""
    cut_before: bool = False
    """Whether the sentence begins before it."""
    cut_after: bool = False
    """Whether the sentence goes on behind it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A spelling that does occur, for one that does not."""

    word: str
    articles: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was left out, and why: `cause` groups, `detail` tells."""

    path: str
    cause: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What `Engine.apply` did, by outcome."""

    added: tuple[ArticleId, ...] = ()
    changed: tuple[ArticleId, ...] = ()
    renamed: tuple[ArticleId, ...] = ()
    removed: tuple[ArticleId, ...] = ()
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By path: what was odd about a file that was read all the same."""

    @property
    def outcomes(self) -> Mapping[str, tuple[ArticleId, ...]]:
        """The articles that are other than before, by the name of what was done."""
        return {
            "added": self.added,
            "changed": self.changed,
            "renamed": self.renamed,
            "removed": self.removed,
        }

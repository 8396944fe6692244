"""An article as newscli holds it: its text, and spans over that text.

Every span is a half-open range of character offsets into `Article.text`, so
`text[start:end]` is the thing itself; nothing is copied or marked up.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Self

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")

FENCES = ("---", "+++")
"""The lines that front matter stands between, at the top of a text."""

ArticleId = str
"""Sixteen hex digits; see `newscli.core.changes` for how one is given."""


class Kind(StrEnum):
    """What a paragraph is to the reader."""

    LEAD = "lead"
    BODY = "body"
    QUOTE = "quote"  # a pull quote, set apart from the running text
    CAPTION = "caption"
    HEADING = "heading"  # a headline given in the file, or a subheading
    META = "meta"  # by whom, when, where from: about the article, not of it


class DateSource(StrEnum):
    """Where an article's date was read."""

    HEADER = "header"  # the `date 2021-01-10` before the text, or its front matter
    DATELINE = "dateline"  # `MOSCOW, March 29, 2021. /TASS/.`
    TEXT = "text"  # a line of its own that is a date, a `Posted at ...`


class _Ends(NamedTuple):
    start: int
    end: int


class Span(_Ends):
    """A half-open range of characters, `start <= end`; a tuple, for texts have very many."""

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """Make a span; raises ValueError if it would begin before 0 or after it ends."""
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        return tuple.__new__(cls, (start, end))

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """A day, or a month when that is all the file tells."""

    year: int
    month: int
    day: int | None = None

    def __post_init__(self) -> None:
        self.first  # noqa: B018 - raises ValueError for a day that no calendar has

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month, 1 if self.day is None else self.day)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        if self.day:
            return self.first
        if self.month == 12:
            return date(self.year, 12, 31)
        return date(self.year, self.month + 1, 1) - timedelta(days=1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    @classmethod
    def from_iso(cls, text: str) -> "ArticleDate":
        """Read back what `str` wrote; raises ValueError on anything else."""
        if not _ISO.fullmatch(text):
            raise ValueError(f"not a day or a month: {text!r}")
        return cls(*map(int, text.split("-")))


class Paragraph(NamedTuple):
    """One paragraph; `number` counts from 1 in the order of the text.

    A tuple, for an archive has millions and each is made in little time.
    """

    number: int
    kind: Kind
    start: int
    end: int
    attribution: Span | None = None
    """Who a pull quote is attributed to, within the paragraph."""
    credit: Span | None = None
    """Whose picture a caption describes, brackets included, within the paragraph."""

    @property
    def span(self) -> Span:
        """The paragraph's place in the text."""
        return Span(self.start, self.end)


class Content(NamedTuple):
    """What can be read out of one file's text, whoever the file belongs to.

    Paragraphs are in order, never overlap, hold no leading or trailing white
    space, and every character outside them is white space.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    headline: str
    headline_derived: bool
    headline_span: Span
    """Where the headline stands in the text; for a derived one, the words it was cut from."""
    date: ArticleDate | None = None
    date_source: DateSource | None = None
    byline: str | None = None
    byline_span: Span | None = None
    dateline: str | None = None
    notes: tuple[str, ...] = ()
    """What a careful reader should know: an impossible date, a guessed encoding."""


@dataclass(frozen=True, slots=True)
class Article:
    """A content with its identity: what the index keeps and `show` prints."""

    id: ArticleId
    folder: str
    """The indexed folder, absolute; undecodable bytes as surrogates (PEP 383)."""
    path: str
    """The file, absolute, likewise."""
    content: Content
    digest: str
    """BLAKE2b-128 of the file's bytes, in hex, as they were when it was read."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The line a list shows of an article, without its text."""

    id: ArticleId
    folder: str
    path: str
    headline: str
    headline_derived: bool
    date: ArticleDate | None
    words: int

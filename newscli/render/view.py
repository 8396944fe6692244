"""What a module of `newscli.render.views` promises: one verb's answer, told in every form.

A view knows what is said and in which order; the renderers know how their form is
written. It loads neither Rich nor JSON: a screen makes its lines.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeVar

from newscli.core.article import ArticleId
from newscli.render.records import Record

if TYPE_CHECKING:  # Rich is loaded for a terminal only
    from newscli.render.terminal.screen import Line, Screen

Told = TypeVar("Told", contravariant=True)


class Place(str):
    """A path among the values of a row: its spaces are kept."""

    __slots__ = ()


Row = tuple[str | int, ...]
"""The values of one line in a pipe; each is made safe where it is written."""


class View(Protocol[Told]):
    """Tells one verb's answer. A module is one."""

    SCHEMA: str
    """The name and version of the document: `newscli.timeline/1`."""
    RECORDS: str
    """What the document calls its records: `bins`."""

    def total(self, answer: Told, /) -> int:
        """Return what `--count` prints."""

    def articles(self, answer: Told, /) -> Iterable[tuple[ArticleId, str]]:
        """Go through the articles told of, each once, with their places: `--ids`, `--paths`."""

    def head(self, answer: Told, /) -> Record:
        """Return the fields of the document that stand before its records."""

    def records(self, answer: Told, /) -> Iterable[Record]:
        """Go through the records; `--jsonl` prints a line for each."""

    def rows(self, answer: Told, /) -> Iterable[Row]:
        """Go through the lines of a pipe, all of the same number of values."""

    def lines(self, answer: Told, screen: "Screen", /) -> "Iterator[Line]":
        """Set the answer for a terminal; nothing for an empty one."""

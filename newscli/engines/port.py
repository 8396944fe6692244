"""What every full-text engine promises.

Ids are strings minted by core. Scores order the hits of one query and mean nothing
else. Every value that crosses is from `newscli.core`, or is defined here; any method may
raise the errors of `newscli.errors`, nothing else escapes an engine.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from newscli.core.article import Article, ArticleDate, ArticleId, Summary
from newscli.core.changes import Addition, Changes, Folder, Source, Unread
from newscli.core.query import Node
from newscli.core.results import (
    IndexReport,
    Located,
    Match,
    Page,
    PageRequest,
    Profile,
    Sketch,
    Skipped,
)

Read = Callable[[Addition], Article | Skipped]
"""Reads one file, or says why it could not be. Other processes may be asked to: it is pickled."""

Advance = Callable[[int], None]
"""Is told how many more files have been read."""


def unheard(_: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of an indexed article besides its text."""

    summary: Summary
    digest: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What an index is, as a whole."""

    articles: int
    size: int
    """In bytes on disk."""
    written: float
    """When it was last changed, in seconds since the epoch."""
    format: str


class Engine(Protocol):
    """A full-text index of articles, wherever it lives."""

    def folders(self) -> Sequence[Folder]:
        """Return the folders that the index covers."""

    def known(self) -> Mapping[ArticleId, Source]:
        """Return what the index remembers of every file it has read."""

    def unread(self) -> Mapping[str, Unread]:
        """Return, by path, what the index remembers of the files it could not read."""

    def writing(self, wait: float) -> AbstractContextManager[None]:
        """Hold the index for this process alone and see its newest state.

        Raises IndexBusy, naming the writer, after `wait` seconds.
        """

    def prepare(self, read: Read, jobs: int) -> None:
        """Expect an `apply` of very many files with this `read`: processes may start meanwhile.

        Only within `writing`, at whose end they are gone, whether there was an `apply` or not.
        """

    def apply(
        self,
        changes: Changes,
        read: Read,
        folders: Sequence[Folder],
        *,
        jobs: int = 1,
        advance: Advance = unheard,
    ) -> IndexReport:
        """Bring the index up to date in one step that others see whole or not at all.

        Only within `writing`. With several jobs, as many processes may share the work.
        Files that cannot be read leave what the index has of them as it is. Doing the
        same again changes nothing.
        """

    def search(self, tree: Node, request: PageRequest) -> Page:
        """Return a page of the matching articles in the order asked for.

        Equal scores and equal dates stand by newer date, then by id; articles without
        a date come last in both orders by date.
        """

    def count(self, tree: Node) -> int:
        """Return how many articles match."""

    def matching(self, tree: Node) -> Iterator[Match]:
        """Go through every match, in no order."""

    def located(self, tree: Node) -> Iterator[Located]:
        """Go through every match, in no order, with the `matching.ranges` of the query in it."""

    def fetch(self, wanted: ArticleId) -> Article:
        """Return the whole article as it was read; NoSuchArticle if there is none."""

    def articles(self, wanted: Iterable[ArticleId]) -> Iterator[Article]:
        """Go through those of the articles that are indexed, each once, in no order.

        Many are read so in less time than one by one.
        """

    def summaries(self, wanted: Sequence[ArticleId]) -> list[Summary]:
        """Return the summaries of those of the ids that are indexed, in their order."""

    def resolve(self, prefix: str) -> list[ArticleId]:
        """Return the ids that begin so, in order."""

    def vocabulary(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Go through the words as written, folded, each with the number of its articles."""

    def dates(self, tree: Node) -> Mapping[ArticleDate | None, int]:
        """Return how many of the articles that match have each date; None is no date."""

    def directories(self, tree: Node) -> Mapping[str, int]:
        """Return how many of the articles that match have their file in each directory."""

    def frequencies(self, tree: Node) -> Mapping[str, int]:
        """Return how often each word as written, folded, stands in the articles that match."""

    def profiles(self, wanted: Sequence[ArticleId]) -> Iterator[tuple[ArticleId, Profile]]:
        """Go through the profiles (`research.profiles`) of those of the articles that are indexed.

        In no order. How rare a word is is counted over all articles, not those alone.
        """

    def near(self, tree: Node, window: int) -> Mapping[str, int]:
        """Return how often each word stands at most so many words from where the query's do.

        The places themselves (`matching.ranges`) count for nothing, a word near two once.
        """

    def runs(
        self, tree: Node, shortest: int, longest: int, least: int
    ) -> Mapping[tuple[str, ...], int]:
        """Return the words that stand side by side in what matches, at least so often.

        As in a phrase, whatever signs stand between them; so many words at a time.
        """

    def sketches(self) -> Iterator[tuple[ArticleId, Sketch]]:
        """Go through the sketches of all articles (`research.shingles`), in no order."""

    def document_frequencies(
        self, parts: Sequence[Node], whole: Node, least: int = 1
    ) -> list[Mapping[str, tuple[int, int]]]:
        """Return, for each part, in how many of its articles each word as written stands.

        With each word comes in how many articles of the whole it does. Words of fewer
        than `least` articles of a part are left out.
        """

    def records(self) -> Iterator[Record]:
        """Go through every article, in no order, without the texts."""

    def verify(self) -> None:
        """Compare the index with what was written; raises DamagedIndex."""

    def facts(self) -> Facts:
        """Tell what the index is as a whole."""

    def close(self) -> None:
        """Let go of files; the engine is not used afterwards."""

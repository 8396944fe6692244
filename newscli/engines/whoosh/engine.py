"""The Whoosh engine: the promise of `newscli.engines.port`, kept with an index on disk."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

from newscli.core.analysis import Stem
from newscli.core.article import Article, ArticleDate, ArticleId, Summary
from newscli.core.changes import Changes, Folder, Source, Unread
from newscli.core.query import Node
from newscli.core.results import (
    IndexReport,
    Located,
    Match,
    Page,
    PageRequest,
    Profile,
    Sketch,
)
from newscli.engines.port import Advance, Facts, Read, Record, unheard
from newscli.engines.whoosh import guard, lock, manifest, seal
from newscli.engines.whoosh.answers import Answers, Loaders
from newscli.engines.whoosh.bulk.workload import Workload
from newscli.engines.whoosh.snapshot import Snapshot
from newscli.errors import DamagedIndex, NoIndex

if TYPE_CHECKING:  # loaded when something is written
    from newscli.engines.whoosh.run import Writing

Answer = TypeVar("Answer")


class WhooshEngine:
    """An index in one folder, seen as it was when it was opened.

    With `fresh`, what stands at the location is not looked at, and the first `apply`
    takes its place in one step. With `create` there may be none, and the first `apply`
    makes one; but what has been made meanwhile is seen by who comes to write.
    """

    def __init__(
        self,
        location: str,
        stem: Stem,
        loaders: Loaders,
        *,
        fresh: bool = False,
        create: bool = False,
    ) -> None:
        self._location = location
        self._stem = stem
        self._loaders = loaders
        self._workload = Workload(loaders.arrays)
        self._snapshot: Snapshot | None = None
        self._answers: Answers | None = None
        self._writing: Writing | None = None
        self._fresh = fresh
        self._create = create
        self._look()

    def folders(self) -> Sequence[Folder]:
        """Return the folders that the index covers."""
        return self._snapshot.manifest.folders if self._snapshot else ()

    def known(self) -> Mapping[ArticleId, Source]:
        """Return what the index remembers of every file it has read."""
        return self._snapshot.ledger.known if self._snapshot else {}

    def unread(self) -> Mapping[str, Unread]:
        """Return, by path, what the index remembers of the files it could not read."""
        return self._snapshot.ledger.unread if self._snapshot else {}

    @contextmanager
    def writing(self, wait: float) -> Iterator[None]:
        """Hold the index for this process alone and see its newest state."""
        with ExitStack() as lasting:
            with guard.storing(self._location):
                os.makedirs(self._location, mode=0o700, exist_ok=True)
                manifest.refuse_unsafe(self._location)
                manifest.refuse_shared(self._location, {lock.NAME})
                lasting.enter_context(lock.held(self._location, wait))
            self._look()
            self._writing = self._loaders.writing()(self._location, self._stem)
            lasting.callback(self._writing.close)
            try:
                yield
            finally:
                self._writing = None

    def prepare(self, read: Read, jobs: int) -> None:
        """Start the processes that are to share the work of `apply`."""
        with guard.storing(self._location):
            self._right_to_write().prepare(read, jobs)

    def apply(
        self,
        changes: Changes,
        read: Read,
        folders: Sequence[Folder],
        *,
        jobs: int = 1,
        advance: Advance = unheard,
    ) -> IndexReport:
        """Bring the index up to date in one step that others see whole or not at all."""
        writing = self._right_to_write()
        with guard.storing(self._location):
            report = writing.apply(
                self._snapshot, changes, read, folders, jobs=jobs, advance=advance
            )
        self._reopen()
        self._fresh = False
        return report

    def search(self, tree: Node, request: PageRequest) -> Page:
        """Return a page of the matching articles in the order asked for."""
        return self._ask(lambda answers: answers.search(tree, request))

    def count(self, tree: Node) -> int:
        """Return how many articles match."""
        return self._ask(lambda answers: answers.count(tree))

    def matching(self, tree: Node) -> Iterator[Match]:
        """Go through every match, in no order."""
        return iter(self._ask(lambda answers: answers.matching(tree)))

    def located(self, tree: Node) -> Iterator[Located]:
        """Go through every match, in no order, with the places of the query's words."""
        return iter(self._ask(lambda answers: answers.located(tree)))

    def fetch(self, wanted: ArticleId) -> Article:
        """Return the whole article as it was read; NoSuchArticle if there is none."""
        return self._ask(lambda answers: answers.fetch(wanted))

    def articles(self, wanted: Iterable[ArticleId]) -> Iterator[Article]:
        """Go through those of the articles that are indexed as they are stored, each once."""
        numbers = self._ask(lambda answers: list(answers.snapshot.stored(wanted)))
        return map(self._article, numbers)

    def summaries(self, wanted: Sequence[ArticleId]) -> list[Summary]:
        """Return the summaries of those of the ids that are indexed, in their order."""
        return self._ask(lambda answers: answers.summaries(wanted))

    def resolve(self, prefix: str) -> list[ArticleId]:
        """Return the ids that begin so, in order."""
        return self._ask(lambda answers: answers.resolve(prefix))

    def vocabulary(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Go through the words as written, folded, each with the number of its articles."""
        return iter(self._ask(lambda answers: answers.vocabulary(prefix)))

    def dates(self, tree: Node) -> Mapping[ArticleDate | None, int]:
        """Return how many of the articles that match have each date; None is no date."""
        return self._ask(lambda answers: answers.dates(tree))

    def directories(self, tree: Node) -> Mapping[str, int]:
        """Return how many of the articles that match have their file in each directory."""
        return self._ask(lambda answers: answers.directories(tree))

    def frequencies(self, tree: Node) -> Mapping[str, int]:
        """Return how often each word as written, folded, stands in the articles that match."""
        return self._ask(lambda answers: answers.frequencies(tree))

    def document_frequencies(
        self, parts: Sequence[Node], whole: Node, least: int = 1
    ) -> list[Mapping[str, tuple[int, int]]]:
        """Return in how many articles of each part, and of the whole, each word stands."""
        return self._ask(lambda answers: answers.document_frequencies(parts, whole, least))

    def profiles(self, wanted: Sequence[ArticleId]) -> Iterator[tuple[ArticleId, Profile]]:
        """Go through the profiles of those of the articles that are indexed, as they are stored."""
        return iter(self._ask(lambda answers: answers.profiles(wanted)))

    def near(self, tree: Node, window: int) -> Mapping[str, int]:
        """Return how often each word stands at most so many words from where the query's do."""
        return self._ask(lambda answers: answers.near(tree, window))

    def runs(
        self, tree: Node, shortest: int, longest: int, least: int
    ) -> Mapping[tuple[str, ...], int]:
        """Return the words that stand side by side in what matches, at least so often."""
        return self._ask(lambda answers: answers.runs(tree, shortest, longest, least))

    def sketches(self) -> Iterator[tuple[ArticleId, Sketch]]:
        """Go through the sketches of all articles in the order they are stored."""
        return iter(self._ask(Answers.sketches))

    def records(self) -> Iterator[Record]:
        """Go through every article in the order they are stored, without the texts."""
        return iter(self._ask(Answers.records))

    def facts(self) -> Facts:
        """Tell what the index is as a whole."""
        return self._ask(Answers.facts)

    def verify(self) -> None:
        """Compare every file of the index with its seal; raises DamagedIndex."""
        snapshot = self._open()
        while wrong := seal.damaged(snapshot.directory, snapshot.sealed):
            checked = (snapshot.directory, snapshot.generation)
            snapshot = self._reopen()
            if (snapshot.directory, snapshot.generation) == checked:
                raise DamagedIndex(f"`{wrong[0]}` is damaged")

    def close(self) -> None:
        """Let go of files; the engine is not used afterwards."""
        if self._snapshot is not None:
            self._snapshot.close()
            self._snapshot = self._answers = None

    def _right_to_write(self) -> "Writing":
        if self._writing is None:
            raise RuntimeError("this belongs within `writing`")
        return self._writing

    def _look(self) -> None:
        """See what is there now, if it is to be looked at."""
        if self._fresh:
            return
        try:
            self._reopen()
        except NoIndex:
            if not self._create:
                raise

    def _reopen(self) -> Snapshot:
        self.close()
        self._snapshot = Snapshot.open(self._location)
        return self._snapshot

    def _article(self, number: int) -> Article:
        return self._ask(lambda answers: answers.snapshot.article(number))

    def _ask(self, question: Callable[[Answers], Answer]) -> Answer:
        snapshot = self._open()
        with guard.reading(snapshot.directory, snapshot.sealed):
            if self._answers is None:
                self._answers = Answers(snapshot, self._stem, self._workload, self._loaders)
            return question(self._answers)

    def _open(self) -> Snapshot:
        if self._snapshot is None:
            raise NoIndex(f"there is no index at `{self._location}`")
        return self._snapshot

"""The Whoosh engine: the promise of `newscli.engines.port`, kept with an index on disk."""

import os
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

from newscli.core.analysis import Stem
from newscli.core.article import Article, ArticleDate, ArticleId, Summary
from newscli.core.changes import Changes, Fingerprint, Folder, Unread
from newscli.core.query import Node
from newscli.core.results import (
    Hit,
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
from newscli.engines.whoosh.bulk.bulk import Ask, Bulk, Workload
from newscli.engines.whoosh.codec.opened import MOST_SETS, Selected
from newscli.engines.whoosh.ranking import ranked
from newscli.engines.whoosh.snapshot import Snapshot, read_date
from newscli.engines.whoosh.vocabulary import spelt
from newscli.errors import DamagedIndex, NoIndex, NoSuchArticle

if TYPE_CHECKING:
    from newscli.engines.whoosh.codec.profiling import Profiling
    from newscli.engines.whoosh.codec.sequences import Sequences
    from newscli.engines.whoosh.commit import Writing

Answer = TypeVar("Answer")


class WhooshEngine:
    """An index in one folder, seen as it was when it was opened.

    With `fresh`, what stands at the location is not looked at, and the first `apply`
    takes its place in one step.
    """

    def __init__(
        self,
        location: str,
        stem: Stem,
        load_writing: Callable[[], "type[Writing]"],
        load_counting: Callable[[], "type[Sequences]"],
        load_profiling: Callable[[], "type[Profiling]"],
        load_arrays: Callable[[], Ask],
        *,
        fresh: bool = False,
    ) -> None:
        self._location = location
        self._stem = stem
        self._snapshot: Snapshot | None = None
        self._is_writing = False
        self._load_writing = load_writing
        self._load_counting = load_counting
        self._load_profiling = load_profiling
        self._profiling: tuple[Snapshot, Profiling] | None = None
        self._counting: Sequences | None = None
        self._workload = Workload(load_arrays)
        self._known_bulk: Bulk | None = None
        self._fresh = fresh
        if not fresh:
            self._snapshot = Snapshot.open(location)

    def folders(self) -> Sequence[Folder]:
        """Return the folders that the index covers."""
        return self._snapshot.manifest.folders if self._snapshot else ()

    def known(self) -> Mapping[ArticleId, Fingerprint]:
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
            if not self._fresh:
                self._reopen()
            self._is_writing = True
            try:
                yield
            finally:
                self._is_writing = False

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
        if not self._is_writing:
            raise RuntimeError("`apply` belongs within `writing`")
        with guard.storing(self._location):
            writing = self._load_writing()(self._location, self._stem, jobs, advance)
            report = writing.apply(self._snapshot, changes, read, folders)
        self._reopen()
        self._fresh = False
        return report

    def search(self, tree: Node, request: PageRequest) -> Page:
        """Return a page of the matching articles in the order asked for."""

        def page(snapshot: Snapshot) -> Page:
            found, total = ranked(snapshot, self._bulk(snapshot), tree, self._stem, request)
            hits = tuple(Hit(snapshot.record(each.number).summary, each.score) for each in found)
            return Page(hits, total, request.offset)

        return self._ask(page)

    def count(self, tree: Node) -> int:
        """Return how many articles match."""

        def counted(snapshot: Snapshot) -> int:
            return self._bulk(snapshot).count(tree)

        return self._ask(counted)

    def matching(self, tree: Node) -> Iterator[Match]:
        """Go through every match, in no order."""

        def matches(snapshot: Snapshot) -> list[Match]:
            numbers = self._bulk(snapshot).numbers(tree)
            return [Match(snapshot.id(number), snapshot.date(number)) for number in numbers]

        return iter(self._ask(matches))

    def located(self, tree: Node) -> Iterator[Located]:
        """Go through every match, in no order, with the places of the query's words."""

        def places(snapshot: Snapshot) -> list[Located]:
            return [
                Located(
                    snapshot.id(number),
                    snapshot.date(number),
                    array("I", [start for start, _ in found]),
                    array("I", [end for _, end in found]),
                )
                for number, found in self._bulk(snapshot).ranges(tree)
            ]

        return iter(self._ask(places))

    def fetch(self, wanted: ArticleId) -> Article:
        """Return the whole article as it was read; NoSuchArticle if there is none."""

        def article(snapshot: Snapshot) -> Article:
            number = snapshot.number(wanted)
            if number is None:
                raise NoSuchArticle(f"no article has the id `{wanted}`")
            return snapshot.article(number)

        return self._ask(article)

    def summaries(self, wanted: Sequence[ArticleId]) -> list[Summary]:
        """Return the summaries of those of the ids that are indexed, in their order."""

        def summaries(snapshot: Snapshot) -> list[Summary]:
            numbers = (snapshot.number(each) for each in wanted)
            return [snapshot.record(each).summary for each in numbers if each is not None]

        return self._ask(summaries)

    def resolve(self, prefix: str) -> list[ArticleId]:
        """Return the ids that begin so, in order."""

        def resolved(snapshot: Snapshot) -> list[ArticleId]:
            return sorted(map(snapshot.id, snapshot.beginning(prefix)))

        return self._ask(resolved)

    def vocabulary(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Go through the words as written, folded, each with the number of its articles."""

        return iter(self._ask(lambda snapshot: list(spelt(snapshot, prefix))))

    def dates(self, tree: Node) -> Mapping[ArticleDate | None, int]:
        """Return how many of the articles that match have each date; None is no date."""

        def dates(snapshot: Snapshot) -> Mapping[ArticleDate | None, int]:
            days = self._bulk(snapshot).days(tree)
            return {read_date(first, last): count for (first, last), count in days.items()}

        return self._ask(dates)

    def directories(self, tree: Node) -> Mapping[str, int]:
        """Return how many of the articles that match have their file in each directory."""
        return self._ask(lambda snapshot: self._bulk(snapshot).directories(tree))

    def frequencies(self, tree: Node) -> Mapping[str, int]:
        """Return how often each word as written, folded, stands in the articles that match."""
        return self._ask(
            lambda snapshot: self._counter(snapshot).frequencies(self._selected(snapshot, tree))
        )

    def document_frequencies(
        self, parts: Sequence[Node], whole: Node, least: int = 1
    ) -> list[Mapping[str, tuple[int, int]]]:
        """Return in how many articles of each part, and of the whole, each word stands."""

        def frequencies(snapshot: Snapshot) -> list[Mapping[str, tuple[int, int]]]:
            counter, at_once = self._counter(snapshot), MOST_SETS - 1
            return [
                pairs
                for at in range(0, len(parts), at_once)
                for pairs in counter.document_frequencies(
                    [self._selected(snapshot, each) for each in (*parts[at : at + at_once], whole)],
                    least,
                )
            ]

        return self._ask(frequencies)

    def profiles(self, wanted: Sequence[ArticleId]) -> Iterator[tuple[ArticleId, Profile]]:
        """Go through the profiles of those of the articles that are indexed, as they are stored."""

        def profiles(snapshot: Snapshot) -> list[tuple[ArticleId, Profile]]:
            if self._profiling is None or self._profiling[0] is not snapshot:
                living = ((each.columns, each.deleted) for each in snapshot.segments)
                self._profiling = snapshot, self._load_profiling()(living)
            return list(self._profiling[1].profiles(wanted))

        return iter(self._ask(profiles))

    def near(self, tree: Node, window: int) -> Mapping[str, int]:
        """Return how often each word stands at most so many words from where the query's do."""
        return self._ask(
            lambda snapshot: self._counter(snapshot).near(self._bulk(snapshot).places(tree), window)
        )

    def runs(
        self, tree: Node, shortest: int, longest: int, least: int
    ) -> Mapping[tuple[str, ...], int]:
        """Return the words that stand side by side in what matches, at least so often."""
        return self._ask(
            lambda snapshot: self._counter(snapshot).runs(
                self._selected(snapshot, tree), shortest, longest, least
            )
        )

    def sketches(self) -> Iterator[tuple[ArticleId, Sketch]]:
        """Go through the sketches of all articles in the order they are stored."""

        def sketches(snapshot: Snapshot) -> list[tuple[ArticleId, Sketch]]:
            return [
                (articles.id(number), articles.sketch(number))
                for segment in snapshot.segments
                for articles in (segment.columns.articles,)
                for number in range(len(articles))
                if number not in segment.deleted
            ]

        return iter(self._ask(sketches))

    def records(self) -> Iterator[Record]:
        """Go through every article in the order they are stored, without the texts."""

        def records(snapshot: Snapshot) -> list[Record]:
            return [snapshot.record(number) for number in snapshot.numbers()]

        return iter(self._ask(records))

    def verify(self) -> None:
        """Compare every file of the index with its seal; raises DamagedIndex."""
        snapshot = self._open()
        while wrong := seal.damaged(snapshot.directory, snapshot.sealed):
            checked = (snapshot.directory, snapshot.generation)
            snapshot = self._reopen()
            if (snapshot.directory, snapshot.generation) == checked:
                raise DamagedIndex(f"`{wrong[0]}` is damaged")

    def facts(self) -> Facts:
        """Tell what the index is as a whole."""
        snapshot = self._open()
        return Facts(
            articles=snapshot.reader.doc_count(),
            size=snapshot.size,
            written=snapshot.written,
            format=f"whoosh {manifest.FORMAT}",
        )

    def close(self) -> None:
        """Let go of files; the engine is not used afterwards."""
        if self._snapshot is not None:
            self._snapshot.close()
            self._snapshot = None
        self._counting = None
        self._known_bulk = None

    def _bulk(self, snapshot: Snapshot) -> Bulk:
        if self._known_bulk is None:
            self._known_bulk = Bulk(snapshot.segments, self._stem, self._workload)
        return self._known_bulk

    def _reopen(self) -> Snapshot:
        self.close()
        self._snapshot = Snapshot.open(self._location)
        return self._snapshot

    def _ask(self, question: Callable[[Snapshot], Answer]) -> Answer:
        snapshot = self._open()
        with guard.reading(snapshot.directory, snapshot.sealed):
            return question(snapshot)

    def _selected(self, snapshot: Snapshot, tree: Node) -> Iterator[Selected]:
        return self._bulk(snapshot).selected(tree)

    def _counter(self, snapshot: Snapshot) -> "Sequences":
        if self._counting is None:
            self._counting = self._load_counting()([each.columns for each in snapshot.segments])
        return self._counting

    def _open(self) -> Snapshot:
        if self._snapshot is None:
            raise NoIndex(f"there is no index at `{self._location}`")
        return self._snapshot

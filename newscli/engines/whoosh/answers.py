"""What one commit answers; what is dear to make ready is made once, when first asked for."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newscli.core.analysis import Stem
from newscli.core.article import Article, ArticleDate, ArticleId, Summary
from newscli.core.query import Node
from newscli.core.results import Hit, Located, Match, Page, PageRequest, Profile, Sketch
from newscli.engines.port import Facts, Record
from newscli.engines.whoosh import manifest
from newscli.engines.whoosh.bulk.bulk import Bulk
from newscli.engines.whoosh.bulk.workload import Ask, Workload
from newscli.engines.whoosh.codec.opened import MOST_SETS
from newscli.engines.whoosh.feedback import Texts
from newscli.engines.whoosh.ranking import ranked
from newscli.engines.whoosh.snapshot import Snapshot, read_date
from newscli.engines.whoosh.vocabulary import spelt
from newscli.errors import NoSuchArticle

if TYPE_CHECKING:
    from newscli.engines.whoosh.codec.profiling import Profiling
    from newscli.engines.whoosh.codec.sequences import Sequences
    from newscli.engines.whoosh.run import Writing


@dataclass(frozen=True, slots=True)
class Loaders:
    """Load what brings NumPy; most runs need none of it."""

    writing: Callable[[], "type[Writing]"]
    counting: Callable[[], "type[Sequences]"]
    profiling: Callable[[], "type[Profiling]"]
    arrays: Callable[[], Ask]


class Answers:
    """Answers what the port asks of an index, about one commit; each method is of the port."""

    def __init__(
        self, snapshot: Snapshot, stem: Stem, workload: Workload, loaders: Loaders
    ) -> None:
        self.snapshot = snapshot
        self._texts = Texts(snapshot, stem)
        self._bulk = Bulk(snapshot.segments, stem, workload)
        self._loaders = loaders

    def search(self, tree: Node, request: PageRequest) -> Page:
        """Return a page of the matching articles in the order asked for."""
        found, total = ranked(self.snapshot, self._bulk, self._texts, tree, request)
        summaries = self._summaries(each.number for each in found)
        hits = tuple(Hit(summaries[each.number], each.score) for each in found)
        return Page(hits, total, request.offset)

    def count(self, tree: Node) -> int:
        """Return how many articles match."""
        return self._bulk.count(tree)

    def matching(self, tree: Node) -> list[Match]:
        """Return every match."""
        snapshot = self.snapshot
        numbers = self._bulk.numbers(tree)
        return [Match(snapshot.id(number), snapshot.date(number)) for number in numbers]

    def located(self, tree: Node) -> list[Located]:
        """Return every match with the places of the query's words."""
        return [
            Located(
                self.snapshot.id(number),
                self.snapshot.date(number),
                array("I", [start for start, _ in found]),
                array("I", [end for _, end in found]),
            )
            for number, found in self._bulk.ranges(tree)
        ]

    def fetch(self, wanted: ArticleId) -> Article:
        """Return the whole article."""
        number = self.snapshot.number(wanted)
        if number is None:
            raise NoSuchArticle(f"no article has the id `{wanted}`")
        return self.snapshot.article(number)

    def summaries(self, wanted: Sequence[ArticleId]) -> list[Summary]:
        """Return the summaries of those of the ids that are indexed."""
        numbers = [each for each in map(self.snapshot.number, wanted) if each is not None]
        summaries = self._summaries(numbers)
        return [summaries[each] for each in numbers]

    def resolve(self, prefix: str) -> list[ArticleId]:
        """Return the ids that begin so."""
        return sorted(map(self.snapshot.id, self.snapshot.beginning(prefix)))

    def vocabulary(self, prefix: str) -> list[tuple[str, int]]:
        """Return the words as written, each with the number of its articles."""
        return list(spelt(self.snapshot, prefix))

    def dates(self, tree: Node) -> Mapping[ArticleDate | None, int]:
        """Return how many of the articles that match have each date."""
        days = self._bulk.days(tree)
        return {read_date(first, last): count for (first, last), count in days.items()}

    def directories(self, tree: Node) -> Mapping[str, int]:
        """Return how many of the articles that match have their file in each directory."""
        return self._bulk.directories(tree)

    def frequencies(self, tree: Node) -> Mapping[str, int]:
        """Return how often each word as written stands in the articles that match."""
        return self._counting.frequencies(self._bulk.selected(tree))

    def document_frequencies(
        self, parts: Sequence[Node], whole: Node, least: int
    ) -> list[Mapping[str, tuple[int, int]]]:
        """Return in how many articles of each part, and of the whole, each word stands."""
        at_once = MOST_SETS - 1
        return [
            pairs
            for at in range(0, len(parts), at_once)
            for pairs in self._counting.document_frequencies(
                [self._bulk.selected(each) for each in (*parts[at : at + at_once], whole)], least
            )
        ]

    def near(self, tree: Node, window: int) -> Mapping[str, int]:
        """Return how often each word stands at most so many words from where the query's do."""
        return self._counting.near(self._bulk.places(tree), window)

    def runs(
        self, tree: Node, shortest: int, longest: int, least: int
    ) -> Mapping[tuple[str, ...], int]:
        """Return the words that stand side by side in what matches."""
        return self._counting.runs(self._bulk.selected(tree), shortest, longest, least)

    def profiles(self, wanted: Sequence[ArticleId]) -> list[tuple[ArticleId, Profile]]:
        """Return the profiles of those of the articles that are indexed."""
        return list(self._profiling.profiles(wanted))

    def sketches(self) -> list[tuple[ArticleId, Sketch]]:
        """Return the sketches of all articles."""
        return [
            (articles.id(number), sketch)
            for segment in self.snapshot.segments
            for articles in (segment.columns.articles,)
            for number, sketch in enumerate(articles.each_sketch())
            if number not in segment.deleted
        ]

    def records(self) -> list[Record]:
        """Return every article without its text."""
        return [self.snapshot.record(number) for number in self.snapshot.numbers()]

    def facts(self) -> Facts:
        """Tell what the index is as a whole."""
        return Facts(
            articles=self.snapshot.reader.doc_count(),
            size=self.snapshot.size,
            written=self.snapshot.written,
            format=f"whoosh {manifest.FORMAT}",
        )

    def _summaries(self, numbers: Iterable[int]) -> dict[int, Summary]:
        """Read summaries as they are stored: in another order blocks are unpacked again."""
        return {number: self.snapshot.record(number).summary for number in sorted(set(numbers))}

    @cached_property
    def _counting(self) -> "Sequences":
        return self._loaders.counting()([each.columns for each in self.snapshot.segments])

    @cached_property
    def _profiling(self) -> "Profiling":
        living = ((each.columns, each.deleted) for each in self.snapshot.segments)
        return self._loaders.profiling()(living)

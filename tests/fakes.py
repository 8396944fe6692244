"""An engine in memory, and invented files for any engine to index.

The engine is brute force: it asks `newscli.core.matching` about every article, so what
it answers is the meaning of a query, to which the others are held.
"""

import math
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b

from newscli.core.analysis import Stem, count_words, words
from newscli.core.article import Article, ArticleDate, ArticleId, Summary
from newscli.core.changes import Addition, Changes, Folder, Source, Unread, compare
from newscli.core.choices import Sort
from newscli.core.matching import Piece, matches, occurrences, ranges
from newscli.core.parsing import parse
from newscli.core.query import Fuzzy, Node, Part, Regex, Wildcard, Word, leaves
from newscli.core.reading import Words
from newscli.core.results import (
    Hit,
    IndexReport,
    Located,
    Match,
    Page,
    PageRequest,
    Profile,
    Sketch,
    Skipped,
)
from newscli.engines.port import Advance, Engine, Facts, Read, Record, unheard
from newscli.errors import IndexBusy, NoSuchArticle
from newscli.research.profiles import profile
from newscli.research.shingles import sketch


@dataclass
class Files:
    """Folders of text files that exist in no file system: text by absolute path."""

    texts: dict[str, str] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    folders: tuple[Folder, ...] = (Folder("/news"),)
    read_paths: list[str] = field(default_factory=list)
    """The files that were read, in order."""

    def sources(self) -> list[Source]:
        """Return the files as a walk would find them."""
        return [
            Source(
                folder.path,
                path,
                len(text.encode("utf-8", "surrogatepass")),
                self.times.get(path, 1),
            )
            for folder in self.folders
            for path, text in self.texts.items()
            if folder.holds(path)
        ]

    def read(self, addition: Addition) -> Article | Skipped:
        """Read a file as an article."""
        path = addition.source.path
        self.read_paths.append(path)
        if path in self.unreadable:
            return Skipped(path, "unreadable", "permission denied")
        return article(self.texts[path], path, addition.source.folder, addition.id)


def article(
    text: str,
    path: str = "/news/story.txt",
    folder: str = "/news",
    as_id: ArticleId = "00000000000000aa",
) -> Article:
    """Make an article of the text of a file."""
    content = parse(text)
    digest = blake2b(_encoded(text), digest_size=16).hexdigest()
    return Article(as_id, folder, path, content, digest)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def summary(article: Article) -> Summary:
    """Return the line a list shows of an article."""
    content = article.content
    return Summary(
        article.id,
        article.folder,
        article.path,
        content.headline,
        content.headline_derived,
        content.date,
        count_words(article.content.text),
    )


def update(engine: Engine, files: Files) -> IndexReport:
    """Bring an index up to date with the files, as `newscli index` does."""
    with engine.writing(wait=5):
        changes = compare(files.sources(), engine.known())
        return engine.apply(changes, files.read, files.folders)


class Reading:
    """An article as the query's words are looked for in it; see `matching.Matchable`."""

    def __init__(self, article: Article, stem: Stem) -> None:
        self.words = Words(article.content.text, stem, article.content)
        self.date: ArticleDate | None = article.content.date
        self.directory = os.path.dirname(article.path)

    def positions(self, word: Word) -> Sequence[int]:
        """Return the positions of the word in its view."""
        return self.words.positions(word)

    def fitting(self, leaf: Wildcard | Fuzzy | Regex) -> Sequence[int]:
        """Return the positions of the words as written that fit the pattern."""
        return self.words.fitting(leaf)

    def regions(self, part: Part) -> Sequence[Piece]:
        """Return the ranges of positions that the part covers."""
        return self.words.regions(part)


class MemoryEngine:
    """The promise of `newscli.engines.port`, kept in a few dictionaries."""

    def __init__(self, stem: Stem) -> None:
        self._stem = stem
        self._folders: tuple[Folder, ...] = ()
        self._known: dict[ArticleId, Source] = {}
        self._unread: dict[str, Unread] = {}
        self._articles: dict[ArticleId, Article] = {}
        self._readings: dict[ArticleId, Reading] = {}
        self._is_writing = False

    def folders(self) -> Sequence[Folder]:
        return self._folders

    def known(self) -> Mapping[ArticleId, Source]:
        return dict(self._known)

    def unread(self) -> Mapping[str, Unread]:
        return dict(self._unread)

    @contextmanager
    def writing(self, wait: float) -> Iterator[None]:  # noqa: ARG002 -- nobody lets go
        if self._is_writing:
            raise IndexBusy(f"another newscli (process {os.getpid()}) is writing the index")
        self._is_writing = True
        try:
            yield
        finally:
            self._is_writing = False

    def prepare(self, read: Read, jobs: int) -> None:
        pass

    def apply(
        self,
        changes: Changes,
        read: Read,
        folders: Sequence[Folder],
        *,
        jobs: int = 1,  # noqa: ARG002 -- one is enough
        advance: Advance = unheard,
    ) -> IndexReport:
        if not self._is_writing:
            raise RuntimeError("`apply` belongs within `writing`")
        found = [(each, read(each)) for each in changes.to_read]
        advance(len(found))
        skipped = tuple(result for _, result in found if isinstance(result, Skipped))
        written = {
            each.id: (each.source, result) for each, result in found if isinstance(result, Article)
        }
        for each, result in found:
            self._unread.pop(each.source.path, None)
            if isinstance(result, Skipped):
                source = each.source
                self._unread[source.path] = Unread(source.size, source.mtime, result)
        moves = zip(changes.renamed, changes.formerly, strict=True)
        kept = {former for now, former in moves if now.id not in written}
        for gone in set(changes.removed) - kept:
            self._known.pop(gone, None)
            self._articles.pop(gone, None)
        for id, (source, result) in written.items():
            self._known[id] = source
            self._articles[id] = result
        self._folders = tuple(sorted(folders, key=lambda folder: folder.path))
        self._readings = {id: Reading(each, self._stem) for id, each in self._articles.items()}
        return IndexReport(
            added=tuple(each.id for each in changes.added if each.id in written),
            changed=tuple(each.id for each in changes.changed if each.id in written),
            renamed=tuple(each.id for each in changes.renamed if each.id in written),
            removed=changes.vanished,
            unchanged=changes.unchanged,
            skipped=skipped,
            notes={
                source.path: result.content.notes
                for source, result in written.values()
                if result.content.notes
            },
        )

    def search(self, tree: Node, request: PageRequest) -> Page:
        found = self._matching(tree)
        scores = {id: self._score(tree, id) for id in found}
        days = {id: self._day(id) for id in found}
        first: Callable[[ArticleId], float] = {
            Sort.RELEVANCE: lambda each: -scores[each],
            Sort.NEWEST: lambda each: -days[each],
            Sort.OLDEST: lambda each: days[each] or math.inf,
        }[request.sort]
        found.sort(key=lambda each: (first(each), -days[each], each))
        end = None if request.limit is None else request.offset + request.limit
        hits = tuple(
            Hit(summary(self._articles[id]), scores[id]) for id in found[request.offset : end]
        )
        return Page(hits, len(found), request.offset)

    def count(self, tree: Node) -> int:
        return len(self._matching(tree))

    def matching(self, tree: Node) -> Iterator[Match]:
        return (Match(id, self._articles[id].content.date) for id in self._matching(tree))

    def located(self, tree: Node) -> Iterator[Located]:
        for id in self._matching(tree):
            found = ranges(tree, self._readings[id])
            starts, ends = [start for start, _ in found], [end for _, end in found]
            yield Located(id, self._articles[id].content.date, starts, ends)

    def fetch(self, wanted: ArticleId) -> Article:
        try:
            return self._articles[wanted]
        except KeyError as error:
            raise NoSuchArticle(f"no article has the id `{wanted}`") from error

    def articles(self, wanted: Iterable[ArticleId]) -> Iterator[Article]:
        return (self._articles[id] for id in set(wanted) & self._articles.keys())

    def summaries(self, wanted: Sequence[ArticleId]) -> list[Summary]:
        return [summary(self._articles[id]) for id in wanted if id in self._articles]

    def resolve(self, prefix: str) -> list[ArticleId]:
        return sorted(id for id in self._articles if id.startswith(prefix))

    def vocabulary(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        held = Counter(form for each in self._readings.values() for form in each.words.exact)
        return ((form, held[form]) for form in sorted(held) if form.startswith(prefix))

    def dates(self, tree: Node) -> Mapping[ArticleDate | None, int]:
        return Counter(self._articles[id].content.date for id in self._matching(tree))

    def directories(self, tree: Node) -> Mapping[str, int]:
        return Counter(os.path.dirname(self._articles[id].path) for id in self._matching(tree))

    def frequencies(self, tree: Node) -> Mapping[str, int]:
        counted: Counter[str] = Counter()
        for id in self._matching(tree):
            held = self._readings[id].words.exact
            counted.update({form: len(positions) for form, positions in held.items()})
        return counted

    def profiles(self, wanted: Sequence[ArticleId]) -> Iterator[tuple[ArticleId, Profile]]:
        holding = dict(self.vocabulary())
        for id in set(wanted) & self._readings.keys():
            held = self._readings[id].words.exact
            counts = {form: len(positions) for form, positions in held.items()}
            yield id, profile(counts, holding, len(self._articles))

    def near(self, tree: Node, window: int) -> Mapping[str, int]:
        counted: Counter[str] = Counter()
        for id in self._matching(tree):
            words = [token.word.exact for token in self._readings[id].words.tokens]
            found = ranges(tree, self._readings[id])
            inside = {at for start, end in found for at in range(start, end)}
            around = {
                at
                for start, end in found
                for at in range(max(start - window, 0), min(end + window, len(words)))
            }
            counted.update(words[at] for at in around - inside if words[at])
        return counted

    def runs(
        self, tree: Node, shortest: int, longest: int, least: int
    ) -> Mapping[tuple[str, ...], int]:
        counted: Counter[tuple[str, ...]] = Counter()
        for id in self._matching(tree):
            words = [token.word.exact for token in self._readings[id].words.tokens]
            for length in range(shortest, longest + 1):
                runs = zip(*(words[at:] for at in range(length)), strict=False)
                counted.update(run for run in runs if all(run))
        return {run: count for run, count in counted.items() if count >= least}

    def sketches(self) -> Iterator[tuple[ArticleId, Sketch]]:
        for id, each in self._articles.items():
            yield id, sketch([word.exact for word in words(each.content.text)])

    def document_frequencies(
        self, parts: Sequence[Node], whole: Node, least: int = 1
    ) -> list[Mapping[str, tuple[int, int]]]:
        held, *of_parts = (
            Counter(form for id in self._matching(tree) for form in self._readings[id].words.exact)
            for tree in (whole, *parts)
        )
        return [
            {form: (many, held[form]) for form, many in part.items() if many >= least}
            for part in of_parts
        ]

    def records(self) -> Iterator[Record]:
        return (
            Record(summary(each), each.digest, each.content.notes)
            for each in self._articles.values()
        )

    def verify(self) -> None:
        return

    def facts(self) -> Facts:
        size = sum(len(each.content.text) for each in self._articles.values())
        return Facts(len(self._articles), size, 0.0, "memory")

    def close(self) -> None:
        return

    def _matching(self, tree: Node) -> list[ArticleId]:
        return [id for id, reading in self._readings.items() if matches(tree, reading)]

    def _day(self, of: ArticleId) -> int:
        found = self._articles[of].content.date
        return found.first.toordinal() if found else 0

    def _score(self, tree: Node, of: ArticleId) -> float:
        """Score by tf-idf, damped, a sum over the leaves."""
        score = 0.0
        for leaf in leaves(tree):
            hits = {each: len(occurrences(leaf, at)) for each, at in self._readings.items()}
            holding = sum(1 for each in hits.values() if each)
            if hits[of]:
                idf = math.log(1 + len(hits) / holding)
                score += idf * hits[of] / (hits[of] + 1)
        return score

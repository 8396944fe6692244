"""Answers over all segments of an index."""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from whoosh.util.numeric import byte_to_length

from newscli.core.analysis import Stem
from newscli.core.matching import Piece
from newscli.core.query import Node, Single, Word
from newscli.engines.whoosh.bulk.question import SLACK, Best, Question, Scoring
from newscli.engines.whoosh.bulk.terms import Terms
from newscli.engines.whoosh.bulk.workload import Workload, visited
from newscli.engines.whoosh.codec.opened import OpenedSegment, Selected
from newscli.engines.whoosh.codec.postings import HALF
from newscli.engines.whoosh.scoring import K1, idf, norm


@dataclass(frozen=True, slots=True)
class Segment:
    """An opened segment in its place in the index."""

    offset: int
    """The number of its first article in the whole index."""
    columns: OpenedSegment
    deleted: frozenset[int]


class Bulk:
    """Answers queries over the columns of all segments."""

    def __init__(self, segments: Sequence[Segment], stem: Stem, workload: Workload) -> None:
        self._segments = segments
        self._workload = workload
        self._terms = [Terms(each.columns, stem) for each in segments]
        self._articles = sum(len(each.columns.articles) for each in segments)
        length = sum(each.columns.articles.sum for each in segments)
        average = length / self._articles if self._articles else 0.0
        self._norms = [HALF * norm(byte_to_length(code), average) for code in range(256)]
        self._gains: dict[Single, float] = {}
        self._counted: dict[str, tuple[int, int]] = {}
        """By form: how many articles hold the word in how many segments, the first ones."""

    def numbers(self, node: Node) -> Iterator[int]:
        """Go through the numbers of all matches, by segment and in order."""
        for segment, (_, found) in zip(self._segments, self.selected(node), strict=True):
            yield from map(segment.offset.__add__, sorted(found))

    def selected(self, node: Node) -> Iterator[Selected]:
        """Go through the segments, each with its matches."""
        for segment, question in zip(self._segments, self._questions(node), strict=True):
            yield segment.columns, question.holding(node)

    def count(self, node: Node) -> int:
        """Return how many articles match."""
        return sum(len(found) for _, found in self.selected(node))

    def days(self, node: Node) -> Counter[tuple[int, int]]:
        """Count the matches by the first and the last day that their dates may mean."""
        counted: Counter[tuple[int, int]] = Counter()
        for columns, found in self.selected(node):
            days = list(zip(columns.articles.first.whole, columns.articles.last.whole, strict=True))
            counted.update(map(days.__getitem__, found))
        return counted

    def directories(self, node: Node) -> Counter[str]:
        """Count the matches by the directory of their file."""
        counted: Counter[str] = Counter()
        for columns, found in self.selected(node):
            names, directory = columns.articles.directories, columns.articles.directory.whole
            for at, count in Counter(map(directory.__getitem__, found)).items():
                counted[names[at].decode("utf-8", "surrogateescape")] += count
        return counted

    def ranges(self, node: Node) -> Iterator[tuple[int, list[Piece]]]:
        """Go through the numbers of all matches, each with the `matching.ranges` in it."""
        for segment, question in zip(self._segments, self._questions(node), strict=True):
            for article, found in question.ranges(node):
                yield segment.offset + article, found

    def places(self, node: Node) -> Iterator[tuple[OpenedSegment, dict[int, list[Piece]]]]:
        """Go through the segments, each with the `matching.ranges` in its matches."""
        for segment, question in zip(self._segments, self._questions(node), strict=True):
            yield segment.columns, {at: found for at, found in question.ranges(node) if found}

    def best(self, node: Node, wanted: int | None) -> Best:
        """Return the matches that are, or are level with, the first `wanted` by score.

        A key is a score below zero. With None all matches are wanted.
        """
        questions = self._questions(node)
        scoring = self._scoring(questions)
        found: list[Best] = []
        floor = float("inf")
        for question in questions:
            found.append(question.best(node, wanted, scoring, floor))
            if wanted:
                lowest = heapq.nsmallest(wanted, chain.from_iterable(each.keys for each in found))
                floor = lowest[-1] if len(lowest) == wanted else floor
        return _first(self._joined(found), wanted)

    def earliest(self, node: Node, wanted: int | None, *, newest: bool) -> Best:
        """Return likewise the first by day, or the last; articles without a date are last."""
        questions = self._questions(node)
        parts = (each.earliest(node, wanted, newest=newest) for each in questions)
        return _first(self._joined(parts), wanted)

    @property
    def highest_rarity(self) -> float:
        """How much a word tells that only two articles hold."""
        return idf(self._articles, min(self._articles, 2))

    def rarity(self, form: str, least: float) -> float:
        """Return about how much a word tells, its forms counted as if none shared an article.

        Once it is known to be below the least, it is not looked up in further segments.
        """
        found, segments = self._counted.get(form, (0, 0))
        rarity = idf(self._articles, min(self._articles, found))
        for each in self._terms[segments:]:
            if rarity < least:
                break
            found += each.rows(Word(form))
            segments += 1
            rarity = idf(self._articles, min(self._articles, found))
        self._counted[form] = found, segments
        return rarity

    def scored_again(
        self, shares: Mapping[Word, float], numbers: Iterable[int]
    ) -> dict[int, float]:
        """Return what these words score in each of these articles, each times its share."""
        wanted = sorted(numbers)
        questions = self._asking(len(shares) * len(wanted))
        gains = self._scoring(questions).gains
        scoring = Scoring(
            {word: share * gains[word] for word, share in shares.items()}, self._norms
        )
        scores: dict[int, float] = {}
        for segment, question in zip(self._segments, questions, strict=True):
            within = range(segment.offset, segment.offset + len(segment.columns.articles))
            here = [number for number in wanted if number in within]
            articles = [number - segment.offset for number in here]
            scores |= zip(here, question.scored(shares, articles, scoring), strict=True)
        return scores

    def _questions(self, node: Node) -> list[Question]:
        return self._asking(
            sum(
                visited(node, terms, len(segment.columns.articles))
                for segment, terms in zip(self._segments, self._terms, strict=True)
            )
        )

    def _asking(self, postings: int) -> list[Question]:
        """Return what a query is asked of that visits about so many postings."""
        ask = self._workload.asking(postings)
        return [
            ask(segment.columns, terms, segment.deleted)
            for segment, terms in zip(self._segments, self._terms, strict=True)
        ]

    def _joined(self, parts: Iterable[Best]) -> Best:
        articles: list[int] = []
        keys: list[float] = []
        total = 0
        for segment, part in zip(self._segments, parts, strict=True):
            articles += map(segment.offset.__add__, part.articles)
            keys += part.keys
            total += part.total
        return Best(articles, keys, total)

    def _scoring(self, questions: Sequence[Question]) -> Scoring:
        return Scoring(_Gains(self._gains, questions, self._articles), self._norms)


def _first(best: Best, wanted: int | None) -> Best:
    """Keep those whose keys are, or are level with, the first `wanted`."""
    if not wanted or wanted >= len(best.keys):
        return best
    last = heapq.nsmallest(wanted, best.keys)[-1] + SLACK
    kept = [at for at, key in enumerate(best.keys) if key <= last]
    articles, keys = best.articles, best.keys
    return Best([articles[at] for at in kept], [keys[at] for at in kept], best.total)


class _Gains(dict[Single, float]):
    """The highest score a word can come near, by how rare it is in the whole index.

    What is found out is told to `known` too, for the queries that follow.
    """

    def __init__(
        self, known: dict[Single, float], questions: Sequence[Question], articles: int
    ) -> None:
        super().__init__(known)
        self._known = known
        self._questions = questions
        self._articles = articles

    def __missing__(self, leaf: Single) -> float:
        found = sum(each.frequency(leaf) for each in self._questions)
        gain = (K1 + 1) * idf(self._articles, min(self._articles, found))
        self[leaf] = self._known[leaf] = gain
        return gain

"""Matching and scoring over whole columns of postings, instead of one posting after another.

A leaf of the query becomes, for each segment, a column of articles and one of weights;
boolean nodes are operations on sets of articles; a score is summed up only for articles
that match as a whole. The scores are those of scoring.py, to the last bits.

What only tells articles apart (NOT, a date, a folder) adds nothing to a score.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from typing import Any

from whoosh.util.numeric import byte_to_length

from newscli.core.analysis import Stem
from newscli.core.matching import Piece, is_in_folder, occurrences, ranges
from newscli.core.patterns import matcher, prefix
from newscli.core.query import (
    And,
    Dated,
    Everything,
    Fuzzy,
    InFolder,
    InPart,
    Near,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    Regex,
    Wildcard,
    Word,
    leaf_words,
    leaves,
)
from newscli.engines.whoosh.codec.merged import Weighed, holding, weighed
from newscli.engines.whoosh.codec.opened import POSITION_BITS, OpenedSegment, Selected, Unpacked
from newscli.engines.whoosh.codec.postings import HALF
from newscli.engines.whoosh.fields import FIRST_PRINTABLE, NEVER, REGION, STEMS, term
from newscli.engines.whoosh.scoring import K1, B, idf

Pattern = Wildcard | Fuzzy | Regex
Single = Word | Wildcard | Fuzzy | Regex
"""A leaf that is one word at a time: it has weights, and so a score."""


_WORTH_UNPACKING = 16
"""A term's positions are unpacked at once, unless it has so many times the postings asked for."""


@dataclass(frozen=True, slots=True)
class Segment:
    """An opened segment in its place in the index."""

    offset: int
    """The number of its first article in the whole index."""
    columns: OpenedSegment
    deleted: frozenset[int]


class Bulk:
    """Answers queries over the columns of all segments."""

    def __init__(self, segments: Sequence[Segment], stem: Stem) -> None:
        self._segments = segments
        self._articles = sum(len(each.columns.articles) for each in segments)
        length = sum(each.columns.articles.sum for each in segments)
        self._average = (length / self._articles if self._articles else 0) or 1
        self._questions = [_Question(each.columns, stem) for each in segments]

    def numbers(self, node: Node) -> Iterator[int]:
        """Go through the numbers of all matches, by segment and in order."""
        for segment, (_, found) in zip(self._segments, self.selected(node), strict=True):
            yield from map(segment.offset.__add__, sorted(found))

    def selected(self, node: Node) -> Iterator[Selected]:
        """Go through the segments, each with its matches."""
        for segment, question in zip(self._segments, self._questions, strict=True):
            yield segment.columns, question.holding(node) - segment.deleted

    def days(self, node: Node) -> Counter[tuple[int, int]]:
        """Count the matches by the first and the last day that their dates may mean."""
        counted: Counter[tuple[int, int]] = Counter()
        for columns, found in self.selected(node):
            days = list(zip(columns.articles.first, columns.articles.last, strict=True))
            counted.update(map(days.__getitem__, found))
        return counted

    def ranges(self, node: Node) -> Iterator[tuple[int, list[Piece]]]:
        """Go through the numbers of all matches, each with the `matching.ranges` in it."""
        for segment, question in zip(self._segments, self._questions, strict=True):
            found = sorted(question.holding(node) - segment.deleted)
            question.read_ahead(node, len(found))
            positions = _ArticlePositions(question)
            for article in found:
                yield segment.offset + article, ranges(node, positions.of(article))

    def scored(self, node: Node) -> tuple[list[int], list[float]]:
        """Return the numbers of all matches and their scores."""
        gains = _Gains(self._questions, self._articles)
        norms = self._norms()
        numbers: list[int] = []
        scores: list[float] = []
        for segment, question in zip(self._segments, self._questions, strict=True):
            if isinstance(node, Word | Wildcard | Fuzzy | Regex):
                found, weights = question.weighed(node)
                score = _scores(gains[node], norms, segment.columns, found, weights)
                if segment.deleted:
                    kept = [at for at, a in enumerate(found) if a not in segment.deleted]
                    found = [found[at] for at in kept]
                    score = [score[at] for at in kept]
                numbers += map(segment.offset.__add__, found)
                scores += score
                continue
            matches = question.holding(node) - segment.deleted
            total = dict.fromkeys(sorted(matches), 0.0)
            question.add_scores(node, matches, total, gains, norms)
            numbers += map(segment.offset.__add__, total)
            scores += total.values()
        return numbers, scores

    def gains(self, words: Iterable[Word]) -> dict[Word, float]:
        """Return the highest score that each word can come near."""
        gains = _Gains(self._questions, self._articles)
        return {word: gains[word] for word in words}

    def rarities(self, words: Iterable[Word]) -> dict[Word, float]:
        """Return about how much each word tells, its forms counted as if none shared an article."""
        found = {word: sum(each.rows(word) for each in self._questions) for word in words}
        return {word: idf(self._articles, min(self._articles, n)) for word, n in found.items()}

    def scored_again(self, gains: Mapping[Word, float], numbers: Iterable[int]) -> dict[int, float]:
        """Return what these words, with these gains, score in each of these articles."""
        wanted = set(numbers)
        norms = self._norms()
        scores: dict[int, float] = {}
        for segment, question in zip(self._segments, self._questions, strict=True):
            within = range(segment.offset, segment.offset + len(segment.columns.articles))
            total = {number - segment.offset: 0.0 for number in wanted if number in within}
            for word, gain in gains.items():
                question.add_leaf(word, total.keys(), total, gain, norms)
            scores |= {segment.offset + article: score for article, score in total.items()}
        return scores

    def _norms(self) -> list[float]:
        """Return, for each coded length, what a weight in halves is divided by beside itself."""
        slope = K1 * B / self._average
        return [HALF * (K1 * (1 - B) + slope * byte_to_length(code)) for code in range(256)]


class _Gains(dict[Single, float]):
    """The highest score a word can come near, by how rare it is in the whole index."""

    def __init__(self, questions: Sequence["_Question"], articles: int) -> None:
        super().__init__()
        self._questions = questions
        self._articles = articles

    def __missing__(self, leaf: Single) -> float:
        found = sum(each.frequency(leaf) for each in self._questions)
        self[leaf] = (K1 + 1) * idf(self._articles, min(self._articles, found))
        return self[leaf]


class _Question:
    """One query asked of one segment; columns that were put together are kept."""

    def __init__(self, columns: OpenedSegment, stem: Stem) -> None:
        self._columns = columns
        self._stem = stem
        self._terms: dict[Single, list[int]] = {}
        self._weighed: dict[Single, Weighed] = {}
        self._sets: dict[Single, set[int]] = {}
        self._flat: dict[int, Unpacked] = {}

    def terms(self, leaf: Single) -> list[int]:
        """Return the numbers of the terms that a leaf stands for."""
        if leaf not in self._terms:
            self._terms[leaf] = self._looked_up(leaf)
        return self._terms[leaf]

    def weighed(self, leaf: Single) -> Weighed:
        """Return the articles of a leaf and its weight in each."""
        if leaf not in self._weighed:
            terms = self.terms(leaf)
            self._weighed[leaf] = weighed(self._columns, terms) if terms else ((), ())
        return self._weighed[leaf]

    def frequency(self, leaf: Single) -> int:
        """Return how many articles hold a leaf; those of a pattern's words are added up."""
        if isinstance(leaf, Word):
            return len(self.weighed(leaf)[0])
        return self.rows(leaf)

    def rows(self, leaf: Single) -> int:
        """Return how many postings the terms of a leaf have."""
        return sum(len(self._columns.dictionary.rows(term)) for term in self.terms(leaf))

    def holding(self, node: Node) -> set[int]:
        """Return the articles that match, deleted ones too."""
        match node:
            case Everything():
                return set(range(len(self._columns.articles)))
            case And(nodes):
                return self._all_of(nodes)
            case Or(nodes):
                return set().union(*map(self.holding, nodes))
            case Not(child):
                return set(range(len(self._columns.articles))) - self.holding(child)
            case Dated(since, until):
                return self._dated(since.toordinal() if since else 1, until)
            case InFolder(name):
                return self._below(name)
            case Word() | Wildcard() | Fuzzy() | Regex():
                if node not in self._sets:
                    self._sets[node] = holding(self._columns, self.terms(node))
                return self._sets[node]
            case Phrase() | Near() | InPart():
                return self._positional(node)

    def add_scores(
        self,
        node: Node,
        matches: set[int],
        total: dict[int, float],
        gains: Mapping[Single, float],
        norms: Sequence[float],
    ) -> None:
        """Add to the total of each of these articles, which all match, what the node gives it."""
        add = partial(self.add_scores, total=total, gains=gains, norms=norms)
        match node:
            case And(nodes):
                for child in nodes:
                    add(child, matches)
            case Or(nodes):
                for child in nodes:
                    add(child, matches & self.holding(child))
            case InPart(_, leaf):
                add(leaf, matches)
            case Phrase() | Near():
                for word in dict.fromkeys(leaf_words(node)):
                    add(word, matches)
            case Word() | Wildcard() | Fuzzy() | Regex():
                self.add_leaf(node, matches, total, gains[node], norms)
            case _:
                return

    def add_leaf(
        self,
        leaf: Single,
        matches: Set[int],
        total: dict[int, float],
        gain: float,
        norms: Sequence[float],
    ) -> None:
        """Add to the total of each of these articles what the leaf scores there, if it does."""
        found, weights = self.weighed(leaf)
        lengths = self._columns.articles.lengths
        for article, weight in zip(found, weights, strict=True):
            if article in matches:
                total[article] += gain * weight / (weight + norms[lengths[article]])

    def read_ahead(self, node: Node, candidates: int) -> None:
        """Unpack the positions of the words of all leaves, where many will be asked for."""
        for each in leaves(node):
            leaf = each.leaf if isinstance(each, InPart) else each
            words: Sequence[Single]
            words = leaf_words(leaf) if isinstance(leaf, Word | Phrase | Near) else (leaf,)
            for word in words:
                self._read_ahead(self.terms(word), candidates)

    def _looked_up(self, leaf: Single) -> list[int]:
        dictionary = self._columns.dictionary
        if isinstance(leaf, Word):
            field, text = term(leaf, self._stem)
            if leaf.form < FIRST_PRINTABLE:
                return []  # no word: what else is kept among them is not to be asked for
            encoded = text.encode("utf-8", "surrogateescape")
            if field == STEMS:
                return dictionary.forms(encoded)
            at = dictionary.terms.find(encoded)
            return [] if at is None else [at]
        fits = matcher(leaf)
        candidates = dictionary.words(prefix(leaf))
        return [
            at for at in candidates if fits(dictionary.terms[at].decode("utf-8", "surrogateescape"))
        ]

    def _all_of(self, nodes: Sequence[Node]) -> set[int]:
        wanted = [each for each in nodes if not isinstance(each, Not)]
        costly = (Phrase, Near, InPart)
        found: set[int] | None = None
        for each in sorted(wanted, key=lambda node: isinstance(node, costly)):
            more = self._positional(each, found) if isinstance(each, costly) else self.holding(each)
            found = more if found is None else found & more
            if not found:
                return set()
        if found is None:
            found = set(range(len(self._columns.articles)))
        for unwanted in nodes:
            if isinstance(unwanted, Not):
                found = found - self.holding(unwanted.node)
        return found

    def _dated(self, since: int, until: Any) -> set[int]:
        articles = self._columns.articles
        last_day = until.toordinal() if until else 1 << 31
        return {
            number
            for number, (first, last) in enumerate(zip(articles.first, articles.last, strict=True))
            if first != NEVER and since <= first and last <= last_day
        }

    def _below(self, name: str) -> set[int]:
        articles = self._columns.articles
        names = articles.directories
        fitting = {
            at
            for at in range(len(names))
            if is_in_folder(names[at].decode("utf-8", "surrogateescape"), name)
        }
        return {number for number, at in enumerate(articles.directory) if at in fitting}

    def _positional(self, node: Phrase | Near | InPart, among: set[int] | None = None) -> set[int]:
        """Return the articles, of those given, in which the node occurs."""
        leaf = node.leaf if isinstance(node, InPart) else node
        words: Sequence[Single]
        words = leaf_words(leaf) if isinstance(leaf, Word | Phrase | Near) else (leaf,)
        candidates = among
        for word in words:
            found = self.holding(word)
            candidates = found if candidates is None else candidates & found
        if isinstance(node, InPart):
            at = self._columns.dictionary.terms.find((REGION + node.part).encode())
            regions = [] if at is None else [at]
            candidates = (candidates or set()) & holding(self._columns, regions)
            self._read_ahead(regions, len(candidates))
        if not candidates:
            return set()
        if isinstance(node, Phrase) and not node.slop:
            return self._side_by_side([self.terms(word) for word in node.words], candidates)
        for word in words:
            self._read_ahead(self.terms(word), len(candidates))
        positions = _ArticlePositions(self)
        return {
            article for article in sorted(candidates) if occurrences(node, positions.of(article))
        }

    def _side_by_side(self, words: Sequence[Sequence[int]], candidates: set[int]) -> set[int]:
        """Return the candidates in which the words stand side by side, in this order.

        Every token of the segment is one number, its article and position; those of the
        n-th word, n less, are those of a phrase's beginning if they are in all the sets.
        """
        begins: set[int] | None = None
        for nth, terms in enumerate(words):
            tokens: set[int] = set()
            for each in terms:
                if len(self._columns.dictionary.rows(each)) < len(candidates) * _WORTH_UNPACKING:
                    tokens.update(map((-nth).__add__, self._columns.tokens(each)))
                    continue
                for article in candidates:
                    base = (article << POSITION_BITS) - nth
                    tokens.update(map(base.__add__, self._columns.positions_in(each, article)))
            begins = tokens if begins is None else begins & tokens
        return {token >> POSITION_BITS for token in begins or ()}

    def positions(self, leaf: Single, article: int) -> Sequence[int]:
        """Return the positions of a leaf's words in an article."""
        terms = self.terms(leaf)
        if len(terms) == 1:
            return self._read(terms[0], article)
        found: list[int] = []
        for each in terms:
            found += self._read(each, article)
        found.sort()
        return found

    def _read(self, term: int, article: int) -> Sequence[int]:
        if term in self._flat:
            flat, places = self._flat[term]
            start, end = places.get(article, (0, 0))
            return flat[start:end]
        return self._columns.positions_in(term, article)

    def _read_ahead(self, terms: Sequence[int], candidates: int) -> None:
        """Unpack all positions of those terms of which many will be asked for."""
        for each in terms:
            rows = self._columns.dictionary.rows(each)
            if each not in self._flat and len(rows) < candidates * _WORTH_UNPACKING:
                self._flat[each] = self._columns.unpacked(each)

    def regions(self, part: Part, article: int) -> list[Piece]:
        """Return the ranges of positions that a part covers in an article."""
        at = self._columns.dictionary.terms.find((REGION + part).encode())
        ends = () if at is None else self._read(at, article)
        return list(zip(ends[::2], ends[1::2], strict=True))


class _ArticlePositions:
    """The word positions of one article after another."""

    def __init__(self, question: _Question) -> None:
        self._question = question
        self._article = 0

    def of(self, article: int) -> "_ArticlePositions":
        """Turn to an article."""
        self._article = article
        return self

    def positions(self, word: Word) -> Sequence[int]:
        """Return the positions of the word in its view."""
        return self._question.positions(word, self._article)

    def fitting(self, leaf: Pattern) -> Sequence[int]:
        """Return the positions of the words as written that fit the pattern."""
        return self._question.positions(leaf, self._article)

    def regions(self, part: Part) -> Sequence[Piece]:
        """Return the ranges of positions that the part covers."""
        return self._question.regions(part, self._article)


def _scores(
    gain: float,
    norms: Sequence[float],
    columns: OpenedSegment,
    articles: Sequence[int],
    weights: Sequence[int],
) -> list[float]:
    lengths: Callable[[int], int] = columns.articles.lengths.__getitem__
    below = map(norms.__getitem__, map(lengths, articles))
    return [gain * weight / (weight + norm) for weight, norm in zip(weights, below, strict=True)]

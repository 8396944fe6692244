"""Keywords in context: every place a query's words stand, aligned with what stands around them.

The key word in context is Luhn's (H. P. Luhn, "Keyword-in-Context Index for Technical
Literature", American Documentation 11, 1960); sorting by the words to the left or to the
right is what concordancers such as AntConc do. Here it is over the article as published,
so each line can be looked up: reference, paragraph and characters.

Limits: context ends with the paragraph. A sample is drawn without regard to the article,
so long articles and frequent ones have more of it. Words are compared folded, by code
point: `ä` sorts as `a`, other scripts in the order of their characters.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from random import Random
from typing import NamedTuple

from newscli.core import analysis
from newscli.core.answers import Found, Question
from newscli.core.article import Article, ArticleDate, ArticleId, Paragraph
from newscli.core.choices import LineOrder
from newscli.core.offsets import Offsets
from newscli.core.results import Located
from newscli.research.mention import Mention

_COMPARED = 8
"""Words of the context that decide the order of lines."""


class Place(NamedTuple):
    """One occurrence, by position of words."""

    id: ArticleId
    date: ArticleDate | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sample:
    """How many occurrences were drawn, and the seed that draws the same ones again."""

    size: int
    seed: int


@dataclass(frozen=True, slots=True)
class Line:
    """One occurrence; `left + node + right` reads as the text does, white space squeezed."""

    mention: Mention
    date: ArticleDate | None
    left: str
    node: str
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """The answer of `kwic`."""

    question: Question
    order: LineOrder
    total: int
    """How many occurrences there are, sampled or not."""
    articles: int
    """How many articles they are in."""
    offset: int
    limit: int | None
    window: int
    sample: Sample | None
    lines: tuple[Line, ...]
    found: tuple[Found, ...]
    """The articles of the lines, in the order they come."""


def places(located: Iterable[Located]) -> Iterator[Place]:
    """Go through the occurrences of one article after another."""
    for each in located:
        for start, end in zip(each.starts, each.ends, strict=True):
            yield Place(each.id, each.date, start, end)


def by_date(located: Iterable[Located]) -> list[Located]:
    """Return the articles by date, the oldest first, those without one last; then by id."""
    return sorted(located, key=lambda each: (_day(each.date), each.id))


def sampled(located: Iterable[Located], sample: Sample) -> list[Located]:
    """Draw occurrences at random, each with the same chance; the articles come by id.

    Only `Random.random` is used, which gives the same numbers for a seed in every version
    of Python, and articles are taken by id, so the same archive gives the same sample.
    """
    draw = Random(sample.seed).random  # noqa: S311 -- nothing is secret here
    among = sorted(located, key=lambda each: each.id)
    total = sum(len(each.starts) for each in among)
    drawn = nsmallest(sample.size, ((draw(), number) for number in range(total)))
    kept = sorted(number for _, number in drawn)
    chosen: list[Located] = []
    first, at = 0, 0
    for each in among:
        behind = at
        while behind < len(kept) and kept[behind] < first + len(each.starts):
            behind += 1
        if behind > at:
            within = [number - first for number in kept[at:behind]]
            starts, ends = [each.starts[n] for n in within], [each.ends[n] for n in within]
            chosen.append(Located(each.id, each.date, starts, ends))
        first, at = first + len(each.starts), behind
    return chosen


class Contexts:
    """Cuts lines out of one article after another."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._text = article.content.text
        self._offsets = Offsets(self._text)
        self._begins = [paragraph.start for paragraph in article.content.paragraphs]

    def line(self, place: Place, window: int) -> Line:
        """Return an occurrence with at most `window` words on either side."""
        node = self._offsets.span((place.start, place.end))
        first, last = self._paragraph(node.start), self._paragraph(node.end - 1)
        left = self._left(place.start, node.start, first, window)
        right = self._right(place.end, node.end, last, window)
        mention = Mention(self._article.id, first.number, node.start, node.end)
        return Line(
            mention,
            place.date,
            _squeezed(self._text[left : node.start]).lstrip(),
            _squeezed(self._text[node.start : node.end]),
            _squeezed(self._text[node.end : right]).rstrip(),
        )

    def _left(self, position: int, at: int, within: Paragraph, window: int) -> int:
        """Return where the words before begin, with the signs that belong to the first."""
        far = position - window
        if window <= 0 or far <= self._offsets.position(within.start):
            return within.start if window > 0 else at
        start = self._offsets.span((far, far + 1)).start
        while start > within.start and _is_sign(self._text[start - 1]):
            start -= 1
        return start

    def _right(self, position: int, at: int, within: Paragraph, window: int) -> int:
        """Return where the words behind end, with the signs that belong to the last."""
        far = position + window
        if window <= 0 or far >= self._offsets.position(within.end):
            return within.end if window > 0 else at
        end = self._offsets.span((far - 1, far)).end
        while end < within.end and _is_sign(self._text[end]):
            end += 1
        return end

    def _paragraph(self, offset: int) -> Paragraph:
        return self._article.content.paragraphs[bisect_right(self._begins, offset) - 1]


def key(line: Line, order: LineOrder) -> tuple[object, ...]:
    """Return what a line is sorted by: the words next to the node first."""
    where = (_day(line.date), line.mention.id, line.mention.start)
    match order:
        case LineOrder.LEFT:
            words = [word.exact for word in analysis.words(line.left)]
            return (words[: -_COMPARED - 1 : -1], *where)
        case LineOrder.RIGHT:
            return ([word.exact for word in analysis.words(line.right)][:_COMPARED], *where)
        case LineOrder.DATE:
            return where
        case LineOrder.NONE:
            return where[1:]


def _day(date: ArticleDate | None) -> str:
    return date.first.isoformat() if date else "~"  # behind every digit


def _is_sign(character: str) -> bool:
    return not character.isspace() and not character.isalnum()


def _squeezed(text: str) -> str:
    """Make each run of white space one space, those at the ends too."""
    words = " ".join(text.split())
    before = " " if text[:1].isspace() and words else ""
    behind = " " if text[-1:].isspace() else ""
    return f"{before}{words}{behind}"

"""What a query means: which articles it matches, and which words of them it lights.

`occurrences` is the one definition of every leaf. It needs no text, only the
positions of words in one article, so an engine can ask it about its postings
and a renderer about a page of text, and what was found is what lights up.

An occurrence is a tuple of pieces; a piece is a half-open range of positions.
`"state of emergency"` occurs as one piece of three words, `lift NEAR/5
restrictions` as two pieces with other words between them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from newscli.core.article import ArticleDate
from newscli.core.query import (
    And,
    Dated,
    Everything,
    Fuzzy,
    InFolder,
    InPart,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Part,
    Pattern,
    Phrase,
    Regex,
    Wildcard,
    Word,
    leaves,
)

Piece = tuple[int, int]
Occurrence = tuple[Piece, ...]


class WordPositions(Protocol):
    """Where the words of one article stand; every answer is in ascending order."""

    def positions(self, word: Word) -> Sequence[int]:
        """Return the positions of the word in its view."""

    def fitting(self, leaf: Pattern) -> Sequence[int]:
        """Return the positions of the words as written that fit the pattern."""

    def regions(self, part: Part) -> Sequence[Piece]:
        """Return the ranges of positions that the part covers; none overlaps another."""


class Matchable(WordPositions, Protocol):
    """An article whose words can be looked up, with what else is asked of it."""

    @property
    def date(self) -> ArticleDate | None:
        """When it appeared."""

    @property
    def directory(self) -> str:
        """The absolute directory its file stands in."""


def matches(node: Node, article: Matchable) -> bool:
    """Tell whether the article is among those the query asks for."""
    match node:
        case Everything():
            return True
        case And(nodes):
            return all(matches(child, article) for child in nodes)
        case Or(nodes):
            return any(matches(child, article) for child in nodes)
        case Not(child):
            return not matches(child, article)
        case Dated(since, until):
            return is_dated(article.date, since, until)
        case InFolder(name):
            return is_in_folder(article.directory, name)
        case _:
            return bool(occurrences(node, article))


def is_dated(found: ArticleDate | None, since: date | None, until: date | None) -> bool:
    """Tell whether the date surely lies in the range; an unknown one never does."""
    if found is None:
        return False
    return (since is None or since <= found.first) and (until is None or found.last <= until)


def is_in_folder(directory: str, name: str) -> bool:
    """Tell whether the directory is the named one or lies below it.

    An absolute name is a path; any other is one or more names that stand side by
    side somewhere in the directory's path: `bbc` and `news/bbc` fit `/home/ann/news/bbc/2021`.
    """
    wanted = [part for part in name.split("/") if part not in {"", "."}]
    parts = [part for part in directory.split("/") if part]
    if name.startswith("/"):
        return parts[: len(wanted)] == wanted
    width = len(wanted)
    return any(parts[at : at + width] == wanted for at in range(len(parts) - width + 1))


def occurrences(leaf: Leaf | InPart, article: WordPositions) -> list[Occurrence]:
    """Return where the leaf occurs, by first position; nothing if the article has it nowhere.

    A phrase occurs at most once from each of its first words, and takes the nearest of
    each other word. NEAR occurs once for each two that are neighbours.
    """
    match leaf:
        case Word():
            return [((at, at + 1),) for at in article.positions(leaf)]
        case Wildcard() | Fuzzy() | Regex():
            return [((at, at + 1),) for at in article.fitting(leaf)]
        case Phrase(words, slop):
            return _in_order([article.positions(word) for word in words], slop)
        case Near(left, right, distance):
            return _near(occurrences(left, article), occurrences(right, article), distance)
        case InPart(part, inner):
            return _within(occurrences(inner, article), article.regions(part))


def ranges(tree: Node, article: WordPositions) -> list[Piece]:
    """Return where the wanted leaves of a query occur, each place once, by first position.

    An occurrence counts from its first word to its last, with what stands between. What
    lies wholly within another is a part of it: `ferry OR "harbour ferry"` has one place in
    `harbour ferry`.
    """
    found = {
        (_start(occurrence), _end(occurrence))
        for leaf in leaves(tree)
        for occurrence in occurrences(leaf, article)
    }
    outermost: list[Piece] = []
    for start, end in sorted(found, key=lambda piece: (piece[0], -piece[1])):
        # They come by their starts: what ends no later than one before lies within it.
        if not outermost or end > outermost[-1][1]:
            outermost.append((start, end))
    return outermost


def _in_order(columns: Sequence[Sequence[int]], slop: int) -> list[Occurrence]:
    """Find positions, one of each column, rising, with at most `slop` others among them."""
    if not columns or not all(columns):
        return []
    longest = len(columns) + slop
    found = []
    for first in columns[0]:
        chosen = [first]
        for column in columns[1:]:
            # The nearest next one leaves most room for those that follow.
            at = bisect_left(column, chosen[-1] + 1)
            if at == len(column) or column[at] - first >= longest:
                break
            chosen.append(column[at])
        else:
            found.append(_joined((at, at + 1) for at in chosen))
    return found


def _near(
    lefts: Sequence[Occurrence], rights: Sequence[Occurrence], distance: int
) -> list[Occurrence]:
    """Pair each occurrence with its nearest on either side, unless too many words lie between.

    Pairs further apart would match no other article and light no other word.
    """
    found = set()
    for ones, others in ((lefts, rights), (rights, lefts)):
        starts = [_start(other) for other in others]
        ends = [_end(other) for other in others]
        for one in ones:
            before = bisect_right(ends, _start(one)) - 1
            if before >= 0 and _start(one) - ends[before] < distance:
                found.add(_joined(others[before] + one))
            after = bisect_left(starts, _end(one))
            if after < len(others) and starts[after] - _end(one) < distance:
                found.add(_joined(one + others[after]))
    return sorted(found)


def _within(found: Iterable[Occurrence], regions: Sequence[Piece]) -> list[Occurrence]:
    """Keep what lies in one of the regions, which are in order and never overlap."""
    starts = [start for start, _ in regions]
    within = []
    for occurrence in found:
        at = bisect_right(starts, _start(occurrence)) - 1
        if at >= 0 and _end(occurrence) <= regions[at][1]:
            within.append(occurrence)
    return within


def _joined(pieces: Iterable[Piece]) -> Occurrence:
    """Make one piece of those that touch."""
    joined: list[Piece] = []
    for start, end in pieces:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _start(occurrence: Occurrence) -> int:
    return occurrence[0][0]


def _end(occurrence: Occurrence) -> int:
    return occurrence[-1][1]

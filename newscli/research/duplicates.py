"""Groups of near-identical articles: wire copy, reprints, the same text filed twice.

Which two articles may be alike is read off an inversion of their sketches (Broder 1997, see
shingles.py), so that no step looks at every pair; which are alike is told by the exact
Jaccard of their shingles. Alike articles are put together with all that are alike to either.

Limits: likeness is not transitive, so the first and the last of a long chain may differ by
more than any two neighbours; a pair at the threshold is missed once in a million; of a number
that more than 16 articles share (a letterhead, a notice) each is compared with its nearest
only, in the order of the rest of their sketches.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import ceil, log

from newscli.core.answers import Found, Question
from newscli.core.article import ArticleId
from newscli.core.results import Sketch
from newscli.research.shingles import KEPT, estimated, jaccard

THRESHOLD = 0.8
"""The share of shingles from which on two articles are called alike."""

Read = Callable[[ArticleId], AbstractSet[object]]
"""Returns the shingles of an article's text."""

Pair = tuple[ArticleId, ArticleId]


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that are nearly the same text."""

    found: tuple[Found, ...]
    """The earliest first; the score is the Jaccard of an article with that one."""

    @property
    def jaccard(self) -> float:
        """How alike the least alike is to the first."""
        return min(each.score for each in self.found)


@dataclass(frozen=True, slots=True)
class DupesAnswer:
    """The answer of `dupes`: a part of the groups, the largest first."""

    question: Question
    threshold: float
    total: int
    """How many groups there are."""
    articles: int
    """How many articles they have."""
    offset: int
    limit: int | None
    groups: tuple[Group, ...]


_MISSED = 1e-6
_SLACK = 3
"""Standard deviations by which an estimate may lie below the threshold."""
_MOST = 16


def groups(pairs: Iterable[Pair], read: Read, threshold: float) -> list[list[ArticleId]]:
    """Return the groups of two articles or more, their ids in order; none is in two."""
    together = DisjointSets()
    for one, other in pairs:
        if not together.are(one, other) and jaccard(read(one), read(other)) >= threshold:
            together.join(one, other)
    return together.groups()


def likely(sketches: Mapping[ArticleId, Sketch], threshold: float) -> list[Pair]:
    """Return the pairs whose sketches may be those of texts so much alike.

    Pairs that hang together stand together, the likeliest first: whoever reads their texts
    one after another reads few of them twice.
    """
    ids = sorted(id for id, sketch in sketches.items() if sketch)
    ordered = [sketches[id] for id in ids]
    least = threshold - _SLACK * (threshold * (1 - threshold) / KEPT) ** 0.5
    found: list[tuple[float, ArticleId, ArticleId]] = []
    hanging = DisjointSets()
    for one, other in sorted(_sharing(ordered, threshold)):
        estimate = estimated(ordered[one], ordered[other])
        if estimate >= least:
            found.append((-estimate, ids[one], ids[other]))
            hanging.join(ids[one], ids[other])
    found.sort(key=lambda pair: (hanging.leader(pair[1]), *pair))
    return [(one, other) for _, one, other in found]


def _sharing(sketches: Sequence[Sketch], threshold: float) -> set[tuple[int, int]]:
    """Return the pairs that share one of their smallest numbers.

    Among the m smallest numbers of both texts together are none that both have with a
    probability of (1 - J) ** m; so many are looked at that this is rare.
    """
    smallest = min(KEPT, ceil(log(_MISSED) / log(1 - threshold))) if threshold < 1 else 1
    first: dict[int, int] = {}
    holding: dict[int, list[int]] = {}
    for at, sketch in enumerate(sketches):
        for number in sketch[:smallest]:
            other = first.setdefault(number, at)
            if other != at:
                holding.setdefault(number, [other]).append(at)
    pairs: set[tuple[int, int]] = set()
    for number, sharing in holding.items():
        pairs.update(_paired(number, sharing, sketches))
    return pairs


def _paired(
    number: int, sharing: list[int], sketches: Sequence[Sketch]
) -> Iterator[tuple[int, int]]:
    if len(sharing) <= _MOST:
        yield from combinations(sharing, 2)
        return
    # Texts that are alike have the same next numbers, too, so they come to stand together.
    nearest = sorted(sharing, key=lambda at: (sketches[at][sketches[at].index(number) :], at))
    for one, other in pairwise(nearest):
        yield min(one, other), max(one, other)


class DisjointSets:
    """Articles that belong together, directly or through others (union-find)."""

    def __init__(self) -> None:
        self._above: dict[ArticleId, ArticleId] = {}

    def leader(self, of: ArticleId) -> ArticleId:
        """Return the id that stands for all that an article belongs to: the least of them."""
        above = self._above
        while (parent := above.get(of, of)) != of:
            above[of] = of = above.get(parent, parent)
        return of

    def are(self, one: ArticleId, other: ArticleId) -> bool:
        """Tell whether two articles belong together."""
        return self.leader(one) == self.leader(other)

    def join(self, one: ArticleId, other: ArticleId) -> None:
        """Let two articles, and all that belong to either, belong together."""
        first, second = sorted((self.leader(one), self.leader(other)))
        self._above[second] = self._above[first] = first

    def groups(self) -> list[list[ArticleId]]:
        """Return the sets, ids in order."""
        found: dict[ArticleId, list[ArticleId]] = {}
        for each in sorted(self._above):
            found.setdefault(self.leader(each), []).append(each)
        return list(found.values())

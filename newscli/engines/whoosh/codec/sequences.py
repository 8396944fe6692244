"""Articles as the numbers of their words, in the order of the text. Needs NumPy.

Postings are by word; here they are turned round: every position of the chosen articles is
written where it stands. What is counted then is counted over all the articles at once.
"""

from collections.abc import Iterable, Mapping, Set

import numpy as np

from newscli.core.matching import Piece
from newscli.engines.whoosh.codec.counting import Counting, Numbers
from newscli.engines.whoosh.codec.decoding import frequencies, positions
from newscli.engines.whoosh.codec.opened import OpenedSegment, Selected

NOTHING = 0
"""Stands behind every article, and where a sign takes a place and is no word."""

_AT_ONCE = 1 << 23
"""Pairs that are sorted at a time."""

_HASH_BITS = 22
_MIXER = 0x9E3779B97F4A7C15
"""An odd number of 64 bits without a pattern."""


class Sequences(Counting):
    """Counts the words of several segments by where they stand, too."""

    def near(
        self, found: Iterable[tuple[OpenedSegment, Mapping[int, list[Piece]]]], window: int
    ) -> dict[str, int]:
        """Return how often each word stands near the places found, by segment and article."""
        total = np.zeros(self.met + 1, np.int64)
        for segment, places in found:
            flat, bases, ends = self._texts(segment, places.keys())
            pieces = [(at, *piece) for at, several in places.items() for piece in several]
            article, start, end = np.array(pieces, np.int64).reshape(-1, 3).T
            base, last = bases[article], bases[article] + ends[article]
            within = _covered(
                np.maximum(base + start - window, base),
                np.minimum(base + end + window, last),
                len(flat),
            )
            inside = _covered(base + start, base + end, len(flat))
            total += np.bincount(flat[within & ~inside], minlength=len(total))
        return self._named(total)

    def runs(
        self, selected: Iterable[Selected], shortest: int, longest: int, least: int
    ) -> dict[tuple[str, ...], int]:
        """Return how often words stand side by side, if so often at least.

        A run is as rare as its rarest part: words, then pairs, then longer runs are
        numbered, and only neighbours that both have a number are counted for the next
        length (Agrawal & Srikant 1994).
        """
        texts = [self._texts(segment, articles)[0] for segment, articles in selected if articles]
        flat = np.concatenate([np.zeros(1, np.int32), *texts])
        texts.clear()
        frequent = np.bincount(flat, minlength=self.met + 1) >= least
        frequent[NOTHING] = False
        flat[~frequent[flat]] = NOTHING
        words = np.flatnonzero(frequent)
        named = dict(zip(words.tolist(), self._names(words - 1), strict=True))
        runs: dict[int, tuple[str, ...]] = {at: (name,) for at, name in named.items()}
        ending = named
        found: dict[tuple[str, ...], int] = {}
        for length in range(2, longest + 1):
            width = _width(flat)
            often, many, flat = _paired(flat, least)
            pairs = zip(*(half.tolist() for half in np.divmod(often, width)), strict=True)
            both = [(runs[one], ending[other]) for one, other in pairs]
            runs = {at: (*run, last) for at, (run, last) in enumerate(both, 1)}
            ending = {at: last for at, (_, last) in enumerate(both, 1)}
            if length >= shortest:
                found.update(zip(runs.values(), many.tolist(), strict=True))
        return found

    def _named(self, total: Numbers) -> dict[str, int]:
        held = np.flatnonzero(total)
        held = held[held != NOTHING]
        names = self._names(held - 1)
        return dict(zip(names, total[held].tolist(), strict=True))

    def _texts(
        self, segment: OpenedSegment, articles: Set[int]
    ) -> tuple[Numbers, Numbers, Numbers]:
        """Return the words of these articles one after another; where each begins; how many.

        The last two are by the article's number.
        """
        dictionary, postings = segment.dictionary, segment.postings
        starts = np.asarray(dictionary.postings.whole, dtype=np.int64)
        first = dictionary.words("").start
        row = int(starts[first])
        chosen = np.zeros(len(segment.articles), bool)
        chosen[np.fromiter(articles, np.int64, len(articles))] = True
        article = np.asarray(postings.articles.whole)[row:]
        frequency = frequencies(postings)[row:]
        place = np.cumsum(frequency) - frequency
        rows = np.flatnonzero(chosen[article])
        many = frequency[rows]
        token = np.repeat(place[rows] - (np.cumsum(many) - many), many) + np.arange(many.sum())
        tokens = dictionary.tokens
        position = positions(segment.positions, tokens[first], tokens[len(starts) - 1])[token]
        term = np.repeat(np.searchsorted(starts, rows + row, side="right") - 1, many)
        article = np.repeat(article[rows], many)
        ends = np.zeros(len(chosen), np.int64)
        np.maximum.at(ends, article, position.astype(np.int64) + 1)
        room = ends + chosen
        bases = np.cumsum(room) - room
        flat = np.zeros(int(room.sum()), np.int32)
        flat[bases[article] + position] = self.numbers[segment][term] + 1
        return flat, bases, ends


def _covered(first: Numbers, last: Numbers, size: int) -> Numbers:
    """Tell which places lie in any of the half-open ranges."""
    change = np.bincount(first, minlength=size + 1) - np.bincount(last, minlength=size + 1)
    return np.cumsum(change)[:size] > 0


def _paired(flat: Numbers, least: int) -> tuple[Numbers, Numbers, Numbers]:
    """Return the pairs of neighbours that are frequent, how often they are, and the numbers.

    A pair is one number, that of the first times `_width` and that of the other; where a
    frequent pair begins stands its place among them, from 1 on.
    """
    pairs = (flat[:-1] != NOTHING) & (flat[1:] != NOTHING)
    parts = 1 + np.count_nonzero(pairs) // _AT_ONCE
    width = _width(flat)
    numbered = np.zeros(len(flat), np.int32)
    held: list[Numbers] = [np.empty(0, np.int64)]
    counts: list[Numbers] = [np.empty(0, np.int64)]
    known = 0
    for part in range(parts):
        here = np.flatnonzero(pairs & (flat[:-1] % parts == part))
        keys = flat[here].astype(np.int64) * width + flat[here + 1]
        hopeful = _hopeful(keys, least)
        keys, here = keys[hopeful], here[hopeful]
        order, ordered = _sorted(keys)
        edges = np.flatnonzero(np.diff(ordered, prepend=-1))
        many = np.diff(edges, append=len(ordered))
        frequent = many >= least
        places = np.where(frequent, np.cumsum(frequent) + known, NOTHING)
        numbered[here[order]] = np.repeat(places, many)
        held.append(ordered[edges[frequent]])
        counts.append(many[frequent])
        known += len(held[-1])
    return np.concatenate(held), np.concatenate(counts), numbered


def _width(flat: Numbers) -> int:
    """Return how many numbers there may be, so that two of them make one."""
    return int(flat.max(initial=NOTHING)) + 1


def _sorted(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Return the places of the keys in rising order, and the keys in it.

    A key and its place as one number sort in half the time of places by their keys.
    """
    count = max(len(keys), 1)
    if int(keys.max(initial=0)) >= np.iinfo(np.int64).max // count:
        order = np.argsort(keys)
        return order, keys[order]
    ordered, order = np.divmod(np.sort(keys * count + np.arange(len(keys))), count)
    return order, ordered


def _hopeful(keys: Numbers, least: int) -> Numbers:
    """Tell which keys may be frequent, for less than sorting takes (Park, Chen & Yu 1995).

    Keys are counted by a short hash: no key is more frequent than all that share its hash.
    """
    hashed = keys.view(np.uint64) * np.uint64(_MIXER) >> np.uint64(64 - _HASH_BITS)
    hashed = hashed.astype(np.int64)
    return np.bincount(hashed, minlength=1)[hashed] >= least

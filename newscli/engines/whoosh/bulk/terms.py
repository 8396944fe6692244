"""The terms of a segment that a leaf of the query stands for."""

from collections.abc import Iterable, Sequence

from newscli.core.analysis import Stem
from newscli.core.matching import is_in_folder
from newscli.core.patterns import matcher, prefix
from newscli.core.query import Part, Single, Word
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.fields import FIRST_PRINTABLE, REGION, STEMS, term


class Terms:
    """Looks up what a query names; each leaf once."""

    def __init__(self, segment: OpenedSegment, stem: Stem) -> None:
        self._segment = segment
        self._dictionary = segment.dictionary
        self._stem = stem
        self._known: dict[Single, list[int]] = {}
        self._rows: dict[Single, list[range]] = {}

    def of(self, leaf: Single) -> list[int]:
        """Return the numbers of the terms of a leaf."""
        if leaf not in self._known:
            self._known[leaf] = self._looked_up(leaf)
        return self._known[leaf]

    def rows(self, leaf: Single) -> int:
        """Return how many postings the terms of a leaf have."""
        return sum(map(len, self.stretches(leaf)))

    def stretches(self, leaf: Single) -> list[range]:
        """Return the rows of the postings of a leaf; those of neighbouring terms are one range."""
        found = self._rows.get(leaf)
        if found is None:
            found = self._rows[leaf] = _joined(map(self._dictionary.rows, self.of(leaf)))
        return found

    def tokens(self, terms: Sequence[int]) -> int:
        """Return how many positions terms have."""
        bounds = map(self._dictionary.tokens.pair, terms)
        return sum(end - start for start, end in bounds)

    def region(self, part: Part) -> list[int]:
        """Return the term that says where a part stands, if any article has the part."""
        at = self._dictionary.terms.find((REGION + part).encode())
        return [] if at is None else [at]

    def below(self, folder: str) -> set[int]:
        """Return the numbers of the directories that are in a folder."""
        names = self._segment.articles.directories.all()
        return {
            at
            for at, name in enumerate(names)
            if is_in_folder(name.decode("utf-8", "surrogateescape"), folder)
        }

    def _looked_up(self, leaf: Single) -> list[int]:
        dictionary = self._dictionary
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
        forms = dictionary.terms.read(candidates)
        return [
            at
            for at, form in zip(candidates, forms, strict=True)
            if fits(form.decode("utf-8", "surrogateescape"))
        ]


def _joined(ranges: Iterable[range]) -> list[range]:
    joined: list[range] = []
    for each in ranges:
        if joined and joined[-1].stop == each.start:
            joined[-1] = range(joined[-1].start, each.stop)
        else:
            joined.append(each)
    return joined

"""The postings of a term as Whoosh goes through them, one after another."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from whoosh.matching import ReadTooFar
from whoosh.matching.mcore import LeafMatcher
from whoosh.reading import TermInfo
from whoosh.util.numeric import byte_to_length

from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.codec.postings import HALF
from newscli.engines.whoosh.codec.terms import Found
from newscli.engines.whoosh.codec.union import weighed


class ColumnMatcher(LeafMatcher):
    """Goes through the articles of a term in ascending order."""

    def __init__(
        self,
        opened: OpenedSegment,
        found: Found,
        term: tuple[str, bytes],
        format_: Any,
        scorer: Any,
    ) -> None:
        self._opened = opened
        self._found = found
        self._term = term
        self.format = format_
        self.scorer = scorer
        self._articles: Sequence[int] = found.articles
        self._weights: Sequence[int] = ()
        if found.words:
            self._articles, self._weights = weighed(opened, found.words)
        self._at = 0

    def is_active(self) -> bool:
        """Tell whether there is a current posting."""
        return self._at < len(self._articles)

    def id(self) -> int:
        """Return the number of the current article."""
        return self._articles[self._at]

    def next(self) -> bool:
        """Go to the next article."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return True

    def skip_to(self, id: int) -> bool:  # noqa: A002 -- Whoosh names it
        """Go to the first article from `id` on."""
        if not self.is_active():
            raise ReadTooFar
        self._at = bisect_left(self._articles, id, lo=self._at)
        return True

    def reset(self) -> None:
        """Go back to the first article."""
        self._at = 0

    def copy(self) -> "ColumnMatcher":
        """Return a matcher at the same place."""
        copy = ColumnMatcher(self._opened, self._found, self._term, self.format, self.scorer)
        copy._at = self._at
        return copy

    def replace(self, minquality: float = 0) -> "ColumnMatcher":  # noqa: ARG002
        """Return this matcher: it leaves nothing out."""
        return self

    def supports_block_quality(self) -> bool:
        """Tell that no postings are left out by their quality here."""
        return False

    def all_ids(self) -> Iterator[int]:
        """Go through all articles, wherever the matcher stands."""
        return iter(self._articles)

    def weight(self) -> float:
        """Return the weight of the current posting."""
        return self._weights[self._at] / HALF if self._weights else 1.0

    def value(self) -> bytes:
        """Return the positions of the current posting in the format of the field."""
        if not self._found.words:
            return b""
        encoded: bytes = self.format.encode(self._positions())
        return encoded

    def value_as(self, astype: str) -> Any:
        """Return the positions of the current posting, or how many they are."""
        if astype == "positions":
            return self._positions()
        if astype == "frequency":
            return len(self._positions())
        return self.weight() if astype == "weight" else super().value_as(astype)

    def count(self) -> int:
        """Return how many articles the term has."""
        return len(self._articles)

    def info(self) -> TermInfo:
        """Return the statistics of the term."""
        weights = [weight / HALF for weight in self._weights] or [1.0] * len(self._articles)
        # Only words have lengths; of a name or a day Whoosh keeps none.
        codes = [0]
        if self._found.words:
            lengths = self._opened.articles.lengths.whole
            codes = [lengths[number] for number in self._articles]
        return TermInfo(
            weight=sum(weights),
            df=len(self._articles),
            minlength=byte_to_length(min(codes)),
            maxlength=byte_to_length(max(codes)),
            maxweight=max(weights),
            minid=self._articles[0],
            maxid=self._articles[-1],
        )

    def _positions(self) -> list[int]:
        article = self.id()
        found: list[int] = []
        for word in self._found.words:
            found += self._opened.positions_in(word, article)
        return sorted(found) if len(self._found.words) > 1 else found

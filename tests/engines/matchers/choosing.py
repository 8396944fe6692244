"""A matcher that keeps those of another's articles that pass a test."""

from collections.abc import Callable, Iterable
from typing import Any

from whoosh import matching


class Chosen(matching.WrappingMatcher):
    """The candidates that pass, in ascending order; each is tested once."""

    def __init__(self, candidates: Any, passes: Callable[[int], bool]) -> None:
        super().__init__(candidates)
        self._passes = passes
        self._settle()

    def next(self) -> None:
        """Go to the next article."""
        self.child.next()
        self._settle()

    def skip_to(self, id: int) -> None:  # noqa: A002 -- Whoosh names it
        """Go to the first article from `id` on."""
        if id > self.child.id():
            self.child.skip_to(id)
            self._settle()

    def all_ids(self) -> Iterable[int]:
        """Go through the articles from here on."""
        while self.is_active():
            yield self.id()
            self.next()

    def supports_block_quality(self) -> bool:
        """Tell that no part of the matches can be left out unread."""
        return False

    def replace(self, minquality: float = 0) -> Any:  # noqa: ARG002
        """Return this matcher: its candidates must not be exchanged below it."""
        return self

    def _settle(self) -> None:
        while self.child.is_active() and not self._passes(self.child.id()):
            self.child.next()

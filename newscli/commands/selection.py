"""Which articles are meant, beside the words: by date and by folder, and how many of them."""

import os
from dataclasses import dataclass
from datetime import date

from newscli.core import dates
from newscli.core.choices import Sort
from newscli.core.query import Dated, InFolder, Node, both
from newscli.core.results import PageRequest
from newscli.errors import UsageError
from newscli.settings import Settings


@dataclass(frozen=True, slots=True)
class Selection:
    """The selection options, as they were typed."""

    since: str | None = None
    until: str | None = None
    on: str | None = None
    folder: str | None = None
    limit: int | None = None
    usual: int | None = None
    """How many the verb tells of if it is not told; None is all."""
    offset: int = 0
    everything: bool = False
    sort: Sort | None = None

    def page(self, default_sort: Sort) -> PageRequest:
        """Return which part of the answer is wanted."""
        if self.everything and self.limit is not None:
            raise UsageError("`--all` and `--limit` contradict each other", "leave one of them out")
        usual = None if self.everything else self.usual
        limit = usual if self.limit is None else self.limit
        return PageRequest(limit, self.offset, self.sort or default_sort)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The selection with its dates understood."""

    since: date | None
    until: date | None
    folder: InFolder | None

    @property
    def tree(self) -> Node:
        """The part of the query that the selection makes."""
        dated = Dated(self.since, self.until) if self.since or self.until else None
        return both(dated, self.folder)


def choose(selection: Selection, settings: Settings) -> Chosen:
    """Understand the dates and the folder; raises BadDate or UsageError."""
    today = settings.today
    since = None if selection.since is None else dates.since(selection.since, today)
    until = None if selection.until is None else dates.until(selection.until, today)
    if selection.on is not None:
        if since or until:
            raise UsageError("`--on` goes without `--since` and `--until`", "leave one out")
        since, until = dates.day_range(selection.on, today)
    if since and until and since > until:
        raise UsageError(
            f"`--since` is {since}, after `--until`, which is {until}", "swap the two dates"
        )
    return Chosen(since, until, _folder(selection.folder, settings))


def _folder(typed: str | None, settings: Settings) -> InFolder | None:
    """Read a folder: a path if it looks like one and is there, else a name to look for."""
    if typed is None:
        return None
    if not typed.strip("/") and typed != "/":
        raise UsageError("`--in` names no folder", "name one: `--in bbc`")
    path = settings.absolute(typed)
    if typed.startswith((".", "/")) or ("/" in typed and os.path.isdir(path)):
        return InFolder(path)
    return InFolder(typed.rstrip("/"))

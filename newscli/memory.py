"""The last list shown, so that `@3` and `show 3` mean its third article.

A small JSON file in the state folder, replaced in one rename. Forgetting it loses
nothing; a run that cannot write it says so and goes on.
"""

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass

from newscli.core.article import ArticleId

_NAME = "last-list.json"
_SCHEMA = "newscli.last/1"
_ID = re.compile("[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class LastList:
    """Articles in the order they were shown; the first was number `offset + 1`."""

    index: str
    """The index they are of."""
    ids: Sequence[ArticleId]
    offset: int = 0
    query: str = ""
    """What was searched for, or nothing."""
    any_word: bool = False

    def at(self, rank: int) -> ArticleId | None:
        """Return the article that was shown with this number."""
        place = rank - self.offset - 1
        return self.ids[place] if 0 <= place < len(self.ids) else None


def remember(folder: str, shown: LastList) -> None:
    """Keep the list in place of the one before; OSError passes."""
    os.makedirs(folder, mode=0o700, exist_ok=True)
    path = os.path.join(folder, _NAME)
    row = {
        "schema": _SCHEMA,
        "index": shown.index,
        "query": shown.query,
        "any": shown.any_word,
        "offset": shown.offset,
        "ids": list(shown.ids),
    }
    fresh = f"{path}.{os.getpid()}"
    try:
        with open(fresh, "w", encoding="ascii", opener=_private) as file:
            file.write(json.dumps(row))
        os.replace(fresh, path)
    except OSError:
        if os.path.exists(fresh):
            os.unlink(fresh)
        raise


def recall(folder: str, index: str) -> LastList | None:
    """Return the last list of this index, or None if there is none to be read."""
    try:
        with open(os.path.join(folder, _NAME), encoding="ascii") as file:
            row = json.load(file)
        if row["schema"] != _SCHEMA or row["index"] != index:
            return None
        last = LastList(row["index"], row["ids"], row["offset"], row["query"], row["any"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return last if _could_be(last) else None


def _could_be(last: LastList) -> bool:
    """Tell whether a list is one that `remember` keeps, and not what a disk has made of it."""
    return (
        isinstance(last.ids, list)
        and all(isinstance(each, str) and _ID.fullmatch(each) for each in last.ids)
        and isinstance(last.offset, int)
        and isinstance(last.query, str)
        and isinstance(last.any_word, bool)
    )


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)

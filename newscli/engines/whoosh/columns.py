"""One value an article, by the article's number in the whole index."""

from collections.abc import Mapping
from typing import Any

from newscli.engines.whoosh.fields import NEVER

DEFAULTS: Mapping[str, Any] = {
    "id": "",
    "first": NEVER,
    "last": NEVER,
    "record": b"",
    "content": b"",
}
"""Every column, with its value where an article has none."""


class Column:
    """A field's values across all segments; its files are opened when it is made."""

    def __init__(self, reader: Any, field: str) -> None:
        self._default = DEFAULTS[field]
        # The last segment first: the one whose first number is not above the one asked for.
        self._segments = [
            (offset, leaf.column_reader(field) if leaf.has_column(field) else None)
            for leaf, offset in reversed(reader.leaf_readers())
            if leaf.doc_count_all()
        ]

    def __getitem__(self, number: int) -> Any:
        for offset, values in self._segments:
            if number >= offset:
                return self._default if values is None else values[number - offset]
        raise IndexError(number)

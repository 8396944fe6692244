"""One value an article, by the article's number in the whole index."""

from typing import Any

COLUMNS = ("id", "first", "last", "count", "record", "content")
"""Every column; an article without a date has `fields.NEVER` as its days."""


class Column:
    """A field's values across all segments."""

    def __init__(self, reader: Any, field: str) -> None:
        # The last segment first: the one whose first number is not above the one asked for.
        self._segments = [
            (offset, leaf.column_reader(field))
            for leaf, offset in reversed(reader.leaf_readers())
            if leaf.doc_count_all()
        ]

    def __getitem__(self, number: int) -> Any:
        for offset, values in self._segments:
            if number >= offset:
                return values[number - offset]
        raise IndexError(number)

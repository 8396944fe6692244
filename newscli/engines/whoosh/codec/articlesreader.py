"""What Whoosh reads of a segment's articles: lengths, columns, and which are deleted."""

from collections.abc import Iterable, Iterator
from typing import Any

from whoosh import columns
from whoosh.codec import base
from whoosh.util.numeric import byte_to_length

from newscli.engines.whoosh.codec.articles import Articles
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.fields import STEMS, WORDS


class ColumnArticles(base.PerDocumentReader):
    """The articles of a segment, by number."""

    def __init__(self, opened: OpenedSegment, segment: base.Segment) -> None:
        self._articles = opened.articles
        self._segment = segment
        self._columns = {
            "id": _Ids(opened.articles),
            "first": opened.articles.first,
            "last": opened.articles.last,
            "count": opened.articles.words,
            "record": opened.articles.records,
            "content": opened.articles.contents,
        }

    def close(self) -> None:
        """Do nothing: the files are let go of with the last reader."""

    def doc_count(self) -> int:
        """Return how many articles there are."""
        return self._segment.doc_count()

    def doc_count_all(self) -> int:
        """Return how many there are, deleted ones too."""
        return self._segment.doc_count_all()

    def has_deletions(self) -> bool:
        """Tell whether any is deleted."""
        return self._segment.has_deletions()

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether one is deleted."""
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> Iterator[int]:
        """Go through the deleted ones."""
        return self._segment.deleted_docs()

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return the length of an article, as coarse as Whoosh keeps it."""
        if fieldname not in (WORDS, STEMS):
            return default
        return int(byte_to_length(self._articles.lengths[docnum]))

    def field_length(self, fieldname: str) -> int:
        """Return the sum of all lengths."""
        return self._articles.sum if fieldname in (WORDS, STEMS) else 0

    def min_field_length(self, fieldname: str) -> int:
        """Return the least length, as coarse as Whoosh keeps it."""
        return int(byte_to_length(min(self._lengths_of(fieldname), default=0)))

    def max_field_length(self, fieldname: str) -> int:
        """Return the greatest length, as coarse as Whoosh keeps it."""
        return int(byte_to_length(max(self._lengths_of(fieldname), default=0)))

    def supports_columns(self) -> bool:
        """Tell that there are columns."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Tell whether a field has a column."""
        return fieldname in self._columns

    def list_columns(self) -> list[str]:
        """Return the fields that have columns."""
        return list(self._columns)

    def column_reader(self, fieldname: str, column: Any) -> "ColumnValues":  # noqa: ARG002
        """Return a column's values by article number."""
        return ColumnValues(self._columns[fieldname], self.doc_count_all())

    def stored_fields(self, docnum: int) -> dict[str, Any]:  # noqa: ARG002
        """Return nothing: every value is in a column."""
        return {}

    def _lengths_of(self, fieldname: str) -> Iterable[int]:
        return self._articles.lengths.whole if fieldname in (WORDS, STEMS) else ()


class ColumnValues(columns.ColumnReader):
    """The values of a column as Whoosh sorts and groups by them."""

    def __init__(self, values: Any, count: int) -> None:
        self._values = values
        self._doccount = count
        self._is_reversed = False

    def __getitem__(self, number: int) -> Any:
        return self._values[number]

    def sort_key(self, number: int) -> Any:
        """Return what an article is sorted by."""
        return -self._values[number] if self._is_reversed else self._values[number]

    def set_reverse(self) -> None:
        """Sort from the largest number down; Whoosh asks it of numbers alone."""
        self._is_reversed = True


class _Ids:
    """The ids as a column of bytes."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles

    def __getitem__(self, number: int) -> bytes:
        return self._articles.id(number).encode("ascii")

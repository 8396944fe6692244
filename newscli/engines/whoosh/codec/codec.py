"""What Whoosh calls: the segment that its table of contents names, and the codec that opens it.

Only reading goes through here. Whoosh's writers add one posting at a time; segments are
written in bulk (`writing/`), and the engine names them in the table of contents.
"""

import os
from collections.abc import Iterator
from typing import Any

from whoosh.codec import base

from newscli.engines.whoosh.codec.articlesreader import ColumnArticles
from newscli.engines.whoosh.codec.opened import ENDINGS, opened
from newscli.engines.whoosh.codec.termsreader import ColumnTerms


class ColumnCodec(base.Codec):
    """The codec of column segments."""

    def terms_reader(self, storage: Any, segment: "ColumnSegment") -> ColumnTerms:
        """Return the dictionaries of a segment and their postings."""
        return ColumnTerms(opened(storage, segment.segment_id()))

    def per_document_reader(self, storage: Any, segment: "ColumnSegment") -> ColumnArticles:
        """Return the columns of a segment's articles."""
        return ColumnArticles(opened(storage, segment.segment_id()), segment)

    def new_segment(self, storage: Any, indexname: str) -> "ColumnSegment":  # noqa: ARG002
        """Return a segment without articles."""
        return ColumnSegment(indexname, 0)


class ColumnSegment(base.Segment):
    """A segment as the table of contents keeps it, its deleted articles a mask."""

    def __init__(self, indexname: str, articles: int) -> None:
        super().__init__(indexname)
        self._articles = articles
        self._deleted: set[int] = set()

    @classmethod
    def at(cls, path: str, articles: int) -> "ColumnSegment":
        """Return the segment whose files' names begin with this path."""
        index, _, name = os.path.basename(path).partition("_")
        segment = cls(index, articles)
        segment.segid = name
        return segment

    def codec(self) -> ColumnCodec:
        """Return what reads the segment."""
        return ColumnCodec()

    def files(self) -> list[str]:
        """Return the names of its files."""
        return [self.make_filename(ending) for ending in ENDINGS]

    def set_doc_count(self, count: int) -> None:
        """Set how many articles it has."""
        self._articles = count

    def doc_count_all(self) -> int:
        """Return how many articles it has, deleted ones too."""
        return self._articles

    def deleted_count(self) -> int:
        """Return how many of them are deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        """Go through the numbers of the deleted ones."""
        return iter(self._deleted)

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Put an article on the mask, or take it off."""
        (self._deleted.add if delete else self._deleted.discard)(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether an article is deleted."""
        return docnum in self._deleted

"""What Whoosh calls: the segment that its table of contents names, and the readers over it.

Only reading goes through here. Whoosh's writers add one posting at a time; segments are
written in bulk by writing.py, and the engine names them in the table of contents.
"""

from collections.abc import Iterator
from typing import Any

from whoosh import columns
from whoosh.codec import base
from whoosh.reading import TermInfo, TermNotFound
from whoosh.util.numeric import byte_to_length

from newscli.engines.whoosh.codec.articles import Articles
from newscli.engines.whoosh.codec.matcher import ColumnMatcher
from newscli.engines.whoosh.codec.opened import ENDINGS, OpenedSegment, opened
from newscli.engines.whoosh.codec.terms import FIELDS, sources
from newscli.engines.whoosh.fields import STEMS, WORDS

Term = tuple[str, bytes]


class ColumnCodec(base.Codec):
    """The codec of column segments."""

    def terms_reader(self, storage: Any, segment: "ColumnSegment") -> "ColumnTerms":
        """Return the dictionaries of a segment and their postings."""
        return ColumnTerms(opened(storage.folder, segment.segment_id()))

    def per_document_reader(self, storage: Any, segment: "ColumnSegment") -> "ColumnArticles":
        """Return the columns of a segment's articles."""
        return ColumnArticles(opened(storage.folder, segment.segment_id()), segment)

    def new_segment(self, storage: Any, indexname: str) -> "ColumnSegment":  # noqa: ARG002
        """Return a segment without articles."""
        return ColumnSegment(indexname, 0)


class ColumnSegment(base.Segment):
    """A segment as the table of contents keeps it, its deleted articles a mask."""

    def __init__(self, indexname: str, articles: int) -> None:
        super().__init__(indexname)
        self._articles = articles
        self._deleted: set[int] = set()

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


class ColumnTerms(base.TermsReader):
    """The terms of a segment, by field and then in order."""

    def __init__(self, opened: OpenedSegment) -> None:
        self._opened = opened
        self._sources = sources(opened)

    def __contains__(self, term: Term) -> bool:
        field, text = term
        return field in self._sources and self._sources[field].find(text) is not None

    def cursor(self, fieldname: str, fieldobj: Any) -> "ColumnCursor":
        """Return a cursor at the first term of a field."""
        return ColumnCursor(self, fieldname, fieldobj)

    def terms(self) -> Iterator[Term]:
        """Go through all terms."""
        return (term for field in FIELDS for term in self._from(field, b""))

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """Go through the terms from this one on."""
        return (
            term
            for field in FIELDS
            if field >= fieldname
            for term in self._from(field, prefix if field == fieldname else b"")
        )

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        """Go through all terms with what is known of each."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        """Go through the terms from this one on with what is known of each."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """Return the statistics of a term; TermNotFound if there is none."""
        found = self._matcher(fieldname, text, None, None)
        return found.info()

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return the sum of a term's weights."""
        return float(self.term_info(fieldname, text).weight())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return how many articles hold a term."""
        if (fieldname, text) not in self:
            return 0
        return self._matcher(fieldname, text, None, None).count()

    def matcher(
        self, fieldname: str, text: bytes, format_: Any, scorer: Any = None
    ) -> ColumnMatcher:
        """Return the postings of a term; TermNotFound if there is none."""
        return self._matcher(fieldname, text, format_, scorer)

    def indexed_field_names(self) -> tuple[str, ...]:
        """Return the fields that have terms."""
        return FIELDS

    def close(self) -> None:
        """Do nothing: the files are let go of with the last reader."""

    def _from(self, field: str, start: bytes) -> Iterator[Term]:
        return ((field, text) for text in self._sources[field].terms_from(start))

    def _matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any) -> ColumnMatcher:
        found = self._sources[fieldname].find(text) if fieldname in self._sources else None
        if found is None:
            raise TermNotFound(f"no term {fieldname}:{text!r}")
        return ColumnMatcher(self._opened, found, (fieldname, text), format_, scorer)


class ColumnCursor(base.FieldCursor):
    """Stands at a term of a field, or behind the last; Whoosh finds similar words with it."""

    def __init__(self, terms: ColumnTerms, fieldname: str, fieldobj: Any) -> None:
        self._terms = terms
        self._fieldname = fieldname
        self._fieldobj = fieldobj
        self.first()

    def first(self) -> str | None:
        """Go to the first term."""
        return self.find(b"")

    def find(self, string: str | bytes) -> str | None:
        """Go to this term, or to the next one after it."""
        start = self._fieldobj.to_bytes(string)
        self._following = self._terms.terms_from(self._fieldname, start)
        return self.next()

    def next(self) -> str | None:
        """Go to the next term."""
        field, self._text = next(self._following, ("", b""))
        if field != self._fieldname:
            self._following = iter(())
            self._text = None
        return self.text()

    def text(self) -> str | None:
        """Return the term, or None behind the last."""
        return None if self._text is None else self._fieldobj.from_bytes(self._text)

    def term(self) -> str | None:
        """Return the term, or None behind the last."""
        return self.text()

    def term_info(self) -> TermInfo | None:
        """Return the statistics of the term, or None behind the last."""
        return None if self._text is None else self._terms.term_info(self._fieldname, self._text)

    def is_valid(self) -> bool:
        """Tell whether there is a term."""
        return self._text is not None


class ColumnArticles(base.PerDocumentReader):
    """The articles of a segment, by number."""

    def __init__(self, opened: OpenedSegment, segment: ColumnSegment) -> None:
        self._articles = opened.articles
        self._segment = segment
        self._columns = {
            "id": _Ids(opened.articles),
            "first": opened.articles.first,
            "last": opened.articles.last,
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
        """Return the least length."""
        return self._articles.least if fieldname in (WORDS, STEMS) else 0

    def max_field_length(self, fieldname: str) -> int:
        """Return the greatest length."""
        return self._articles.most if fieldname in (WORDS, STEMS) else 0

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

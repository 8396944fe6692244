"""What Whoosh reads of a segment's terms: the dictionaries, and the postings of each term."""

from collections.abc import Iterator
from typing import Any

from whoosh.codec import base
from whoosh.reading import TermInfo, TermNotFound

from newscli.engines.whoosh.codec.matcher import ColumnMatcher
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.codec.terms import FIELDS, sources

Term = tuple[str, bytes]


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
        if (fieldname, text) not in self:
            return 0.0
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
        self._following: Iterator[Term] = iter(())
        self._text: bytes | None = None
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
        field, text = next(self._following, ("", b""))
        self._text = text if field == self._fieldname else None
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

"""For programs: JSON documents with a schema, to which fields are only ever added.

A document is an object with one field a line, and one line for each thing in its list
of hits, articles or files. A line form prints those things alone, one object a line;
what has no such list is one line. Several articles to show are one
`newscli.articles/1`, whose `articles` each are what `newscli.article/1` is.

Offsets count characters of the article's `text`. Text is UTF-8 where the stream is,
else `\\u` escapes; control and bidi characters and undecodable bytes of a file's name
(lone surrogates) are escaped everywhere.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO, TypeVar

from newscli.core.answers import ListAnswer, SearchAnswer, ShowAnswer
from newscli.render.documents import doctor_document, index_document, status_document
from newscli.render.form import Look
from newscli.render.records import (
    Record,
    Value,
    article,
    entry,
    facet,
    hit,
    suggestion,
)
from newscli.render.untrusted import DANGEROUS
from newscli.render.view import View

if TYPE_CHECKING:
    from newscli.core.reports import DoctorAnswer, IndexAnswer, StatusAnswer

Answer = TypeVar("Answer")


class JsonRenderer:
    """Prints one document an answer, or with `lines` one object a line."""

    def __init__(self, stream: TextIO, look: Look, *, lines: bool = False) -> None:
        self._stream = stream
        self._lines = lines
        self._encode = json.JSONEncoder(ensure_ascii=not look.unicode).encode

    def search(self, answer: SearchAnswer) -> None:
        """Print `newscli.search/1`, or its hits a line each."""
        head: Record = {
            "query": {
                "raw": answer.raw,
                "since": answer.since,
                "until": answer.until,
                "in": answer.folder,
                "any": answer.any_word,
                "same": answer.same,
            },
            "total": answer.total,
            "offset": answer.offset,
            "limit": answer.limit,
            "sort": answer.sort,
            "suggestion": suggestion(answer.suggestion),
            "facets": list(map(facet, answer.facets)),
            "folded": answer.folded,
        }
        self._many("newscli.search/1", head, "hits", map(hit, answer.found))

    def listing(self, answer: ListAnswer) -> None:
        """Print `newscli.list/1`, or its articles a line each."""
        head: Record = {
            "query": {"since": answer.since, "until": answer.until, "in": answer.folder},
            "total": answer.total,
            "offset": answer.offset,
            "limit": answer.limit,
            "sort": answer.sort,
        }
        self._many("newscli.list/1", head, "articles", map(entry, answer.found))

    def show(self, answers: Sequence[ShowAnswer]) -> None:
        """Print `newscli.article/1`, several as `newscli.articles/1` or a line each."""
        if len(answers) == 1 and not self._lines:
            self._one(article(answers[0]))
            return
        self._many("newscli.articles/1", {"total": len(answers)}, "articles", map(article, answers))

    def index(self, answer: "IndexAnswer") -> None:
        """Print `newscli.index/1`: counts by outcome, and the files behind each."""
        self._one(index_document(answer))

    def status(self, answer: "StatusAnswer") -> None:
        """Print `newscli.status/1`; `size` is in bytes, `age` in seconds."""
        self._one(status_document(answer))

    def doctor(self, answer: "DoctorAnswer") -> None:
        """Print `newscli.doctor/1`: each finding with every file it concerns."""
        self._one(doctor_document(answer))

    def report(self, answer: Answer, view: View[Answer]) -> None:
        """Print the view's document, or its records a line each."""
        self._many(view.SCHEMA, view.head(answer), view.RECORDS, view.records(answer))

    def _many(self, schema: str, head: Record, name: str, records: Iterable[Record]) -> None:
        """Write the records as they come: a list of every article need not fit in memory."""
        if self._lines:
            for record in records:
                self._stream.write(self._text(record) + "\n")
            return
        fields = ",\n ".join(self._field(*field) for field in {"schema": schema, **head}.items())
        self._stream.write(f'{{{fields},\n "{name}": [')
        parting = "\n  "
        for record in records:
            self._stream.write(parting + self._text(record))
            parting = ",\n  "
        self._stream.write("]}\n")

    def _one(self, record: Record) -> None:
        if self._lines:
            self._stream.write(self._text(record) + "\n")
            return
        fields = ",\n ".join(self._field(*field) for field in record.items())
        self._stream.write(f"{{{fields}}}\n")

    def _field(self, name: str, value: Value) -> str:
        if isinstance(value, list) and value and isinstance(value[0], dict):
            items = ",\n  ".join(map(self._text, value))
            return f'"{name}": [\n  {items}]'
        return f'"{name}": {self._text(value)}'

    def _text(self, value: Value) -> str:
        return escaped(self._encode(value))


def escaped(text: str) -> str:
    """Escape what must not reach a screen as it is; the text is JSON."""
    return DANGEROUS.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    """Write `\\u` escapes; a character beyond the first plane is two of them."""
    code = ord(found[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"

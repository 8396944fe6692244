"""The stored article: complete, so that it can be read when its file is gone.

`record` is a small JSON row, read for every line of a list; `content` is another, a
newline and the text, read only when the text is wanted. Neither is ever unpickled.
"""

import json
from typing import Any

from newscli.core.article import (
    Article,
    ArticleDate,
    Content,
    DateSource,
    Kind,
    Paragraph,
    Span,
    Summary,
)
from newscli.engines.port import Record

# Nothing that is written can hold itself.
_written = json.JSONEncoder(check_circular=False).encode


def record(article: Article) -> bytes:
    """Write what is known of an article besides its text."""
    content = article.content
    return _written(
        [
            article.id,
            article.folder,
            article.path,
            content.headline,
            content.headline_derived,
            content.date and str(content.date),
            article.digest,
            content.notes,
        ]
    ).encode("ascii")


def read_record(row: bytes, words: int) -> Record:
    """Read back what `record` wrote of an article with so many words."""
    id, folder, path, headline, derived, date, digest, notes = json.loads(row)
    summary = Summary(
        id, folder, path, headline, derived, ArticleDate.from_iso(date) if date else None, words
    )
    return Record(summary, digest, tuple(notes))


def content(content: Content, text: bytes) -> bytes:
    """Write the text, in UTF-8, and all that was read out of it."""
    row = (
        content.paragraphs,  # written as the tuples they are
        content.headline_span,
        content.date_source,
        content.byline,
        content.byline_span,
        content.dateline,
    )
    return b"\n".join((_written(row).encode("ascii"), text))


def read_article(row: bytes, stored: bytes) -> Article:
    """Read back a whole article."""
    found = read_record(row, 0)  # the words of a whole article are counted when asked for
    summary = found.summary
    head, _, _ = stored.partition(b"\n")
    paragraphs, headline_span, source, byline, byline_span, dateline = json.loads(head)
    return Article(
        id=summary.id,
        folder=summary.folder,
        path=summary.path,
        digest=found.digest,
        content=Content(
            text=read_text(stored),
            paragraphs=tuple(
                Paragraph(number, Kind(kind), start, end, _span(attribution), _span(credit))
                for number, kind, start, end, attribution, credit in paragraphs
            ),
            headline=summary.headline,
            headline_derived=summary.headline_derived,
            headline_span=Span(*headline_span),
            date=summary.date,
            date_source=DateSource(source) if source else None,
            byline=byline,
            byline_span=_span(byline_span),
            dateline=dateline,
            notes=found.notes,
        ),
    )


def read_text(stored: bytes) -> str:
    """Read back the text alone."""
    return stored[stored.index(b"\n") + 1 :].decode("utf-8", "surrogatepass")


def _span(pair: Any) -> Span | None:
    return Span(*pair) if pair else None

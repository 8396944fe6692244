"""An index's twin in Whoosh's stock codec: the same articles, inverted by brute force.

The twin is built through Whoosh's ordinary writer, one commit a segment, with the same
articles deleted: an article has the same number in both. Its postings, weights and
lengths come from `newscli.core.reading`, the definition, and from nothing that the
columns are written by.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from whoosh.fields import COLUMN, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.writing import SegmentWriter

from newscli.core.analysis import Stem, count_words
from newscli.core.article import Article, Content, Kind, Span
from newscli.core.parsing import repeated_span
from newscli.core.query import Part
from newscli.core.reading import Words
from newscli.engines.whoosh import fields, records
from newscli.engines.whoosh.fields import (
    CAPITAL,
    FIRST_PRINTABLE,
    HEADLINE_WEIGHT,
    LEAD_WEIGHT,
    REGION,
    STEMS,
    WORDS,
)
from newscli.engines.whoosh.snapshot import Snapshot

Posting = tuple[Sequence[int], float]
"""The positions of a term in an article, and its weight there."""

InWhoosh = Iterator[tuple[bytes, int, float, bytes]]
"""A term, its frequency, its weight and its positions, encoded."""


def twin(snapshot: Snapshot, stem: Stem) -> Any:
    """Return Whoosh's reader over the same segments in the stock codec."""
    index = RamStorage().create_index(_schema())
    for leaf, offset in _leaves(snapshot.reader):
        articles = [snapshot.article(offset + at) for at in range(leaf.doc_count_all())]
        writer = SegmentWriter(index)
        for each in articles:
            writer.add_document(**_document(each, stem))
        writer.commit(merge=False)
    gone = [at for at in range(snapshot.reader.doc_count_all()) if snapshot.reader.is_deleted(at)]
    if gone:
        writer = SegmentWriter(index)
        for number in gone:
            writer.delete_document(number)
        writer.commit(merge=False)
    return index.reader()


def invert(content: Content, stem: Stem) -> dict[str, Mapping[str, Posting]]:
    """Return the postings of an article, by field and term."""
    words = Words(content.text, stem, content)
    weights = _weights(content, words)

    def posting(positions: Sequence[int]) -> Posting:
        return positions, sum(weights[at] for at in positions)

    regions = {
        REGION + part: ([at for piece in pieces for at in piece], 0.0)
        for part in Part
        if (pieces := [piece for piece in words.regions(part) if piece[0] < piece[1]])
    }
    exact = {form: posting(at) for form, at in words.exact.items()}
    capitals = {CAPITAL + form: posting(at) for form, at in words.capitals.items()}
    return {
        WORDS: exact | capitals | regions,
        STEMS: {form: posting(at) for form, at in words.stems.items()},
    }


def length(postings: Mapping[str, Posting]) -> int:
    """Return how long an article is: the weights of its words, summed up."""
    return round(sum(weight for term, (_, weight) in postings.items() if term >= FIRST_PRINTABLE))


def _weights(content: Content, words: Words) -> list[float]:
    """Return the weight of each word by where it stands; what no part covers weighs one."""
    weights = [1.0] * len(words.tokens)

    def weigh(span: Span, weight: float) -> None:
        start, end = words.piece(span)
        weights[start:end] = [weight] * (end - start)

    for paragraph in content.paragraphs:
        if paragraph.kind is Kind.LEAD:
            weigh(paragraph.span, LEAD_WEIGHT)
    if not content.headline_derived:
        weigh(content.headline_span, HEADLINE_WEIGHT)
    for paragraph in content.paragraphs:
        if again := repeated_span(content, paragraph):
            weigh(again, 0.0)
    return weights


def _document(article: Article, stem: Stem) -> dict[str, Any]:
    date = article.content.date
    days = {"first": date.first, "last": date.last} if date else {}
    return {
        **invert(article.content, stem),
        **days,
        "id": article.id,
        "folder": article.path.rpartition("/")[0],
        "record": records.record(article),
        "content": records.content(
            article.content, article.content.text.encode("utf-8", "surrogatepass")
        ),
        "count": count_words(article.content.text),
    }


def _leaves(reader: Any) -> list[tuple[Any, int]]:
    return [(leaf, offset) for leaf, offset in reader.leaf_readers() if leaf.doc_count_all()]


def _schema() -> Schema:
    schema = fields.schema()
    of_columns = {name: each for name, each in schema.items() if isinstance(each, COLUMN)}
    return Schema(
        words=_Inverted(),
        stems=_Inverted(),
        id=_Name(unique=True, sortable=True),
        folder=_Name(),
        first=_Day(),
        last=_Day(),
        **of_columns,
    )


class _Inverted(fields.Inverted):
    """A field whose values are inverted already: a mapping of terms to postings."""

    def index(self, value: Mapping[str, Posting], **_: Any) -> InWhoosh:
        # Whoosh adds up the frequencies to get the field's length and uses them for
        # nothing else, so the first posting carries the article's whole weighted length.
        whole = length(value)
        for term, (positions, weight) in value.items():
            encoded = self.format.encode(positions)
            yield term.encode("utf-8", "surrogateescape"), whole, weight, encoded
            whole = 0


class _Name(fields.Name):
    def index(self, value: str, **_: Any) -> InWhoosh:
        yield self.to_bytes(value), 1, 1.0, b""


class _Day(fields.Day):
    """Every day is also looked up as its month and its year."""

    def index(self, value: date, **_: Any) -> InWhoosh:
        day = value.isoformat()
        for each in (day, day[:7], day[:4]):
            yield each.encode("ascii"), 1, 1.0, b""

    def to_column_value(self, value: date) -> int:
        return value.toordinal()

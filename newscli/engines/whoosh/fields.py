"""What the Whoosh index holds of an article, and the terms each query word becomes.

    words    exact forms, capital forms, and the ranges of the parts    positions, weights
    stems    stems                                                      positions, weights
    id       the article's id                                           unique, sortable
    folder   the absolute directory of its file
    first, last   the days its date may mean: `2021-03-02`, `2021-03`, `2021`;
                  as proleptic ordinals                                 sortable
    record, content   columns only (records.py)

Three kinds of term share `words`, told apart by their first character:

    taiwan      the form as written, folded
    \\x02US      the capital form: never the beginning of a folded form
    \\x01lead    where a part stands: its "positions" are start, end, start, end ...

The weight of a posting is a term frequency summed over weighted parts, and the length
of an article is the sum of all of them: the simple BM25 extension to weighted fields
(Robertson, Zaragoza & Taylor 2004). A pull quote that repeats the body weighs nothing.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from whoosh import columns, fields, formats

from newscli.core.analysis import Stem
from newscli.core.article import Content, Kind
from newscli.core.parsing import repeated_span
from newscli.core.query import Part, View, Word
from newscli.core.reading import Words

WORDS = "words"
STEMS = "stems"
CAPITAL = "\x02"
REGION = "\x01"
FIRST_PRINTABLE = " "
"""Folded forms sort from here on; the other kinds of term before."""

NEVER = 0
"""The day of an article without a date; proleptic ordinals begin at 1."""

HEADLINE_WEIGHT = 2.0
LEAD_WEIGHT = 1.5

Posting = tuple[Sequence[int], float]
"""The positions of a term in an article, and its weight there."""


class PositionArray(formats.Positions):
    """Positions as 16-bit integers in the machine's order.

    Where one does not fit into that, all are of 32 bits, and a byte more tells.
    """

    def encode(self, poslist: Iterable[int]) -> bytes:
        """Pack the positions of one posting."""
        try:
            return array("H", poslist).tobytes()
        except OverflowError:
            return array("I", poslist).tobytes() + b"\0"

    def decode_positions(self, valuestring: bytes) -> list[int]:
        """Unpack the positions of one posting."""
        if len(valuestring) % 2:
            return array("I", valuestring[:-1]).tolist()
        return array("H", valuestring).tolist()

    def decode_frequency(self, valuestring: bytes) -> int:
        """Return how many positions the posting has."""
        return len(valuestring) // (4 if len(valuestring) % 2 else 2)


class Inverted(fields.FieldType):
    """A field whose values are inverted already: a mapping of terms to postings."""

    def __init__(self) -> None:
        super().__init__(PositionArray(), None, scorable=True)

    def index(
        self, value: Mapping[str, Posting], **_: Any
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Go through the postings in Whoosh's form.

        Whoosh adds up the frequencies to get the field's length and uses them for
        nothing else, so the first posting carries the article's whole weighted length.
        """
        encode = self.format.encode
        total = sum(w for term, (_, w) in value.items() if term >= FIRST_PRINTABLE)
        length = max(1, round(total))  # no length at all would be none stored
        for term, (positions, weight) in value.items():
            yield term.encode("utf-8", "surrogateescape"), length, weight, encode(positions)
            length = 0


class Name(fields.ID):
    """One name, whatever bytes it has."""

    def index(self, value: str, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Go through the one posting the name has."""
        yield self.to_bytes(value), 1, 1.0, b""

    def to_bytes(self, value: Any) -> bytes:
        """Return the name as bytes, undecodable ones as they were."""
        return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")


class Day(fields.FieldType):
    """A day, its month and its year, so that a long range is made of few terms.

    Whoosh has NUMERIC; but in 2.7.4 its ranges take in what lies outside them.
    """

    def __init__(self) -> None:
        self.format = formats.Existence()
        self.column_type = columns.NumericColumn("I", default=NEVER)

    def index(self, value: date, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Go through the postings of the day."""
        day = value.isoformat()
        for each in (day, day[:7], day[:4]):
            yield each.encode("ascii"), 1, 1.0, b""

    def to_bytes(self, value: Any) -> bytes:
        """Return a term as bytes."""
        return value if isinstance(value, bytes) else str(value).encode("ascii")

    def to_column_value(self, value: date) -> int:
        """Return the day as the column stores it."""
        return value.toordinal()

    def from_column_value(self, value: int) -> int:
        """Return the proleptic ordinal that the column stores."""
        return value


def schema() -> fields.Schema:
    """Return the fields of an article."""
    return fields.Schema(
        words=Inverted(),
        stems=Inverted(),
        id=Name(unique=True, sortable=True),
        folder=Name(),
        first=Day(),
        last=Day(),
        record=fields.COLUMN(columns.VarBytesColumn()),
        content=fields.COLUMN(columns.VarBytesColumn()),
    )


def term(word: Word, stem: Stem) -> tuple[str, str]:
    """Return the field and the term that a query word is looked up as."""
    match word.view:
        case View.STEM:
            return STEMS, stem(word.form)
        case View.EXACT:
            return WORDS, word.form
        case View.CAPITAL:
            return WORDS, CAPITAL + word.form


def invert(content: Content, stem: Stem) -> dict[str, Mapping[str, Posting]]:
    """Return the postings of an article, by field and term."""
    words = Words(content.text, stem, content)
    weigh = _Weights(content, words)
    regions = {
        REGION + part: ([at for piece in pieces for at in piece], 1.0)
        for part in Part
        if (pieces := [piece for piece in words.regions(part) if piece[0] < piece[1]])
    }
    exact = {form: (at, weigh(at)) for form, at in words.exact.items()}
    capitals = {CAPITAL + form: (at, weigh(at)) for form, at in words.capitals.items()}
    return {
        WORDS: exact | capitals | regions,
        STEMS: {form: (at, weigh(at)) for form, at in words.stems.items()},
    }


class _Weights:
    """The weight of a word by where it stands; what no part covers weighs one."""

    def __init__(self, content: Content, words: Words) -> None:
        weights = [1.0] * len(words.tokens)
        parts = [(span, LEAD_WEIGHT) for span in _spans_of(content, Kind.LEAD)]
        if not content.headline_derived:
            parts.append((content.headline_span, HEADLINE_WEIGHT))
        quotes = (each for each in content.paragraphs if each.kind is Kind.QUOTE)
        parts += [(again, 0.0) for each in quotes if (again := repeated_span(content, each))]
        pieces = [(words.piece(span), weight) for span, weight in parts]
        for (start, end), weight in pieces:
            weights[start:end] = [weight] * (end - start)
        self._weights = weights
        self._plain_from = max((end for (_, end), _ in pieces), default=0)

    def __call__(self, positions: Sequence[int]) -> float:
        """Return the weight of a term that stands at these positions, in ascending order."""
        if positions[0] >= self._plain_from:
            return float(len(positions))
        weights = self._weights
        return sum([weights[at] for at in positions])


def _spans_of(content: Content, kind: Kind) -> Iterator[Any]:
    return (paragraph.span for paragraph in content.paragraphs if paragraph.kind is kind)

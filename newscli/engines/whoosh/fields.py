"""What the Whoosh index holds of an article, and the terms each query word becomes.

    words    exact forms, capital forms, and the ranges of the parts    positions, weights
    stems    stems                                                      positions, weights
    id       the article's id                                           unique, sortable
    folder   the absolute directory of its file
    first, last   the days its date may mean: `2021-03-02`, `2021-03`, `2021`;
                  as proleptic ordinals                                 sortable
    count    how many words it has                                       column only
    record, content   columns only (records.py)

Three kinds of term share `words`, told apart by their first character:

    taiwan      the form as written, folded
    \\x02US      the capital form: never the beginning of a folded form
    \\x01lead    where a part stands: its "positions" are start, end, start, end ...

The weight of a posting is a term frequency summed over weighted parts, and the length
of an article is the sum of all of them: the simple BM25 extension to weighted fields
(Robertson, Zaragoza & Taylor 2004). A pull quote that repeats the body weighs nothing.
"""

from typing import Any

from whoosh import columns, fields, formats

from newscli.core.analysis import Stem
from newscli.core.query import View, Word

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


class Inverted(fields.FieldType):
    """A field of words, each with its positions in the article and its weight there."""

    def __init__(self) -> None:
        super().__init__(formats.Positions(), None, scorable=True)


class Name(fields.ID):
    """One name, whatever bytes it has."""

    def to_bytes(self, value: Any) -> bytes:
        """Return the name as bytes, undecodable ones as they were."""
        return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")

    def from_bytes(self, bytestring: bytes) -> str:
        """Return the name that `to_bytes` made bytes of."""
        return bytestring.decode("utf-8", "surrogateescape")


class Day(fields.FieldType):
    """A day, its month and its year, so that a long range is made of few terms.

    Whoosh has NUMERIC; but in 2.7.4 its ranges take in what lies outside them.
    """

    def __init__(self) -> None:
        self.format = formats.Existence()
        self.column_type = columns.NumericColumn("I", default=NEVER)

    def to_bytes(self, value: Any) -> bytes:
        """Return a term as bytes."""
        return value if isinstance(value, bytes) else str(value).encode("ascii")

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
        count=fields.COLUMN(columns.NumericColumn("I")),
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

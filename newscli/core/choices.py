"""The values of options; known before any verb is loaded, so they stand apart from all else."""

from enum import StrEnum


class Sort(StrEnum):
    """The order of a page. Equal ones stand by newer date, then by id."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Unit(StrEnum):
    """A part of an article that holds all of a query."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class FacetKind(StrEnum):
    """What the articles found are counted by."""

    WHO = "who"
    WHERE = "where"
    MONTH = "month"
    FOLDER = "folder"


class LineOrder(StrEnum):
    """The order of a concordance's lines. Equal ones stand by date, article and place."""

    LEFT = "left"
    RIGHT = "right"
    DATE = "date"
    NONE = "none"


class Period(StrEnum):
    """How long a bin of a timeline is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Group(StrEnum):
    """What `quotes` puts together."""

    SPEAKER = "speaker"


class ExportForm(StrEnum):
    """What articles are written out as."""

    MD = "md"
    CSV = "csv"
    JSONL = "jsonl"
    TXT = "txt"
    BIB = "bib"


class Measure(StrEnum):
    """How collocates are weighed."""

    LL = "ll"
    MI = "mi"
    DICE = "dice"

"""The values of options that only some verbs have; known before any verb is loaded."""

from enum import StrEnum


class LineOrder(StrEnum):
    """The order of a concordance's lines. Equal ones stand by date, article and place."""

    LEFT = "left"
    RIGHT = "right"
    DATE = "date"
    NONE = "none"

"""The fields of the query language: their names, and how far a value reaches.

A part of the article (`lead:`) takes anything that can be searched for. A folder and
a date take plain text: in quotes, or up to the next space.
"""

import re

from newscli.core.query import Part
from newscli.core.spelling import distance

FOLDER = "in:"
DATE = "date:"
PARTS = tuple(f"{part}:" for part in Part)

_ALL = (*PARTS, FOLDER, DATE)
_EASILY_MISSPELT = tuple(name for name in _ALL if len(name) > len("by:"))

_UNSPACED = re.compile(r"(?:\\.|\\\Z|[^\s\\])+", re.DOTALL)
_PUNCTUATION = ",;:!?"


def meant_by(name: str) -> str | None:
    """Return the field that is one slip of the finger from the name."""
    found = (known for known in _EASILY_MISSPELT if distance(name.lower(), known, 1) is not None)
    return next(found, None)


def value_at(raw: str, start: int) -> str:
    """Return the unquoted value that begins here; it is empty when there is none.

    A bracket that the value does not open itself ends it.
    """
    unspaced = _UNSPACED.match(raw, start)
    value = unspaced[0] if unspaced else ""
    depth = 0
    for sign in re.finditer(r"\\.|[()]", value, re.DOTALL):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if depth < 0:
            value = value[: sign.start()]
            break
    return value if value.strip(_PUNCTUATION) else ""


def folder(value: str) -> str:
    """Return the name that the value spells: a `\\` before a character is dropped."""
    return re.sub(r"\\(.)", r"\1", value, flags=re.DOTALL)


def dates(value: str) -> str:
    """Return the value without the punctuation of a sentence around it."""
    return value.rstrip(_PUNCTUATION)

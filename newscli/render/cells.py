"""How many columns text takes on a terminal, for messages that must not load Rich."""

import unicodedata


def cells(text: str) -> int:
    """Return the columns that safe text takes: two for a wide character, none for a mark."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

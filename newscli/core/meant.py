"""Whom a reader means: the words of a name as it is typed, and as an article writes it."""

from functools import lru_cache

from newscli.core import analysis
from newscli.core.abbreviations import TITLES

_OF_NAMES = frozenset(["st", "ste", "sts", "del", "fr"])
"""Titles that are the beginning of a name as often: `St. Louis`, `Del Rio`."""
_TITLES = {title.casefold() for title in TITLES} - _OF_NAMES | frozenset(
    ["miss", "president", "senator", "representative", "governor", "professor", "doctor"]
)
"""What may be typed before a name, and is no part of it."""


def sought(typed: str) -> tuple[str, ...]:
    """Return the words that a form must have to be meant, folded.

    Titles before a name (`Mr Marsh`) need not be there, nor middle initials.
    """
    words = [word.exact for word in analysis.words(typed)]
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    return tuple(
        word for at, word in enumerate(words) if len(word) > 1 or at in {0, len(words) - 1}
    )


@lru_cache(maxsize=1 << 12)
def is_meant(typed: str, form: str) -> bool:
    """Tell whether a form has all the words sought, in any case, with accents or without."""
    return {word.exact for word in analysis.words(form)}.issuperset(sought(typed))

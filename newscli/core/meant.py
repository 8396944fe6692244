"""Whom a reader means: the words of a name as it is typed, and as an article writes it."""

from functools import lru_cache

from newscli.core import analysis


def sought(typed: str) -> tuple[str, ...]:
    """Return the words that a form must have to be meant, folded; middle initials need not be."""
    words = [word.exact for word in analysis.words(typed)]
    return tuple(
        word for at, word in enumerate(words) if len(word) > 1 or at in {0, len(words) - 1}
    )


@lru_cache(maxsize=1 << 12)
def is_meant(typed: str, form: str) -> bool:
    """Tell whether a form has all the words sought, in any case, with accents or without."""
    return {word.exact for word in analysis.words(form)}.issuperset(sought(typed))

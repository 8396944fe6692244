"""The stem that the forms of an English word share: `restrictions`, `restricted` -> `restrict`.

Snowball's English stemmer (Porter's second algorithm), through PyStemmer. Words of
other alphabets are their own stem.
"""

from functools import lru_cache

import Stemmer

NAME = "snowball-english"

_english = Stemmer.Stemmer("english", 0)


@lru_cache(maxsize=1 << 16)
def stem(form: str) -> str:
    """Return the stem of a folded word."""
    stemmed: str = _english.stemWord(form) if form.isascii() else form
    return stemmed

"""Words that come again: how texts are compared, and what of a pull quote is told twice.

It stands apart from the parser, for a search asks it too and should load no more than this.
"""

import re
from collections.abc import Sequence
from itertools import islice

from newscli.core.article import Content, Kind, Paragraph, Span

FEWEST = 6
"""Words in a row that are hardly the same by chance."""

_WORD = re.compile(r"\w+")
_FOLDED_ASCII = bytes(ord(c.lower() if _WORD.match(c) else " ") for c in map(chr, range(256)))
"""What an ASCII character is to `folded_words`."""


def repeated_span(content: Content, paragraph: Paragraph) -> Span | None:
    """Return the part of a pull quote that stands again in the article, if it does.

    The index counts those words once. The part begins where the paragraph does
    and ends before the attribution.
    """
    if paragraph.kind is not Kind.QUOTE:
        return None
    end = paragraph.attribution.start if paragraph.attribution else paragraph.end
    places = word_spans(content.text, paragraph.start, end)
    if len(places) < FEWEST:
        return None
    part = Span(paragraph.start, places[-1][1])
    words = joined_words(part.of(content.text))
    for other in content.paragraphs:
        if other.kind is not Kind.QUOTE and other.end - other.start >= len(words):
            body = joined_words(other.span.of(content.text))
            if f"\n{words}\n" in f"\n{body}\n":
                return part
    return None


def folded_words(text: str) -> list[str]:
    """Return the words of a text as they are compared: without case or punctuation.

    They are as many, and in the same order, as the matches of `word_spans`.
    """
    if text.isascii():  # the common case, and ten times as fast
        return text.encode().translate(_FOLDED_ASCII).decode().split()
    return [word.casefold() for word in _WORD.findall(text)]


def joined_words(text: str) -> str:
    """Return the folded words of a text in one string, with newlines between them."""
    return "\n".join(folded_words(text))


def word_spans(text: str, start: int, end: int, most: int | None = None) -> list[tuple[int, int]]:
    """Return where the words of `text[start:end]` stand in the text, or the first of them."""
    return [match.span() for match in islice(_WORD.finditer(text, start, end), most)]


def common_length(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words two sequences share at their beginnings."""
    return next(
        (i for i, (one, other) in enumerate(zip(left, right, strict=False)) if one != other),
        min(len(left), len(right)),
    )

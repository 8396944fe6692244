"""Captions of pictures, known by the credit in brackets that ends them or by a first word."""

import re
from dataclasses import dataclass

from newscli.core.article import Span
from newscli.core.parsing.phrases import AGENCIES
from newscli.core.parsing.sentences import ends_sentence

_SHORT_NAMES = AGENCIES | {"pa"}
_CREDIT = re.compile(r"[(\[]([^()\[\]\n]{2,80})[)\]]$")
_PHOTO_FIRST = re.compile(
    r"(?:file |ap |afp |epa |reuters )?"
    r"(?:photo(?:graph)?|image|picture|pic|credit|courtesy|handout|screenshot|illustration)s?"
    r"(?:\s*[:/]|\s+(?:by|of|courtesy|from|credit|via)\b|$)"
)
_PHOTO_LAST = re.compile(r"\b(?:photos?|images?|pictures?|handout|shutterstock|file)$")
_OPENING = re.compile(
    r"(?:Photo(?:graph|s)?|Image|Picture|PHOTO|IMAGE)(?: by\b|\s?:|/)"
    r"|(?:Image (?:caption|copyright|source)|(?:File|FILE) (?:photo|PHOTO|image)|FILE -)\b"
)
_FIRST_LETTERS = frozenset("PIF")  # of the openings
_MORE = re.compile(r"\S")
_LONGEST, _LONGEST_SIGNED = 320, 240
_TAIL = 84


@dataclass(frozen=True, slots=True)
class Caption:
    """What makes a block a caption: the place of its credit, brackets included, if it has one."""

    credit: Span | None


def read_caption(text: str, start: int, end: int) -> Caption | None:
    """Read the block `text[start:end]` as a caption; None if it is not clearly one.

    An agency in brackets after the full stop of the very last sentence is the
    agency's signature under the article, not a credit.
    """
    if end - start > _LONGEST:
        return None
    if text[end - 1] in ")]":
        tail = max(start, end - _TAIL)
        match = _CREDIT.search(text[tail:end])
        if match and _is_credit(text, start, tail + match.start(), match[1]):
            return Caption(Span(tail + match.start(), end))
    if text[start] not in _FIRST_LETTERS:
        return None
    return Caption(None) if _OPENING.match(text, start, end) else None


def _is_credit(text: str, start: int, bracket: int, inside: str) -> bool:
    folded = inside.casefold().strip()
    if folded.count(" ") < 8 and (_PHOTO_FIRST.match(folded) or _PHOTO_LAST.search(folded)):
        return True
    parts = [part.strip() for part in re.split(r"[/|]| via ", folded)]
    if len(parts) > 1:
        return any(part in _SHORT_NAMES for part in parts)
    described = text[start:bracket].rstrip()
    return (
        folded in AGENCIES
        and described.count(" ") >= 3
        and bracket - start <= _LONGEST_SIGNED
        and not (ends_sentence(described) and _MORE.search(text, bracket + len(inside) + 2) is None)
    )

"""Stretches between quotation marks, whatever they are there for.

Straight and curly marks, `„…“`, `«…»`, `「…」` and single curly or straight ones. A mark
within a stretch belongs to a quotation in the quotation. A stretch that is open at the
end of its paragraph goes on in the next one if that begins with an opening mark, as is
the custom of printers; else it ends with the paragraph, its closing mark forgotten.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newscli.core.article import Content, Kind, Paragraph
from newscli.core.parsing.sentences import ends_sentence

_MARK = re.compile(r"[\"“”„«»「」]|(?<!\w)['‘](?=\w)|['’](?!\w)")
_CLOSING = {"“": "”", "„": "“”", "«": "»", "「": "」", "‘": "’", "'": "'", '"': '"'}
_SINGLE = frozenset("'‘’")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-/\"“‘'")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between marks: `text[start:end]` without them."""

    paragraph: Paragraph
    """The one in which it begins."""
    start: int
    end: int
    last: Paragraph
    """The one in which it ends."""
    is_single: bool = False
    """Whether its marks could be apostrophes."""

    @property
    def opens(self) -> int:
        """Where the opening mark stands."""
        return self.start - 1


def stretches(content: Content) -> Iterator[Stretch]:
    """Go through the stretches of an article in order; none is within another."""
    text = content.text
    opened: Stretch | None = None
    paragraphs = [each for each in content.paragraphs if each.kind not in _APART]
    for number, paragraph in enumerate(paragraphs):
        follower = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        found = _in_paragraph(text, paragraph)
        if opened is not None:
            first, rest = found[0], found[1:]
            opened = Stretch(opened.paragraph, opened.start, first.end, paragraph, opened.is_single)
            found = [opened, *rest]
            opened = None
        if found and _is_open(text, found[-1]) and not found[-1].is_single:
            if follower is not None and _goes_on(text, found[-1], follower):
                opened = found.pop()
            elif not ends_sentence(text[found[-1].start : found[-1].end]):
                found.pop()
        yield from (each for each in found if text[each.start : each.end].strip())


_APART = frozenset((Kind.META, Kind.QUOTE, Kind.CAPTION))


def _is_open(text: str, stretch: Stretch) -> bool:
    """Tell whether the paragraph ended before the closing mark came."""
    return stretch.end == stretch.last.end and text[stretch.end - 1] not in "\"”»」’'"


def _goes_on(text: str, stretch: Stretch, follower: Paragraph) -> bool:
    mark = text[stretch.opens]
    return text[follower.start] == mark and bool(_in_paragraph(text, follower))


def _in_paragraph(text: str, paragraph: Paragraph) -> list[Stretch]:
    found: list[Stretch] = []
    start, mark, depth = 0, "", 0
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        sign, at = match[0], match.start()
        if not mark:
            if sign in _CLOSING and _opens(text, at, paragraph):
                start, mark, depth = at + 1, sign, 1
        elif sign == mark and sign == '"' and _opens(text, at, paragraph) and _is_nested(text, at):
            depth += 1
        elif sign in _CLOSING[mark] and (sign not in _SINGLE or mark in _SINGLE):
            depth -= 1
            if not depth:
                found.append(Stretch(paragraph, start, at, paragraph, mark in _SINGLE))
                mark = ""
        elif sign == mark and mark != '"':
            depth += 1
    if mark and mark not in _SINGLE:
        found.append(Stretch(paragraph, start, paragraph.end, paragraph))
    return found


def _opens(text: str, at: int, paragraph: Paragraph) -> bool:
    """Tell whether a mark can open: something follows it at once, and nothing runs into it."""
    if text[at] == "«":
        return at + 1 < paragraph.end
    if at + 1 >= paragraph.end or text[at + 1].isspace():
        return False
    if text[at] not in "\"'‘":
        return True
    return at == paragraph.start or text[at - 1] in _BEFORE_OPENING


def _is_nested(text: str, at: int) -> bool:
    """Tell whether a straight mark opens a quotation within the one that is open."""
    return text[at - 1] in " \t\n\u00a0([{" and text[at + 1].isalnum()


def squeezed_words(text: str) -> Sequence[str]:
    """Return the words of a stretch, folded roughly, to compare what is said twice."""
    return re.findall(r"\w+", text.casefold())

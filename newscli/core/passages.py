"""The sentences of an article that answer a query, the best first.

A sentence is better the more of the query's leaves it holds, then the more hits,
then the earlier it stands. One that runs on is cut to a window around its hits.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from newscli.core.article import Content, Kind, Paragraph, Span
from newscli.core.reading import Highlight, merged
from newscli.core.results import Passage

LONGEST = 320
"""A passage has at most so many characters, unless one hit alone is longer."""

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”’]*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'])(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|"
    r"Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Pres|St|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|No|Nos|vs|etc|Inc|Corp|Ltd|Co|Jr|Sr|"
    r"Ave|Blvd|Rd|Mt|Ft|approx|al)$"
)
_OPENS = re.compile(r"\s*[“\"'‘(\[«—–-]*\s*[^a-zß-öø-ÿ\s]")


def sentences(text: str, within: Span) -> list[Span]:
    """Cut a paragraph into its sentences; none is empty or has outer white space."""
    found = _END.finditer(text, within.start, within.end)
    ends = [within.start, *(end.end() for end in found if _ends(text, end, within)), within.end]
    spans = (_stripped(text, start, end) for start, end in pairwise(ends))
    return [span for span in spans if span.start < span.end]


def passages(content: Content, found: Sequence[Highlight], limit: int) -> tuple[Passage, ...]:
    """Return the best sentences that hold hits, or the first one when nothing is lit."""
    lit = [
        (paragraph, sentence, inside)
        for paragraph in content.paragraphs
        if (within := _inside(found, paragraph.span))
        for sentence in sentences(content.text, paragraph.span)
        if (inside := _inside(within, sentence))
    ]
    if not lit:
        return _opening(content)[:limit]
    lit.sort(key=lambda one: (-len({hit.leaf for hit in one[2]}), -len(one[2]), one[1].start))
    return tuple(_passage(content, *one) for one in lit[:limit])


def _ends(text: str, end: re.Match[str], within: Span) -> bool:
    """Tell whether these points end a sentence, or only an abbreviation."""
    if end[0][0] in "。！？":
        return True
    if not _OPENS.match(text, end.end(), within.end):
        return False
    before = max(within.start, end.start() - 12)
    return end[0] != "." or not _ABBREVIATION.search(text, before, end.start())


def _opening(content: Content) -> tuple[Passage, ...]:
    """Return the first sentence of the lead, for articles chosen by date or place alone."""
    chosen = [one for one in content.paragraphs if one.kind is Kind.LEAD] or content.paragraphs
    for paragraph in chosen[:1]:
        first = sentences(content.text, paragraph.span)[0]
        return (_passage(content, paragraph, first, []),)
    return ()


def _passage(
    content: Content, paragraph: Paragraph, sentence: Span, inside: Iterable[Highlight]
) -> Passage:
    hits = merged(tuple(inside))
    window = _window(content.text, sentence, hits)
    shown = tuple(
        Span(max(hit.start, window.start), min(hit.end, window.end))
        for hit in hits
        if hit.end > window.start and hit.start < window.end
    )
    return Passage(
        paragraph.number, paragraph.kind, window.start, window.end, window.of(content.text), shown
    )


def _window(text: str, sentence: Span, hits: Sequence[Span]) -> Span:
    """Cut a long sentence, between words, to the stretch that holds most hits."""
    if sentence.end - sentence.start <= LONGEST:
        return sentence
    if not hits:
        return _between_words(text, sentence, sentence.start, sentence.start + LONGEST)
    first = max(
        hits, key=lambda hit: sum(hit.start <= other.start < hit.start + LONGEST for other in hits)
    )
    last = max(hit.end for hit in hits if hit == first or hit.end <= first.start + LONGEST)
    spare = max(0, LONGEST - (last - first.start))
    start = max(sentence.start, min(first.start - spare // 2, sentence.end - LONGEST))
    return _between_words(text, sentence, start, max(last, start + LONGEST))


def _between_words(text: str, sentence: Span, start: int, end: int) -> Span:
    start, end = max(start, sentence.start), min(end, sentence.end)
    if start > sentence.start and not text[start - 1].isspace():
        gap = re.compile(r"\s").search(text, start, min(end, start + 40))
        start = gap.end() if gap else start
    if end < sentence.end and not text[end].isspace():
        gap_at = max(text.rfind(space, max(start, end - 40), end) for space in " \n\t")
        end = gap_at if gap_at > start else end
    return _stripped(text, start, end)


def _inside(found: Iterable[Highlight], span: Span) -> list[Highlight]:
    return [lit for lit in found if lit.span.start < span.end and lit.span.end > span.start]


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)

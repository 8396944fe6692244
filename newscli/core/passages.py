"""The sentences of an article that answer a query, the best first.

A sentence is better the more of the query's leaves it holds, then the more hits,
then the earlier it stands; what is only about the article comes last. One that runs
on is cut to a window around its hits. One that only repeats the headline is shown
when no other holds a hit: the headline is there to be read in any case, its hits lit.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from newscli.core.abbreviations import ABBREVIATED
from newscli.core.article import Content, Kind, Paragraph, Span
from newscli.core.reading import Highlight, merged
from newscli.core.repetition import joined_words
from newscli.core.results import Passage

LONGEST = 320
"""A passage has at most so many characters; a hit that is longer is cut with it."""

_LONGEST_WORD = 40
"""How far the cut of a long sentence moves to fall between two words."""

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|[。！？]++[」』”’]*+")
_ABBREVIATION = re.compile(rf"(?:^|[\s(“\"']){ABBREVIATED}\Z")
_AFTER_ABBREVIATION = frozenset({".", ".)", ".]"})
"""The points that are one's, a bracket that closes behind it included: `(D-Md.)`."""

_FAR_ENOUGH = 16
"""More characters than any abbreviation has."""
_NEXT_BEGINS = re.compile(r"\s*+[“\"'‘(\[«—–-]*+\s*+([^.!?…])")


def sentences(text: str, within: Span) -> list[Span]:
    """Cut a paragraph into its sentences; none is empty or has outer white space."""
    found = _END.finditer(text, within.start, within.end)
    ends = [within.start, *(end.end() for end in found if _ends(text, end, within)), within.end]
    spans = (_stripped(text, start, end) for start, end in pairwise(ends))
    return [span for span in spans if span.start < span.end]


def passages(content: Content, found: Sequence[Highlight], limit: int) -> tuple[Passage, ...]:
    """Return the best sentences that hold hits, or the first one when nothing is lit."""
    lit = list(_lit(content, found))
    if not lit:
        return _opening(content)[:limit]
    chosen = [one for one in lit if not _is_told(content, one[1], one[2])] or lit
    chosen.sort(key=_rank)
    return tuple(_passage(content, *one) for one in chosen[:limit])


def every(content: Content, found: Sequence[Highlight]) -> Iterator[Passage]:
    """Go through all sentences that hold hits, in order, whole and with all of their hits."""
    for paragraph, sentence, inside in _lit(content, found):
        yield _cut(content, paragraph, sentence, sentence, merged(inside))


def evidence(
    content: Content, paragraph: Paragraph, unit: Span, inside: Sequence[Highlight]
) -> Passage:
    """Return a stretch of a paragraph, or if it runs on the shortest that holds all that is asked.

    All: a hit of each leaf that has one in the stretch.
    """
    hits = merged(inside)
    if unit.end - unit.start <= LONGEST:
        return _cut(content, paragraph, unit, unit, hits)
    least = _least(inside)
    window = least
    if least.end - least.start <= LONGEST:
        within = [hit for hit in hits if hit.start < least.end and hit.end > least.start]
        window = _window(content.text, unit, _clipped(within, least))
    return _cut(content, paragraph, unit, window, hits)


def _least(inside: Sequence[Highlight]) -> Span:
    """Return the shortest stretch that holds a hit of each leaf, the first of those."""
    wanted = {hit.leaf for hit in inside}
    last: dict[int, Span] = {}
    best: Span | None = None
    for hit in sorted(inside, key=lambda hit: (hit.span.end, hit.span.start)):
        if hit.leaf not in last or hit.span.start >= last[hit.leaf].start:
            last[hit.leaf] = hit.span
        if len(last) < len(wanted):
            continue
        start = min(span.start for span in last.values())
        if best is None or hit.span.end - start < best.end - best.start:
            best = Span(start, hit.span.end)
    return best or Span(0, 0)


def _lit(
    content: Content, found: Sequence[Highlight]
) -> Iterator[tuple[Paragraph, Span, list[Highlight]]]:
    """Go through the sentences that hold hits, in whole or in part."""
    ends = list(accumulate((hit.span.end for hit in found), max))
    for paragraph in content.paragraphs:
        if _inside(found, ends, paragraph.span):
            for sentence in sentences(content.text, paragraph.span):
                if inside := _inside(found, ends, sentence):
                    yield paragraph, sentence, inside


def _ends(text: str, end: re.Match[str], within: Span) -> bool:
    """Tell whether these points end a sentence, or only an abbreviation."""
    if end[0][0] in "。！？":
        return True
    # The end of the paragraph is an end in any case, so it opens nothing.
    following = _NEXT_BEGINS.match(text, end.end(), within.end)
    if not following or following[1].islower():
        return False
    before = text[max(within.start, end.start() - _FAR_ENOUGH) : end.start()]
    return end[0] not in _AFTER_ABBREVIATION or not _ABBREVIATION.search(before)


def _rank(lit: tuple[Paragraph, Span, Sequence[Highlight]]) -> tuple[bool, int, int, int]:
    paragraph, sentence, inside = lit
    leaves = {hit.leaf for hit in inside}
    return paragraph.kind is Kind.META, -len(leaves), -len(inside), sentence.start


def _is_told(content: Content, sentence: Span, inside: Sequence[Highlight]) -> bool:
    """Tell whether the headline says the same, or at least holds the same hits."""
    headline = content.headline_span
    if all(headline.start <= hit.span.start and hit.span.end <= headline.end for hit in inside):
        return True
    return joined_words(sentence.of(content.text)) == joined_words(content.headline)


def _opening(content: Content) -> tuple[Passage, ...]:
    """Return the first sentence of the lead, for articles chosen by date or place alone."""
    leads = [one for one in content.paragraphs if one.kind is Kind.LEAD]
    others = [one for one in content.paragraphs if one.kind is not Kind.HEADING]
    for paragraph in (leads or others or content.paragraphs)[:1]:
        first = sentences(content.text, paragraph.span)[0]
        return (_passage(content, paragraph, first, []),)
    return ()


def _passage(
    content: Content, paragraph: Paragraph, sentence: Span, inside: Sequence[Highlight]
) -> Passage:
    hits = _clipped(merged(inside), sentence)
    return _cut(content, paragraph, sentence, _window(content.text, sentence, hits), hits)


def _cut(
    content: Content, paragraph: Paragraph, sentence: Span, window: Span, hits: Iterable[Span]
) -> Passage:
    return Passage(
        paragraph.number,
        paragraph.kind,
        window.start,
        window.end,
        window.of(content.text),
        _clipped(hits, window),
        cut_before=window.start > sentence.start,
        cut_after=window.end < sentence.end,
    )


def _window(text: str, sentence: Span, hits: Sequence[Span]) -> Span:
    """Cut a long sentence to its start, or to the stretch that holds most hits."""
    if sentence.end - sentence.start <= LONGEST:
        return sentence
    kept = _densest(hits) if hits else Span(sentence.start, sentence.start)
    spare = LONGEST - (kept.end - kept.start)
    start = max(sentence.start, min(kept.start - spare // 2, sentence.end - LONGEST))
    # A sentence reads best from its first word, if a little still follows the hits.
    if kept.end + _LONGEST_WORD <= sentence.start + LONGEST:
        start = sentence.start
    end = min(start + LONGEST, sentence.end)
    if start > sentence.start and not text[start - 1].isspace():
        ahead = range(start, min(start + _LONGEST_WORD, kept.start))
        start = next((at for at in ahead if text[at].isspace()), start)
    if end < sentence.end and not text[end].isspace():
        back = reversed(range(max(end - _LONGEST_WORD, kept.end), end))
        end = next((at for at in back if text[at].isspace()), end)
    return _stripped(text, start, end)


def _densest(hits: Sequence[Span]) -> Span:
    """Return the stretch, no longer than a passage, that holds most of the hits."""
    ends = [hit.end for hit in hits]
    held = [bisect_right(ends, hit.start + LONGEST) - at for at, hit in enumerate(hits)]
    first = max(range(len(hits)), key=held.__getitem__)
    start = hits[first].start
    return Span(start, min(ends[first + max(held[first] - 1, 0)], start + LONGEST))


def _clipped(spans: Iterable[Span], within: Span) -> tuple[Span, ...]:
    return tuple(
        Span(max(span.start, within.start), min(span.end, within.end))
        for span in spans
        if span.start < within.end and span.end > within.start
    )


def _inside(found: Sequence[Highlight], ends: Sequence[int], span: Span) -> list[Highlight]:
    """Return what lies in the span, in whole or in part; `ends` are the furthest ends so far."""
    first = bisect_right(ends, span.start)
    behind = bisect_left(found, span.end, key=lambda lit: lit.span.start)
    return [lit for lit in found[first:behind] if lit.span.end > span.start]


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)

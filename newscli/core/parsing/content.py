"""A file's text, read as an article: date, headline, byline, and paragraphs with their kinds."""

from collections.abc import Mapping, Sequence
from functools import partial

from newscli.core.article import FENCES, ArticleDate, Content, DateSource, Kind, Paragraph, Span
from newscli.core.parsing.blocks import Block, find_blocks
from newscli.core.parsing.body import doubtful, kinds_from_lead
from newscli.core.parsing.captions import read_caption
from newscli.core.parsing.dateline import Dateline, read_dateline
from newscli.core.parsing.front import Front, read_front
from newscli.core.parsing.header import Header, cut_header
from newscli.core.parsing.headline import NO_TEXT, derived_headline
from newscli.core.parsing.layout import part_top
from newscli.core.parsing.matter import read_matter
from newscli.core.parsing.quotes import repeated_quotes, signed_quote, with_attributions

_paragraph = partial(tuple.__new__, Paragraph)  # what `Paragraph` calls, in a third of the time
_QUOTE, _CAPTION, _META = Kind.QUOTE, Kind.CAPTION, Kind.META  # looked up once
_HEADER = DateSource.HEADER


def parse(text: str) -> Content:
    """Read an article out of a decoded file.

    Every input is an article, if only one without a word: nothing is raised.
    `Content.text` is the input with `\\n` newlines, without a BOM and without
    the `date 2021-01-10` before it. Front matter stays in it, as one paragraph.
    """
    header = cut_header(text)
    text = header.text
    matter = read_matter(text)
    if matter and not (header.date or header.notes):
        header = Header(text, matter.date, matter.notes)
    blocks = find_blocks(text, matter.end if matter else 0)
    blocks = part_top(text, with_attributions(text, blocks), header.date)
    if matter:
        blocks.insert(0, Block(0, matter.end, apart=True))
    front = read_front(text, blocks, matter)
    paragraphs = _paragraphs(text, blocks, front)
    lead = paragraphs[len(front.kinds)] if len(front.kinds) < len(paragraphs) else None
    dateline = read_dateline(text, lead.start, lead.end) if lead else None
    date, source = _date(header, front, dateline)
    if matter and matter.title:
        headline, span = matter.title
    else:
        headline, span = _headline(text, front, paragraphs, dateline)
    return Content(
        text=text,
        paragraphs=paragraphs,
        headline=headline,
        headline_derived=front.headline is None,
        headline_span=span,
        date=date,
        date_source=source,
        byline=front.byline.name if front.byline else None,
        byline_span=front.byline.span if front.byline else None,
        dateline=dateline.text if dateline else None,
        notes=header.notes,
    )


def _paragraphs(text: str, blocks: Sequence[Block], front: Front) -> tuple[Paragraph, ...]:
    lead = len(front.kinds)
    in_doubt = doubtful(text, blocks, front)
    quotes = repeated_quotes(text, blocks, lead, in_doubt)
    kinds = [*front.kinds, *kinds_from_lead(text, blocks, front, in_doubt, quotes)]
    paragraphs = [
        _paragraph((number, kind, start, end, None, None))
        for number, (kind, (start, end, _)) in enumerate(zip(kinds, blocks, strict=True), 1)
    ]
    if _QUOTE in kinds or _CAPTION in kinds:
        return tuple(_signed(text, paragraph, quotes) for paragraph in paragraphs)
    return tuple(paragraphs)


def _signed(text: str, paragraph: Paragraph, quotes: Mapping[int, Span]) -> Paragraph:
    """Return a quote with its attribution, a caption with its credit, and all else as it is."""
    number, kind, start, end, _, _ = paragraph
    if kind is _QUOTE:
        attribution = quotes.get(number - 1) or signed_quote(text, start, end)
        return paragraph._replace(attribution=attribution)
    if kind is _CAPTION and (caption := read_caption(text, start, end)):
        return paragraph._replace(credit=caption.credit)
    return paragraph


def _date(
    header: Header, front: Front, dateline: Dateline | None
) -> tuple[ArticleDate | None, DateSource | None]:
    """Return the date and where it was read.

    The header's word stands, even when it is impossible; of a month it may
    leave the day to the text.
    """
    if header.notes:
        return None, None
    if header.date is None:
        return _date_of_text(front, dateline)
    if header.date.day is None:
        found, source = _date_of_text(front, dateline)
        if found and found.year == header.date.year and found.month == header.date.month:
            return found, source
    return header.date, _HEADER


def _date_of_text(
    front: Front, dateline: Dateline | None
) -> tuple[ArticleDate | None, DateSource | None]:
    """Return the day the text calls its own; lines that disagree, without a label, tell nothing."""
    for published in front.dates:
        if published.labelled:
            return published.date, DateSource.TEXT
    if dateline and dateline.date:
        return dateline.date, DateSource.DATELINE
    days = {published.date for published in front.dates}
    return (days.pop(), DateSource.TEXT) if len(days) == 1 else (None, None)


def _headline(
    text: str, front: Front, paragraphs: Sequence[Paragraph], dateline: Dateline | None
) -> tuple[str, Span]:
    if front.headline:
        return " ".join(front.headline.of(text).split()), front.headline
    first = len(front.kinds)
    if first == len(paragraphs):
        first = next((i for i, each in enumerate(paragraphs) if each.kind is not _META), first)
    if first == len(paragraphs):
        return _of_leftovers(text, paragraphs)
    source = paragraphs[first]
    following = paragraphs[first + 1].span if first + 1 < len(paragraphs) else None
    start = dateline.end if dateline else source.start
    return derived_headline(text, start, source.end, following)


def _of_leftovers(text: str, paragraphs: Sequence[Paragraph]) -> tuple[str, Span]:
    """Cut a headline from lines that are about the page, where there are no others."""
    start = 1 if text.startswith(FENCES) else 0
    if not any(map(str.isalnum, text)) or not paragraphs[start:]:
        return NO_TEXT, Span(0, 0)
    return derived_headline(text, paragraphs[start].start, paragraphs[-1].end)

"""One article as a page: headline, when and where and by whom, prose at a comfortable measure."""

from collections.abc import Iterator

from rich.text import Text

from newscli.core.analysis import count_words
from newscli.core.answers import ShowAnswer
from newscli.core.article import ArticleDate, Kind, Paragraph, Span
from newscli.render.counts import counted
from newscli.render.story import about, body
from newscli.render.terminal.aside import aside
from newscli.render.terminal.screen import BOLD, PLAIN, QUIET, Screen

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def page(answer: ShowAnswer, screen: Screen) -> Iterator[Text]:
    """Set the article in lines."""
    content = answer.article.content
    margin = "" if screen.narrow else "  "
    width = min(screen.measure + len(margin), screen.width - len(margin))
    headline = screen.safe(content.headline)
    title = screen.lighted(headline, Span(0, len(headline)), answer.headline_hits, BOLD)
    yield from screen.wrap(title, width, rest=margin)
    known = screen.facts(*about(content, day(content.date)))
    yield from screen.wrap(known, width, rest=margin)
    text = screen.safe(content.text)
    for paragraph in body(content):
        yield Text()
        yield from _paragraph(paragraph, text, answer, screen, margin, width)
    yield Text()
    if answer.about:
        yield from aside(answer.about, screen, margin, width)
        yield Text()
    yield from _colophon(answer, screen, margin, width)


def rule(screen: Screen) -> Iterator[Text]:
    """Part one article from the next."""
    yield Text()
    yield Text(screen.glyphs.rule * screen.measure, QUIET)
    yield Text()


def day(date: ArticleDate | None) -> str:
    """Write a date as it is read: `10 January 2021`, `January 2021`."""
    if date is None:
        return "undated"
    month = f"{_MONTHS[date.month - 1]} {date.year}"
    return f"{date.day} {month}" if date.day else month


def _paragraph(
    paragraph: Paragraph, text: str, answer: ShowAnswer, screen: Screen, margin: str, width: int
) -> Iterator[Text]:
    match paragraph.kind:
        case Kind.QUOTE:
            yield from _quote(paragraph, text, answer, screen, margin, width)
        case Kind.CAPTION:
            caption = screen.lighted(text, paragraph.span, answer.hits, QUIET)
            yield from screen.wrap(caption, width, rest=f"{margin}  ")
        case kind:
            style = {Kind.HEADING: BOLD, Kind.META: QUIET}.get(kind, PLAIN)
            prose = screen.lighted(text, paragraph.span, answer.hits, style)
            yield from screen.wrap(prose, width, rest=margin)


def _quote(
    paragraph: Paragraph, text: str, answer: ShowAnswer, screen: Screen, margin: str, width: int
) -> Iterator[Text]:
    """Set a pull quote apart behind a bar, and below it who is quoted."""
    bar = Text(margin).append(f"{screen.glyphs.quote_bar} ", QUIET)
    said, by = _halves(paragraph, text)
    yield from screen.wrap(screen.lighted(text, said, answer.hits), width, rest=bar)
    if by is None:
        return
    dash = Text(f"{screen.glyphs.dash} ", QUIET)
    hanging = bar.copy().append(" " * dash.cell_len)
    name = screen.lighted(text, by, answer.hits, QUIET)
    yield from screen.wrap(name, width, Text.assemble(bar, dash), hanging)


def _halves(paragraph: Paragraph, text: str) -> tuple[Span, Span | None]:
    """Part what is said from who said it, where the name comes last."""
    by = paragraph.attribution
    if by is None or by.start <= paragraph.start or text[by.end : paragraph.end].strip():
        return paragraph.span, None
    said = text[paragraph.start : by.start].rstrip(" \t\n-–—―,|")
    return Span(paragraph.start, paragraph.start + len(said)), by


def _colophon(answer: ShowAnswer, screen: Screen, margin: str, width: int) -> Iterator[Text]:
    """End the page with what identifies the article, and what a careful reader should know."""
    article = answer.article
    known = screen.facts(article.id, counted(count_words(article.content.text), "word")).append(
        screen.glyphs.dot
    )
    known.append_text(screen.path(answer.place))
    yield from screen.wrap(known, width, rest=margin)
    for note in article.content.notes:
        yield from screen.wrap(screen.line(f"note: {note}", QUIET), width, rest=margin)

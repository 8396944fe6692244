"""The lines below an article that tell who is named and quoted in it, quiet and compact."""

from collections.abc import Iterator

from rich.text import Text

from newscli.core.answers import About, QuoteTold
from newscli.render.aside import NOBODY, QUOTATIONS, groups
from newscli.render.terminal.screen import QUIET, Screen

_LABEL = len("organisations") + 2


def aside(about: About, screen: Screen, margin: str, width: int) -> Iterator[Text]:
    """Set the names by kind, then each quotation in a line of its own."""
    indent = "" if screen.narrow else " " * _LABEL
    for heading, names in groups(about):
        line = screen.facts(*names)
        yield from _labelled(heading, line, screen, margin, indent, width)
    for number, quote in enumerate(about.quotes):
        heading = "" if number else QUOTATIONS
        line = _quote(quote, screen)
        room = max(width - len(margin) - len(indent), 8)
        yield from _labelled(heading, screen.cut(line, room), screen, margin, indent, width)


def _labelled(
    heading: str, line: Text, screen: Screen, margin: str, indent: str, width: int
) -> Iterator[Text]:
    if indent:
        label = Text(margin).append(heading.ljust(_LABEL))
        yield from screen.wrap(line, width, label, margin + indent)
        return
    if heading:
        yield screen.line(heading)
    yield from screen.wrap(line, width, rest=margin)


def _quote(quote: QuoteTold, screen: Screen) -> Text:
    inferred = " ~" if quote.confidence == "pronoun" else ""
    speaker = (quote.speaker or NOBODY) + inferred
    place = f"{screen.glyphs.paragraph}{quote.paragraph}"
    return screen.line(f"{speaker} {place} \u201c{quote.text}\u201d", QUIET)

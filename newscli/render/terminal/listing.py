"""Articles one a line: rank, date, headline, id; under each other where there is no room."""

from collections.abc import Iterator

from rich.text import Text

from newscli.core.answers import Found, ListAnswer
from newscli.core.article import Span
from newscli.render.terminal.results import footer, gutter_width
from newscli.render.terminal.screen import PLAIN, QUIET, Screen

_DATE = len("2021-01-10")
_ID = 16
_GAP = "  "
_SHORTEST = 24
"""A headline with less room than this is set on lines of its own."""


def listing(answer: ListAnswer, screen: Screen) -> Iterator[Text]:
    """Set the articles in lines, then the footer; nothing for no article."""
    if not answer.found:
        return
    gutter = gutter_width(answer.found, screen)
    room = screen.width - gutter - _DATE - _ID - 2 * len(_GAP)
    headlines = [_headline(found, screen) for found in answer.found]
    column = min(room, screen.measure, max(headline.cell_len for headline in headlines))
    for found, headline in zip(answer.found, headlines, strict=True):
        if room < _SHORTEST:
            yield from _stacked(found, headline, screen, gutter)
        else:
            yield _row(found, headline, screen, gutter, column)
    yield Text()
    yield from footer(answer, screen)


def _row(found: Found, headline: Text, screen: Screen, gutter: int, column: int) -> Text:
    cut = screen.cut(headline, column)
    date = str(found.summary.date or "undated").ljust(_DATE)
    row = Text(str(found.rank).rjust(gutter - len(_GAP)) + _GAP)
    row.append(date, QUIET).append(_GAP).append_text(cut)
    return row.append(" " * (column - cut.cell_len) + _GAP).append(found.summary.id, QUIET)


def _stacked(found: Found, headline: Text, screen: Screen, gutter: int) -> Iterator[Text]:
    rank = Text(str(found.rank).ljust(gutter))
    yield from screen.wrap(headline, screen.width, rank, " " * gutter)
    facts = screen.facts(str(found.summary.date or "undated"), found.summary.id)
    yield from screen.wrap(facts, screen.width, rest=" " * gutter)


def _headline(found: Found, screen: Screen) -> Text:
    safe = screen.safe(found.summary.headline)
    return screen.lighted(safe, Span(0, len(safe)), found.headline_hits, PLAIN)

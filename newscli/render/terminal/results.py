"""Ranked articles with their passages, and what to type next."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from newscli.core.answers import Facet, FacetValue, Found, ListAnswer, SearchAnswer
from newscli.core.article import Span
from newscli.core.choices import FacetKind
from newscli.core.reports import Bar
from newscli.core.results import Passage
from newscli.render.counts import counted, extent, further
from newscli.render.glyphs import ellipses
from newscli.render.terminal.histogram import histogram
from newscli.render.terminal.screen import BOLD, QUIET, Screen

_FACET_VALUES, _MOST_MONTHS = 12, 36
"""The values of a facet; and the months, in their order, if there are no more of them."""
_LEAST_BAR = 12
"""A bar and the space around it have at least so many columns beside its number."""
_TITLES = {
    FacetKind.WHO: "people and organisations",
    FacetKind.WHERE: "places",
    FacetKind.MONTH: "months",
    FacetKind.FOLDER: "folders",
}


def results(answer: SearchAnswer, screen: Screen) -> Iterator[Text]:
    """Set each article in a block of lines, then the footer; nothing for no article."""
    if not answer.found:
        return
    gutter = gutter_width(answer.found, screen)
    for found in answer.found:
        yield from _result(found, screen, gutter)
        yield Text()
    for facet in answer.facets:
        yield from _facet(facet, screen)
        yield Text()
    yield from footer(answer, screen)


def footer(answer: SearchAnswer | ListAnswer, screen: Screen) -> Iterator[Text]:
    """Tell how many there are, how to read one and how to see more."""
    shown, first = len(answer.found), answer.found[0].rank
    facts = [_extent(answer, screen)]
    facts.append(f"`newscli show {first}` reads {'the first' if shown > 1 else 'it'}")
    facts.append(further(shown, answer.lines, answer.offset))
    yield from screen.wrap(screen.facts(*facts), screen.width)


def gutter_width(found: tuple[Found, ...], screen: Screen) -> int:
    """Return the columns that ranks take, and the space after them."""
    return len(str(found[-1].rank)) + (1 if screen.narrow else 2)


def _result(found: Found, screen: Screen, gutter: int) -> Iterator[Text]:
    summary = found.summary
    indent = " " * (2 if screen.narrow else gutter)
    width = min(screen.measure + gutter, screen.width)
    rank = Text(str(found.rank).rjust(gutter - (1 if screen.narrow else 2)).ljust(gutter))
    safe = screen.safe(summary.headline)
    headline = screen.lighted(safe, Span(0, len(safe)), found.headline_hits, BOLD)
    yield from screen.wrap(headline, width, rank, " " * gutter)
    alike = f"and {len(found.duplicates):,} like it" if found.duplicates else ""
    facts = screen.facts(str(summary.date or "undated"), summary.id, alike)
    yield from screen.wrap(facts, width, rest=indent)
    for passage in found.passages:
        yield from screen.wrap(_passage(passage, screen), width, rest=indent)


def _passage(passage: Passage, screen: Screen) -> Text:
    hits = [Span(hit.start - passage.start, hit.end - passage.start) for hit in passage.hits]
    safe = screen.safe(passage.text)
    number = Text(f"{screen.glyphs.paragraph}{passage.paragraph} ", QUIET)
    before, after = ellipses(passage, screen.glyphs)
    return Text.assemble(number, before, screen.lighted(safe, Span(0, len(safe)), hits), after)


def _facet(facet: Facet, screen: Screen) -> Iterator[Text]:
    """Set the values that most articles have, each with a bar; months in order if all fit."""
    title = Text(_TITLES[facet.kind], BOLD)
    among = f"in the {facet.articles:,} best articles alone" if facet.is_sample else ""
    for fact in filter(None, (among, "" if facet.values else "none")):
        title.append(screen.glyphs.dot, QUIET).append_text(screen.line(fact, QUIET))
    yield from screen.wrap(title, screen.width)
    shown: Sequence[FacetValue] = facet.values
    if facet.kind is not FacetKind.MONTH or len(shown) > _MOST_MONTHS:
        shown = sorted(facet.values, key=lambda value: -value.articles)[:_FACET_VALUES]
    number = max((len(f"{value.articles:,}") for value in shown), default=0)
    room = max(screen.width - number - _LEAST_BAR, 4)
    yield from histogram(
        [Bar(screen.cut(screen.line(value.name), room).plain, value.articles) for value in shown],
        screen,
    )
    if left := len(facet.values) - len(shown):
        more = screen.line(f"and {left:,} more: `--json` tells all", QUIET)
        yield from screen.wrap(more, screen.width)


def _extent(answer: SearchAnswer | ListAnswer, screen: Screen) -> str:
    shown, total = len(answer.found), answer.total
    lines = answer.lines
    folded = f"{counted(total)}, {total - lines:,} folded" if total > lines else ""
    if shown == lines:
        return folded or counted(total)
    whole = f"{lines:,} ({folded})" if folded else counted(total)
    return extent(whole, shown, lines, answer.offset, screen.glyphs.to)

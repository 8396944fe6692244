"""Series of calendar bins as bars, side by side where there is room, to one scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from newscli.render.bars import drawn_bar
from newscli.render.counts import counted
from newscli.research.calendar import label
from newscli.research.timeline import Bin, Series, TimelineAnswer

if TYPE_CHECKING:
    from newscli.render.terminal.screen import Line, Screen

MOST_EMPTY = 3
"""More bins without a match than this, one after the other, are told in one line."""

_WIDEST, _NARROWEST = 40, 12
"""The columns of a bar at most; and at least, where charts stand side by side."""

_SHARE = len("100.0 %")
_GAP = "  "


@dataclass(frozen=True, slots=True)
class _Columns:
    """How many columns each part of a line takes."""

    label: int
    number: int
    share: int
    bar: int
    most: int
    """The articles of the longest bar."""

    @property
    def chart(self) -> int:
        """The columns of one series, the gap before it left out."""
        return self.number + self.share + len(_GAP) + self.bar


def charts(answer: TimelineAnswer, screen: "Screen") -> "Iterator[Line]":
    """Set as many series side by side as there is room for, the others below."""
    named = len(label(answer.series[0].bins[0].start, answer.by))
    number = max(len(f"{bin.articles:,}") for one in answer.series for bin in one.bins)
    abreast = max(1, (screen.width - named) // (number + _NARROWEST + 2 * len(_GAP) + 2))
    for at in range(0, len(answer.series), abreast):
        series = answer.series[at : at + abreast]
        room = (screen.width - named) // len(series) - 2 * len(_GAP) - number - 2
        partial = any(bin.articles < bin.total for one in series for bin in one.bins)
        share = _SHARE + len(_GAP) if partial and room - _SHARE - len(_GAP) >= _NARROWEST else 0
        most = max(bin.articles for one in answer.series for bin in one.bins)
        bar = max(min(_WIDEST, room - share), 0)
        yield from _chart(series, answer, _Columns(named, number, share, bar, most), screen)
        yield screen.line("")


def _chart(
    series: Sequence[Series], answer: TimelineAnswer, columns: _Columns, screen: "Screen"
) -> "Iterator[Line]":
    yield _heading(series, answer, columns, screen)
    rows = zip(*(one.bins for one in series), strict=True)
    for is_empty, run in groupby(rows, key=lambda row: not any(bin.articles for bin in row)):
        held = list(run)
        if is_empty and len(held) > MOST_EMPTY:
            what = "a match" if all(one.raw for one in series) else "an article"
            told = f"{counted(len(held), answer.by)} without {what}"
            gap = f"{screen.glyphs.gap.ljust(columns.label)}{_GAP}{told}"
            yield screen.cut(screen.line("").append(gap, screen.quiet), screen.width)
            continue
        for row in held:
            yield _row(row, answer, columns, screen)


def _heading(
    series: Sequence[Series], answer: TimelineAnswer, columns: _Columns, screen: "Screen"
) -> "Line":
    if len(answer.series) == 1:
        raw = series[0].raw
        of = f"articles with `{raw}`" if raw else "articles"
        return screen.cut(screen.line(f"{of} by {answer.by}", screen.bold), screen.width)
    line = screen.line("").append(" " * columns.label)
    for one in series:
        name = screen.cut(screen.line(one.raw or "all articles", screen.bold), columns.chart)
        line.append(_GAP).append_text(name)
        line.append(" " * (columns.chart + 2 - name.cell_len))
    return line


def _row(
    bins: Sequence[Bin], answer: TimelineAnswer, columns: _Columns, screen: "Screen"
) -> "Line":
    line = screen.line("").append(label(bins[0].start, answer.by), screen.quiet)
    for bin in bins:
        line.append(_GAP + f"{bin.articles:,}".rjust(columns.number), screen.plain)
        if columns.share:
            line.append(_GAP + _share(bin).rjust(_SHARE), screen.quiet)
        drawn = drawn_bar(bin.articles, columns.most, columns.bar, screen.glyphs)
        mark = f" {screen.glyphs.peak}" if bin.peak else ""
        line.append(_GAP + (drawn + mark).ljust(columns.bar + 2), screen.plain)
    line.rstrip()
    return line


def _share(one: Bin) -> str:
    """Write the part of all articles in per cent; nothing where there is none."""
    if not one.articles:
        return ""
    return f"{one.share:.1%}".replace("%", " %") if one.share >= 0.0005 else "<0.1 %"

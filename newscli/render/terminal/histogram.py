"""Bars that run from left to right, each with its label and its number."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from newscli.core.reports import Bar
from newscli.render.bars import drawn_bar
from newscli.render.terminal.screen import QUIET, Screen

_WIDEST = 40


def histogram(bars: Sequence[Bar], screen: Screen) -> Iterator[Text]:
    """Set the bars in lines; the longest takes the room there is."""
    if not bars:
        return
    labels = [screen.line(bar.label, QUIET) for bar in bars]
    label_width = max(label.cell_len for label in labels)
    number_width = max(len(f"{bar.articles:,}") for bar in bars)
    room = min(_WIDEST, screen.width - label_width - number_width - 4)
    most = max(bar.articles for bar in bars)
    for bar, label in zip(bars, labels, strict=True):
        label.pad_right(label_width - label.cell_len)
        drawn = drawn_bar(bar.articles, most, max(room, 0), screen.glyphs)
        number = f"{bar.articles:,}".rjust(number_width)
        yield label.append(f"  {number}  ").append(drawn)

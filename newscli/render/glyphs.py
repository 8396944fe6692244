"""The signs newscli draws itself, for streams that can show Unicode and for those that cannot."""

from dataclasses import dataclass

from newscli.core.results import Passage


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of signs."""

    dot: str
    """Parts the facts of one line, spaces included."""
    ellipsis: str
    rule: str
    quote_bar: str
    dash: str
    arrow: str
    paragraph: str
    to: str
    full: str
    """One cell of a bar."""
    parts: str
    """A cell filled from the thinnest part up to nearly full."""
    ticks: str
    """One, two or three, and more things in one place of a line."""
    peak: str
    gap: str
    heights: str
    """A bar that stands, from none at all to the highest."""


UNICODE = Glyphs(
    *(" · ", "…", "─", "▌", "—", "→", "¶", "–", "█", "▏▎▍▌▋▊▉", "│┃█", "▲", "⋮"),
    " ▁▂▃▄▅▆▇█",
)
ASCII = Glyphs(" - ", "...", "-", "|", "--", "->", "#", "-", "#", "", "|+#", "^", ":", " .:-=+*%#")


def glyphs(unicode: bool) -> Glyphs:
    """Choose the set."""
    return UNICODE if unicode else ASCII


def ellipses(passage: Passage, signs: Glyphs) -> tuple[str, str]:
    """Return what stands before and after a passage, where its sentence was cut."""
    return (
        f"{signs.ellipsis} " if passage.cut_before else "",
        f" {signs.ellipsis}" if passage.cut_after else "",
    )

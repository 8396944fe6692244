"""A terminal's width, signs and styles, and Rich's text made from untrusted strings.

Everything becomes a Rich `Text`, never markup; wrapping and styling are Rich's, the
writing is the renderer's, so that a failing stream fails where it is written to.
"""

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.cells import cell_len, set_cell_size
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from rich.text import Text

from newscli.core.article import Span
from newscli.render.form import Look
from newscli.render.glyphs import glyphs
from newscli.render.lighting import marks, pieces
from newscli.render.untrusted import file_name, one_line, visible

Line = Text
"""One line of an answer, styled."""

PLAIN = Style()
BOLD = Style(bold=True)
QUIET = Style(dim=True)
_LIT = Style(bold=True, underline=True, dim=False)
# Red is the one colour that is legible on black and on white alike.
_LIT_IN_COLOUR = Style(bold=True, color="red", dim=False)

NARROW = 40
"""Below so many columns, indents and columns give way to words."""


class Screen:
    """Makes lines that fit."""

    plain, bold, quiet = PLAIN, BOLD, QUIET

    def __init__(self, look: Look) -> None:
        self.glyphs = glyphs(look.unicode)
        self.width = max(look.width, 8)
        self.measure = min(look.measure, self.width)
        self.old = Style(color="red") if look.colour else PLAIN
        self.new = Style(color="green") if look.colour else PLAIN
        self._lit = _LIT_IN_COLOUR if look.colour else _LIT
        self._styled = look.styled
        self._marks = marks(look)
        self._ascii = not look.unicode
        self._console = Console(
            file=StringIO(), width=self.width, height=25, force_terminal=False, color_system=None
        )

    @property
    def narrow(self) -> bool:
        """Whether there is no room for columns."""
        return self.width < NARROW

    def safe(self, text: str) -> str:
        """Make a string safe, its length and lines as they are."""
        return visible(text, self._ascii)

    def line(self, text: str, style: Style = PLAIN) -> Text:
        """Make one line of a string, white space squeezed."""
        return Text(one_line(text, self._ascii), style)

    def path(self, path: str, style: Style = PLAIN) -> Text:
        """Make one line of a path, its spaces kept."""
        return Text(file_name(path, self._ascii), style)

    def facts(self, *facts: str) -> Text:
        """Make a quiet line of what is known."""
        return self.line(self.glyphs.dot.join(filter(None, facts)), QUIET)

    def cells(self, safe: str) -> int:
        """Return how many columns safe text takes."""
        return cell_len(safe)

    def lighted(self, safe: str, within: Span, hits: Iterable[Span], style: Style = PLAIN) -> Text:
        """Make one line of a stretch of safe text, its hits lit."""
        text = Text(style=style)
        for piece, lit in pieces(safe, within, hits):
            if not lit:
                text.append(piece)
            elif self._styled:
                text.append(piece, self._lit)
            else:
                text.append(self._marks.before + piece + self._marks.after)
        return text

    def wrap(
        self, text: Text, width: int, first: Text | None = None, rest: Text | str = ""
    ) -> Iterator[Text]:
        """Break a line between words into lines at most `width` wide.

        The first begins with `first`, the others with `rest`; both are equally wide.
        """
        lead = rest if isinstance(rest, Text) else Text(rest)
        lines = text.wrap(self._console, max(width - lead.cell_len, 2), overflow="fold")
        for number, line in enumerate(lines):
            line.rstrip()
            yield (first if first and not number else lead).copy().append_text(line)

    def cut(self, text: Text, width: int) -> Text:
        """Shorten a line that is wider, with an ellipsis."""
        if text.cell_len <= width:
            return text
        ellipsis = self.glyphs.ellipsis[: max(width, 0)]
        kept = set_cell_size(text.plain, max(width - len(ellipsis), 0)).rstrip()
        shortened = text.copy()
        shortened.right_crop(len(text.plain) - len(kept))
        return shortened.append(ellipsis)

    def ansi(self, line: Text) -> str:
        """Write a line with its escape sequences, where the terminal has any."""
        if not self._styled:
            return line.plain.rstrip()
        return "".join(
            style.render(text, color_system=ColorSystem.STANDARD) if style else text
            for text, style, _ in Text.assemble(line).render(self._console)
        )

    def lit(self, line: Text) -> list[str]:
        """Return what is lit in the line."""
        if not self._styled:
            begun = line.plain.split(self._marks.before)[1:]
            return [each.split(self._marks.after)[0] for each in begun]
        return [line.plain[span.start : span.end] for span in line.spans if span.style == self._lit]

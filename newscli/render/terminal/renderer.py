"""Answers on a terminal: lines set elsewhere, written here, or handed to the pager."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, TextIO, TypeVar

from rich.text import Text

from newscli.core.answers import ListAnswer, SearchAnswer, ShowAnswer
from newscli.render.form import Look
from newscli.render.pager import page as in_pager
from newscli.render.pager import pattern_of
from newscli.render.terminal.listing import listing
from newscli.render.terminal.page import page, rule
from newscli.render.terminal.report import doctor_report, index_report, status_report
from newscli.render.terminal.results import results
from newscli.render.terminal.screen import Screen
from newscli.render.view import View

if TYPE_CHECKING:
    from newscli.core.reports import DoctorAnswer, IndexAnswer, StatusAnswer

Answer = TypeVar("Answer")


class TerminalRenderer:
    """Prints for reading. What is taller than the terminal goes to the look's pager, if any."""

    def __init__(self, stream: TextIO, look: Look) -> None:
        self._stream = stream
        self._look = look
        self._screen = Screen(look)

    def search(self, answer: SearchAnswer) -> None:
        """Print numbered articles with their passages, and a footer."""
        self._write(results(answer, self._screen))

    def listing(self, answer: ListAnswer) -> None:
        """Print numbered articles one a line, and a footer."""
        self._write(listing(answer, self._screen))

    def show(self, answers: Sequence[ShowAnswer]) -> None:
        """Print articles as pages; the pager opens at the first hit."""
        self._write(self._pages(answers), at_hit=True)

    def index(self, answer: "IndexAnswer") -> None:
        """Print what was done in one line; a dry run names the files."""
        self._write(index_report(answer, self._screen))

    def status(self, answer: "StatusAnswer") -> None:
        """Print what the index holds, with a histogram over time."""
        self._write(status_report(answer, self._screen))

    def doctor(self, answer: "DoctorAnswer") -> None:
        """Print the findings, or that there is none."""
        self._write(doctor_report(answer, self._screen))

    def report(self, answer: Answer, view: View[Answer]) -> None:
        """Print the lines that the view sets."""
        self._write(view.lines(answer, self._screen))

    def _pages(self, answers: Sequence[ShowAnswer]) -> Iterator[Text]:
        for number, answer in enumerate(answers):
            if number:
                yield from rule(self._screen)
            yield from page(answer, self._screen)

    def _write(self, lines: Iterable[Text], at_hit: bool = False) -> None:
        pager, screen = self._look.pager, self._screen
        if pager is None:
            self._stream.writelines(f"{screen.ansi(line)}\n" for line in lines)
            return
        held = list(lines)
        text = "".join(f"{screen.ansi(line)}\n" for line in held)
        if len(held) >= self._look.height:
            lit = [screen.lit(line) for line in held] if at_hit else []
            first = next((number for number, pieces in enumerate(lit, 1) if pieces), None)
            self._stream.flush()
            if in_pager(text, pager, first, pattern_of(chain.from_iterable(lit))):
                return
        self._stream.write(text)

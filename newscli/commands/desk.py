"""What every verb works with: the settings, the reader's streams, the index."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TextIO

from newscli.core.answers import Found
from newscli.engines import open_engine
from newscli.engines.port import Engine
from newscli.errors import Exit, StorageError
from newscli.memory import LastList, remember
from newscli.render import renderer, reporting
from newscli.render.form import Form, Look
from newscli.render.messages import hint, note
from newscli.render.port import Renderer
from newscli.render.progress import Progress
from newscli.settings import Settings
from newscli.stemming import stem

MANY = 300
"""Articles that take long enough to read for a progress bar."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The settings and streams of one run."""

    settings: Settings
    form: Form
    out: TextIO
    look: Look
    err: TextIO
    err_look: Look
    err_is_terminal: bool
    input: TextIO

    @property
    def printer(self) -> Renderer:
        """What prints answers on standard output."""
        return renderer(self.form, self.out, look=self.look)

    @contextmanager
    def engine(self) -> Iterator[Engine]:
        """Open the index for the time of a question."""
        engine = open_engine(self.settings.index, stem)
        try:
            yield engine
        finally:
            engine.close()

    def lines(self) -> Iterator[str]:
        """Go through standard input by lines; raises StorageError if it cannot be read."""
        try:
            yield from self.input
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise StorageError(f"cannot read standard input: {reason}", "") from error

    def ended(self, total: int, shown: int) -> Exit:
        """Return how a verb ends: of a count all that there is counts, else what is shown."""
        something = total if self.form is Form.COUNT else shown
        return Exit.DONE if something else Exit.NOTHING_FOUND

    def progress(self, articles: int | None = None) -> AbstractContextManager[Progress]:
        """Return what tells on standard error how far a long task has come.

        One that reads few articles is over before anything could be read of it.
        """
        is_long = articles is None or articles >= MANY
        return reporting(self.err, look=self.err_look, is_terminal=self.err_is_terminal and is_long)

    def note(self, message: str) -> None:
        """Tell the reader something beside the results."""
        note(message, self.err, self.err_look)

    def hint(self, message: str) -> None:
        """Tell the reader what to type next."""
        hint(message, self.err, self.err_look)

    def remember(
        self, found: Sequence[Found], offset: int, query: str = "", any_word: bool = False
    ) -> None:
        """Keep what is shown, for `@n`; an empty answer leaves the numbers of the one before."""
        if not found:
            return
        ids = [each.summary.id for each in found]
        shown = LastList(self.settings.index, ids, offset, query, any_word)
        try:
            remember(self.settings.state, shown)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            self.note(f"this list cannot be remembered, so `@1` will not work: {reason}")

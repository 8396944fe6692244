"""A bar for a long task: what it is doing, how far it is, its rate and the time left."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TaskID
from rich.table import Column
from rich.text import Text

from newscli.render.form import Look
from newscli.render.progress import Progress as Told
from newscli.render.terminal.screen import QUIET
from newscli.render.untrusted import one_line

_REFRESHES = 8  # a second; more would take time from the task


@contextmanager
def bar(stream: TextIO, look: Look) -> Iterator[Told]:
    """Draw the bar while the task runs, and take it away at its end."""
    # A terminal is asked for its width as often as is drawn: a reader may resize it meanwhile.
    fixed = not stream.isatty()
    console = Console(
        file=stream,
        width=look.width if fixed else None,
        height=look.height if fixed else None,
        force_terminal=True,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        legacy_windows=False,
    )
    told = (_Doing, _Count, _Rate, _Left)
    columns: tuple[ProgressColumn, ...] = tuple(each(Column(no_wrap=True)) for each in told)
    if look.width >= 60:
        columns = (*_drawn(look), *columns)
    with Progress(
        *columns,
        console=console,
        transient=True,
        refresh_per_second=_REFRESHES,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as drawn:
        yield _Bar(drawn)


def _drawn(look: Look) -> tuple[ProgressColumn, ...]:
    if not look.unicode:
        return (SpinnerColumn("line"),)
    return SpinnerColumn("dots"), BarColumn(24)


class _Bar:
    """Keeps one task: the stage at hand."""

    def __init__(self, drawn: Progress) -> None:
        self._drawn = drawn
        self._task: TaskID | None = None

    def stage(self, doing: str, total: int | None = None) -> None:
        """Begin a stage in place of the one before."""
        if self._task is not None:
            self._drawn.remove_task(self._task)
        self._task = self._drawn.add_task(one_line(doing), total=total)
        self._drawn.refresh()

    def advance(self, steps: int = 1) -> None:
        """Count steps as done."""
        if self._task is not None:
            self._drawn.advance(self._task, steps)


class _Doing(ProgressColumn):
    def render(self, task: Task) -> Text:
        """Say what is being done."""
        return Text(task.description)


class _Count(ProgressColumn):
    def render(self, task: Task) -> Text:
        """Count the steps done, of how many."""
        if not task.total:
            return Text(f"{task.completed:,.0f}" if task.completed else "")
        return Text(f"{task.completed:,.0f} of {task.total:,.0f}")


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        """Tell how many steps a second are done."""
        return Text(f"{task.speed:,.0f}/s" if task.speed else "", QUIET)


class _Left(ProgressColumn):
    max_refresh = 0.5

    def render(self, task: Task) -> Text:
        """Tell how long it will take yet."""
        left = task.time_remaining
        if left is None or not task.total:
            return Text()
        minutes, seconds = divmod(int(left), 60)
        return Text(f"{minutes}:{seconds:02} left")

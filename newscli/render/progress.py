"""How a long task tells what it is doing, where no bar can be drawn."""

from typing import Protocol, TextIO


class Progress(Protocol):
    """Is told of a task's stages, one after another, and of the steps within each."""

    def stage(self, doing: str, total: int | None = None) -> None:
        """Begin what `doing` says; `total` steps, or nobody knows how many."""

    def advance(self, steps: int = 1) -> None:
        """Count steps as done."""


class Silent:
    """Tells nobody: standard error is no terminal."""

    def stage(self, doing: str, total: int | None = None) -> None:
        """Say nothing."""

    def advance(self, steps: int = 1) -> None:
        """Say nothing."""


class Announced:
    """Names each stage on a line of its own, for a terminal that cannot draw."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def stage(self, doing: str, total: int | None = None) -> None:
        """Print the stage."""
        many = f" ({total:,})" if total else ""
        self._stream.write(f"{doing}{many} ...\n")
        self._stream.flush()

    def advance(self, steps: int = 1) -> None:
        """Say nothing."""

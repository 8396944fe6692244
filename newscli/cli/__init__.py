"""The command line: names, types and help; a body imports its command and calls it."""

import copy
import os
import sys
from collections.abc import Sequence

import typer
from typer.models import CommandInfo

from newscli.cli import verbs
from newscli.cli.application import app

__all__ = ["app", "main", "verbs"]


def main() -> None:
    """Run the program; what `newscli` is installed as."""
    os.umask(0o077)  # what is written is for its owner alone
    _fill_standard_streams()
    narrowed(sys.argv[1:2])()


def narrowed(first: Sequence[str]) -> typer.Typer:
    """Return the program with nothing but the verb that stands first, or whole if none does.

    Typer builds every verb it has before it runs one: most of a millisecond each.
    """
    wanted = [verb for verb in app.registered_commands if [_name(verb)] == first]
    if not wanted:
        return app
    narrowed = copy.copy(app)
    narrowed.registered_commands = wanted
    return narrowed


def _name(verb: CommandInfo) -> str:
    return verb.name or str(getattr(verb.callback, "__name__", ""))


def _fill_standard_streams() -> None:
    """Put the null device in place of a closed standard stream.

    Otherwise the next file that is opened takes its number, and what is meant for
    the reader is written into it. Standard output stays None: there is no reader.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 -- for good
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 -- for good

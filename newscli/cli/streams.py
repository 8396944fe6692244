"""The reader's streams as the flags and the environment want them."""

import io
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from newscli.commands.desk import Desk
from newscli.errors import NewsError, UsageError
from newscli.render import messages
from newscli.render.form import Form, Look, When, chosen_form, chosen_look
from newscli.settings import settings


def desk(
    *,
    index: str | None,
    color: When | None,
    forms: Sequence[tuple[bool, Form]] = (),
    nul: bool = False,
    paged: bool | None = None,
    measure: int | None = None,
) -> Desk:
    """Return what a verb works with; `forms` pairs each output flag with its form."""
    wanted = [form for given, form in forms if given]
    if len(wanted) > 1:
        raise UsageError(f"`--{wanted[0]}` and `--{wanted[1]}` contradict each other", "choose one")
    out_is_terminal = _is_terminal(sys.stdout)
    for stream in (sys.stdout, sys.stderr):
        _never_fail(stream)
    if isinstance(sys.stdin, io.TextIOWrapper):
        # A carriage return may be part of a file's name.
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    look = chosen_look(
        os.environ,
        is_terminal=out_is_terminal,
        encoding=sys.stdout.encoding,
        size=_size(sys.stdout),
        color=color or When.AUTO,
        nul=nul,
        paged=paged,
        measure=measure,
    )
    return Desk(
        settings=settings(os.environ, index),
        form=chosen_form(wanted[0] if wanted else None, out_is_terminal),
        out=sys.stdout,
        look=look,
        err=sys.stderr,
        err_look=_error_look(color),
        err_is_terminal=_is_terminal(sys.stderr),
        input=sys.stdin,
    )


def complain(error: NewsError) -> None:
    """Print an error and its hint on standard error."""
    _never_fail(sys.stderr)
    messages.complain(error, sys.stderr, _error_look(None))


def _error_look(color: When | None) -> Look:
    return chosen_look(
        os.environ,
        is_terminal=_is_terminal(sys.stderr),
        encoding=sys.stderr.encoding,
        size=_size(sys.stderr),
        color=color or When.AUTO,
    )


def _never_fail(stream: TextIO) -> None:
    """Let a stream write `?` for a character that it cannot encode."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def _size(stream: TextIO) -> os.terminal_size | None:
    try:
        return os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return None

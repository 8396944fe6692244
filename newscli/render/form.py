"""In which form an answer is printed, and how it looks: decided here, from what is passed in.

Nothing here reads the environment or asks a stream; the caller does.
"""

import codecs
import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MEASURE = 88
"""Prose is never wider than so many columns."""


class Form(StrEnum):
    """What a stream is given."""

    TERMINAL = "terminal"
    PLAIN = "plain"
    JSON = "json"
    JSONL = "jsonl"
    IDS = "ids"
    PATHS = "paths"
    COUNT = "count"


NAMING = frozenset({Form.IDS, Form.PATHS, Form.COUNT})
"""The forms that say which articles there are, or how many, and nothing of what is in them."""


class When(StrEnum):
    """The values of `--color`."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Pager:
    """A program to read long text with."""

    argv: tuple[str, ...]
    environ: Mapping[str, str]
    """What the program finds in its environment."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a stream can show and what its reader wants."""

    colour: bool = False
    styled: bool = False
    """Whether bold, dim and underline can be used; a dumb terminal has none of them."""
    width: int = 80
    height: int = 24
    unicode: bool = True
    nul: bool = False
    """Whether a record ends with NUL instead of a newline."""
    pager: Pager | None = None
    measure: int = MEASURE


def chosen_form(wanted: Form | None, is_terminal: bool) -> Form:
    """Return the form asked for, else the one that suits the stream."""
    return wanted or (Form.TERMINAL if is_terminal else Form.PLAIN)


def chosen_look(
    environ: Mapping[str, str],
    *,
    is_terminal: bool,
    encoding: str | None,
    size: os.terminal_size | None = None,
    color: When = When.AUTO,
    nul: bool = False,
    paged: bool | None = None,
    measure: int | None = None,
) -> Look:
    """Decide how a stream looks.

    `size` is what the terminal says of itself, `color` is `--color`, `paged` is
    `--pager` (True), `--no-pager` (False) or neither, `measure` is `--width`.
    """
    colour = wants_colour(color, environ, is_terminal)
    columns, lines = size or (0, 0)
    return Look(
        colour=colour,
        styled=colour or (is_terminal and not _is_dumb(environ)),
        width=_number(environ.get("COLUMNS")) or columns or 80,
        height=_number(environ.get("LINES")) or lines or 24,
        unicode=shows_unicode(encoding) and not (is_terminal and _is_ascii_locale(environ)),
        nul=nul,
        pager=chosen_pager(environ, paged) if is_terminal else None,
        measure=measure or MEASURE,
    )


def wants_colour(color: When, environ: Mapping[str, str], is_terminal: bool) -> bool:
    """Decide on colour: the flag, then NO_COLOR, then FORCE_COLOR, then the terminal."""
    if color is not When.AUTO:
        return color is When.ALWAYS
    if environ.get("NO_COLOR"):
        return False
    if forced := environ.get("FORCE_COLOR"):
        return forced != "0"
    return is_terminal and not _is_dumb(environ)


def _is_ascii_locale(environ: Mapping[str, str]) -> bool:
    """Tell whether the reader's terminal is said to know ASCII alone: Python writes UTF-8 there."""
    return environ.get("LC_ALL") in {"C", "POSIX"}


def shows_unicode(encoding: str | None) -> bool:
    """Tell whether a stream of this encoding takes every character."""
    try:
        return codecs.lookup(encoding or "ascii").name.startswith("utf")
    except LookupError:
        return False


def chosen_pager(environ: Mapping[str, str], paged: bool | None = None) -> Pager | None:
    """Choose NEWSCLI_PAGER, else PAGER, else less; empty or `cat` means none.

    A reader who asks for a pager that is turned off gets less. A dumb terminal gets none
    unasked: less would only complain of it, and wait for a key.
    """
    if paged is False:
        return None
    usual = "" if _is_dumb(environ) else "less"
    command = environ.get("NEWSCLI_PAGER", environ.get("PAGER", usual))
    if command.strip() in {"", "cat"}:
        command = "less" if paged else ""
    try:
        argv = shlex.split(command)
    except ValueError:  # a quote that is never closed
        argv = command.split()
    return Pager(tuple(argv), {"LESS": "FRX", **environ}) if argv else None


def _is_dumb(environ: Mapping[str, str]) -> bool:
    return environ.get("TERM") in {"dumb", "unknown"}


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0

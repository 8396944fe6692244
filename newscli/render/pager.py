"""Long text in the reader's own pager, opened where the first hit is, `n` for the next."""

import os
import re
import signal
import subprocess
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from newscli.render.form import Pager

CONTEXT = 2
"""Lines to be seen above a hit."""

_LONGEST_PATTERN = 400
"""In characters; less has room for some more."""

_NO_LETTER = re.compile(r"[\W_]")


def page(text: str, pager: Pager, first_hit_line: int | None = None, pattern: str = "") -> bool:
    """Show the text, whose first line is 1; False if the pager cannot be started.

    The pager writes to this process's own standard output, so flush that first.
    Leaving early is no error, and Ctrl-C is the pager's until it ends.
    """
    argv = arguments(pager, first_hit_line, pattern)
    try:
        process = subprocess.Popen(argv, stdin=subprocess.PIPE, env=pager.environ)
    except OSError:
        return False
    with _ctrl_c_left_to_the_pager():
        if process.stdin:
            _feed(process.stdin, text)
        process.wait()
    return True


def arguments(pager: Pager, first_hit_line: int | None, pattern: str = "") -> list[str]:
    """Return the pager's command line; only less is told where to open and what to look for."""
    argv = list(pager.argv)
    if os.path.basename(argv[0]) != "less":
        return argv
    # -R, because the reader's own LESS may lack it and would show escapes as text.
    argv.append("-R")
    if not first_hit_line or not pattern:
        return argv
    # What stands behind the plus is typed for the reader: the search, so that `n` and `N`
    # go from hit to hit. From the line before, as less begins to look after where it is.
    near_top = first_hit_line <= CONTEXT + 1
    typed = f"/{pattern}\ng" if near_top else f"{first_hit_line - 1}g/{pattern}"
    return [*argv, "-g", f"-j{CONTEXT + 1}", f"+{typed}"]


def pattern_of(lit: Iterable[str]) -> str:
    """Return a regular expression, of any dialect, that finds what is lit."""
    pattern = ""
    for piece in dict.fromkeys(_NO_LETTER.sub(".", each) for each in lit):
        if not piece.strip("."):
            continue
        joined = f"{pattern}|{piece}" if pattern else piece
        if len(joined) > _LONGEST_PATTERN:
            break
        pattern = joined
    return pattern


def _feed(pipe: IO[bytes], text: str) -> None:
    try:
        with pipe:
            pipe.write(text.encode("utf-8", "replace"))
    except BrokenPipeError:
        return  # the reader has seen enough


@contextmanager
def _ctrl_c_left_to_the_pager() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

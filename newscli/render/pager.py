"""Long text in the reader's own pager, opened where the first hit is."""

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from newscli.render.form import Pager

CONTEXT = 2
"""Lines to be seen above the first hit."""


def page(text: str, pager: Pager, first_hit_line: int | None = None) -> bool:
    """Show the text, whose first line is 1; False if the pager cannot be started.

    The pager writes to this process's own standard output, so flush that first.
    Leaving early is no error, and Ctrl-C is the pager's until it ends.
    """
    argv = arguments(pager, first_hit_line)
    try:
        process = subprocess.Popen(argv, stdin=subprocess.PIPE, env=pager.environ)
    except OSError:
        return False
    with _ctrl_c_left_to_the_pager():
        if process.stdin:
            _feed(process.stdin, text)
        process.wait()
    return True


def arguments(pager: Pager, first_hit_line: int | None) -> list[str]:
    """Return the pager's command line; only less is told where to open."""
    argv = list(pager.argv)
    if os.path.basename(argv[0]) != "less":
        return argv
    opened = first_hit_line - CONTEXT if first_hit_line else 1
    # -R, because the reader's own LESS may lack it and would show escapes as text.
    return [*argv, "-R", *([f"+{opened}"] if opened > 1 else [])]


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

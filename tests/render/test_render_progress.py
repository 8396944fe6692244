"""Progress on standard error, and what is loaded for it."""

import os
import pty
import re
import subprocess
import sys
from io import StringIO

import pytest

from newscli.render import reporting
from newscli.render.form import Look


def told(look: Look, is_terminal: bool) -> str:
    stream = StringIO()
    with reporting(stream, look=look, is_terminal=is_terminal) as progress:
        progress.advance()
        progress.stage("looking for files")
        progress.stage("reading", 3000)
        progress.advance()
        progress.advance(1499)
    return stream.getvalue()


def test_a_pipe_is_told_nothing() -> None:
    assert told(Look(), is_terminal=False) == ""


def test_a_dumb_terminal_is_told_each_stage() -> None:
    assert told(Look(), is_terminal=True) == "looking for files ...\nreading (3,000) ...\n"


@pytest.mark.parametrize("width", [20, 80])
def test_a_terminal_sees_the_stage_at_once_and_the_count_at_the_end(width: int) -> None:
    drawn = told(Look(styled=True, width=width), is_terminal=True)
    assert drawn.find("looking") < drawn.find("reading")
    assert width < 80 or "1,500 of 3,000" in drawn


RESIZED = """
import fcntl, struct, sys, termios
from newscli.render import reporting
from newscli.render.form import Look
with reporting(sys.stderr, look=Look(styled=True, width=120), is_terminal=True) as progress:
    progress.stage("looking", 3000)
    fcntl.ioctl(2, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
    progress.stage("reading", 3000)
    progress.advance(1500)
"""


def test_a_bar_follows_the_terminal_when_it_is_resized() -> None:
    main, other = pty.openpty()
    environ = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    subprocess.run(
        [sys.executable, "-c", RESIZED], stdin=other, stderr=other, env=environ, check=True
    )
    os.close(other)
    drawn = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", os.read(main, 65_536).decode())
    os.close(main)
    lines = [line for line in re.split(r"[\r\n]+", drawn) if "reading" in line]
    assert lines
    assert max(map(len, lines)) <= 40


def test_the_bar_goes_away_at_the_end() -> None:
    drawn = told(Look(styled=True), is_terminal=True)
    assert drawn.endswith("\x1b[1A\x1b[2K")
    assert drawn.count("\x1b[?25l") == drawn.count("\x1b[?25h") == 1


def test_an_ascii_terminal_gets_an_ascii_bar() -> None:
    assert told(Look(styled=True, unicode=False), is_terminal=True).isascii()


LOADED = """
import io, sys
from newscli.render import renderer, reporting
from newscli.render.form import Form, Look
from newscli.render import messages
form = sys.argv[1]
if form == "progress":
    reporting(io.StringIO(), look=Look(), is_terminal=True)
else:
    renderer(Form(form), io.StringIO(), look=Look())
print(" ".join(sorted({"rich", "typer", "json", "subprocess", "whoosh"} & set(sys.modules))))
"""


@pytest.mark.parametrize(
    ("form", "loaded"),
    [
        ("plain", ""),
        ("ids", ""),
        ("paths", ""),
        ("count", ""),
        ("json", "json"),
        ("jsonl", "json"),
        ("progress", ""),
    ],
)
def test_a_form_loads_what_it_needs_and_no_more(form: str, loaded: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, form], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == loaded

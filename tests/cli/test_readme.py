"""The README's session, replayed; and nothing the program offers is missing from its help.

`NEWSCLI_REDRAW=1 pytest tests/cli/test_readme.py` writes what was printed into the README.
"""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from cli import strike
from cli.program import VERBS

CHECKOUT = Path(__file__).parents[2]
README = CHECKOUT / "README.md"
PROGRAMS = Path(sys.executable).parent
SESSION = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
CUT = "...\n"
"""A line of the README that stands for the rest of what is printed."""


def turns(session: str) -> Iterator[tuple[str, str]]:
    for turn in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, _, printed = turn.partition("\n")
        yield command, printed


def replay(command: str, folder: Path, home: Path) -> str:
    """Type a command at a terminal of 80 columns that has no colours."""
    environ = {"PATH": f"{PROGRAMS}:/usr/bin:/bin", "NEWSCLI_HOME": str(home), "TERM": "dumb"}
    environ |= {"LANG": "C.UTF-8", "PAGER": "cat", "PYTHONDONTWRITEBYTECODE": "1"}
    printed = pexpect.run(
        shlex.join(["sh", "-c", command]),
        cwd=str(folder),
        env=environ,
        dimensions=(50, 80),
        encoding="utf-8",
        timeout=60,
    )
    return without_measurements(str(printed).replace("\r\n", "\n"))


def without_measurements(printed: str) -> str:
    printed = re.sub(r"\b\d+\.\d s\b", "0.1 s", printed)
    return re.sub(r"\b\d+\.\d kB\b", "13.3 kB", printed)


def replayed(session: str, folder: Path) -> str:
    """Type the commands of a session again; what is left out of it stays left out."""
    typed = ""
    for command, expected in turns(session):
        printed = replay(command, folder, Path(".newscli"))
        if expected.endswith(CUT):
            kept = printed.splitlines(keepends=True)[: expected.count("\n") - 1]
            printed = "".join(kept) + CUT
        typed += f"$ {command}\n{printed}"
    return typed


def test_the_sessions_in_the_readme_are_what_is_printed(tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "seeds", tmp_path / "newscli" / "seeds")
    strike.write(tmp_path / "archive")
    text = README.read_text(encoding="utf-8")
    first, *others = SESSION.findall(text)
    assert others
    sessions = {first: replayed(first, tmp_path / "newscli")}
    sessions |= {session: replayed(session, tmp_path / "archive") for session in others}
    if os.environ.get("NEWSCLI_REDRAW"):
        for session, printed in sessions.items():
            text = text.replace(session, printed)
        README.write_text(text, encoding="utf-8")
    for session, printed in sessions.items():
        assert printed == session


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_option_is_in_the_readme(verb: str, tmp_path: Path) -> None:
    shown = replay(f"newscli {verb} --help", tmp_path, tmp_path)
    text = README.read_text(encoding="utf-8")
    assert f"`newscli {verb}" in text
    options = set(re.findall(r"(?<=[\s,/])--[a-z][a-z-]+", shown)) - {"--help"}
    assert options
    told = set(re.findall(r"(?<=`)--[a-z][a-z-]+", text))
    assert options - told == set()

"""Running the installed program in a clean environment, and what it answered."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import typer.main

from newscli.cli import app

PROGRAM = str(Path(sys.executable).parent / "newscli")
TODAY = "2021-02-01"
VERBS = list(typer.main.get_command(app).list_commands(None))  # type: ignore[attr-defined]
"""Every verb, in the order of the help."""


@dataclass(frozen=True, slots=True)
class Result:
    """How a run ended and what it wrote; bytes that are no UTF-8 as surrogates."""

    status: int
    stdout: str
    stderr: str

    @property
    def rows(self) -> list[list[str]]:
        """The lines of standard output, cut at their tabs."""
        return [line.split("\t") for line in self.stdout.splitlines()]

    @property
    def ids(self) -> list[str]:
        """The first column of standard output."""
        return [row[0] for row in self.rows]


@dataclass
class Newscli:
    """The program, with a home and a working directory of its own."""

    home: Path
    cwd: Path
    environ: dict[str, str] = field(default_factory=dict)
    before: Callable[[], None] | None = None
    """Called in each new process."""

    def __post_init__(self) -> None:
        clean = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.home.parent),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "NEWSCLI_HOME": str(self.home),
            "NEWSCLI_NOW": TODAY,
        }
        self.environ = clean | self.environ

    def __call__(
        self,
        *words: str,
        input: str | bytes | None = None,  # noqa: A002 -- what subprocess calls it
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        before: Callable[[], None] | None = None,
    ) -> Result:
        """Run it to its end."""
        done = subprocess.run(
            [PROGRAM, *words],
            input=input.encode() if isinstance(input, str) else input or b"",
            capture_output=True,
            env=self.environ | dict(env or {}),
            cwd=cwd or self.cwd,
            preexec_fn=before or self.before,
            timeout=60,
            check=False,
        )
        return Result(done.returncode, _text(done.stdout), _text(done.stderr))

    def start(self, *words: str, new_session: bool = False) -> "subprocess.Popen[bytes]":
        """Start it and go on; in a session of its own, its processes can be told from others."""
        return subprocess.Popen(
            [PROGRAM, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environ,
            cwd=self.cwd,
            start_new_session=new_session,
            preexec_fn=_interruptible,  # noqa: PLW1509 -- the tests have no threads
        )

    def shell(self, line: str, env: Mapping[str, str] | None = None) -> Result:
        """Run a line of shell, in which `newscli` is the program."""
        search_path = f"{Path(PROGRAM).parent}{os.pathsep}{self.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {line}"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=self.environ | {"PATH": search_path} | dict(env or {}),
            cwd=self.cwd,
            timeout=60,
            check=False,
        )
        return Result(done.returncode, _text(done.stdout), _text(done.stderr))


def _interruptible() -> None:
    """Let Ctrl-C end a new process, also where the tests themselves run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _text(written: bytes) -> str:
    return written.decode("utf-8", "surrogateescape")

"""Draw the picture of a session that the README shows: `python .github/picture.py`.

Runs the installed program on the seeds, at a terminal of 96 columns, and exports what
it prints, colours and all, as `session.svg` beside this file. Needs the project with
its `test` extra, for pexpect.
"""

import os
import re
import shlex
import sys
import tempfile
from io import StringIO
from pathlib import Path

import pexpect
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = Path(__file__).parent
COLUMNS = 96
LINES = 26
"""A longer answer is cut to so many lines."""

SESSION = (
    "newscli index",
    'newscli search "Taiwan" --passages 2',
    "newscli show 1",
)
THEME = TerminalTheme(
    (250, 250, 248),
    (40, 40, 40),
    [
        (60, 60, 60), (170, 35, 45), (30, 120, 60), (140, 100, 10),
        (35, 85, 165), (130, 60, 140), (15, 115, 125), (120, 120, 120),
    ],
    [
        (110, 110, 110), (190, 50, 60), (40, 140, 75), (160, 115, 15),
        (50, 105, 190), (150, 75, 160), (25, 135, 145), (40, 40, 40),
    ],
)  # fmt: skip


def printed(command: str, home: str) -> str:
    """Return what a command prints on a terminal with colours, its progress bar aside."""
    output = pexpect.run(
        shlex.join(["sh", "-c", f"{command} 2>/dev/null"]),
        cwd=str(HERE.parent),
        env={
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "NEWSCLI_HOME": home,
            "NEWSCLI_PAGER": "",
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
        },
        dimensions=(60, COLUMNS),
        encoding="utf-8",
    )
    return str(output).replace("\r\n", "\n")


def main() -> None:
    """Run the session and write the picture."""
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)
    with tempfile.TemporaryDirectory() as home:
        for command in SESSION:
            console.print(Text.assemble(("$ ", "bold green"), (command, "bold")))
            lines = printed(command, home).splitlines()
            console.print(Text.from_ansi("\n".join(lines[:LINES])))
            console.print()
    svg = console.export_svg(title="newscli", theme=THEME, unique_id="newscli")
    # The fonts that Rich names are fetched from elsewhere; the reader's own will do.
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    (HERE / "session.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()

"""The verbs of the program, a module for each kind, in the order the help tells them.

Each body is a door: its command is loaded when it runs.
"""

from newscli.cli.verbs import (
    building,
    contexts,
    coverage,
    exporting,
    finding,
    reading,
    sameness,
    voices,
)

__all__ = [
    "building",
    "contexts",
    "coverage",
    "exporting",
    "finding",
    "reading",
    "sameness",
    "voices",
]

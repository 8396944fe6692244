"""Verbs that tell which articles are alike: `similar`, `dupes`, `stories`, `story`."""

from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app
from newscli.cli.sharing import ARTICLES, paging, printing

if TYPE_CHECKING:  # commands are loaded when they run
    from newscli.commands.desk import Desk
    from newscli.commands.selection import Selection

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WORDS]...", help="Only articles that match; see below."),
]


@app.command(epilog=options.QUERY)
@printing(*ARTICLES, nul=True)
@paging
def dupes(
    desk: "Desk",
    selection: "Selection",
    words: Words = None,
    threshold: Annotated[
        float,
        typer.Option(
            "--threshold", min=0.3, max=1.0, metavar="N", help="How alike: 0.3 to 1, all of it."
        ),
    ] = 0.8,
    diff: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--diff", metavar="REF REF", help="Compare two articles word by word instead."
        ),
    ] = None,
) -> int:
    """Group articles that are nearly the same text: wire copy, reprints."""
    from newscli.commands import dupes as command

    if diff:
        return command.diff(desk, diff)
    return command.dupes(desk, command.DupesRequest(tuple(words or ()), selection, threshold))

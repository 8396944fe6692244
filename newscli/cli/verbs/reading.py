"""The verb to read by: `show`."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli.application import app
from newscli.cli.sharing import ARTICLES, printing

if TYPE_CHECKING:  # commands are loaded when they run
    from newscli.commands.desk import Desk


@app.command()
@printing(*ARTICLES, nul=True, page=True)
def show(
    desk: "Desk",
    references: Annotated[
        list[str],
        typer.Argument(
            metavar="REF...",
            help="An id, its beginning, a file, the number in the last list, or - (stdin).",
        ),
    ],
    hits: Annotated[
        str | None,
        typer.Option(
            "--hits", metavar="QUERY", help="Light this, instead of the last search's hits."
        ),
    ] = None,
    about: Annotated[
        bool, typer.Option("--about", help="Below it, who is named in it and what is said.")
    ] = False,
    raw: Annotated[bool, typer.Option("--raw", help="The file's bytes.")] = False,
) -> int:
    """Show articles, to be read."""
    from newscli.commands import show as command

    if raw:
        from newscli.commands.raw import show_raw

        return show_raw(desk, references, about=about)
    request = command.ShowRequest(tuple(references), hits)
    if about:
        from newscli.commands.about import about as tell

        request = replace(request, tell=tell)
    return command.show(desk, request)

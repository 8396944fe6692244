"""Verbs that write files for other programs: `export`."""

from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app
from newscli.cli.sharing import printing, selecting
from newscli.core.choices import ExportForm

if TYPE_CHECKING:  # commands are loaded when they run
    from newscli.commands.desk import Desk
    from newscli.commands.selection import Selection


@app.command(epilog=options.QUERY)
@printing()
@selecting(None)
def export(
    desk: "Desk",
    selection: "Selection",
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS...]",
            help="What to look for; @1 is the first of the last list. Left out: whole articles.",
        ),
    ] = None,
    form: Annotated[
        ExportForm | None,
        typer.Option("--as", help="In which form.", show_default="what FILE ends with, else md"),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("-o", "--to", metavar="FILE", help="Write here, not to standard output."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over FILE.")] = False,
    any_word: options.AnyWord = False,
) -> int:
    """Write every match out, with the sentences that hold its hits.

    The oldest come first. Without WORDS whole articles are written.
    """
    from newscli.commands import export as command

    request = command.ExportRequest(
        words=tuple(words or ()),
        selection=selection,
        form=form,
        any_word=any_word,
        to=to,
        force=force,
    )
    return command.export(desk, request)

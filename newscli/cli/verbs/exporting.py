"""Verbs that write files for other programs: `export`."""

from typing import Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app, common
from newscli.core.choices import ExportForm, Sort


@app.command(epilog=options.QUERY)
def export(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS...]", help="What to look for; see below. None: articles whole."
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
    since: options.Since = None,
    until: options.Until = None,
    on: options.On = None,
    folder: options.In = None,
    limit: options.Limit = None,
    offset: options.Offset = 0,
    sort: Annotated[Sort, typer.Option("--sort", help="The order.")] = Sort.OLDEST,
    index: options.Index = None,
    color: options.Color = None,
) -> int:
    """Write every match out, each with the exact sentences that hold its hits."""
    from newscli.cli.streams import desk
    from newscli.commands import export as command
    from newscli.commands.selection import Selection

    index, color = common(context, index, color)
    request = command.ExportRequest(
        words=tuple(words or ()),
        selection=Selection(since, until, on, folder, limit, offset, sort=sort),
        form=form,
        any_word=any_word,
        to=to,
        force=force,
    )
    return command.export(desk(index=index, color=color), request)

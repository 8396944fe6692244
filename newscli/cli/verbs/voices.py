"""Verbs about people: `who` is named."""

from typing import Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app, common, output


@app.command(epilog=options.QUERY)
def who(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...", help="In which articles; see below.", show_default=False
        ),
    ] = None,
    beside: Annotated[
        str | None,
        typer.Option("--with", metavar="NAME", help="Who else is named where this one is."),
    ] = None,
    places: Annotated[bool, typer.Option("--where", help="Only places.")] = False,
    since: options.Since = None,
    until: options.Until = None,
    on: options.On = None,
    folder: options.In = None,
    limit: options.Limit = None,
    offset: options.Offset = 0,
    everything: options.All = False,
    json: options.Json = False,
    jsonl: options.Jsonl = False,
    plain: options.Plain = False,
    count: options.Count = False,
    index: options.Index = None,
    color: options.Color = None,
) -> int:
    """Tell the people, organisations and places that articles name."""
    from newscli.cli.streams import desk
    from newscli.commands import who as command
    from newscli.commands.selection import Selection

    index, color = common(context, index, color)
    forms = output(json, jsonl, plain, count)
    request = command.WhoRequest(
        words=tuple(words or ()),
        selection=Selection(since, until, on, folder, limit, offset, everything),
        beside=beside,
        places=places,
    )
    return command.who(desk(index=index, color=color, forms=forms), request)

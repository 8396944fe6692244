"""Verbs about people: what they say, `quotes`, and `who` is named."""

from typing import Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app, common, output
from newscli.core.choices import Group


@app.command(epilog=options.QUERY)
def quotes(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...", help="What was spoken about; see below.", show_default=False
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Only what this one said.")
    ] = None,
    group: Annotated[
        Group | None, typer.Option("--group", help="Put together what.", show_default=False)
    ] = None,
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
    ids: options.Ids = False,
    paths: options.Paths = False,
    nul: options.Nul = False,
    index: options.Index = None,
    color: options.Color = None,
) -> int:
    """Tell what was said and by whom, the newest first; `~` marks a guess by pronoun."""
    from newscli.cli.streams import desk
    from newscli.commands import quotes as command
    from newscli.commands.selection import Selection

    index, color = common(context, index, color)
    forms = output(json, jsonl, plain, count, ids, paths)
    request = command.QuotesRequest(
        words=tuple(words or ()),
        selection=Selection(since, until, on, folder, limit, offset, everything),
        by=by,
        group=group,
    )
    return command.quotes(desk(index=index, color=color, forms=forms, nul=nul), request)


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

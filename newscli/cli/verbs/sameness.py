"""Verbs that tell which articles are alike: `similar`, `dupes`, `stories`, `story`."""

from typing import Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app, common, output

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WORDS]...", help="Only articles that match; see below."),
]


@app.command(epilog=options.QUERY)
def dupes(
    context: typer.Context,
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
    """Group articles that are nearly the same text: wire copy, reprints."""
    from newscli.cli.streams import desk
    from newscli.commands import dupes as command
    from newscli.commands.selection import Selection

    index, color = common(context, index, color)
    forms = output(json, jsonl, plain, count, ids, paths)
    at = desk(index=index, color=color, forms=forms, nul=nul)
    if diff:
        return command.diff(at, diff)
    selection = Selection(since, until, on, folder, limit, offset, everything)
    return command.dupes(at, command.DupesRequest(tuple(words or ()), selection, threshold))

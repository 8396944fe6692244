"""Verbs that set words in their context: `kwic`."""

from typing import Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app, common, output
from newscli.core.choices import LineOrder


@app.command(epilog=options.QUERY)
def kwic(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help="What to show in its context; see below."),
    ],
    window: Annotated[
        int | None,
        typer.Option(
            "--window",
            min=0,
            metavar="N",
            help="Words on each side; else as many as the terminal has room for, in a pipe 10.",
            show_default=False,
        ),
    ] = None,
    sort: Annotated[
        LineOrder | None,
        typer.Option(
            "--sort",
            help="By the words to the left or to the right, by date, or by id.",
            show_default="date",
        ),
    ] = None,
    sample: Annotated[
        int | None,
        typer.Option(
            "--sample", min=1, metavar="N", help="Draw so many at random.", show_default=False
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", metavar="S", help="Draw others; the same S, the same ones.")
    ] = 0,
    plot: Annotated[
        bool, typer.Option("--plot", help="A bar for each article: where in it the words stand.")
    ] = False,
    any_word: options.AnyWord = False,
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
    """Show every place the words stand, one a line, under each other (a concordance)."""
    from newscli.cli.streams import desk
    from newscli.commands import kwic as command
    from newscli.commands.selection import Selection

    index, color = common(context, index, color)
    forms = output(json, jsonl, plain, count, ids, paths)
    request = command.KwicRequest(
        words=tuple(words),
        selection=Selection(since, until, on, folder, limit, offset, everything),
        any_word=any_word,
        window=window,
        order=sort,
        sample=sample,
        seed=seed,
        plot=plot,
    )
    return command.kwic(desk(index=index, color=color, forms=forms, nul=nul), request)

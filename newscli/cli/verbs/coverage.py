"""Verbs that count over many articles: `timeline`, `words`, `compare`."""

from typing import Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app, common, output
from newscli.core.choices import Period


@app.command(epilog=options.QUERY)
def timeline(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS...]", help="What to count; all articles if left out."),
    ] = None,
    by: Annotated[
        Period | None,
        typer.Option("--by", help="How long a bar is.", show_default="what fits the time"),
    ] = None,
    versus: Annotated[
        list[str] | None,
        typer.Option("--vs", metavar="WORDS", help="Count these beside them; may be repeated."),
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    on: options.On = None,
    folder: options.In = None,
    json: options.Json = False,
    jsonl: options.Jsonl = False,
    plain: options.Plain = False,
    count: options.Count = False,
    nul: options.Nul = False,
    index: options.Index = None,
    color: options.Color = None,
) -> int:
    """Count articles by day, week, month or year, and say what their peaks are about.

    A bar has its number, its share of all articles of that time, and a mark if it is
    more than the mean and twice the standard deviation of all bars. Articles without a
    date are counted apart; so are, in days and weeks, those known by month alone.
    """
    from newscli.cli.streams import desk
    from newscli.commands import timeline as command
    from newscli.commands.selection import Selection

    index, color = common(context, index, color)
    forms = output(json, jsonl, plain, count)
    request = command.TimelineRequest(
        words=tuple(words or ()),
        selection=Selection(since, until, on, folder),
        by=by,
        versus=tuple(versus or ()),
    )
    return command.timeline(desk(index=index, color=color, forms=forms, nul=nul), request)

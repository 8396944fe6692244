"""Verbs that list articles: `search`, `list`."""

from functools import partial
from typing import Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app, common, output
from newscli.core.choices import FacetKind, Unit


@app.command(epilog=options.QUERY)
def search(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help="What to search for; see below."),
    ],
    any_word: Annotated[
        bool, typer.Option("--any", help="Not all the words: the more, the better.")
    ] = False,
    passages: Annotated[
        int, typer.Option("--passages", min=0, metavar="N", help="Passages for each article.")
    ] = 3,
    same: Annotated[
        Unit | None,
        typer.Option("--same", help="All of it within one sentence or one paragraph."),
    ] = None,
    facet: Annotated[
        list[FacetKind] | None,
        typer.Option("--facet", help="Count what is found by this; may be repeated."),
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    on: options.On = None,
    folder: options.In = None,
    limit: options.Limit = None,
    offset: options.Offset = 0,
    everything: options.All = False,
    sort: options.SortBy = None,
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
    """Find articles, the best first, with the passages that match."""
    from newscli.cli.streams import desk
    from newscli.commands import search as command
    from newscli.commands.selection import Selection

    index, color = common(context, index, color)
    forms = output(json, jsonl, plain, count, ids, paths)
    count_facets = None
    if facet:
        from newscli.commands.facets import facets

        count_facets = partial(facets, facet)
    request = command.SearchRequest(
        words=tuple(words),
        selection=Selection(since, until, on, folder, limit, offset, everything, sort),
        any_word=any_word,
        passages=passages,
        same=same,
        facets=count_facets,
    )
    return command.search(desk(index=index, color=color, forms=forms, nul=nul), request)


@app.command("list")
def list_verb(
    context: typer.Context,
    since: options.Since = None,
    until: options.Until = None,
    on: options.On = None,
    folder: options.In = None,
    limit: options.Limit = None,
    offset: options.Offset = 0,
    everything: options.All = False,
    sort: options.SortBy = None,
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
    """List articles by date, the newest first."""
    from newscli.cli.streams import desk
    from newscli.commands.listing import list_articles
    from newscli.commands.selection import Selection

    index, color = common(context, index, color)
    forms = output(json, jsonl, plain, count, ids, paths)
    selection = Selection(since, until, on, folder, limit, offset, everything, sort)
    return list_articles(desk(index=index, color=color, forms=forms, nul=nul), selection)

"""Verbs that list articles: `search`, `list`."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app
from newscli.cli.sharing import ARTICLES, printing, selecting
from newscli.core.choices import FacetKind, Period, Unit

if TYPE_CHECKING:  # commands are loaded when they run
    from newscli.commands.desk import Desk
    from newscli.commands.selection import Selection


@app.command(epilog=options.QUERY)
@printing(*ARTICLES, nul=True)
@selecting(10)
def search(
    desk: "Desk",
    selection: "Selection",
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS...", help="What to search for; see below."),
    ] = None,
    any_word: Annotated[
        bool, typer.Option("--any", help="Not all the words: the more, the better.")
    ] = False,
    passages: Annotated[
        int,
        options.number("--passages", least=0, help="Passages for each article."),
    ] = 3,
    same: Annotated[
        Unit | None,
        typer.Option("--same", help="All of it within one sentence or one paragraph."),
    ] = None,
    facet: Annotated[
        list[FacetKind] | None,
        typer.Option("--facet", help="Count what is found by this; may be repeated."),
    ] = None,
    fold: Annotated[
        bool, typer.Option("--fold", help="One line for articles that are nearly the same.")
    ] = False,
    queries: Annotated[
        str | None,
        typer.Option(
            "--queries",
            metavar="FILE",
            help="Instead of WORDS: count each line of FILE (or -) over time, as CSV.",
        ),
    ] = None,
    by: Annotated[
        Period | None,
        typer.Option("--by", help="With --queries: the time of a column.", show_default="month"),
    ] = None,
) -> int:
    """Find articles, the best first, with the passages that match."""
    if queries is not None:
        from newscli.commands import batch

        alone = {"WORDS": words, "--same": same, "--facet": facet, "--fold": fold}
        table = batch.BatchRequest(
            file=queries,
            selection=selection,
            by=by,
            any_word=any_word,
            useless=tuple(name for name, given in alone.items() if given),
        )
        return batch.batch(desk, table)
    from newscli.commands import search as command
    from newscli.errors import UsageError

    if by:
        raise UsageError(
            "`--by` goes with `--queries`", "count words over time with `newscli timeline`"
        )
    count_facets = None
    if facet:
        from newscli.commands.facets import facets

        count_facets = partial(facets, facet)
    fold_page: command.FoldPage | None = None
    if fold:
        from newscli.commands.folding import folded_page

        fold_page = folded_page
    request = command.SearchRequest(
        words=tuple(words or ()),
        selection=selection,
        any_word=any_word,
        passages=passages,
        same=same,
        facets=count_facets,
        fold=fold_page,
    )
    return command.search(desk, request)


@app.command("list")
@printing(*ARTICLES, nul=True)
@selecting(20)
def list_verb(desk: "Desk", selection: "Selection") -> int:
    """List articles by date, the newest first."""
    from newscli.commands.listing import list_articles

    return list_articles(desk, selection)

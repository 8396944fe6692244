"""Verbs that set words in their context: `kwic`."""

from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app
from newscli.cli.sharing import ARTICLES, paging, printing
from newscli.core.choices import LineOrder

if TYPE_CHECKING:  # commands are loaded when they run
    from newscli.commands.desk import Desk
    from newscli.commands.selection import Selection


@app.command(epilog=options.QUERY)
@printing(*ARTICLES, nul=True)
@paging(30)
def kwic(
    desk: "Desk",
    selection: "Selection",
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help="What to show in its context; see below."),
    ],
    window: Annotated[
        int | None,
        options.number(
            "--window",
            least=0,
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
        options.number("--sample", least=1, help="Draw so many at random.", show_default=False),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", metavar="S", help="Draw others; the same S, the same ones.")
    ] = 0,
    plot: Annotated[
        bool, typer.Option("--plot", help="A bar for each article: where in it the words stand.")
    ] = False,
    any_word: options.AnyWord = False,
) -> int:
    """Show every place the words stand, one a line: a concordance."""
    from newscli.commands import kwic as command

    request = command.KwicRequest(
        words=tuple(words),
        selection=selection,
        any_word=any_word,
        window=window,
        order=sort,
        sample=sample,
        seed=seed,
        plot=plot,
    )
    return command.kwic(desk, request)

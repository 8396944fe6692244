"""Verbs that count over many articles: `timeline`, `words`, `compare`."""

from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app
from newscli.cli.sharing import choosing, printing
from newscli.core.choices import Period
from newscli.render.form import Form

if TYPE_CHECKING:  # commands are loaded when they run
    from newscli.commands.desk import Desk
    from newscli.commands.selection import Selection


@app.command(epilog=options.QUERY)
@printing(Form.JSON, Form.JSONL, Form.PLAIN, Form.COUNT, nul=True)
@choosing
def timeline(
    desk: "Desk",
    selection: "Selection",
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
) -> int:
    """Count articles by day, week, month or year, and say what their peaks are about.

    A bar has its number, its share of all articles of that time, and a mark if it is
    more than the mean and twice the standard deviation of all bars. Articles without a
    date are counted apart; so are, in days and weeks, those known by month alone.
    """
    from newscli.commands import timeline as command

    request = command.TimelineRequest(
        words=tuple(words or ()),
        selection=selection,
        by=by,
        versus=tuple(versus or ()),
    )
    return command.timeline(desk, request)

"""Verbs about people: what they say, `quotes`, and `who` is named."""

from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app
from newscli.cli.sharing import ARTICLES, paging, printing
from newscli.core.choices import Group
from newscli.render.form import Form

if TYPE_CHECKING:  # commands are loaded when they run
    from newscli.commands.desk import Desk
    from newscli.commands.selection import Selection


@app.command(epilog=options.QUERY)
@printing(*ARTICLES, nul=True)
@paging(20)
def quotes(
    desk: "Desk",
    selection: "Selection",
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS...]", help="What was spoken about; see below.", show_default=False
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Only what this one said.")
    ] = None,
    group: Annotated[
        Group | None,
        typer.Option(
            "--group",
            help="Those who are quoted most, with a few quotations of each.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Tell what was said and by whom, the newest first.

    A `~` marks a speaker guessed from a pronoun.
    """
    from newscli.commands import quotes as command

    request = command.QuotesRequest(
        words=tuple(words or ()),
        selection=selection,
        by=by,
        group=group,
    )
    return command.quotes(desk, request)


@app.command(epilog=options.QUERY)
@printing(Form.JSON, Form.JSONL, Form.PLAIN, Form.COUNT)
@paging(20)
def who(
    desk: "Desk",
    selection: "Selection",
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS...]", help="In which articles; see below.", show_default=False
        ),
    ] = None,
    beside: Annotated[
        str | None,
        typer.Option("--with", metavar="NAME", help="Who else is named where this one is."),
    ] = None,
    places: Annotated[bool, typer.Option("--where", help="Only places.")] = False,
) -> int:
    """Tell the people, organisations and places that articles name."""
    from newscli.commands import who as command

    request = command.WhoRequest(
        words=tuple(words or ()),
        selection=selection,
        beside=beside,
        places=places,
    )
    return command.who(desk, request)

"""The verb to read by: `show`."""

from typing import Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app, common
from newscli.render.form import Form


@app.command()
def show(
    context: typer.Context,
    references: Annotated[
        list[str],
        typer.Argument(
            metavar="REF...",
            help="An id, its beginning, a file, the number in the last list, or - (stdin).",
        ),
    ],
    hits: Annotated[
        str | None,
        typer.Option(
            "--hits", metavar="QUERY", help="Light this, instead of the last search's hits."
        ),
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="The file's bytes.")] = False,
    path: Annotated[bool, typer.Option("--path", help="Only where the file is.")] = False,
    pager: Annotated[
        bool | None,
        typer.Option("--pager/--no-pager", help="Use a pager.", show_default="if it is long"),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option("--width", min=20, metavar="N", help="Columns of text.", show_default="88"),
    ] = None,
    json: options.Json = False,
    jsonl: options.Jsonl = False,
    plain: options.Plain = False,
    index: options.Index = None,
    color: options.Color = None,
) -> int:
    """Show articles, to be read."""
    from newscli.cli.streams import desk
    from newscli.commands import show as command

    index, color = common(context, index, color)
    forms = [(json, Form.JSON), (jsonl, Form.JSONL), (plain, Form.PLAIN)]
    reader = desk(index=index, color=color, forms=forms, paged=pager, measure=width)
    if raw and not path:
        from newscli.commands.raw import show_raw

        return show_raw(reader, references)
    return command.show(reader, command.ShowRequest(tuple(references), hits, path))

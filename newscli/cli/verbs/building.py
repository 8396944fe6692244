"""Verbs about the index as a whole: `index`, `status`, `doctor`."""

from typing import Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app, common
from newscli.render.form import Form


@app.command("index")
def index_verb(
    context: typer.Context,
    folders: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FOLDER]...",
            help="What to index: else the folders it already covers, else ./seeds.",
            show_default=False,
        ),
    ] = None,
    glob: Annotated[
        list[str] | None,
        typer.Option(
            "--glob", metavar="PATTERN", help="Files to read, instead of .txt, .text and .md."
        ),
    ] = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Read everything again, into a new index.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be done.")
    ] = False,
    forget: Annotated[
        str | None,
        typer.Option("--forget", metavar="FOLDER", help="Take a folder out of the index."),
    ] = None,
    files_from: Annotated[
        str | None,
        typer.Option(
            "--files-from", metavar="FILE", help="Index the files named in FILE, or on - (stdin)."
        ),
    ] = None,
    nul: Annotated[
        bool, typer.Option("-0", "--null", help="The names in --files-from end with NUL.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", min=1, metavar="N", help="Processes that read.", show_default="the cores"
        ),
    ] = None,
    wait: options.Wait = 10.0,
    json: options.Json = False,
    plain: options.Plain = False,
    index: options.Index = None,
    color: options.Color = None,
) -> int:
    """Bring the index up to date with its folders."""
    from newscli.cli.streams import desk
    from newscli.commands import indexing

    index, color = common(context, index, color)
    request = indexing.IndexRequest(
        folders=tuple(folders or ()),
        globs=tuple(glob or ()),
        rebuild=rebuild,
        dry_run=dry_run,
        forget=forget,
        files_from=files_from,
        nul=nul,
        jobs=jobs,
        wait=wait,
    )
    forms = [(json, Form.JSON), (plain, Form.PLAIN)]
    return indexing.index(desk(index=index, color=color, forms=forms), request)


@app.command()
def status(
    context: typer.Context,
    json: options.Json = False,
    plain: options.Plain = False,
    index: options.Index = None,
    color: options.Color = None,
) -> int:
    """Tell what the index holds, and what has changed on disk since."""
    from newscli.cli.streams import desk
    from newscli.commands.status import status as command

    index, color = common(context, index, color)
    forms = [(json, Form.JSON), (plain, Form.PLAIN)]
    return command(desk(index=index, color=color, forms=forms))


@app.command()
def doctor(
    context: typer.Context,
    json: options.Json = False,
    plain: options.Plain = False,
    index: options.Index = None,
    color: options.Color = None,
) -> int:
    """Tell what is wrong, and what to do about it."""
    from newscli.cli.streams import desk
    from newscli.commands.doctor import doctor as command

    index, color = common(context, index, color)
    forms = [(json, Form.JSON), (plain, Form.PLAIN)]
    return command(desk(index=index, color=color, forms=forms))

"""Verbs about the index as a whole: `index`, `status`, `doctor`."""

from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app
from newscli.cli.sharing import printing
from newscli.render.form import Form

if TYPE_CHECKING:  # commands are loaded when they run
    from newscli.commands.desk import Desk


@app.command("index")
@printing(Form.JSON, Form.PLAIN)
def index_verb(
    desk: "Desk",
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
) -> int:
    """Bring the index up to date with its folders."""
    from newscli.commands import indexing, planning

    request = planning.IndexRequest(
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
    return indexing.index(desk, request)


@app.command()
@printing(Form.JSON, Form.PLAIN)
def status(desk: "Desk") -> int:
    """Tell what the index holds, and what has changed on disk since."""
    from newscli.commands.status import status as command

    return command(desk)


@app.command()
@printing(Form.JSON, Form.PLAIN)
def doctor(desk: "Desk") -> int:
    """Tell what is wrong, and what to do about it."""
    from newscli.commands.doctor import doctor as command

    return command(desk)

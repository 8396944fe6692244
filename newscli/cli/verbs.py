"""The verbs of the program. Each body is a door: its command is loaded when it runs."""

from typing import Annotated

import typer

from newscli import __version__
from newscli.cli import options
from newscli.cli.group import NewsGroup
from newscli.render.form import Form, When

app = typer.Typer(
    cls=NewsGroup,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    help="Read and search a folder of news articles in a terminal.",
    epilog="Begin with: newscli index FOLDER, then: newscli search WORDS, then: newscli show 1",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newscli {__version__}")
        raise typer.Exit


@app.callback()
def newscli(
    context: typer.Context,
    index: options.Index = None,
    color: options.Color = None,
    version: Annotated[  # noqa: ARG001 -- its callback does the work
        bool,
        typer.Option(
            "-V", "--version", help="Print the version.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Read and search a folder of news articles in a terminal."""
    context.obj = (index, color)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


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

    index, color = _common(context, index, color)
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

    index, color = _common(context, index, color)
    forms = _output(json, jsonl, plain, count, ids, paths)
    request = command.SearchRequest(
        words=tuple(words),
        selection=Selection(since, until, on, folder, limit, offset, everything, sort),
        any_word=any_word,
        passages=passages,
    )
    return command.search(desk(index=index, color=color, forms=forms, nul=nul), request)


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

    index, color = _common(context, index, color)
    forms = [(json, Form.JSON), (jsonl, Form.JSONL), (plain, Form.PLAIN)]
    reader = desk(index=index, color=color, forms=forms, paged=pager, measure=width)
    if raw and not path:
        from newscli.commands.raw import show_raw

        return show_raw(reader, references)
    return command.show(reader, command.ShowRequest(tuple(references), hits, path))


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

    index, color = _common(context, index, color)
    forms = _output(json, jsonl, plain, count, ids, paths)
    selection = Selection(since, until, on, folder, limit, offset, everything, sort)
    return list_articles(desk(index=index, color=color, forms=forms, nul=nul), selection)


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

    index, color = _common(context, index, color)
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

    index, color = _common(context, index, color)
    forms = [(json, Form.JSON), (plain, Form.PLAIN)]
    return command(desk(index=index, color=color, forms=forms))


def _common(
    context: typer.Context, index: str | None, color: When | None
) -> tuple[str | None, When | None]:
    """Let an option after the verb go before the same one ahead of it."""
    before: tuple[str | None, When | None] = context.obj
    return index or before[0], color or before[1]


def _output(
    json: bool, jsonl: bool, plain: bool, count: bool, ids: bool, paths: bool
) -> list[tuple[bool, Form]]:
    return [
        (json, Form.JSON),
        (jsonl, Form.JSONL),
        (plain, Form.PLAIN),
        (count, Form.COUNT),
        (ids, Form.IDS),
        (paths, Form.PATHS),
    ]

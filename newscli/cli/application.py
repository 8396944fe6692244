"""The program itself: what stands before a verb, and what every verb does with its options."""

from typing import Annotated

import typer

from newscli import __version__
from newscli.cli import options
from newscli.cli.group import NewsGroup

app = typer.Typer(
    cls=NewsGroup,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    help="Read and search a folder of news articles in a terminal.",
    epilog="Begin with: newscli index FOLDER; newscli search WORDS; newscli show 1",
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

"""The options that several verbs share, each said once."""

from typing import Annotated, Any

import typer

from newscli.core.choices import Sort
from newscli.render.form import When

QUERY = """\b
In WORDS:
  "a phrase"   =this form   -without   one OR other   (one OR other) third
  restrict*    wom?n        pompeo~    /lift(s|ed)/   one NEAR/5 other
  lead:word    headline:    caption:   quote:         by:
  in:FOLDER    date:2021-01            date:2021-01-10..2021-02

Quote for your shell what it would read itself. What begins with - goes after --."""
"""The query language at a glance; the README has the whole of it."""

MOST = 1_000_000_000
"""More than this there is of nothing: no number on a command line is larger."""


def reasonable(number: int | None) -> int | None:
    """Refuse a number that nothing could be counted up to."""
    if number is not None and number > MOST:
        raise typer.BadParameter(f"{number} is more than there is of anything")
    return number


def number(*names: str, least: int, help: str, **more: Any) -> Any:  # noqa: A002 -- Typer's word
    """Return an option that takes a whole number, of this size at least."""
    return typer.Option(*names, min=least, metavar="N", help=help, callback=reasonable, **more)


Index = Annotated[
    str | None,
    typer.Option(
        "--index",
        metavar="DIR",
        help="The index to use, instead of NEWSCLI_INDEX or the usual place.",
        show_default=False,
    ),
]
Color = Annotated[
    When | None,
    typer.Option("--color", "--colour", help="When to use colour.", show_default="auto"),
]

Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="DATE", help="From this date on: 2021-01-10, 2021-01, 'last week' ..."
    ),
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Up to this date, it included.")
]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="Of this day, month or year.")]
In = Annotated[
    str | None,
    typer.Option("--in", metavar="FOLDER", help="Below this folder: a path, or its name."),
]
Offset = Annotated[int, number("--offset", least=0, help="Leave out the first so many.")]
All = Annotated[bool, typer.Option("--all", help="All of them.")]
SortBy = Annotated[Sort | None, typer.Option("--sort", help="The order.", show_default=False)]

Paged = Annotated[
    bool | None,
    typer.Option("--pager/--no-pager", help="Use a pager.", show_default="if it is long"),
]
Measure = Annotated[
    int | None,
    number("--width", least=20, help="Columns of text.", show_default="88"),
]

Json = Annotated[bool, typer.Option("--json", help="One JSON document.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")]
Plain = Annotated[bool, typer.Option("--plain", help="As a pipe gets it.")]
Count = Annotated[bool, typer.Option("-c", "--count", help="Only how many there are.")]
Ids = Annotated[bool, typer.Option("--ids", help="Only the ids.")]
Paths = Annotated[bool, typer.Option("--paths", "--path", help="Only the files.")]
Nul = Annotated[
    bool, typer.Option("-0", "--null", help="End records with NUL; --paths byte for byte.")
]
NulRecords = Annotated[bool, typer.Option("-0", "--null", help="End records with NUL.")]
Wait = Annotated[
    float,
    typer.Option("--wait", min=0, metavar="SECONDS", help="How long to wait for another writer."),
]
AnyWord = Annotated[bool, typer.Option("--any", help="Not all the words: the more, the better.")]


def limit(usual: int | None) -> Any:
    """Return `-n`; so many, or all, is what the verb tells of without it."""
    return Annotated[
        int | None,
        number("-n", "--limit", least=1, help="At most so many.", show_default=str(usual or "all")),
    ]

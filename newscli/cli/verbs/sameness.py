"""Verbs that tell which articles are alike: `similar`, `dupes`, `stories`, `story`."""

from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app
from newscli.cli.sharing import ARTICLES, paging, printing

if TYPE_CHECKING:  # commands are loaded when they run
    from newscli.commands.desk import Desk
    from newscli.commands.selection import Selection
    from newscli.research.stories import Grip

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WORDS...]", help="Only articles that match; see below."),
]


def _number(given: float) -> float:
    """Refuse `nan`, which no range leaves out."""
    if given != given:
        raise typer.BadParameter("`nan` is no number")
    return given


@app.command()
@printing(*ARTICLES, nul=True)
@paging(10)
def similar(
    desk: "Desk",
    selection: "Selection",
    reference: Annotated[
        str, typer.Argument(metavar="REF", help="An id, its beginning, a file, or @3.")
    ],
    within: Annotated[
        str | None,
        typer.Option("--within", metavar="SPAN", help="So near to its date: 30d, 2w, 6m, 1y."),
    ] = None,
) -> int:
    """Find articles like one of them, and say by which words."""
    from newscli.commands import similar as command

    return command.similar(desk, command.SimilarRequest(reference, selection, within))


@app.command(epilog=options.QUERY)
@printing(*ARTICLES, nul=True)
@paging(10)
def dupes(
    desk: "Desk",
    selection: "Selection",
    words: Words = None,
    threshold: Annotated[
        float,
        typer.Option(
            "--threshold",
            min=0.3,
            max=1.0,
            metavar="N",
            help="How alike, from 0.3 to 1.",
            callback=_number,
        ),
    ] = 0.8,
    diff: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--diff", metavar="REF REF", help="Compare two articles word by word instead."
        ),
    ] = None,
) -> int:
    """Group articles of nearly the same text: wire copy, reprints."""
    from newscli.commands import dupes as command

    if diff:
        return command.diff(desk, diff)
    return command.dupes(desk, command.DupesRequest(tuple(words or ()), selection, threshold))


Loose = Annotated[bool, typer.Option("--loose", help="Larger stories, less of one piece.")]
Tight = Annotated[bool, typer.Option("--tight", help="Smaller stories, more of one piece.")]


def _grip(loose: bool, tight: bool) -> "Grip":
    from newscli.errors import UsageError
    from newscli.research.stories import Grip

    if loose and tight:
        raise UsageError("`--loose` and `--tight` contradict each other", "choose one")
    return Grip.LOOSE if loose else Grip.TIGHT if tight else Grip.USUAL


@app.command(epilog=options.QUERY)
@printing(*ARTICLES, nul=True)
@paging(20)
def stories(
    desk: "Desk",
    selection: "Selection",
    words: Words = None,
    loose: Loose = False,
    tight: Tight = False,
) -> int:
    """Group articles about one event, the largest story first."""
    from newscli.commands import stories as command

    request = command.StoriesRequest(tuple(words or ()), selection, _grip(loose, tight))
    return command.stories(desk, request)


@app.command()
@printing(*ARTICLES, nul=True)
@paging(None)
def story(
    desk: "Desk",
    selection: "Selection",
    reference: Annotated[
        str, typer.Argument(metavar="REF", help="An article of it: an id, its beginning, @3.")
    ],
    loose: Loose = False,
    tight: Tight = False,
) -> int:
    """Tell the story that an article is of, the first report first."""
    from newscli.commands import stories as command

    return command.story(desk, command.StoryRequest(reference, selection, _grip(loose, tight)))

"""Verbs that count over many articles: `timeline`, `words`, `compare`."""

from typing import TYPE_CHECKING, Annotated

import typer

from newscli.cli import options
from newscli.cli.application import app
from newscli.cli.sharing import ARTICLES, choosing, paging, printing, selecting
from newscli.core.choices import Measure, Period
from newscli.render.form import Form

if TYPE_CHECKING:  # commands are loaded when they run
    from newscli.commands.desk import Desk
    from newscli.commands.selection import Selection


Least = Annotated[
    int,
    options.number("--min", least=1, help="Only words that stand so often."),
]


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
    """Count articles over time, and say what their peaks are about.

    A bar has its number, its share of all articles of that time, and a mark if it is
    more than the mean and twice the standard deviation of the bars from the first article
    to the last. Articles without a
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


@app.command(epilog=options.QUERY)
@printing(Form.JSON, Form.JSONL, Form.PLAIN, Form.COUNT, nul=True)
@paging(20)
def words(
    desk: "Desk",
    selection: "Selection",
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS...]", help="Whose words; of all articles if left out."),
    ] = None,
    collocates: Annotated[
        int | None,
        options.number("--collocates", least=1, help="Words at most N from WORDS."),
    ] = None,
    by: Annotated[
        Measure | None,
        typer.Option(
            "--by",
            help="Weigh collocates by log-likelihood, mutual information or Dice.",
            show_default="ll",
        ),
    ] = None,
    ngrams: Annotated[
        str | None,
        typer.Option("--ngrams", metavar="N|N-M", help="Words that stand together: 2, 2-4 ..."),
    ] = None,
    keywords: Annotated[
        bool,
        typer.Option("--keywords", help="Words these articles have more of than all others."),
    ] = False,
    versus: Annotated[
        str | None,
        typer.Option("--vs", metavar="WORDS", help="... than those: a query, 'date:2007' too."),
    ] = None,
    least: Least = 5,
    least_articles: Annotated[
        int | None,
        options.number(
            "--min-articles",
            least=1,
            help="Only words that so many articles have.",
            show_default="3 for keywords of 10 or more articles, else 1",
        ),
    ] = None,
    every: Annotated[
        bool,
        typer.Option(
            "--every", help="Numbers, letters and words such as `the`, `of` and `is`, too."
        ),
    ] = False,
) -> int:
    """Count words: the frequent, the telling, those near others.

    Beside each word stand how often it does there and elsewhere, how sure one can be that
    there is a difference (log-likelihood, ll) and how large it is (effect: +1 is twice as
    often, +3 eight times). Words that all English is made of are left out unless asked for.
    """
    from newscli.commands import words as command

    request = command.WordsRequest(
        words=tuple(query or ()),
        selection=selection,
        window=collocates,
        lengths=ngrams,
        keywords=keywords,
        against=versus,
        measure=by,
        least=least,
        least_articles=least_articles,
        every=every,
    )
    return command.words(desk, request)


@app.command(epilog=options.QUERY)
@printing(*ARTICLES, nul=True)
@selecting(5)
def compare(
    desk: "Desk",
    selection: "Selection",
    a: Annotated[str, typer.Argument(metavar="A", help="A query, in quotes if it has spaces.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another: 'date:2007', 'in:bbc' too.")],
    words: Annotated[
        int,
        options.number("--words", least=0, help="So many words of each side."),
    ] = 10,
    least: Least = 5,
) -> int:
    """Compare the articles and the words of two queries.

    It counts the articles in both and in one alone, and tells the words that each has more of.
    """
    from newscli.commands import compare as command

    return command.compare(desk, command.CompareRequest(a, b, selection, words, least))

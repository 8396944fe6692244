"""`newscli kwic`: every place the words stand, one a line, with what stands around them."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice

from newscli.commands.desk import Desk
from newscli.commands.explaining import say_nothing_matches
from newscli.commands.querying import Asked, ask, fitted
from newscli.commands.selection import Selection
from newscli.core.answers import Found
from newscli.core.article import ArticleId
from newscli.core.choices import LineOrder, Sort
from newscli.core.query import And, Word, leaves
from newscli.core.results import Located
from newscli.engines.port import Engine
from newscli.errors import Exit, UsageError
from newscli.render.form import Form
from newscli.render.views import dispersion
from newscli.render.views import kwic as view
from newscli.research.concordance import (
    Concordance,
    Contexts,
    Line,
    Place,
    Sample,
    by_date,
    key,
    places,
    sampled,
)
from newscli.research.dispersion import Dispersion, Plot

WINDOW = 10
"""Words on either side, where no width decides."""
_WIDE = 60
"""More words than any line of a terminal has."""


@dataclass(frozen=True, slots=True)
class KwicRequest:
    """What was typed after `kwic`."""

    words: tuple[str, ...]
    selection: Selection
    any_word: bool = False
    window: int | None = None
    order: LineOrder | None = None
    sample: int | None = None
    seed: int = 0
    plot: bool = False


def kwic(desk: Desk, request: KwicRequest) -> Exit:
    """Print the concordance, or the plot, and remember the articles."""
    asked = ask(desk, request.words, request.selection, any_word=request.any_word)
    if not any(leaves(asked.words)):
        raise UsageError(
            f"`{asked.raw}` names no word to show in its context",
            "type a word: `newscli kwic bell`",
        )
    _refuse_contradictions(request)
    with desk.engine() as engine:
        asked = fitted(desk, engine, asked)
        located = [each for each in engine.located(asked.tree) if each.starts]
        total = sum(len(each.starts) for each in located)
        if request.plot:
            plot = _plot(desk, engine, request, asked, located, total)
            found, shown = [bar.found for bar in plot.bars], len(plot.bars)
            desk.printer.report(plot, dispersion)
        else:
            answer = _concordance(desk, engine, request, asked, located, total)
            found, shown = list(answer.found), len(answer.lines)
            desk.printer.report(answer, view)
        if not total:
            say_nothing_matches(desk, engine, asked, has_any=True)
    if total and _may_be_meant_as_phrase(asked):
        phrase = shlex.quote(f'"{asked.raw}"')
        desk.hint(f"each word is shown by itself; as a phrase: {phrase}")
    if desk.form is not Form.COUNT:
        desk.remember(found, 0, asked.raw, request.any_word)
        if total and not shown:
            desk.note(f"nothing at offset {request.selection.offset}: {total:,} occurrences in all")
    return desk.ended(total, shown)


def _may_be_meant_as_phrase(asked: Asked) -> bool:
    """Tell whether plain words stand side by side, which a concordance is often asked for."""
    return (
        isinstance(asked.words, And)
        and all(isinstance(node, Word) for node in asked.words.nodes)
        and asked.raw.replace(" ", "").isalnum()
    )


def _refuse_contradictions(request: KwicRequest) -> None:
    if not request.plot:
        return
    if request.sample is not None or request.window is not None:
        option = "--window" if request.sample is None else "--sample"
        raise UsageError(f"`--plot` shows every occurrence, without `{option}`", "leave one out")
    if request.order in {LineOrder.LEFT, LineOrder.RIGHT}:
        raise UsageError(
            f"a plot has no words to the {request.order}",
            "sort it by `--sort date`, or leave it out",
        )


def _concordance(
    desk: Desk,
    engine: Engine,
    request: KwicRequest,
    asked: Asked,
    located: Sequence[Located],
    total: int,
) -> Concordance:
    page = request.selection.page(Sort.OLDEST)
    window, order = request.window, request.order or LineOrder.DATE
    if window is None:
        window = _WIDE if desk.form is Form.TERMINAL else WINDOW
    sample = None
    if request.sample is not None and request.sample < total:
        sample = Sample(request.sample, request.seed)
        located = sampled(located, sample)
    lines: list[Line] = []
    if desk.form is not Form.COUNT:
        if order in {LineOrder.LEFT, LineOrder.RIGHT}:
            lines = _sorted_lines(desk, engine, located, window, order, page.end)[page.offset :]
        else:
            ordered = by_date(located) if order is LineOrder.DATE else _by_id(located)
            wanted = list(islice(places(ordered), page.offset, page.end))
            lines = list(_lines(engine, wanted, window))
    articles = list(dict.fromkeys(line.mention.id for line in lines))
    return Concordance(
        question=asked.question,
        order=order,
        total=total,
        articles=len(located),
        offset=page.offset,
        limit=page.limit,
        window=window,
        sample=sample,
        lines=tuple(lines),
        found=_found(desk, engine, articles),
    )


def _sorted_lines(
    desk: Desk,
    engine: Engine,
    located: Sequence[Located],
    window: int,
    order: LineOrder,
    end: int | None,
) -> list[Line]:
    """Return the first lines in the order of their words, for which all must be read."""
    with desk.progress(len(located)) as progress:
        progress.stage("reading", len(located))

        def counted() -> Iterator[Line]:
            for each in located:
                yield from _lines(engine, list(places([each])), window)
                progress.advance()

        if end is None:
            return sorted(counted(), key=lambda line: key(line, order))
        return nsmallest(end, counted(), key=lambda line: key(line, order))


def _lines(engine: Engine, wanted: Iterable[Place], window: int) -> Iterator[Line]:
    """Cut out the lines in the order of the places; an article is read once for its run of them."""
    contexts: Contexts | None = None
    read = ""
    for place in wanted:
        if contexts is None or place.id != read:
            contexts, read = Contexts(engine.fetch(place.id)), place.id
        yield contexts.line(place, window)


def _plot(
    desk: Desk,
    engine: Engine,
    request: KwicRequest,
    asked: Asked,
    located: Sequence[Located],
    total: int,
) -> Plot:
    """Return a bar for each article, those with most occurrences first unless told otherwise."""
    page = request.selection.page(Sort.OLDEST)
    ordered = _by_id(located) if request.order is LineOrder.NONE else by_date(located)
    if request.order is None:
        ordered.sort(key=lambda each: -len(each.starts))
    shown = ordered[page.part] if desk.form is not Form.COUNT else []
    found = _found(desk, engine, [each.id for each in shown])
    return Plot(
        question=asked.question,
        order=request.order or LineOrder.NONE,
        total=total,
        articles=len(located),
        offset=page.offset,
        limit=page.limit,
        bars=tuple(
            Dispersion(one, one.summary.words, tuple(each.starts))
            for one, each in zip(found, shown, strict=True)
        ),
    )


def _by_id(located: Iterable[Located]) -> list[Located]:
    return sorted(located, key=lambda each: each.id)


def _found(desk: Desk, engine: Engine, ids: Sequence[ArticleId]) -> tuple[Found, ...]:
    return tuple(
        Found(rank, summary, desk.settings.place(summary.path))
        for rank, summary in enumerate(engine.summaries(ids), 1)
    )

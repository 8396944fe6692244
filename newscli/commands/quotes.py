"""`newscli quotes`: what was said, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from newscli.commands.desk import Desk
from newscli.commands.explaining import say_nothing_matches, suggest
from newscli.commands.gleaning import found_in
from newscli.commands.querying import Asked, ask, fitted, holding, spelling
from newscli.commands.selection import Selection
from newscli.core.answers import Found
from newscli.core.article import ArticleId
from newscli.core.choices import Group, Sort
from newscli.core.language.terms import holds_word
from newscli.core.query import both, leaves
from newscli.engines.port import Engine
from newscli.errors import Exit, UsageError
from newscli.render.form import Form
from newscli.render.views import quotes as view
from newscli.research.said import Quoted, QuotesAnswer, Said, by_speaker, quoted
from newscli.stemming import stem

FEW = 3
"""The newest quotations of a speaker that are shown in a group, unless all are asked for."""


@dataclass(frozen=True, slots=True)
class QuotesRequest:
    """What was typed after `quotes`."""

    words: tuple[str, ...]
    selection: Selection
    by: str | None = None
    group: Group | None = None


def quotes(desk: Desk, request: QuotesRequest) -> Exit:
    """Print the quotations of the chosen articles, and remember the articles.

    With words, only quotations in which one of the words is said: who said what about it.
    """
    if request.by is not None and not holds_word(request.by):
        raise UsageError("`--by` names nobody", "name somebody: `--by Pompeo`")
    asked = ask(desk, request.words, request.selection)
    page = request.selection.page(Sort.NEWEST)
    with desk.engine() as engine:
        asked = fitted(desk, engine, asked)
        spoken = _spoken(desk, engine, asked, request)
        groups = by_speaker(spoken)
        shown = spoken[page.part]
        if request.group is Group.SPEAKER:
            few = None if request.selection.everything else FEW
            shown = [each for name in list(groups)[page.part] for each in groups[name][:few]]
        found = _found(desk, engine, shown)
        answer = QuotesAnswer(
            question=asked.question,
            by=request.by,
            by_speaker=request.group is Group.SPEAKER,
            total=len(spoken),
            offset=page.offset,
            many={name: len(said) for name, said in groups.items()},
            articles=len({each.quotation.mention.id for each in spoken}),
            said=tuple(
                Said(each.quotation, found[each.quotation.mention.id], each.hits) for each in shown
            ),
            found=tuple(found.values()),
        )
        desk.printer.report(answer, view)
        if desk.form is not Form.COUNT:
            desk.remember(answer.found, 0, asked.raw)
            if not shown:
                _say_nobody(desk, engine, asked, answer)
    return desk.ended(answer.total, len(shown))


def _spoken(desk: Desk, engine: Engine, asked: Asked, request: QuotesRequest) -> list[Quoted]:
    """Return the quotations wanted, those of the newest articles first."""
    days = {
        match.id: match.date.first.toordinal() if match.date else 0
        for match in engine.matching(both(asked.tree, holding(request.by)))
    }
    words = asked.words if any(leaves(asked.words)) else None
    look = partial(quoted, by=request.by, words=words, stem=stem)
    parts = found_in(desk, engine, list(days), look, "reading quotations")
    return sorted(
        (each for part in parts for each in part),
        key=lambda each: (-days[each.quotation.mention.id], each.quotation.mention.id),
    )


def _found(desk: Desk, engine: Engine, shown: Sequence[Quoted]) -> dict[ArticleId, Found]:
    ids = list(dict.fromkeys(each.quotation.mention.id for each in shown))
    return {
        summary.id: Found(rank, summary, desk.settings.place(summary.path))
        for rank, summary in enumerate(engine.summaries(ids), 1)
    }


def _say_nobody(desk: Desk, engine: Engine, asked: Asked, answer: QuotesAnswer) -> None:
    if not engine.count(asked.tree):
        say_nothing_matches(desk, engine, asked)
    elif answer.total:
        many = len(answer.many) if answer.by_speaker else answer.total
        desk.note(f"there are only {many:,} {'speakers' if answer.by_speaker else 'quotations'}")
    elif answer.by:
        desk.note(f"nothing is quoted that `{answer.by}` said")
        suggest(desk, engine, spelling(answer.by))
    elif any(leaves(asked.words)):
        desk.note(f"articles match, but nobody is quoted saying `{asked.raw}`")
    else:
        desk.note("nobody is quoted")

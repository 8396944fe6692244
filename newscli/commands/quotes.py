"""`newscli quotes`: what was said, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from newscli.commands.desk import Desk
from newscli.commands.explaining import say_nothing_matches
from newscli.commands.querying import Asked, ask, fitted, holding
from newscli.commands.selection import Selection
from newscli.commands.uncollected import uncollected
from newscli.core.answers import Found
from newscli.core.article import ArticleId, Span
from newscli.core.choices import Group, Sort
from newscli.core.glancing import Glance
from newscli.core.language.terms import holds_word
from newscli.core.query import Node, both, leaves
from newscli.core.reading import highlights, merged
from newscli.engines.port import Engine
from newscli.errors import Exit, UsageError
from newscli.render.form import Form
from newscli.render.views import quotes as view
from newscli.research.quotations import Quotation, quotations
from newscli.research.said import QuotesAnswer, Said, about, by_speaker, is_by
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
        spoken, hits = _spoken(desk, engine, asked, request)
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
            articles=len({each.mention.id for each in spoken}),
            said=tuple(
                Said(each, found[each.mention.id], hits.get(id(each), ())) for each in shown
            ),
            found=tuple(found.values()),
        )
        desk.printer.report(answer, view)
        if desk.form is not Form.COUNT:
            desk.remember(answer.found, 0, asked.raw)
            if not shown:
                _say_nobody(desk, engine, asked, answer)
    return desk.ended(answer.total, len(shown))


def _spoken(
    desk: Desk, engine: Engine, asked: Asked, request: QuotesRequest
) -> tuple[list[Quotation], dict[int, tuple[Span, ...]]]:
    """Return the quotations wanted, newest articles first, and what is lit in each."""
    ids = _newest(engine, both(asked.tree, holding(request.by)))
    wants_words = any(leaves(asked.words))
    glance = Glance(stem)
    kept: dict[ArticleId, list[Quotation]] = {}
    hits: dict[int, tuple[Span, ...]] = {}
    with uncollected(), desk.progress(len(ids)) as progress:
        progress.stage("reading quotations", len(ids))
        for article in engine.articles(ids):
            progress.advance()
            said = quotations(article)
            if request.by:
                said = [each for each in said if is_by(each, request.by)]
            if wants_words and said:
                lit = merged(highlights(asked.words, glance.at(article.content)))
                hits |= {id(each): spans for each in said if (spans := about(each, lit))}
                said = [each for each in said if id(each) in hits]
            kept[article.id] = said
    return [each for id in ids for each in kept.get(id, ())], hits


def _newest(engine: Engine, tree: Node) -> list[ArticleId]:
    def order(match: tuple[ArticleId, int]) -> tuple[int, ArticleId]:
        return -match[1], match[0]

    days = (
        (match.id, match.date.first.toordinal() if match.date else 0)
        for match in engine.matching(tree)
    )
    return [id for id, _ in sorted(days, key=order)]


def _found(desk: Desk, engine: Engine, shown: Sequence[Quotation]) -> dict[ArticleId, Found]:
    ids = list(dict.fromkeys(each.mention.id for each in shown))
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
    elif any(leaves(asked.words)):
        desk.note(f"articles match, but nobody is quoted saying `{asked.raw}`")
    else:
        desk.note("nobody is quoted")

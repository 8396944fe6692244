"""`newscli similar`: articles like another one, and why."""

import re
from dataclasses import dataclass, replace
from datetime import date

from newscli.commands.desk import Desk
from newscli.commands.explaining import say_nothing_matches
from newscli.commands.folding import folded
from newscli.commands.querying import Asked, ask
from newscli.commands.references import resolve
from newscli.commands.selection import Selection
from newscli.core.answers import Found
from newscli.core.article import ArticleId, Summary
from newscli.core.choices import Sort
from newscli.core.query import Dated, Node, Or, View, Word, both
from newscli.core.results import PageRequest, Profile
from newscli.engines.port import Engine
from newscli.errors import Exit, UsageError
from newscli.render.form import Form
from newscli.render.views import similar as view
from newscli.research.resemblance import Resemblance, Similar, SimilarAnswer, resembling

POOL = 200
"""Articles with its most telling words that are compared with the one asked about."""
_ASKED = 20
"""Words of it that are looked for."""

_SPAN = re.compile(r"(\d{1,5})\s*(d|days?|w|weeks?|m|months?|y|years?)?")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True)
class SimilarRequest:
    """What was typed after `similar`."""

    reference: str
    selection: Selection
    within: str | None = None


def similar(desk: Desk, request: SimilarRequest) -> Exit:
    """Print the articles that are most alike to one, and remember the list."""
    asked = ask(desk, (), request.selection)
    page = request.selection.page(Sort.RELEVANCE)
    days = None if request.within is None else _days(request.within)
    with desk.engine() as engine:
        (subject,) = engine.summaries(resolve(desk, engine, [request.reference])[:1])
        near = None if days is None else _near(subject, days, request.within)
        with desk.progress() as progress:
            progress.stage("looking for articles like it")
            found = _found(engine, subject.id, both(asked.tree, near))
            groups = folded(engine, [each.id for each in found], progress)
        by_id = {each.id: each for each in found}
        shown = [(by_id[group[0]], group[1:]) for group in groups[page.part]]
        summaries = {each.id: each for each in engine.summaries([one.id for one, _ in shown])}
        answer = SimilarAnswer(
            question=replace(asked.question, raw=request.reference),
            subject=Found(0, subject, desk.settings.place(subject.path)),
            total=len(groups),
            offset=page.offset,
            limit=page.limit,
            similar=tuple(
                _similar(desk, rank, one, summaries[one.id], tuple(others))
                for rank, (one, others) in enumerate(shown, start=page.offset + 1)
            ),
        )
        desk.printer.report(answer, view)
        if desk.form is not Form.COUNT:
            desk.remember([each.found for each in answer.similar], page.offset)
            if not answer.similar:
                _say_none(desk, engine, asked, answer)
    return desk.ended(answer.total, len(answer.similar))


def _say_none(desk: Desk, engine: Engine, asked: Asked, answer: SimilarAnswer) -> None:
    if answer.total:
        desk.note(f"no article at offset {answer.offset}: {answer.total:,} in all")
    elif not engine.count(asked.tree):
        say_nothing_matches(desk, engine, asked)
    else:
        desk.note(f"no other article is like `{answer.subject.summary.headline}`")


def _similar(
    desk: Desk, rank: int, one: Resemblance, summary: Summary, others: tuple[ArticleId, ...]
) -> Similar:
    found = Found(rank, summary, desk.settings.place(summary.path), one.score)
    return Similar(found, one.words, others)


def _found(engine: Engine, subject: ArticleId, within: Node) -> list[Resemblance]:
    """Return the articles that are most alike; the one asked about is none of them."""
    profile = dict(engine.profiles([subject])).get(subject, {})
    if not profile:
        return []
    telling = Or(tuple(Word(form, View.EXACT) for form in list(profile)[:_ASKED]))
    page = engine.search(both(telling, within), PageRequest(POOL))
    others = [hit.summary.id for hit in page.hits if hit.summary.id != subject]
    profiles: list[tuple[ArticleId, Profile]] = list(engine.profiles(others))
    return resembling(profile, profiles)


def _days(typed: str) -> int:
    """Read `30d`, `2 weeks`, `6m`, `1y`; a number alone counts days."""
    span = _SPAN.fullmatch(typed.strip().lower())
    if not span:
        raise UsageError(
            f"`--within {typed}` is no span of time", "write days, weeks, months or years: `30d`"
        )
    return int(span[1]) * _DAYS[(span[2] or "d")[0]]


def _near(subject: Summary, days: int, typed: str | None) -> Dated:
    if subject.date is None:
        raise UsageError(
            f"`--within {typed}` counts from the article's date, and it has none",
            "say when with `--since` and `--until`",
        )
    first = subject.date.first.toordinal() - days
    last = subject.date.last.toordinal() + days
    return Dated(date.fromordinal(max(first, 1)), date.fromordinal(min(last, date.max.toordinal())))

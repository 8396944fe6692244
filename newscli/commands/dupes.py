"""`newscli dupes`: groups of near-identical articles, and two of them word by word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from newscli.commands.desk import Desk
from newscli.commands.explaining import say_nothing_matches
from newscli.commands.folding import Shingled
from newscli.commands.querying import Asked, ask, fitted
from newscli.commands.references import resolve
from newscli.commands.selection import Selection
from newscli.core.analysis import words
from newscli.core.answers import Found, Question
from newscli.core.article import Article, ArticleId, Summary
from newscli.core.choices import Sort
from newscli.core.query import Everything
from newscli.engines.port import Engine
from newscli.errors import Exit
from newscli.render.form import Form
from newscli.render.progress import Progress
from newscli.render.views import differences as diff_view
from newscli.render.views import dupes as view
from newscli.research.differences import DiffAnswer, Version, differences
from newscli.research.duplicates import (
    THRESHOLD,
    DupesAnswer,
    Group,
    groups,
    likely,
)
from newscli.research.shingles import jaccard, shingles


@dataclass(frozen=True, slots=True)
class DupesRequest:
    """What was typed after `dupes`."""

    words: tuple[str, ...]
    selection: Selection
    threshold: float = THRESHOLD


def dupes(desk: Desk, request: DupesRequest) -> Exit:
    """Print groups of articles that are nearly the same text, the largest first."""
    asked = ask(desk, request.words, request.selection)
    page = request.selection.page(Sort.RELEVANCE)
    with desk.engine() as engine:
        asked = fitted(desk, engine, asked)
        with desk.progress() as progress:
            together, shingled = _together(engine, asked, request.threshold, progress)
        ordered = _ordered(engine, together, shingled)
        shown = ordered[page.part]
        answer = DupesAnswer(
            question=asked.question,
            threshold=request.threshold,
            total=len(together),
            articles=sum(map(len, together)),
            offset=page.offset,
            limit=page.limit,
            groups=tuple(_groups(desk, shown, shingled)),
        )
        desk.printer.report(answer, view)
        if desk.form is not Form.COUNT:
            desk.remember([each for group in answer.groups for each in group.found], 0)
            if not answer.groups:
                _say_nothing_is_alike(desk, engine, asked, answer)
    return desk.ended(answer.total, len(answer.groups))


def diff(desk: Desk, references: tuple[str, str]) -> Exit:
    """Print two articles word by word: what the second has otherwise than the first."""
    with desk.engine() as engine:
        first, second = (engine.fetch(resolve(desk, engine, [each])[0]) for each in references)
        versions = [_version(desk, engine, rank, each) for rank, each in ((1, first), (2, second))]
    one, other = (
        shingles([word.exact for word in words(each.content.text)]) for each in (first, second)
    )
    answer = DiffAnswer(
        question=Question(" ".join(references)),
        first=versions[0],
        second=versions[1],
        jaccard=jaccard(one, other),
        stretches=differences(first.content.text, second.content.text),
    )
    desk.printer.report(answer, diff_view)
    return Exit.DONE


def _version(desk: Desk, engine: Engine, rank: int, article: Article) -> Version:
    found = Found(rank, engine.summaries([article.id])[0], desk.settings.place(article.path))
    return Version(found, article.content.text, article.content.paragraphs)


def _together(
    engine: Engine, asked: Asked, threshold: float, progress: Progress
) -> tuple[list[list[ArticleId]], Shingled]:
    """Return the groups among the chosen articles, and the texts that were compared."""
    progress.stage("looking for articles that are alike")
    sketches = dict(engine.sketches())
    if asked.tree != Everything():
        chosen = {match.id for match in engine.matching(asked.tree)}
        sketches = {id: sketch for id, sketch in sketches.items() if id in chosen}
    pairs = likely(sketches, threshold)
    needed = {id for pair in pairs for id in pair}
    progress.stage("comparing their texts", len(needed))
    shingled = Shingled(engine, filter(needed.__contains__, sketches), progress)
    return groups(pairs, shingled.of, threshold), shingled


def _ordered(
    engine: Engine, together: Sequence[Sequence[ArticleId]], shingled: Shingled
) -> list[list[Summary]]:
    """Put the largest groups first, then those that begin earlier; within each, the earliest."""
    grouped = {id for group in together for id in group}
    summaries = {each.id: each for each in engine.summaries(shingled.among(grouped))}
    told = [sorted((summaries[id] for id in group), key=_earliness) for group in together]
    return sorted(told, key=lambda each: (-len(each), _earliness(each[0])))


def _earliness(summary: Summary) -> tuple[bool, str, ArticleId]:
    return summary.date is None, str(summary.date), summary.id


def _groups(desk: Desk, shown: Iterable[Sequence[Summary]], shingled: Shingled) -> Iterable[Group]:
    rank = 0
    for summaries in shown:
        likeness = partial(shingled.jaccard, summaries[0].id)
        yield Group(
            tuple(
                Found(rank + at, each, desk.settings.place(each.path), likeness(each.id))
                for at, each in enumerate(summaries, start=1)
            )
        )
        rank += len(summaries)


def _say_nothing_is_alike(desk: Desk, engine: Engine, asked: Asked, answer: DupesAnswer) -> None:
    if answer.total:
        desk.note(f"no group at offset {answer.offset}: {answer.total:,} in all")
    elif engine.count(asked.tree):
        desk.note(f"no two articles are alike by {answer.threshold:.0%} or more")
    else:
        say_nothing_matches(desk, engine, asked)

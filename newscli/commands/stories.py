"""`newscli stories` and `newscli story`: runs of articles about one event over time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from newscli.commands.desk import Desk
from newscli.commands.explaining import say_nothing_matches
from newscli.commands.querying import Asked, ask, fitted
from newscli.commands.references import resolve
from newscli.commands.selection import Selection
from newscli.core.answers import Found
from newscli.core.article import ArticleDate, ArticleId
from newscli.core.choices import Sort
from newscli.engines.port import Engine
from newscli.errors import Exit, NoSuchArticle
from newscli.render.counts import counted
from newscli.render.form import Form
from newscli.render.progress import Progress
from newscli.render.views import stories as view
from newscli.render.views import story as story_view
from newscli.research.stories import (
    Grip,
    Report,
    StoriesAnswer,
    Story,
    StoryAnswer,
    Told,
    Tracker,
)
from newscli.stemming import stem

FEWEST = 2
"""One article is no run of articles."""


@dataclass(frozen=True, slots=True)
class StoriesRequest:
    """What was typed after `stories`."""

    words: tuple[str, ...]
    selection: Selection
    grip: Grip = Grip.USUAL


@dataclass(frozen=True, slots=True)
class StoryRequest:
    """What was typed after `story`."""

    reference: str
    selection: Selection
    grip: Grip = Grip.USUAL


@dataclass(frozen=True, slots=True)
class _Tracked:
    stories: Sequence[Story]
    undated: int


def stories(desk: Desk, request: StoriesRequest) -> Exit:
    """Print the stories of the chosen articles, the largest first."""
    asked = ask(desk, request.words, request.selection)
    page = request.selection.page(Sort.RELEVANCE)
    with desk.engine() as engine:
        asked = fitted(desk, engine, asked)
        with desk.progress() as progress:
            tracked = _tracked(engine, asked, request.grip, progress)
        runs = [story for story in tracked.stories if len(story.reports) >= FEWEST]
        runs.sort(key=lambda story: (-len(story.reports), -story.start.toordinal(), story.id))
        shown = runs[page.part]
        answer = StoriesAnswer(
            question=asked.question,
            grip=request.grip,
            total=len(runs),
            undated=tracked.undated,
            offset=page.offset,
            limit=page.limit,
            stories=tuple(
                map(Told, shown, _found(desk, engine, [each.id for each in shown], page.offset))
            ),
        )
        desk.printer.report(answer, view)
        _say_undated(desk, answer.undated)
        if desk.form is not Form.COUNT:
            desk.remember([each.found for each in answer.stories], page.offset)
            if not answer.stories:
                _say_no_story(desk, engine, asked, answer)
    return desk.ended(answer.total, len(answer.stories))


def story(desk: Desk, request: StoryRequest) -> Exit:
    """Print the articles of the story that one is of, by day."""
    asked = ask(desk, (), request.selection)
    page = request.selection.page(Sort.OLDEST)
    with desk.engine() as engine:
        wanted = resolve(desk, engine, [request.reference])[0]
        with desk.progress() as progress:
            tracked = _tracked(engine, asked, request.grip, progress)
        of = {report.id: each for each in tracked.stories for report in each.reports}
        if wanted not in of:
            (summary,) = engine.summaries([wanted])
            raise _in_no_story(request.reference, summary.date)
        told = of[wanted]
        answer = StoryAnswer(
            question=replace(asked.question, raw=request.reference),
            grip=request.grip,
            story=told,
            undated=tracked.undated,
            offset=page.offset,
            limit=page.limit,
            found=tuple(
                _found(desk, engine, [each.id for each in told.reports[page.part]], page.offset)
            ),
        )
    desk.printer.report(answer, story_view)
    _say_undated(desk, answer.undated)
    if desk.form is not Form.COUNT:
        desk.remember(answer.found, page.offset)
        if not answer.found:
            desk.note(f"no article at offset {page.offset}: {len(told.reports):,} in all")
        elif len(told.reports) < FEWEST:
            more = "" if request.grip is Grip.LOOSE else "; `--loose` takes in more"
            desk.note(f"no other article tells this story{more}")
    return desk.ended(len(told.reports), len(answer.found))


def _in_no_story(reference: str, date: ArticleDate | None) -> NoSuchArticle:
    if date and date.day:
        return NoSuchArticle(
            f"`{reference}` is of {date}, and not among the articles that were chosen",
            "choose more of them, or leave the options out",
        )
    return NoSuchArticle(
        f"`{reference}` has no day of its own, so it is of no story",
        "find articles like it with `newscli similar REF`",
    )


def _tracked(engine: Engine, asked: Asked, grip: Grip, progress: Progress) -> _Tracked:
    progress.stage("weighing words")
    dated = {match.id: match.date for match in engine.matching(asked.tree)}
    days = {id: day for id, found in dated.items() if (day := _day(found))}
    profiles = dict(engine.profiles(list(days)))
    progress.stage("following stories", len(days))
    tracker = Tracker(grip)
    for id in sorted(days, key=lambda each: (days[each], each)):
        tracker.add(Report(id, days[id]), profiles[id])
        progress.advance()
    return _Tracked(tracker.stories(stem), len(dated) - len(days))


def _day(found: ArticleDate | None) -> date | None:
    """Return the day of an article; one that only has a month is of no day."""
    return found.first if found and found.day else None


def _found(desk: Desk, engine: Engine, ids: Sequence[ArticleId], offset: int) -> Sequence[Found]:
    return [
        Found(rank, summary, desk.settings.place(summary.path))
        for rank, summary in enumerate(engine.summaries(ids), start=offset + 1)
    ]


def _say_undated(desk: Desk, undated: int) -> None:
    if undated:
        are = "is" if undated == 1 else "are"
        desk.note(f"{counted(undated)} without a day {are} left out")


def _say_no_story(desk: Desk, engine: Engine, asked: Asked, answer: StoriesAnswer) -> None:
    if answer.total:
        desk.note(f"no story at offset {answer.offset}: {answer.total:,} in all")
    elif engine.count(asked.tree):
        desk.note("no two of the articles tell one story")
    else:
        say_nothing_matches(desk, engine, asked)

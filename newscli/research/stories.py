"""Runs of articles about one event: topic detection and tracking in a single pass.

Articles are taken in the order of their days. Each joins the running story that it is nearest
to, by the cosine of its profile and the sum of the story's, if it is near enough; else it is
the first report of a story of its own. A story that has had no article for 14 days is over.
After Allan, Papka & Lavrenko, On-line new event detection and tracking, 1998, and Yang, Pierce
& Carbonell, A study on retrospective and on-line event detection, 1998.

Limits: how near is near enough is a choice, and there is no right one; what was decided is
never taken back; two events of the same persons in one week easily become one story.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import sqrt

from newscli.core.answers import Found, Question
from newscli.core.article import ArticleId
from newscli.core.results import Profile
from newscli.research.keyness import is_telling

WINDOW = 14
"""Days after its last article that a story is over."""

LABEL = 4
"""Words that name a story."""

SHARED = 4
"""Letters that stems which differ in an ending have in common, at least."""

SLICES = 20
"""A sparkline has no more bars."""


class Grip(StrEnum):
    """How near an article must be to a story to join it."""

    LOOSE = "loose"
    USUAL = "usual"
    TIGHT = "tight"

    @property
    def cosine(self) -> float:
        """The least cosine."""
        return {Grip.LOOSE: 0.14, Grip.USUAL: 0.2, Grip.TIGHT: 0.3}[self]


@dataclass(frozen=True, slots=True)
class Report:
    """An article of a known day."""

    id: ArticleId
    day: date


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, by day; the first is the first report."""

    reports: tuple[Report, ...]
    label: tuple[str, ...]
    """The words that weigh most in all of it together."""

    @property
    def id(self) -> ArticleId:
        """The first report's."""
        return self.reports[0].id

    @property
    def start(self) -> date:
        """The day of the first report."""
        return self.reports[0].day

    @property
    def end(self) -> date:
        """The day of the last."""
        return self.reports[-1].day

    @property
    def days(self) -> int:
        """How many days it runs, the first and the last included."""
        return (self.end - self.start).days + 1

    @property
    def spark(self) -> tuple[int, ...]:
        """How many articles there are in each of at most twenty equal parts of its days."""
        parts = min(self.days, SLICES)
        counts = [0] * parts
        for each in self.reports:
            counts[(each.day - self.start).days * parts // self.days] += 1
        return tuple(counts)


@dataclass(slots=True)
class _Running:
    """A story that goes on."""

    last: date
    square: float = 0.0
    reports: list[Report] = field(default_factory=list)
    words: dict[str, float] = field(default_factory=dict)
    """The sum of the profiles of its articles."""


class Tracker:
    """Tells stories apart while articles come in, in the order of their days and ids."""

    def __init__(self, grip: Grip = Grip.USUAL) -> None:
        self._least = grip.cosine
        self._running: dict[int, _Running] = {}
        self._by_word: dict[str, dict[int, float]] = {}
        """By word, the running stories that have it, and its weight in each."""
        self._begun = 0
        self._over: list[_Running] = []
        self._day: date | None = None

    def add(self, report: Report, profile: Profile) -> None:
        """Let an article join the nearest story, or begin one."""
        if report.day != self._day:
            self._end_before(report.day)
            self._day = report.day
        dots: dict[int, float] = {}
        for word, weight in profile.items():
            for number, other in self._by_word.get(word, {}).items():
                dots[number] = dots.get(number, 0.0) + weight * other
        nearest, cosine = None, self._least
        for number, dot in dots.items():
            near = dot / sqrt(self._running[number].square)
            if near > cosine or (near == cosine and nearest is None):
                nearest, cosine = number, near
        if nearest is None:
            nearest = self._begun
            self._begun += 1
            self._running[nearest] = _Running(report.day)
        self._join(nearest, report, profile, dots.get(nearest, 0.0))

    def stories(self, stem: Callable[[str], str] = str) -> list[Story]:
        """Return all stories so far, in the order they began; a label has one form of a stem."""
        every = [*self._over, *self._running.values()]
        every.sort(key=lambda each: (each.reports[0].day, each.reports[0].id))
        return [Story(tuple(each.reports), _label(each, stem)) for each in every]

    def _join(self, number: int, report: Report, profile: Profile, dot: float) -> None:
        story = self._running[number]
        story.last = report.day
        story.reports.append(report)
        story.square += 2 * dot + sum(weight * weight for weight in profile.values())
        for word, weight in profile.items():
            story.words[word] = story.words.get(word, 0.0) + weight
            self._by_word.setdefault(word, {})[number] = story.words[word]

    def _end_before(self, day: date) -> None:
        over = [
            number for number, story in self._running.items() if (day - story.last).days > WINDOW
        ]
        for number in over:
            story = self._running.pop(number)
            self._over.append(story)
            for word in story.words:
                holding = self._by_word[word]
                del holding[number]
                if not holding:
                    del self._by_word[word]


def _label(story: _Running, stem: Callable[[str], str]) -> tuple[str, ...]:
    """Name a story by its heaviest words; in a small archive even function words weigh much.

    Of the forms of one stem, and of a land and its people (`burma`, `burmese`), the
    heaviest stands for all.
    """
    words = sorted(story.words, key=lambda word: (not is_telling(word), -story.words[word], word))
    chosen: dict[str, str] = {}
    for word in words:
        stemmed = stem(word)
        if not any(_akin(stemmed, other) for other in chosen):
            chosen[stemmed] = word
        if len(chosen) == LABEL:
            break
    return tuple(chosen.values())


def _akin(one: str, other: str) -> bool:
    """Tell whether two stems are the same but for an ending."""
    shared = max(SHARED, min(len(one), len(other)) - 1)
    return one == other or (min(len(one), len(other)) >= shared and one[:shared] == other[:shared])


@dataclass(frozen=True, slots=True)
class Told:
    """A story, and its first report."""

    story: Story
    found: Found


@dataclass(frozen=True, slots=True)
class StoriesAnswer:
    """The answer of `stories`: a part of them, the largest first."""

    question: Question
    grip: Grip
    total: int
    undated: int
    """Articles that have no day and were left out."""
    offset: int
    limit: int | None
    stories: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class StoryAnswer:
    """The answer of `story`: its articles by day, the first report first."""

    question: Question
    grip: Grip
    story: Story
    undated: int
    offset: int
    limit: int | None
    found: tuple[Found, ...]
    """The part of its articles that is told of, by day."""

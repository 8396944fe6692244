"""Runs of articles about one event: who joins whom, and what stays the same."""

import itertools
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.results import Profile
from newscli.research.profiles import profile
from newscli.research.resemblance import resembling
from newscli.research.stories import SLICES, WINDOW, Grip, Report, Story, Tracker

FIRST = date(2021, 1, 10)
FERRY, MILL = ("ferry", "quay", "bell", "pilot"), ("mill", "flour", "fire", "miller")
WORDS = (*FERRY, *MILL, "council", "harbour")


def weighed(*words: str) -> Profile:
    return profile(dict.fromkeys(words, 1), dict.fromkeys(words, 2), 100)


def at(day: int, *words: str, name: str = "") -> tuple[Report, Profile]:
    return Report(name or f"{day:03}{words[0] if words else ''}", FIRST + timedelta(day)), weighed(
        *words
    )


def track(reports: Iterable[tuple[Report, Profile]], grip: Grip = Grip.USUAL) -> Sequence[Story]:
    """Return the stories of articles, whatever their order."""
    tracker = Tracker(grip)
    for report, weights in sorted(reports, key=lambda each: (each[0].day, each[0].id)):
        tracker.add(report, weights)
    return tracker.stories()


def told(*articles: tuple[Report, Profile], grip: Grip = Grip.USUAL) -> list[list[str]]:
    return [[each.id for each in story.reports] for story in track(articles, grip)]


def test_articles_about_one_event_are_one_story_by_day() -> None:
    articles = at(3, *FERRY), at(0, *FERRY), at(1, *MILL), at(4, *MILL)
    assert told(*articles) == [["000ferry", "003ferry"], ["001mill", "004mill"]]


def test_a_story_is_over_after_two_weeks_without_an_article() -> None:
    assert told(at(0, *FERRY), at(WINDOW, *FERRY)) == [["000ferry", "014ferry"]]
    assert told(at(0, *FERRY), at(WINDOW + 1, *FERRY)) == [["000ferry"], ["015ferry"]]


def test_each_article_carries_a_story_on() -> None:
    (ids,) = told(*(at(day, *FERRY) for day in range(0, 100, 10)))
    assert len(ids) == 10


def test_an_article_joins_the_nearest_story() -> None:
    both = at(2, *FERRY, "mill", name="both")
    assert told(at(0, *FERRY), at(0, *MILL), both) == [["000ferry", "both"], ["000mill"]]


@pytest.mark.parametrize(("grip", "stories"), [(Grip.LOOSE, 1), (Grip.USUAL, 1), (Grip.TIGHT, 2)])
def test_a_tighter_grip_makes_more_stories(grip: Grip, stories: int) -> None:
    near = at(1, "ferry", "flour", "fire", "miller", name="near")
    assert len(told(at(0, *FERRY), near, grip=grip)) == stories


def test_a_story_has_the_id_of_its_first_report_and_its_weightiest_words() -> None:
    (story,) = track([at(0, "bell", "ferry"), at(2, "bell", "quay"), at(2, "bell")])
    assert (story.id, story.start, story.end) == ("000bell", FIRST, FIRST + timedelta(2))
    assert story.label == ("bell", "ferry", "quay")
    assert story.spark == (1, 0, 2)


def test_articles_without_telling_words_are_stories_of_their_own() -> None:
    assert told(at(0), at(1)) == [["000"], ["001"]]


def test_no_article_is_no_story() -> None:
    assert track([]) == []


articles = st.lists(
    st.tuples(st.integers(0, 60), st.lists(st.sampled_from(WORDS), max_size=5, unique=True)),
    max_size=25,
).map(
    lambda found: [
        at(day, *words, name=f"{number:04}") for number, (day, words) in enumerate(found)
    ]
)


@given(articles, st.sampled_from(Grip))
def test_every_article_is_in_one_story(found: list[tuple[Report, Profile]], grip: Grip) -> None:
    stories = track(found, grip)
    ids = [each.id for story in stories for each in story.reports]
    assert sorted(ids) == [report.id for report, _ in found]
    for story in stories:
        days = [each.day for each in story.reports]
        assert days == sorted(days)
        assert all((b - a).days <= WINDOW for a, b in itertools.pairwise(days))
        assert sum(story.spark) == len(story.reports)
        assert 1 <= len(story.spark) <= SLICES


@given(articles, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_no_story(
    found: list[tuple[Report, Profile]], random: Random
) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert track(shuffled) == track(found)


@given(articles, st.integers(0, 60))
def test_later_articles_change_no_earlier_decision(
    found: list[tuple[Report, Profile]], until: int
) -> None:
    last = FIRST + timedelta(until)
    known = track([each for each in found if each[0].day <= last])
    whole = [kept for story in track(found) if (kept := _until(story, last))]
    assert [_until(story, last) for story in known] == whole


def _until(story: Story, last: date) -> list[str]:
    return [each.id for each in story.reports if each.day <= last]


def test_articles_that_share_more_telling_words_come_first() -> None:
    others = [("a", weighed("ferry")), ("b", weighed(*FERRY)), ("c", weighed(*MILL))]
    found = resembling(weighed(*FERRY), others)
    assert [(each.id, round(each.score, 4)) for each in found] == [("b", 1.0), ("a", 0.5)]
    assert found[0].words == tuple(sorted(FERRY))
    assert found[1].words == ("ferry",)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("harbour harbours wall divers storm", ("harbour", "wall", "divers", "storm")),
        ("quilland quillandese wall divers storm", ("quilland", "wall", "divers", "storm")),
        ("war wall wand divers storm", ("war", "wall", "wand", "divers")),
        ("harbours harbour", ("harbours",)),
    ],
)
def test_a_label_has_one_form_of_a_word(words: str, label: tuple[str, ...]) -> None:
    tracker = Tracker()
    weights = {word: 1 / rank for rank, word in enumerate(words.split(), 1)}
    tracker.add(Report("a" * 16, date(2021, 3, 1)), weights)
    (story,) = tracker.stories(lambda word: word.removesuffix("s"))
    assert story.label == label

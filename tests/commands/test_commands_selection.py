"""Which articles are meant: dates and folders as they are typed."""

import os
from datetime import date
from pathlib import Path

import pytest

from newscli.commands.selection import Selection, choose
from newscli.core.choices import Sort
from newscli.core.query import And, Dated, Everything, InFolder
from newscli.core.results import PageRequest
from newscli.errors import BadDate, UsageError
from newscli.settings import Settings

AT_HOME = Settings("/i", "/s", date(2021, 2, 1), "/home/ada")


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        (Selection(), None, None),
        (Selection(since="2021"), date(2021, 1, 1), None),
        (Selection(until="2020-02"), None, date(2020, 2, 29)),
        (Selection(since="yesterday", until="today"), date(2021, 1, 31), date(2021, 2, 1)),
        (Selection(on="2020-12"), date(2020, 12, 1), date(2020, 12, 31)),
        (Selection(on="10 jan 2021"), date(2021, 1, 10), date(2021, 1, 10)),
        (Selection(since="2021-01-10", until="2021-01-10"), date(2021, 1, 10), date(2021, 1, 10)),
    ],
)
def test_a_month_or_a_year_means_all_of_it(
    typed: Selection, since: date | None, until: date | None
) -> None:
    chosen = choose(typed, AT_HOME)
    assert (chosen.since, chosen.until) == (since, until)


@pytest.mark.parametrize(
    ("typed", "error", "message"),
    [
        (Selection(since="2021-02-30"), BadDate, "there is no 2021-02-30"),
        (Selection(on="soon"), BadDate, "`soon` is no date newscli understands"),
        (
            Selection(on="2021", since="2021"),
            UsageError,
            "`--on` goes without `--since` and `--until`",
        ),
        (
            Selection(since="2021-02", until="2021-01"),
            UsageError,
            "`--since` is 2021-02-01, after `--until`, which is 2021-01-31",
        ),
        (Selection(folder=""), UsageError, "`--in` names no folder"),
        (Selection(folder="//"), UsageError, "`--in` names no folder"),
    ],
)
def test_what_contradicts_itself_is_refused(
    typed: Selection, error: type[UsageError], message: str
) -> None:
    with pytest.raises(error) as raised:
        choose(typed, AT_HOME)
    assert raised.value.message == message
    assert raised.value.hint


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("bbc", "bbc"),
        ("bbc/", "bbc"),
        ("bbc/world", "bbc/world"),
        ("./bbc", "/home/ada/bbc"),
        ("../news", "/home/news"),
        (".", "/home/ada"),
        ("/news/bbc/", "/news/bbc"),
        ("/", "/"),
    ],
)
def test_a_folder_is_a_name_unless_it_looks_like_a_path(typed: str, name: str) -> None:
    assert choose(Selection(folder=typed), AT_HOME).folder == InFolder(name)


def test_a_path_of_several_names_that_is_there_is_a_path(tmp_path: Path) -> None:
    here = os.path.realpath(tmp_path)
    os.makedirs(os.path.join(here, "bbc", "world"))
    at_place = Settings("/i", "/s", date(2021, 2, 1), here)
    assert choose(Selection(folder="bbc/world"), at_place).folder == InFolder(f"{here}/bbc/world")
    assert choose(Selection(folder="bbc"), at_place).folder == InFolder("bbc")


def test_nothing_chosen_means_everything() -> None:
    assert choose(Selection(), AT_HOME).tree == Everything()
    assert choose(Selection(on="2021", folder="bbc"), AT_HOME).tree == And(
        (Dated(date(2021, 1, 1), date(2021, 12, 31)), InFolder("bbc"))
    )


def test_the_part_of_the_answer_is_the_usual_one_unless_asked_for() -> None:
    assert Selection(usual=10).page(Sort.NEWEST) == PageRequest(10, 0, Sort.NEWEST)
    assert Selection(everything=True, usual=10).page(Sort.NEWEST).limit is None
    assert Selection().page(Sort.NEWEST).limit is None
    asked = Selection(limit=3, usual=10, offset=6, sort=Sort.OLDEST).page(Sort.NEWEST)
    assert asked == PageRequest(3, 6, Sort.OLDEST)
    with pytest.raises(UsageError, match="contradict each other"):
        Selection(everything=True, limit=3).page(Sort.NEWEST)

"""Where things live and what today is."""

import os
from datetime import date
from pathlib import Path

import pytest

from newscli.errors import StorageError, UsageError
from newscli.settings import Settings, settings


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A working directory; its path as the system spells it."""
    monkeypatch.chdir(tmp_path)
    return os.getcwd()


@pytest.mark.parametrize(
    ("flag", "environ", "index"),
    [
        (None, {"NEWSCLI_HOME": "/h"}, "/h/index"),
        (None, {"NEWSCLI_HOME": "/h", "NEWSCLI_INDEX": "/i"}, "/i"),
        ("/f", {"NEWSCLI_HOME": "/h", "NEWSCLI_INDEX": "/i"}, "/f"),
        ("/f/../g/", {}, "/g"),
        ("", {"NEWSCLI_HOME": "/h"}, "/h/index"),
        (None, {"NEWSCLI_HOME": "/h", "NEWSCLI_INDEX": ""}, "/h/index"),
    ],
)
def test_the_flag_wins_over_the_environment_and_that_over_the_home(
    flag: str | None, environ: dict[str, str], index: str
) -> None:
    assert settings(environ, flag).index == index


def test_relative_places_count_from_the_working_directory(here: str) -> None:
    found = settings({"NEWSCLI_HOME": "home", "NEWSCLI_INDEX": "my/index"})
    assert (found.index, found.state) == (f"{here}/my/index", f"{here}/home")
    assert found.working_directory == here


def test_without_a_home_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.setenv("XDG_STATE_HOME", "/state")
    found = settings({})
    assert (found.index, found.state) == ("/data/newscli/index", "/state/newscli")


def test_today_can_be_fixed() -> None:
    assert settings({"NEWSCLI_NOW": "2021-01-31"}).today == date(2021, 1, 31)
    assert settings({"NEWSCLI_NOW": "2021-01-31T23:59"}).today == date(2021, 1, 31)
    assert settings({}).today == date.today()


def test_a_today_that_is_no_date_is_refused() -> None:
    with pytest.raises(UsageError, match="NEWSCLI_NOW is `2021-02-30`, which is no date"):
        settings({"NEWSCLI_NOW": "2021-02-30"})


def test_in_a_deleted_working_directory_whole_paths_alone_mean_something(here: str) -> None:
    os.rmdir(here)
    known = settings({"NEWSCLI_HOME": "/h"})
    assert (known.absolute("/news/../a.txt"), known.place("/a.txt")) == ("/a.txt", "/a.txt")
    with pytest.raises(StorageError, match=r"`notes\.md` is nowhere"):
        known.absolute("notes.md")
    with pytest.raises(StorageError, match="`here` is nowhere"):
        settings({"NEWSCLI_HOME": "here"})


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/news/town/a.txt", "town/a.txt"),
        ("/newspaper/a.txt", "/newspaper/a.txt"),
        ("/news", "/news"),
    ],
)
def test_a_path_is_shown_as_it_can_be_opened_from_here(path: str, place: str) -> None:
    at_home = Settings("/i", "/s", date(2021, 2, 1), "/news")
    assert at_home.place(path) == place
    assert at_home.absolute(place) == path


def test_at_the_root_every_path_is_below() -> None:
    assert Settings("/i", "/s", date(2021, 2, 1), "/").place("/news/a.txt") == "news/a.txt"

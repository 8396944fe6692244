"""`newscli list`, `status` and `doctor`: what there is, and what is wrong with it."""

import json
import os
import shutil

from cli.archive import ARTICLES, BELL, CAFE, CLOCK, FERRY, GEESE, MARKET, PORT, SUZU, WIRE, put
from cli.program import Newscli


def test_a_list_is_newest_first_and_the_undated_last(indexed: Newscli) -> None:
    listed = indexed("list")
    assert listed.rows[:2] == [
        [PORT, "2021-01-31", "Port of Zelný opens", f"news/world/010_{PORT}.text"],
        [BELL, "2021-01-12", "Old bell rings for the ferry", f"news/harbour/002_{BELL}.txt"],
    ]
    # Of the same day: by id.
    assert listed.ids[2:4] == [MARKET, FERRY]
    assert listed.rows[-1] == [
        GEESE, "", "Geese refuse to cross", f"news/harbour/003_{GEESE}.txt",
    ]  # fmt: skip
    assert (len(listed.rows), listed.status, listed.stderr) == (ARTICLES, 0, "")


def test_a_list_can_be_oldest_first_cut_and_counted(indexed: Newscli) -> None:
    oldest = indexed("list", "--sort", "oldest", "--ids", "-n", "3")
    assert oldest.ids == [WIRE, CAFE, SUZU]
    assert indexed("list", "--sort", "oldest", "--ids").ids[-1] == GEESE
    assert indexed("list", "--since", "2021", "--count").stdout == "4\n"


def test_records_end_with_nul_for_other_programs(indexed: Newscli) -> None:
    piped = indexed.shell("newscli list --in town --paths -0 | xargs -0 grep -l penny")
    assert piped.stdout == f"news/town/market day/006_{MARKET}.md\n"


def test_status_tells_what_the_index_holds_and_what_has_changed_since(town: Newscli) -> None:
    facts = {row[0]: row[1] for row in town("status").rows}
    assert facts["location"] == f"{town.home}/index"
    assert int(facts["bytes"]) > 0
    assert 0 <= int(facts["age in seconds"]) < 60
    assert (facts["articles"], facts["undated"]) == (str(ARTICLES), "1")
    assert (facts["first"], facts["last"], facts["folder"]) == ("2018-03-05", "2021-01-31", "news")
    # A bar a month: 35 of them, those of nothing too.
    assert [facts["2018-03"], facts["2018-04"], facts["2021-01"]] == ["1", "0", "4"]
    news = town.cwd / "news"
    put(news / "new.txt", "A new story")
    put(news / "town" / f"004_{CLOCK}.txt", "A changed story")
    (news / "harbour" / f"003_{GEESE}.txt").unlink()
    (news / "harbour" / f"001_{FERRY}.txt").rename(news / "moved.txt")
    pending = [row for row in town("status").rows if row[0].startswith("pending")]
    assert [row[1] for row in pending] == ["1", "1", "1", "1"]
    news.rename(town.cwd / "away")
    assert ["missing folder", "news"] in town("status").rows


def test_doctor_has_nothing_to_say_of_a_clean_index(newscli: Newscli) -> None:
    put(newscli.cwd / "news" / "story.txt", " date 2021-01-10 A story\n\nIt was told.\n")
    newscli("index", "news")
    examined = newscli("doctor")
    assert (examined.status, examined.stderr) == (0, "")
    assert examined.rows == [
        ["location", f"{newscli.home}/index"], ["articles", "1"], ["findings", "0"],
    ]  # fmt: skip


def test_doctor_finds_each_kind_of_trouble(newscli: Newscli) -> None:
    news = newscli.cwd / "news"
    put(news / "a" / f"1_{GEESE}.txt", "First claim\n\nUndated and well.")
    put(news / "b" / f"2_{GEESE}.txt", " date 2021-01-10 Second claim\n\nDated.")
    put(news / "twin.txt", " date 2021-01-10 Twins\n\nThe same twice.")
    put(news / "other twin.txt", " date 2021-01-10 Twins\n\nThe same twice.")
    put(news / "calendar.txt", " date 2021-02-30 Thirty days\n\nNot in this month.")
    put(news / "latin.txt", " date 2021-01-10 Café\n\nLe café de la gare.".encode("cp1252"))
    put(news / "stale.txt", " date 2021-01-10 Old\n\nIt was so.")
    put(news / "lost.txt", " date 2021-01-10 Lost\n\nIt was here.")
    put(news / "wanderer.txt", " date 2021-01-10 Wanderer\n\nIt goes far.")
    assert newscli("index", "news").status == 0
    put(news / "stale.txt", " date 2021-01-10 New\n\nIt is not so any more.")
    (news / "lost.txt").unlink()
    (news / "wanderer.txt").rename(news / "wandered.txt")
    put(news / "newcomer.txt", "Hello")
    put(news / "empty.txt", "")
    examined = newscli("doctor")
    assert examined.status == 1
    assert examined.rows[2:] == [
        ["findings", "10"],
        [
            "undated",
            "1 article has no date, so searches by date never find it",
            f"news/a/1_{GEESE}.txt",
        ],
        [
            "impossible-date",
            "1 article has a date that no calendar has, and counts as undated",
            "news/calendar.txt",
        ],
        ["encoding", "1 article has an encoding that had to be guessed", "news/latin.txt"],
        ["duplicate", "2 files are the same to the byte", "news/other twin.txt"],
        ["duplicate", "2 files are the same to the byte", "news/twin.txt"],
        ["stale", "1 file is no more as indexed", "news/stale.txt"],
        ["missing", "1 file is gone", "news/lost.txt"],
        ["new", "1 file is not indexed yet", "news/newcomer.txt"],
        ["renamed", "1 file is under another name now", "news/wandered.txt"],
        [
            "id-clash",
            f"2 files have the id `{GEESE}` in their names; the first keeps it",
            f"news/a/1_{GEESE}.txt",
        ],
        [
            "id-clash",
            f"2 files have the id `{GEESE}` in their names; the first keeps it",
            f"news/b/2_{GEESE}.txt",
        ],
        ["left-out", "1 file is left out: empty", "news/empty.txt"],
    ]


def test_doctor_tells_what_is_odd_about_each_file_beside_its_path(newscli: Newscli) -> None:
    put(newscli.cwd / "news" / "calendar.txt", " date 2021-02-30 Thirty days\n\nNot in this month.")
    newscli("index", "news")
    (found,) = json.loads(newscli("doctor", "--json").stdout)["findings"]
    assert (found["kind"], found["paths"]) == ("impossible-date", ["news/calendar.txt"])
    assert found["notes"] == [
        {"path": "news/calendar.txt", "notes": ["impossible date 2021-02-30"]}
    ]


def test_doctor_says_how_to_be_rid_of_a_folder_that_is_missing(newscli: Newscli) -> None:
    put(newscli.cwd / "news" / "story.txt", " date 2021-01-10 A story\n\nIt stays in the index.")
    newscli("index", "news")
    shutil.rmtree(newscli.cwd / "news")
    (found,) = json.loads(newscli("doctor", "--json").stdout)["findings"]
    assert (found["kind"], found["message"], found["advice"]) == (
        "missing-folder",
        "1 folder is missing; the index keeps what it has of it",
        "bring it back, or take it out of the index: `newscli index --forget FOLDER`",
    )
    assert newscli("index", "--forget", "news").status == 0
    assert newscli("doctor").status == 0


def test_a_home_that_is_read_only_can_be_searched(indexed: Newscli, unprivileged: Newscli) -> None:
    indexed.home.chmod(0o500)
    unprivileged.cwd = indexed.cwd
    found = unprivileged("search", "forty", "--ids")
    assert (found.status, found.ids) == (0, [GEESE])
    assert found.stderr == (
        "note: this list cannot be remembered, so `@1` will not work: permission denied\n"
    )
    other = indexed.home / "other"
    ran = unprivileged("index", "news", "--index", str(other))
    assert (ran.status, ran.stdout, ran.stderr) == (
        74,
        "",
        f"error: cannot write the index at `{other}`: not permitted\n"
        "hint: the old index is intact; make room or choose another place with `--index DIR`\n",
    )
    assert os.listdir(indexed.home) == ["index"]


def test_the_index_is_where_the_flag_says_then_the_environment_then_the_home(
    newscli: Newscli,
) -> None:
    put(newscli.cwd / "news" / "story.txt", "A story")
    env = {"NEWSCLI_INDEX": "by environment"}
    newscli("index", "news", "--index", "by flag", env=env)
    assert sorted(os.listdir(newscli.cwd)) == ["by flag", "news"]
    newscli("index", "news", env=env)
    assert sorted(os.listdir(newscli.cwd)) == ["by environment", "by flag", "news"]
    newscli("index", "news", env={"NEWSCLI_HOME": "home here"})
    assert os.listdir(newscli.cwd / "home here") == ["index"]
    assert newscli("--index", "by flag", "list", "-c").stdout == "1\n"
    assert newscli("--index", "nowhere", "list", "-c", "--index", "by flag").stdout == "1\n"
    assert newscli("list").status == 3


def test_without_newscli_home_things_live_where_the_system_keeps_them(newscli: Newscli) -> None:
    put(newscli.cwd / "news" / "story.txt", "A story")
    user = newscli.home / "user"
    del newscli.environ["NEWSCLI_HOME"]
    newscli.environ |= {"XDG_DATA_HOME": f"{user}/data", "XDG_STATE_HOME": f"{user}/state"}
    assert newscli("index", "news").status == 0
    assert newscli("list", "-n", "1").status == 0
    assert (user / "data" / "newscli" / "index" / "manifest.json").exists()
    assert os.listdir(user / "state" / "newscli") == ["last-list.json"]

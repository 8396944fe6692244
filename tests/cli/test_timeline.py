"""`newscli timeline`: articles over time, in a pipe, on a terminal and for programs."""

import pytest

from cli.archive import put
from cli.documents import document
from cli.program import Newscli
from cli.test_terminal import plain, screen


def test_a_pipe_gets_a_line_a_bin(indexed: Newscli) -> None:
    told = indexed("timeline", "ferry", "--by", "day")
    assert told.rows == [
        ["2021-01-10", "2", "1", "0.5000", "", ""],
        ["2021-01-11", "0", "0", "0.0000", "", ""],
        ["2021-01-12", "1", "1", "1.0000", "", ""],
    ]
    assert (told.status, told.stderr) == (0, "")


def test_counts_add_up_to_what_a_search_finds(indexed: Newscli) -> None:
    found = int(indexed("search", "quillmere", "--count").stdout)
    for by in ("day", "week", "month", "year"):
        told = document(indexed("timeline", "quillmere", "--by", by, "--json").stdout, "timeline")
        counted = sum(each["articles"] for each in told["bins"])
        assert counted + told["undated"] + told["whole_months"] == told["total"] == found
        assert told["whole_months"] == (1 if by in {"day", "week"} else 0)
    assert indexed("timeline", "quillmere", "-c").stdout == f"{found}\n"


def test_the_command_of_a_bar_finds_what_the_bar_counts(indexed: Newscli) -> None:
    for by in ("day", "week", "month", "year"):
        told = document(indexed("timeline", "--by", by, "--json").stdout, "timeline")
        highest = max(told["bins"], key=lambda each: each["articles"])
        shown = plain(screen(indexed, "timeline", "--by", by))
        command = shown.split("`newscli ")[1].split("`")[0].replace("\n ", "")
        assert len(indexed(*command.split(), "--ids").ids) == highest["articles"]


def test_several_queries_stand_side_by_side(indexed: Newscli) -> None:
    words = ("timeline", "ferry", "--vs", "clock", "--vs", "buttons", "--by", "year")
    told = document(indexed(*words, "--json").stdout, "timeline")
    assert [(each["query"], each["total"]) for each in told["series"]] == [
        ("clock", 3),
        ("buttons", 2),
    ]
    assert [row[0] for row in indexed(*words).rows] == ["2019", "2020", "2021"]
    heading, *bars = plain(screen(indexed, *words)).splitlines()[:4]
    assert heading.split() == ["ferry", "clock", "buttons"]
    assert [bar.split()[0] for bar in bars] == ["2019", "2020", "2021"]


def test_all_articles_have_a_name_beside_a_query(indexed: Newscli) -> None:
    *_, every, ferry = plain(screen(indexed, "timeline", "--vs", "ferry")).splitlines()
    assert every.startswith("all articles · 10 articles")
    assert ferry.startswith("`ferry` · 2 articles")


def test_a_peak_is_marked_and_says_what_it_is_about(newscli: Newscli) -> None:
    for day in range(1, 25):
        text = f" date 2021-01-{day:02} Ferry of day {day}\n\nThe ferry of Quillmere sailed.\n"
        put(newscli.cwd / f"news/{day}.txt", text)
    for number in range(6):
        text = f" date 2021-01-09 Ferry {number} sinks\n\nThe ferry struck an iceberg and sank.\n"
        put(newscli.cwd / f"news/iceberg{number}.txt", text)
    newscli("index", "news")
    rows = newscli("timeline", "ferry").rows
    assert [row for row in rows if row[4]] == [
        ["2021-01-09", "7", "7", "1.0000", "peak", "iceberg sank sinks"]
    ]
    shown = plain(
        screen(newscli, "timeline", "ferry", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    )
    assert "2021-01-09  7  ######################################## ^\n" in shown
    assert "^ 2021-01-09  iceberg, sank, sinks  `newscli search ferry --on 2021-01-09`\n" in shown


def test_undated_articles_are_counted_apart_and_said(indexed: Newscli) -> None:
    shown = plain(screen(indexed, "timeline", "geese"))
    assert shown.splitlines()[-1] == "3 articles · 1 undated, in no bar"
    shown = plain(screen(indexed, "timeline", "cloud", "--by", "day"))
    assert shown == "1 article · 1 known by month alone, in no bar by day\n"


def test_an_empty_selection_is_said_and_is_valid_json(indexed: Newscli) -> None:
    nothing = indexed("timeline", "fery", "--json")
    assert (nothing.status, document(nothing.stdout, "timeline")["bins"]) == (1, [])
    assert nothing.stderr == (
        "note: no article matches `fery`\nhint: did you mean ferry? (2 articles)\n"
    )
    assert indexed("timeline", "--in", "harbour", "--since", "2022").status == 1


def test_one_article_is_one_bar(indexed: Newscli) -> None:
    assert indexed("timeline", "町").rows == [["2019-06-01", "1", "1", "1.0000", "", ""]]


def test_dates_and_folders_choose(indexed: Newscli) -> None:
    rows = indexed("timeline", "--in", "world", "--since", "2019", "--by", "year").rows
    assert [row[:3] for row in rows] == [["2019", "2", "2"], ["2020", "0", "0"], ["2021", "1", "1"]]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--by", "hour"], "`hour` is not one of `day`, `week`, `month`, `year`"),
        (["ferry", "--vs", '"'], "this quote is never closed"),
    ],
)
def test_what_cannot_be_meant_is_refused(indexed: Newscli, words: list[str], message: str) -> None:
    refused = indexed("timeline", *words)
    assert (refused.status, refused.stdout) == (2, "")
    assert message in refused.stderr


def test_more_bars_than_anybody_could_read_are_refused(newscli: Newscli) -> None:
    put(newscli.cwd / "news/a.txt", " date 1850-01-01 Old bell\n\nIt rings.\n")
    put(newscli.cwd / "news/b.txt", " date 2021-01-01 New bell\n\nIt rings.\n")
    newscli("index", "news")
    assert len(newscli("timeline").rows) == 172
    refused = newscli("timeline", "--by", "day")
    assert (refused.status, refused.stdout) == (2, "")
    assert "more than 50,000 days" in refused.stderr

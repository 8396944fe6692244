"""`newscli kwic`: every place the words stand, in a pipe, on a terminal and for programs."""

import json

import pytest

from cli.archive import BELL, CAFE, CLOCK, CLOUD, FERRY, SUZU, put
from cli.documents import document
from cli.program import Newscli
from cli.test_terminal import plain, screen
from newscli.render.cells import cells


def test_a_pipe_gets_reference_paragraph_date_and_the_line_between_tabs(indexed: Newscli) -> None:
    found = indexed("kwic", "bell", "--window", "3")
    assert found.rows == [
        [FERRY, "4", "2021-01-10", "and whenever the", "bell", "on the far"],
        [BELL, "1", "2021-01-12", "Old", "bell", "rings for the"],
        [BELL, "2", "2021-01-12", "The old", "bell", "of Quillmere rang"],
    ]
    assert (found.status, found.stderr) == (0, "")


def test_every_line_can_be_looked_up(indexed: Newscli) -> None:
    told = document(indexed("kwic", "clock", "--json").stdout, "kwic")
    assert (told["total"], told["articles"], len(told["lines"])) == (4, 3, 4)
    for line in told["lines"]:
        text = json.loads(indexed("show", line["id"], "--json").stdout)["text"]
        assert text[line["start"] : line["end"]] == line["node"]
        squeezed = " ".join(text.split())
        assert line["left"] + line["node"] + line["right"] in squeezed
        assert line["date"] is not None


def test_a_phrase_is_one_occurrence_and_so_is_a_pair(indexed: Newscli) -> None:
    rows = indexed("kwic", '"half a town"', "OR", "dawn NEAR/4 dusk", "--window", "1").rows
    assert [row[3:] for row in rows] == [
        ["is", "half a town", "Ada"],
        ["at", "dawn and at dusk", ", and"],
        ["is", "half a town", ",” Ms"],
    ]


@pytest.mark.parametrize(
    ("order", "lines"),
    [
        ("left", [(CAFE, "and a"), (CLOCK, "The"), (CLOUD, "and the"), (CLOCK, "Town")]),
        ("right", [(CAFE, "and a"), (CLOUD, "and the"), (CLOCK, "The"), (CLOCK, "Town")]),
        ("date", [(CAFE, "and a"), (CLOUD, "and the"), (CLOCK, "Town"), (CLOCK, "The")]),
        ("none", [(CLOCK, "Town"), (CLOCK, "The"), (CLOUD, "and the"), (CAFE, "and a")]),
    ],
)
def test_lines_are_sorted_as_asked_for(
    indexed: Newscli, order: str, lines: list[tuple[str, str]]
) -> None:
    rows = indexed("kwic", "clock", "--sort", order, "--window", "2").rows
    assert [(row[0], row[3]) for row in rows] == lines


def test_words_side_by_side_are_shown_one_by_one_and_a_hint_says_how_to_ask_for_the_phrase(
    indexed: Newscli,
) -> None:
    words = indexed("kwic", "old", "bell")
    assert len(words.rows) == 6
    assert words.stderr == "hint: each word is shown by itself; as a phrase: '\"old bell\"'\n"
    phrase = indexed("kwic", '"old bell"')
    assert ([row[4] for row in phrase.rows], phrase.stderr) == (["Old bell", "old bell"], "")


def test_a_sample_says_that_it_is_one_and_can_be_drawn_again(indexed: Newscli) -> None:
    drawn = indexed("kwic", "quillmere", "--sample", "3", "--seed", "7", "--json").stdout
    told = document(drawn, "kwic")
    assert (told["sample"], len(told["lines"])) == ({"size": 3, "seed": 7}, 3)
    assert told["total"] == 12
    assert indexed("kwic", "quillmere", "--sample", "3", "--seed", "7", "--json").stdout == drawn
    shown = plain(screen(indexed, "kwic", "quillmere", "--sample", "3"))
    assert "a sample of 3 of 12 occurrences (seed 0)" in shown
    whole = document(indexed("kwic", "quillmere", "--sample", "99", "--json").stdout, "kwic")
    assert (whole["sample"], len(whole["lines"])) == (None, 12)


def test_a_plot_shows_where_in_each_article(indexed: Newscli) -> None:
    told = document(indexed("kwic", "clock", "--plot", "--json").stdout, "kwic")
    assert [bar["id"] for bar in told["plot"]] == [CLOCK, CAFE, CLOUD]
    assert told["plot"][0]["occurrences"] == 2
    shown = plain(screen(indexed, "kwic", "clock", "--plot"))
    assert shown.splitlines()[0] == "1  Town clock stops at tea time  2020-12-24"
    assert set(shown.splitlines()[1].split()[0]) == {"─", "│"}
    assert len(indexed("kwic", "clock", "--plot").rows[0][5].split()) == 10


def test_what_was_found_stands_in_one_column_whatever_the_script(newscli: Newscli) -> None:
    news = newscli.cwd / "news"
    put(news / "a.txt", "The ferry of Quillmere sails.\n")
    put(news / "b.txt", "鈴の町から ferry 時計が届く町の塔で。\n")
    put(news / "c.txt", "وصلت العبارة ferry إلى الميناء القديم\n")
    put(news / "d.txt", "Ze\u0301lny\u0301 ferry cafe\u0301\n")
    newscli("index", "news")
    shown = plain(screen(newscli, "kwic", "ferry", env={"NO_COLOR": "1"})).splitlines()[:4]
    columns = {cells(line.partition("ferry")[0]) for line in shown}
    assert len(columns) == 1


def test_the_numbers_of_the_lines_show_their_articles(indexed: Newscli) -> None:
    shown = plain(screen(indexed, "kwic", "bell"))
    assert [line.split()[:2] for line in shown.splitlines()[:3]] == [
        ["1", "¶4"], ["2", "¶1"], ["2", "¶2"],
    ]  # fmt: skip
    assert BELL in plain(screen(indexed, "show", "2"))


def test_a_part_of_the_lines_can_be_had(indexed: Newscli) -> None:
    everything = indexed("kwic", "quillmere", "--all").rows
    assert len(everything) == 12
    assert indexed("kwic", "quillmere", "-n", "3", "--offset", "2").rows == everything[2:5]
    by_left = indexed("kwic", "quillmere", "--all", "--sort", "left").rows
    part = indexed("kwic", "quillmere", "-n", "3", "--offset", "2", "--sort", "left").rows
    assert part == by_left[2:5]
    assert indexed("kwic", "quillmere", "-c").stdout == "12\n"
    past = indexed("kwic", "quillmere", "--offset", "20")
    assert (past.status, past.stdout) == (1, "")
    assert past.stderr == "note: nothing at offset 20: 12 occurrences in all\n"


def test_ids_and_paths_name_each_article_once(indexed: Newscli) -> None:
    assert indexed("kwic", "bell", "--ids").ids == [FERRY, BELL]
    assert len(indexed("kwic", "bell", "--paths").rows) == 2


def test_articles_are_chosen_by_date_and_folder(indexed: Newscli) -> None:
    assert indexed("kwic", "quillmere", "--ids", "--until", "2019-05").ids[-1] == CAFE
    assert indexed("kwic", "町", "--in", "world", "--ids").ids == [SUZU]


def test_nothing_found_is_said_and_is_valid_json(indexed: Newscli) -> None:
    nothing = indexed("kwic", "fery", "--json")
    assert (nothing.status, document(nothing.stdout, "kwic")["lines"]) == (1, [])
    assert nothing.stderr == (
        "note: no article matches `fery`\nhint: did you mean ferry? (2 articles)\n"
    )
    assert document(indexed("kwic", "fery", "--plot", "--json").stdout, "kwic")["plot"] == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["date:2021"], "`date:2021` names no word to show in its context"),
        (["bell", "--plot", "--sample", "3"], "without `--sample`"),
        (["bell", "--plot", "--window", "3"], "without `--window`"),
        (["bell", "--plot", "--sort", "left"], "a plot has no words to the left"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(indexed: Newscli, words: list[str], message: str) -> None:
    refused = indexed("kwic", *words)
    assert (refused.status, refused.stdout) == (2, "")
    assert refused.stderr.splitlines()[0].endswith(message)

"""`newscli quotes`, run as installed: on the article the project came with, and on Quillmere."""

import json
from pathlib import Path

import pytest

from cli.archive import FERRY, put
from cli.documents import document
from cli.program import Newscli

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = {
    "a.txt": """\
 date 2021-01-10 The ferry sails

“The ferry will sail,” Ada Fennimore said. “It will sail at dawn.”

It is called “the goose” in the town.
""",
    "b.txt": """\
 date 2021-01-12 The ferry sinks

Mayor Odo Marsh called it a loss. “Nobody drowned, and no goose did either,” he said.

An old man on the quay said: “I told them so.”
""",
}


@pytest.fixture
def spoken(newscli: Newscli) -> Newscli:
    for name, text in TEXTS.items():
        put(newscli.cwd / "news" / name, text)
    assert newscli("index", "news").status == 0
    return newscli


def test_the_article_the_project_came_with(newscli: Newscli) -> None:
    assert newscli("index", str(SEEDS)).status == 0
    rows = newscli("quotes").rows
    assert [(row[2], *row[3:6], row[6][:22]) for row in rows] == [
        ("6", "Mike Pompeo", "declared", "named", "No more,"),
        ("6", "Mike Pompeo", "declared", "named", "Today I am announcing "),
        ("11", "Mike Pompeo", "said", "named", "Our two democracies sh"),
        ("12", "Mike Pompeo", "", "pronoun", "Today’s statement reco"),
        ("14", "Joseph Wu", "said", "named", "I’m grateful to @SecPo"),
    ]


def test_newest_first_with_speaker_verb_and_confidence(spoken: Newscli) -> None:
    assert [row[1:] for row in spoken("quotes").rows] == [
        ["2021-01-12", "2", "Odo Marsh", "said", "pronoun",
         "Nobody drowned, and no goose did either,"],
        ["2021-01-12", "3", "", "said", "none", "I told them so."],
        ["2021-01-10", "2", "Ada Fennimore", "said", "named", "The ferry will sail,"],
        ["2021-01-10", "2", "Ada Fennimore", "said", "named", "It will sail at dawn."],
    ]  # fmt: skip


def test_words_ask_who_said_what_about_it(spoken: Newscli) -> None:
    assert [row[6] for row in spoken("quotes", "ferry").rows] == ["The ferry will sail,"]
    assert [row[6] for row in spoken("quotes", "goose").rows] == [
        "Nobody drowned, and no goose did either,"
    ]


@pytest.mark.parametrize("name", ["Fennimore", "ada", "ADA FENNIMORE"])
def test_what_one_person_said(spoken: Newscli, name: str) -> None:
    assert {row[3] for row in spoken("quotes", "--by", name).rows} == {"Ada Fennimore"}


@pytest.mark.parametrize("name", ["Zoe O'Bell", "zoë o’bell", "Zoë B. O’Bell"])
def test_one_person_however_the_name_is_typed(newscli: Newscli, name: str) -> None:
    put(newscli.cwd / "news" / "a.txt", "“No goose drowned,” said Zoë O’Bell.\n")
    put(newscli.cwd / "news" / "b.txt", "“No goose sang,” Zoë B. O’Bell said.\n")
    put(newscli.cwd / "news" / "c.txt", "“No goose flew,” said Ada Bell.\n")
    assert newscli("index", "news").status == 0
    rows = newscli("quotes", "--by", name).rows
    assert sorted(row[3] for row in rows) == ["Zoë B. O’Bell", "Zoë O’Bell"]


def test_in_groups_who_is_quoted_most_comes_first_and_the_nameless_last(spoken: Newscli) -> None:
    rows = spoken("quotes", "--group", "speaker").rows
    assert [row[3] for row in rows] == ["Ada Fennimore", "Ada Fennimore", "Odo Marsh", ""]
    assert [row[7] for row in rows] == ["2", "2", "1", "1"]


def test_groups_are_counted_by_speaker(spoken: Newscli) -> None:
    asked = ("quotes", "--group", "speaker")
    told = document(spoken(*asked, "-n", "1", "--json").stdout, "quotes")
    assert told["speakers"] == [{"speaker": "Ada Fennimore", "quotations": 2}]
    assert (told["total"], len(told["quotes"])) == (4, 2)
    rest = spoken(*asked, "--offset", "1")
    assert [row[3] for row in rest.rows] == ["Odo Marsh", ""]
    assert spoken(*asked, "-c").stdout == spoken("quotes", "-c").stdout
    past = spoken(*asked, "--offset", "9")
    assert (past.status, past.stderr) == (1, "note: there are only 3 speakers\n")


def test_of_a_speaker_a_few_are_shown_unless_all_are_asked_for(newscli: Newscli) -> None:
    for day in range(1, 6):
        said = f"“The ferry will sail on day {day},” said Ada Fennimore."
        put(newscli.cwd / f"news/{day}.txt", f" date 2021-01-{day:02} Ferry\n\n{said}\n")
    newscli("index", "news")
    asked = ("quotes", "--group", "speaker")
    assert [row[1] for row in newscli(*asked).rows] == [f"2021-01-0{day}" for day in (5, 4, 3)]
    assert len(newscli(*asked, "--all").rows) == 5


def test_every_quotation_can_be_looked_up(spoken: Newscli) -> None:
    told = document(spoken("quotes", "sail", "--json").stdout, "quotes")
    assert (told["total"], told["articles"], len(told["quotes"])) == (2, 1, 2)
    for each in told["quotes"]:
        text = json.loads(spoken("show", each["id"], "--json").stdout)["text"]
        assert text[each["start"] : each["end"]] == each["text"]
        assert [text[start:end] for start, end in each["hits"]] == ["sail"]


def test_the_articles_are_remembered_for_show(spoken: Newscli) -> None:
    spoken("quotes", "--by", "Fennimore")
    assert spoken("show", "@1").stdout.startswith("The ferry sails\n")


def test_a_pull_quote_is_told_once(indexed: Newscli) -> None:
    assert [row[0:4] + row[6:] for row in indexed("quotes").rows] == [
        [FERRY, "2021-01-10", "6", "Ada Fennimore",
         "A town that cannot cross its harbour is half a town,"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "note"),
    [
        (("zebra",), "note: no article matches `zebra`\n"),
        (("--by", "Marsh Fennimore"), "note: nothing is quoted that `Marsh Fennimore` said\n"),
        (
            ("--by", "Ada Fenimore"),
            "note: nothing is quoted that `Ada Fenimore` said\n"
            "hint: did you mean fennimore? (1 article)\n",
        ),
        (("town",), "note: articles match, but nobody is quoted saying `town`\n"),
        (("--offset", "9"), "note: there are only 4 quotations\n"),
    ],
)
def test_nothing_found_is_said_and_is_an_empty_document(
    spoken: Newscli, words: tuple[str, ...], note: str
) -> None:
    shown = spoken("quotes", *words, "--json")
    assert (shown.status, shown.stderr) == (1, note)
    assert document(shown.stdout, "quotes")["quotes"] == []


def test_by_needs_a_name(spoken: Newscli) -> None:
    shown = spoken("quotes", "--by", "?")
    assert (shown.status, shown.stdout) == (2, "")
    assert shown.stderr == "error: `--by` names nobody\nhint: name somebody: `--by Pompeo`\n"

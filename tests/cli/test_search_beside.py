"""`newscli search --same` and `--facet`: words within one sentence, and counts beside results."""

import json

import pytest

from cli.archive import BELL, CAFE, CLOCK, CLOUD, FERRY, GEESE, MARKET, PORT, WIRE
from cli.program import Newscli
from cli.test_terminal import plain, screen


@pytest.mark.parametrize(
    ("words", "unit", "ids"),
    [
        (["ferry", "monday"], "sentence", {FERRY}),
        (["monday", "spring"], "sentence", set()),
        (["monday", "spring"], "paragraph", {FERRY}),
        (["monday", "dawn"], "paragraph", set()),
        (["bell", "ferry"], "sentence", {BELL}),
        (["bell", "-ferry"], "sentence", {FERRY}),
        (["geese", "OR", "clock"], "sentence", {FERRY, BELL, GEESE, CLOCK, CLOUD, CAFE}),
        (["bell", "date:2021-01-12"], "paragraph", {BELL}),
    ],
)
def test_all_the_words_stand_in_one_sentence_or_paragraph(
    indexed: Newscli, words: list[str], unit: str, ids: set[str]
) -> None:
    found = indexed("search", "--same", unit, "--ids", "--all", "--", *words)
    assert (set(found.ids), found.status) == (ids, 0 if ids else 1)
    counted = indexed("search", "--same", unit, "-c", "--", *words)
    assert counted.stdout == f"{len(ids)}\n"


def test_the_sentence_is_the_evidence(indexed: Newscli) -> None:
    told = json.loads(indexed("search", "ferry", "monday", "--same", "sentence", "--json").stdout)
    assert (told["total"], told["query"]["same"]) == (1, "sentence")
    (passage,) = told["hits"][0]["passages"]
    assert passage["text"] == (
        "The harbour ferry of Quillmere will sail again on Monday, the council said."
    )
    text = json.loads(indexed("show", FERRY, "--json").stdout)["text"]
    assert text[passage["start"] : passage["end"]] == passage["text"]
    assert [text[start:end] for start, end in passage["hits"]] == ["ferry", "Monday"]


def test_parts_of_the_answer_and_totals_are_those_of_what_stands_together(
    indexed: Newscli,
) -> None:
    words = ["search", "quillmere", "of", "--same", "sentence"]
    everything = indexed(*words, "--ids", "--all").ids
    assert len(everything) == int(indexed(*words, "-c").stdout) == 6
    assert indexed(*words, "--ids", "-n", "2", "--offset", "1").ids == everything[1:3]
    oldest = indexed(*words, "--all", "--sort", "oldest").rows
    assert [row[1] for row in oldest if row[1]] == sorted(row[1] for row in oldest if row[1])


def test_words_that_stand_apart_are_said_to(indexed: Newscli) -> None:
    apart = indexed("search", "monday", "dawn", "--same", "paragraph")
    assert (apart.status, apart.stdout) == (1, "")
    assert apart.stderr == (
        "note: no article matches `monday dawn`\n"
        "note: 1 article has the words, but in no paragraph together\n"
    )


def test_a_query_without_words_has_no_sentence(indexed: Newscli) -> None:
    refused = indexed("search", "date:2021", "--same", "sentence")
    assert (refused.status, refused.stdout) == (2, "")
    assert refused.stderr.startswith("error: `--same sentence` goes with words")


def facets(indexed: Newscli, *words: str) -> dict[str, list[tuple[str, int]]]:
    told = json.loads(indexed("search", *words, "--json").stdout)
    return {
        one["facet"]: [(each["name"], each["articles"]) for each in one["values"]]
        for one in told["facets"]
    }


def test_all_that_is_found_is_counted_whatever_part_of_it_is_shown(indexed: Newscli) -> None:
    counted = facets(indexed, "quillmere", "-n", "1", "--facet", "month", "--facet", "folder")
    assert counted == {
        "month": [
            ("2018-03", 1), ("2019-05", 1), ("2020-11", 1), ("2020-12", 1), ("2021-01", 4),
            ("undated", 1),
        ],
        "folder": [
            ("news/harbour", 3), ("news/world", 3), ("news/town", 2), ("news/town/market day", 1),
        ],
    }  # fmt: skip
    assert set(indexed("search", "quillmere", "--ids", "--all").ids) == {
        FERRY, BELL, GEESE, CLOCK, CLOUD, MARKET, CAFE, WIRE, PORT,
    }  # fmt: skip


def test_names_are_counted_once_an_article(indexed: Newscli) -> None:
    counted = facets(indexed, "harbour", "--facet", "who", "--facet", "where")
    assert ("Ada Fennimore", 1) in counted["who"]
    assert set(counted) == {"who", "where"}


def test_facets_go_with_what_stands_together(indexed: Newscli) -> None:
    words = ["bell", "ferry", "--same", "sentence", "--facet", "month", "--facet", "folder"]
    assert facets(indexed, *words) == {"month": [("2021-01", 1)], "folder": [("news/harbour", 1)]}


def test_on_a_terminal_facets_stand_below_the_list_with_bars(indexed: Newscli) -> None:
    shown = plain(screen(indexed, "search", "clock", "-n", "1", "--facet", "month"))
    assert shown.splitlines()[-6:] == [
        "months",
        f"2019-05  1  {'█' * 40}",
        f"2020-11  1  {'█' * 40}",
        f"2020-12  1  {'█' * 40}",
        "",
        "1 of 3 articles · `newscli show 1` reads it · `-n 2` shows more",
    ]


def test_in_a_pipe_facets_change_nothing_and_a_note_says_where_they_are(indexed: Newscli) -> None:
    without = indexed("search", "clock")
    asked = indexed("search", "clock", "--facet", "month")
    assert (asked.stdout, asked.status) == (without.stdout, 0)
    assert asked.stderr == "note: facets are told on a terminal and by `--json` alone\n"

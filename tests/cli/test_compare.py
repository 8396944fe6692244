"""`newscli compare`: what two queries share, and what tells them apart."""

import pytest

from cli.archive import BELL, CAFE, CLOCK, CLOUD, FERRY, GEESE
from cli.documents import document
from cli.program import Newscli
from cli.test_terminal import plain, screen


def ids(side: dict[str, list[dict[str, str]]]) -> set[str]:
    return {each["id"] for each in side["articles"]}


def test_articles_are_in_both_or_in_one_alone(indexed: Newscli) -> None:
    told = document(indexed("compare", "ferry", "geese", "--json").stdout, "compare")
    assert ids(told["both"]) == {FERRY, BELL}
    assert (ids(told["only_a"]), ids(told["only_b"])) == (set(), {GEESE})
    assert [told[side]["total"] for side in ("both", "only_a", "only_b")] == [2, 0, 1]
    assert told["total"] == 3
    assert (told["query"]["a"], told["query"]["b"]) == ("ferry", "geese")


def test_the_parts_add_up_to_what_searches_find(indexed: Newscli) -> None:
    told = document(indexed("compare", "quillmere", "clock", "-n", "1", "--json").stdout, "compare")
    sizes = [told[side]["total"] for side in ("both", "only_a", "only_b")]
    assert sizes[0] + sizes[1] == int(indexed("search", "quillmere", "-c").stdout)
    assert sizes[0] + sizes[2] == int(indexed("search", "clock", "-c").stdout)
    assert indexed("compare", "quillmere", "clock", "-c").stdout == f"{sum(sizes)}\n"
    assert max(len(told[side]["articles"]) for side in ("both", "only_a", "only_b")) == 1


def test_two_spans_of_time_have_words_of_their_own(indexed: Newscli) -> None:
    asked = ("compare", "date:2021-01", "date:2019..2020", "--min", "3", "--json")
    told = document(indexed(*asked).stdout, "compare")
    assert told["both"]["total"] == 0
    sides = {each["word"]: each["effect"] > 0 for each in told["words"]}
    assert (sides["ferry"], sides["clock"]) == (True, False)
    ferry = next(each for each in told["words"] if each["word"] == "ferry")
    assert (ferry["count"], ferry["other"]) == (6, 0)


def test_the_numbers_of_the_articles_show_them(indexed: Newscli) -> None:
    shown = plain(screen(indexed, "compare", "clock", "café"))
    assert "1 in both\n1  2019-05-05  Café reopens in Quillmere\n" in shown
    assert CAFE in plain(screen(indexed, "show", "1"))
    assert indexed("compare", "clock", "café", "--ids").ids == [CAFE, CLOCK, CLOUD]


def test_selection_options_hold_for_both(indexed: Newscli) -> None:
    told = document(
        indexed("compare", "quillmere", "clock", "--in", "town", "--json").stdout, "compare"
    )
    assert (told["both"]["total"], told["only_a"]["total"], told["total"]) == (2, 1, 3)


def test_a_query_that_finds_nothing_is_said(indexed: Newscli) -> None:
    one = indexed("compare", "clock", "feryy", "--json")
    assert (one.status, document(one.stdout, "compare")["only_a"]["total"]) == (0, 3)
    assert "note: no article matches `feryy`\n" in one.stderr
    none = indexed("compare", "clokc", "feryy", "--json")
    assert (none.status, document(none.stdout, "compare")["total"]) == (1, 0)


def test_the_same_query_twice_has_no_words_apart(indexed: Newscli) -> None:
    told = document(indexed("compare", "clock", "clocks", "--min", "1", "--json").stdout, "compare")
    assert (told["both"]["total"], told["words"]) == (3, [])


@pytest.mark.parametrize("words", [["clock"], ["clock", '"'], ["clock", "bell", "ferry"]])
def test_what_cannot_be_meant_is_refused(indexed: Newscli, words: list[str]) -> None:
    refused = indexed("compare", *words)
    assert (refused.status, refused.stdout) == (2, "")


def test_an_offset_leaves_out_the_first_of_each_side(indexed: Newscli) -> None:
    whole = document(indexed("compare", "quillmere", "clock", "--all", "--json").stdout, "compare")
    rest = document(
        indexed("compare", "quillmere", "clock", "--all", "--offset", "1", "--json").stdout,
        "compare",
    )
    for side in ("both", "only_a", "only_b"):
        assert [each["id"] for each in rest[side]["articles"]] == [
            each["id"] for each in whole[side]["articles"]
        ][1:]
        assert rest[side]["total"] == whole[side]["total"]

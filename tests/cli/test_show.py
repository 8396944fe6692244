"""`newscli show`: how an article is named, and what is printed of it."""

import json

import pytest

from cli.archive import BELL, CAFE, CAFE_BYTES, CAFE_NAME, CLOCK, FERRY, FERRY_TEXT, GEESE, put
from cli.program import Newscli

GEESE_PAGE = (
    "Geese refuse to cross\n\n"
    "The geese of Quillmere walked round the harbour on foot, all forty of them.\n"
)


@pytest.mark.parametrize(
    "reference",
    [
        GEESE,
        "9EE5",
        f"harbour/003_{GEESE}.txt",
        f"./news/town/../harbour/003_{GEESE}.txt",
    ],
)
def test_an_article_is_named_by_its_id_or_its_file(indexed: Newscli, reference: str) -> None:
    shown = indexed("show", reference)
    assert (shown.status, shown.stdout, shown.stderr) == (0, GEESE_PAGE, "")


def test_an_article_is_named_by_its_number_in_the_last_list(indexed: Newscli) -> None:
    indexed("list", "--sort", "oldest", "-n", "2", "--offset", "8")
    assert indexed("show", "@10").stdout == indexed("show", "10").stdout == GEESE_PAGE
    below = indexed("show", "1")
    assert (below.status, below.stderr.splitlines()[0]) == (
        1,
        "error: there is no `1`: the last list shows articles 9 to 10",
    )


def test_an_answer_of_nothing_leaves_the_numbers_of_the_one_before(indexed: Newscli) -> None:
    indexed("search", "forty")
    assert indexed("search", "fourty").status == 1
    assert indexed("show", "1", "--path").stdout == f"news/harbour/003_{GEESE}.txt\n"


def test_a_list_of_one_index_says_nothing_about_another(indexed: Newscli, library: Newscli) -> None:
    indexed("search", "forty")
    shown = indexed("show", "1", "--index", str(library.home / "index"))
    assert (shown.status, shown.stdout) == (1, "")
    assert shown.stderr.startswith("error: `1` is a number in the last list, and there is none")


def test_references_come_from_a_pipe(indexed: Newscli) -> None:
    piped = indexed.shell("newscli search forty OR butter | newscli show - --path")
    assert sorted(piped.stdout.splitlines()) == [
        f"news/harbour/003_{GEESE}.txt",
        f"news/town/004_{CLOCK}.txt",
    ]
    assert indexed("show", "--path", "be11", "-", input="9ee5\n\n").stdout.split() == [
        f"news/harbour/002_{BELL}.txt",
        f"news/harbour/003_{GEESE}.txt",
    ]


def test_several_articles_are_printed_one_after_another(indexed: Newscli) -> None:
    both = indexed("show", GEESE, BELL).stdout
    assert both == f"{GEESE_PAGE}\n\n{indexed('show', BELL).stdout}"


def test_one_unknown_reference_prints_nothing_of_the_others(indexed: Newscli) -> None:
    shown = indexed("show", GEESE, "deadbeef")
    assert (shown.status, shown.stdout) == (1, "")


def test_a_page_in_a_pipe_is_text_without_marks(indexed: Newscli) -> None:
    indexed("search", "ferry")
    assert indexed("show", FERRY).stdout == FERRY_TEXT.replace(
        " date 2021-01-10 Harbour ferry returns to Quillmere\n",
        "Harbour ferry returns to Quillmere\n2021-01-10\n",
    )


def test_what_is_lit_is_the_last_search_or_what_is_asked_for(indexed: Newscli) -> None:
    indexed("search", "forty")
    lit = json.loads(indexed("show", GEESE, "--json").stdout)
    assert [lit["text"][start:end] for start, end in lit["hits"]] == ["forty"]
    lit = json.loads(indexed("show", GEESE, "--json", "--hits", '"on foot" OR geese').stdout)
    assert [lit["text"][start:end] for start, end in lit["hits"]] == ["Geese", "geese", "on foot"]
    assert indexed("show", GEESE, "--hits", "(").status == 2


def test_raw_gives_the_bytes_of_the_file(indexed: Newscli) -> None:
    raw = indexed("show", CAFE, "--raw").stdout
    assert raw.encode("utf-8", "surrogateescape") == CAFE_BYTES


def test_path_tells_where_the_file_is_from_here(indexed: Newscli) -> None:
    assert indexed("show", CAFE, "--path").stdout == f"news/{CAFE_NAME}\n"
    inside = indexed.cwd / "news" / "world"
    assert indexed("show", CAFE, "--path", cwd=inside).stdout == f"008_{CAFE}.txt\n"
    elsewhere = indexed("show", CAFE, "--path", cwd=indexed.home).stdout
    assert elsewhere == f"{indexed.cwd}/news/{CAFE_NAME}\n"


def test_an_article_outlives_its_file(town: Newscli) -> None:
    path = town.cwd / "news" / "harbour" / f"003_{GEESE}.txt"
    place = f"news/harbour/003_{GEESE}.txt"
    path.write_text("Geese change their minds\n\nThey swim.\n")
    changed = town("show", GEESE)
    assert (changed.status, changed.stdout) == (0, GEESE_PAGE)
    assert changed.stderr == (
        f"note: `{place}` has changed since it was indexed; `newscli index` reads it again\n"
    )
    path.unlink()
    gone = town("show", GEESE)
    assert (gone.status, gone.stdout) == (0, GEESE_PAGE)
    assert gone.stderr == (f"note: `{place}` is gone; this is the text that the index has kept\n")
    raw = town("show", GEESE, "--raw")
    assert (raw.status, raw.stdout) == (74, "")
    assert raw.stderr == (
        f"error: cannot read `{place}`: no such file or directory\n"
        "hint: `newscli show` without `--raw` prints the text that the index has kept\n"
    )


def test_about_tells_below_the_article_who_is_named_and_quoted(indexed: Newscli) -> None:
    shown = indexed("show", FERRY, "--about")
    assert shown.stdout.endswith(
        "US visitors travel without a ticket.\n\n"
        "people: Ada Fennimore 2\n"
        "organisations: AP\n"
        "places: US\n"
        "also named: Quillmere 2, Tobias Quill\n"
        "Ada Fennimore: “A town that cannot cross its harbour is half a town,”\n"
    )


def test_about_tells_programs_where(indexed: Newscli) -> None:
    told = json.loads(indexed("show", FERRY, "--about", "--json").stdout)
    text = told["text"]
    for name in told["names"]:
        written = {text[each["start"] : each["end"]] for each in name["mentions"]}
        assert written == {name["name"], *name["aliases"]}
    (quote,) = told["quotes"]
    assert (quote["speaker"], quote["paragraph"]) == ("Ada Fennimore", 6)
    assert text[quote["start"] : quote["end"]] == quote["text"]


def test_nothing_is_told_about_an_article_unless_asked_for(indexed: Newscli) -> None:
    told = json.loads(indexed("show", FERRY, "--json").stdout)
    assert not {"names", "quotes"} & set(told)


def test_capitals_that_no_article_has_are_lit_as_they_were_found(indexed: Newscli) -> None:
    found = indexed("search", "CLOCK", "-n", "1", "--json")
    assert found.stderr == "note: no article has `CLOCK` in capitals: any case\n"
    lit = [json.loads(indexed("show", "1", "--json").stdout)["hits"]]
    asked = indexed("show", "1", "--hits", "CLOCK", "--json")
    lit.append(json.loads(asked.stdout)["hits"])
    assert (lit[0], lit[0] != []) == (lit[1], True)
    assert asked.stderr == found.stderr


def test_articles_can_be_told_by_what_names_them_alone(indexed: Newscli) -> None:
    both = ("show", GEESE, CLOCK)
    assert indexed(*both, "--ids").ids == [GEESE, CLOCK]
    assert indexed(*both, "-c").stdout == "2\n"
    paths = [f"news/harbour/003_{GEESE}.txt", f"news/town/004_{CLOCK}.txt"]
    assert indexed(*both, "--paths").ids == indexed(*both, "--path").ids == paths
    assert indexed(*both, "--paths", "-0").stdout.split("\0") == [*paths, ""]
    assert indexed(*both, "--ids", "--json").status == 2


def test_an_article_is_named_by_its_files_name_without_the_ending(indexed: Newscli) -> None:
    assert indexed("show", f"003_{GEESE}", "--ids").ids == [GEESE]


def test_several_lines_on_one_article_show_it_once(indexed: Newscli) -> None:
    shown = indexed("show", "-", "--ids", input=f"{GEESE}\t1\n{CLOCK}\n{GEESE}\t2\n")
    assert shown.ids == [GEESE, CLOCK]


def test_a_number_longer_than_any_list_is_no_number(indexed: Newscli) -> None:
    refused = indexed("show", "@" + "9" * 5000)
    assert (refused.status, refused.stderr.split(" `")[0]) == (
        1,
        "error: no article has the id or the file name",
    )


def test_front_matter_is_told_above_the_text_and_not_again(newscli: Newscli) -> None:
    matter = "---\ntitle: Ferry sails\nauthor: Ada Fennimore\ndate: 2021-02-03\n---\n"
    put(newscli.cwd / "news/ferry.md", f"{matter}\nThe ferry sailed again at noon.\n")
    newscli("index", "news")
    assert newscli("show", "ferry.md").stdout == (
        "Ferry sails\n2021-02-03 · by Ada Fennimore\n\nThe ferry sailed again at noon.\n"
    )
    told = json.loads(newscli("show", "ferry.md", "--json").stdout)
    assert told["text"].startswith(matter)


def test_bare_text_shows_the_hits_that_were_asked_for(indexed: Newscli) -> None:
    indexed("search", "forty")
    assert indexed("show", GEESE).stdout == GEESE_PAGE
    lit = GEESE_PAGE.replace("forty", "«forty»")
    assert indexed("show", GEESE, "--hits", "forty").stdout == lit
    ascii_only = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    assert "<<forty>>" in indexed("show", GEESE, "--hits", "forty", env=ascii_only).stdout


@pytest.mark.parametrize("other", ["--json", "--jsonl", "--ids", "--paths", "--count", "--about"])
def test_the_bytes_of_a_file_are_nothing_else_at_once(indexed: Newscli, other: str) -> None:
    shown = indexed("show", FERRY, "--raw", other)
    assert (shown.status, shown.stdout) == (2, "")
    assert shown.stderr == (
        f"error: `--raw` and `{other}` contradict each other\nhint: choose one\n"
    )


def test_hits_that_are_nowhere_are_said_to_be(indexed: Newscli) -> None:
    assert indexed("show", FERRY, "--hits", "ferry").stderr == ""
    assert (
        indexed("show", FERRY, "--hits", "zebra").stderr == "note: nothing here matches `zebra`\n"
    )

"""`newscli who`, run as installed on a small invented archive."""

import pytest

from cli.archive import FERRY, put
from cli.documents import document
from cli.program import Newscli


def test_names_stand_in_the_order_of_their_articles(indexed: Newscli) -> None:
    rows = indexed("who").rows
    assert rows[0][:4] == ["Quillmere", "place", "8", "10"]
    assert [int(row[2]) for row in rows] == sorted((int(row[2]) for row in rows), reverse=True)


def test_words_choose_the_articles(indexed: Newscli) -> None:
    assert [row[0] for row in indexed("who", "restrictions").rows] == [
        "Quillmere",
        "Ada Fennimore",
        "AP",
        "Tobias Quill",
        "US",
    ]


def test_who_is_named_beside_somebody(indexed: Newscli) -> None:
    assert [row[0] for row in indexed("who", "--with", "fennimore").rows] == [
        "Quillmere",
        "AP",
        "Tobias Quill",
        "US",
    ]


def test_beside_somebody_whose_name_has_accents_and_apostrophes(newscli: Newscli) -> None:
    put(newscli.cwd / "news" / "a.txt", "They saw Zoë O’Bell’s boat in Wales.\n")
    assert newscli("index", "news").status == 0
    assert [row[0] for row in newscli("who", "--with", "Zoe O'Bell").rows] == ["Wales"]


def test_only_places(indexed: Newscli) -> None:
    assert {row[1] for row in indexed("who", "--where", "--all").rows} == {"place"}


def test_the_document_fits_its_schema(indexed: Newscli) -> None:
    told = document(indexed("who", "restrictions", "--json").stdout, "who")
    assert told["names"][1] == {
        "name": "Ada Fennimore",
        "kind": "person",
        "articles": 1,
        "mentions": 2,
        "aliases": ["Fennimore"],
        "first": {"id": FERRY, "paragraph": 3, "start": 203, "end": 216},
    }


WHEN = "hint: articles are of 2018-03-05 to 2021-01-31\n"


@pytest.mark.parametrize(
    ("words", "note"),
    [
        (("zebra",), "note: no article matches `zebra`\n"),
        (("--on", "1999"), "note: no article is chosen\n" + WHEN),
        (("--with", "Nobody"), "note: no article names `Nobody`\n"),
        (
            ("--with", "Fenimore"),
            "note: no article names `Fenimore`\nhint: did you mean fennimore? (1 article)\n",
        ),
        (("鈴",), "note: nothing is named\n"),
        (("restrictions", "--offset", "9"), "note: there are only 5 names\n"),
    ],
)
def test_nothing_found_is_said_and_is_an_empty_document(
    indexed: Newscli, words: tuple[str, ...], note: str
) -> None:
    shown = indexed("who", *words, "--json")
    told = document(shown.stdout, "who")
    assert (shown.status, told["names"], shown.stderr) == (1, [], note)


def test_with_needs_a_name(indexed: Newscli) -> None:
    shown = indexed("who", "--with", "?")
    assert (shown.status, shown.stdout) == (2, "")
    assert shown.stderr == ("error: `--with` names nobody\nhint: name somebody: `--with Pompeo`\n")

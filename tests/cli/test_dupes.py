"""`newscli dupes`: copies in groups, and two of them word by word."""

import json
from pathlib import Path

import fastjsonschema
import pytest

from cli.archive import put
from cli.program import Newscli

SCHEMAS = Path(__file__).parent.parent / "schemas"
BODY = (
    "The ferry of Quillmere sails again on Monday, the council said. Nobody had expected it "
    "before spring, for the old engine had been sold to a mill upriver and the new one had not "
    "been paid for. Ada Fennimore, who has steered it for thirty years, will steer it again. "
    "It crosses at dawn and at dusk, and whenever the bell on the far quay is rung by hand."
)
OTHER = "The clock of the town hall stopped at four on Thursday and was freed with butter."
ARTICLES = {
    "wire/1_aa00000000000001.txt": f" date 2021-01-12 Ferry sails again\n\n{BODY}\n",
    "wire/2_aa00000000000002.txt": f" date 2021-01-10 Ferry sails again\n\n{BODY}\n",
    "town/3_aa00000000000003.txt": (
        f" date 2021-01-11 Ferry sails again\n\n{BODY.replace('Monday', 'Tuesday')}\n"
    ),
    "town/4_aa00000000000004.txt": f" date 2021-01-11 Clock stops at tea time\n\n{OTHER}\n",
    "town/5_aa00000000000005.txt": f"{OTHER}\n",
    "town/6_aa00000000000006.txt": "鈴の町の時計がクイルミアに届いた。塔で初めて鳴る。\n",
    "town/7_aa00000000000007.txt": "...\n",
}
FIRST, SECOND, THIRD = (f"aa0000000000000{at}" for at in (2, 3, 1))


@pytest.fixture
def reader(newscli: Newscli) -> Newscli:
    for name, text in ARTICLES.items():
        put(newscli.cwd / "news" / name, text)
    newscli("index", "news")
    return newscli


def test_copies_stand_in_a_group_the_earliest_first(reader: Newscli) -> None:
    found = reader("dupes")
    assert found.status == 0
    assert found.stderr == ""
    assert [(row[0], row[2]) for row in found.rows] == [("1", FIRST), ("1", SECOND), ("1", THIRD)]
    assert [row[1] == "1.0000" for row in found.rows] == [True, False, True]


def test_the_numbers_of_the_list_can_be_shown(reader: Newscli) -> None:
    reader("dupes")
    assert reader("show", "2", "--path").stdout == "news/town/3_aa00000000000003.txt\n"


def test_a_lower_threshold_finds_more(reader: Newscli) -> None:
    assert reader("dupes", "--count").stdout == "1\n"
    assert reader("dupes", "--count", "--threshold", "0.5").stdout == "2\n"


def test_a_selection_is_compared_with_itself_alone(reader: Newscli) -> None:
    found = reader("dupes", "ferry", "--in", "town")
    assert found.status == 1
    assert found.stdout == ""
    assert found.stderr == "note: no two articles are alike by 80% or more\n"


def test_an_empty_selection_is_an_empty_document(reader: Newscli) -> None:
    found = reader("dupes", "heron", "--json")
    assert found.status == 1
    document = json.loads(found.stdout)
    assert (document["total"], document["groups"]) == (0, [])
    assert "no article matches `heron`" in found.stderr


def test_the_document_is_as_its_schema_says(reader: Newscli) -> None:
    document = json.loads(reader("dupes", "--json").stdout)
    fastjsonschema.validate(json.loads((SCHEMAS / "dupes.json").read_text()), document)
    (group,) = document["groups"]
    assert [each["id"] for each in group["articles"]] == [FIRST, SECOND, THIRD]
    assert group["jaccard"] == min(each["jaccard"] for each in group["articles"])


def test_two_articles_are_compared_word_by_word(reader: Newscli) -> None:
    found = reader("dupes", "--diff", FIRST, SECOND)
    assert found.status == 0
    assert "sails again on [-Monday,-] {+Tuesday,+} the council said." in found.stdout


def test_every_change_is_where_it_says(reader: Newscli) -> None:
    document = json.loads(reader("dupes", "--diff", FIRST, SECOND, "--json").stdout)
    fastjsonschema.validate(json.loads((SCHEMAS / "diff.json").read_text()), document)
    assert document["total"] == 2
    for change in document["changes"]:
        article = json.loads(reader("show", change["id"], "--json").stdout)
        assert article["text"][change["start"] : change["end"]] == change["text"]
    changed = [each["text"] for each in document["changes"] if each["change"] != "same"]
    assert changed == ["Monday,", "Tuesday,"]


def test_an_index_of_one_article_has_no_copies(newscli: Newscli) -> None:
    put(newscli.cwd / "news" / "one.txt", f"{BODY}\n")
    newscli("index", "news")
    assert newscli("dupes").status == 1


def test_a_folded_search_has_one_line_for_copies(reader: Newscli) -> None:
    whole = json.loads(reader("search", "ferry", "--json").stdout)
    assert whole["total"] == 3
    assert all("duplicates" not in hit for hit in whole["hits"])
    document = json.loads(reader("search", "ferry", "--fold", "--json").stdout)
    assert (document["total"], document["folded"]) == (3, 2)
    (hit,) = document["hits"]
    first, *others = [each["id"] for each in whole["hits"]]
    assert (hit["id"], hit["duplicates"]) == (first, others)
    assert reader("search", "ferry", "--fold", "--ids").ids == [first]
    assert reader("search", "ferry", "--fold", "--same", "sentence").status == 2

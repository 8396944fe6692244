"""What programs get: documents with a schema, whose fields are only ever added to."""

import json
from typing import Any

import pytest

from cli.archive import ARTICLES, CLOCK, FERRY, GEESE, MARKET, put
from cli.program import Newscli

Shape = dict[str, Any]
"""Field names with their type, or with the shape of what is in them."""

NUMBER = (int, float)
OPTIONAL = (str, type(None))

PASSAGE = {"paragraph": int, "kind": str, "start": int, "end": int, "text": str, "hits": list}
ENTRY = {
    "rank": int,
    "id": str,
    "date": OPTIONAL,
    "headline": str,
    "headline_derived": bool,
    "path": str,
    "words": int,
}
HIT = ENTRY | {"score": float, "passages": [PASSAGE]}
PART = {"total": int, "offset": int, "limit": (int, type(None)), "sort": str, "schema": str}
SEARCH = PART | {
    "query": {
        "raw": str,
        "since": OPTIONAL,
        "until": OPTIONAL,
        "in": OPTIONAL,
        "any": bool,
        "same": OPTIONAL,
    },
    "facets": list,
    "folded": int,
    "suggestion": type(None),
    "hits": [HIT],
}
LIST = PART | {"query": {"since": OPTIONAL, "until": OPTIONAL, "in": OPTIONAL}, "articles": [ENTRY]}
ARTICLE = {
    "schema": str,
    "id": str,
    "date": OPTIONAL,
    "date_source": OPTIONAL,
    "headline": str,
    "headline_derived": bool,
    "byline": OPTIONAL,
    "dateline": OPTIONAL,
    "path": str,
    "words": int,
    "text": str,
    "paragraphs": list,
    "hits": list,
    "notes": list,
}
ARTICLES_SHOWN = {"schema": str, "total": int, "articles": [ARTICLE]}
OUTCOMES = ("added", "changed", "renamed", "removed")
FILE = {"id": str, "path": str}
INDEX = {
    "schema": str,
    "dry_run": bool,
    "folders": list,
    "articles": int,
    "seconds": float,
    "counts": dict.fromkeys((*OUTCOMES, "unchanged", "skipped"), int),
    "added": [FILE],
    "changed": [FILE],
    "renamed": [FILE],
    "removed": [FILE],
    "skipped": [{"path": str, "cause": str, "detail": str}],
    "notes": [{"path": str, "notes": list}],
}
STATUS = {
    "schema": str,
    "location": str,
    "format": str,
    "size": int,
    "age": float,
    "articles": int,
    "words": int,
    "undated": int,
    "first": OPTIONAL,
    "last": OPTIONAL,
    "pending": dict.fromkeys(OUTCOMES, int),
    "folders": [{"path": str, "articles": int, "globs": list, "missing": bool}],
    "by": str,
    "bars": [{"label": str, "articles": int}],
}
DOCTOR = {
    "schema": str,
    "location": str,
    "articles": int,
    "findings": [
        {"kind": str, "message": str, "advice": str, "serious": bool, "paths": [str],
         "notes": [{"path": str, "notes": [str]}]},
    ],
}  # fmt: skip


def fits(value: Any, shape: Any) -> bool:
    """Tell whether a value has exactly these fields, of these types."""
    if isinstance(shape, dict):
        return value.keys() == shape.keys() and all(fits(value[key], shape[key]) for key in shape)
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(each, shape[0]) for each in value)
    return isinstance(value, shape)


@pytest.mark.parametrize(
    ("words", "schema", "shape"),
    [
        (["search", "clock"], "newscli.search/1", SEARCH),
        (["list", "--since", "2021"], "newscli.list/1", LIST),
        (["show", FERRY], "newscli.article/1", ARTICLE),
        (["show", FERRY, GEESE], "newscli.articles/1", ARTICLES_SHOWN),
        (["status"], "newscli.status/1", STATUS),
        (["doctor"], "newscli.doctor/1", DOCTOR),
        (["index", "--dry-run"], "newscli.index/1", INDEX),
    ],
)  # fmt: skip
def test_a_document_has_the_fields_it_promises(
    indexed: Newscli, words: list[str], schema: str, shape: Shape
) -> None:
    asked = indexed(*words, "--json")
    document = json.loads(asked.stdout)
    assert document["schema"] == schema
    assert fits(document, shape)
    assert asked.stderr == ""


def test_an_index_run_lists_the_files_behind_each_count(town: Newscli) -> None:
    news = town.cwd / "news"
    (news / "harbour" / f"003_{GEESE}.txt").unlink()
    put(news / "new.txt", "A new story")
    put(news / "town" / f"004_{CLOCK}.txt", "A changed story")
    put(news / "binary.txt", b"\0\1\2")
    (news / "harbour" / f"001_{FERRY}.txt").rename(news / "moved.txt")
    ran = town("index", "--json")
    document = json.loads(ran.stdout)
    assert fits(document, INDEX)
    assert ran.status == 4
    assert document["counts"] == {
        "added": 1, "changed": 1, "renamed": 1, "removed": 1, "unchanged": ARTICLES - 3,
        "skipped": 1,
    }  # fmt: skip
    assert [each["path"] for each in document["added"]] == ["news/new.txt"]
    assert document["changed"] == [{"id": CLOCK, "path": f"news/town/004_{CLOCK}.txt"}]
    assert [each["path"] for each in document["renamed"]] == ["news/moved.txt"]
    assert document["removed"] == [{"id": GEESE, "path": f"news/harbour/003_{GEESE}.txt"}]
    assert document["skipped"][0]["cause"] == "binary"
    assert document["articles"] == ARTICLES


def test_offsets_are_places_in_the_text_that_show_returns(indexed: Newscli) -> None:
    for query in ("ferry OR restrictions OR café", "時計"):
        for hit in json.loads(indexed("search", query, "--json", "--all").stdout)["hits"]:
            text = json.loads(indexed("show", hit["id"], "--json").stdout)["text"]
            for passage in hit["passages"]:
                assert text[passage["start"] : passage["end"]] == passage["text"]
                assert passage["hits"]
                for start, end in passage["hits"]:
                    assert passage["start"] <= start < end <= passage["end"]
                    assert text[start:end].lower().rstrip("s") in {
                        "ferry", "restriction", "restricted", "時計", "café",
                    }  # fmt: skip


def test_the_paragraphs_of_an_article_are_told_by_kind(indexed: Newscli) -> None:
    article = json.loads(indexed("show", FERRY, "--json").stdout)
    assert [each["kind"] for each in article["paragraphs"]] == [
        "heading", "lead", "quote", "body", "caption", "body", "body",
    ]  # fmt: skip
    text, quote, caption = article["text"], article["paragraphs"][2], article["paragraphs"][4]
    assert text[slice(*quote["attribution"])] == "Ada Fennimore, ferry pilot"
    assert text[slice(*caption["credit"])] == "(Tobias Quill/AP)"


def test_one_object_a_line_is_the_same_object(indexed: Newscli) -> None:
    document = json.loads(indexed("search", "clock", "--json").stdout)
    lines = indexed("search", "clock", "--jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == document["hits"]


def test_an_empty_answer_is_a_document_and_status_1(indexed: Newscli) -> None:
    found = indexed("search", "fery", "--json")
    document = json.loads(found.stdout)
    assert (found.status, document["total"], document["hits"]) == (1, 0, [])
    assert document["suggestion"] == {"word": "ferry", "articles": 2}
    assert indexed("search", "fery", "--jsonl").stdout == ""
    listed = indexed("list", "--on", "1999", "--json")
    assert (listed.status, json.loads(listed.stdout)["articles"]) == (1, [])


@pytest.mark.parametrize("words", [["search", "("], ["list", "--since", "x"], ["show", "dead"]])
def test_an_error_is_never_on_standard_output(indexed: Newscli, words: list[str]) -> None:
    asked = indexed(*words, "--json")
    assert (asked.stdout, asked.stderr[:7]) == ("", "error: ")


def test_the_query_is_repeated_as_it_was_understood(indexed: Newscli) -> None:
    asked = indexed(
        "search", "button", "--any", "--since", "2021-01", "--until", "yesterday",
        "--in", "town", "--json",
    )  # fmt: skip
    document = json.loads(asked.stdout)
    assert document["query"] == {
        "raw": "button", "since": "2021-01-01", "until": "2021-01-31", "in": "town",
        "any": True, "same": None,
    }  # fmt: skip
    assert MARKET in {hit["id"] for hit in document["hits"]}
    listed = json.loads(indexed("list", "--in", "town", "--json").stdout)
    assert listed["query"] == {"since": None, "until": None, "in": "town"}

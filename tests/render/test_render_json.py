"""Documents for programs, compared byte by byte."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quillmere import (
    FERRY,
    article_of,
    content_of,
    doctor_answer,
    index_answer,
    list_answer,
    nothing,
    printed,
    search_answer,
    shown,
    status_answer,
)

from newscli.core.article import ArticleDate, Kind
from newscli.core.results import Suggestion
from newscli.render.form import Form, Look
from newscli.render.untrusted import DANGEROUS

LOOK = Look()


def test_a_search_is_one_document() -> None:
    assert printed(search_answer(), Form.JSON, LOOK) == (
        """\
{"schema": "newscli.search/1",
 "query": {"raw": "ferry", "since": "2031-01-01", "until": null, "in": null, "any": false, \
"same": null},
 "total": 128,
 "offset": 0,
 "limit": 3,
 "sort": "relevance",
 "suggestion": null,
 "facets": [],
 "folded": 0,
 "hits": [
  {"rank": 1, "id": "feedfacecafe0001", "date": "2031-02-03", \
"headline": "Harbour ferry returns to Quillmere after nine winters", "headline_derived": false, \
"path": "news/ferry.txt", "score": 7.25, "words": 97, "passages": [\
{"paragraph": 3, "kind": "lead", "start": 69, "end": 225, "text": "The harbour ferry of Quillmere \
will sail again on Monday, nine winters after the last one was sold for its brass, the town \
council decided by a single vote.", "hits": [[81, 86]]}, \
{"paragraph": 7, "kind": "caption", "start": 500, "end": 587, "text": "The ferry at the old quay, \
seen from the customs house (Tobias Quill/Quillmere Lantern)", "hits": [[504, 509]]}]},
  {"rank": 2, "id": "feedfacecafe0002", "date": "2031-01", \
"headline": "鈴の町から届いた時計、クイルミアの塔で初めて鳴る", "headline_derived": false, \
"path": "news/clock.txt", "score": 1.5, "words": 1204, "passages": [{"paragraph": 1, \
"kind": "lead", "start": 0, "end": 20, "text": "塔の時計は町の ferry よりも古い。", \
"hits": [[8, 13]]}]},
  {"rank": 3, "id": "feedfacecafe0003", "date": null, \
"headline": "Geese refuse the ferry, and walk round the whole harbour of Quillmere in a line \
that took the afternoon ...", "headline_derived": true, "path": "news/geese.txt", \
"score": 0.0312, "words": 12, "passages": []}]}
"""
    )


def test_nothing_found_is_a_document_too() -> None:
    assert printed(nothing(Suggestion("ferry", 3)), Form.JSON, LOOK) == (
        """\
{"schema": "newscli.search/1",
 "query": {"raw": "fery", "since": null, "until": null, "in": null, "any": false, "same": null},
 "total": 0,
 "offset": 0,
 "limit": 10,
 "sort": "relevance",
 "suggestion": {"word": "ferry", "articles": 3},
 "facets": [],
 "folded": 0,
 "hits": []}
"""
    )


def test_lines_are_the_same_hits() -> None:
    lines = printed(search_answer(), Form.JSONL, LOOK).splitlines()
    document = json.loads(printed(search_answer(), Form.JSON, LOOK))
    assert [json.loads(line) for line in lines] == document["hits"]


def test_a_list_names_its_articles() -> None:
    document = json.loads(printed(list_answer(), Form.JSON, LOOK))
    assert document.pop("articles")[2] == {
        "rank": 3,
        "id": "feedfacecafe0003",
        "date": None,
        "headline": (
            "Geese refuse the ferry, and walk round the whole harbour of Quillmere in a line "
            "that took the afternoon ..."
        ),
        "headline_derived": True,
        "path": "news/geese.txt",
        "words": 12,
    }
    assert document == {
        "schema": "newscli.list/1",
        "query": {"since": None, "until": None, "in": None},
        "total": 3,
        "offset": 0,
        "limit": 10,
        "sort": "newest",
    }


SMALL = article_of(
    content_of(
        (Kind.HEADING, "Bell rung"),
        (Kind.QUOTE, "Ring it Ada Fennimore, ferry pilot"),
        (Kind.CAPTION, "The bell (Tobias Quill/Quillmere Lantern)"),
        headline="Bell rung",
        date=ArticleDate(2031, 2, 3),
        byline="Odo Marsh",
        dateline="QUILLMERE",
        notes=("the encoding was guessed: cp1252",),
    )
)
ARTICLE = """\
{"schema": "newscli.article/1",
 "id": "feedfacecafe0001",
 "date": "2031-02-03",
 "date_source": "header",
 "headline": "Bell rung",
 "headline_derived": false,
 "byline": "Odo Marsh",
 "dateline": "QUILLMERE",
 "path": "news/ferry.txt",
 "words": 14,
 "text": "Bell rung\\n\\nRing it Ada Fennimore, ferry pilot\\n\\n\
The bell (Tobias Quill/Quillmere Lantern)",
 "paragraphs": [
  {"number": 1, "kind": "heading", "start": 0, "end": 9},
  {"number": 2, "kind": "quote", "start": 11, "end": 45, "attribution": [19, 45]},
  {"number": 3, "kind": "caption", "start": 47, "end": 88, "credit": [56, 88]}],
 "hits": [[34, 39]],
 "notes": ["the encoding was guessed: cp1252"]}
"""


def test_one_article_is_one_document() -> None:
    assert printed([shown(SMALL)], Form.JSON, LOOK) == ARTICLE


def test_several_articles_are_one_document_of_the_same_articles() -> None:
    document = json.loads(printed([shown(SMALL), shown(SMALL)], Form.JSON, LOOK))
    one = json.loads(ARTICLE)
    assert document == {"schema": "newscli.articles/1", "total": 2, "articles": [one, one]}


def test_lines_are_one_article_each_even_if_there_is_but_one() -> None:
    (line,) = printed([shown(SMALL)], Form.JSONL, LOOK).splitlines()
    assert json.loads(line) == json.loads(ARTICLE)


def test_status_tells_everything_it_knows() -> None:
    assert printed(status_answer(), Form.JSON, LOOK) == (
        """\
{"schema": "newscli.status/1",
 "location": "/home/ada/.local/share/newscli/index",
 "format": "whoosh/1",
 "size": 4123456,
 "age": 10920,
 "articles": 1303,
 "words": 45120,
 "undated": 1,
 "first": "2030-11",
 "last": "2031-02-03",
 "pending": {"added": 0, "changed": 0, "renamed": 0, "removed": 0},
 "folders": [
  {"path": "news", "articles": 1300, "globs": [], "missing": false},
  {"path": "old news", "articles": 3, "globs": ["*.html"], "missing": true}],
 "by": "month",
 "bars": [
  {"label": "2030-11", "articles": 3},
  {"label": "2030-12", "articles": 0},
  {"label": "2031-01", "articles": 1200},
  {"label": "2031-02", "articles": 100}]}
"""
    )


def test_an_index_run_counts_by_outcome_and_names_the_files() -> None:
    assert printed(index_answer(), Form.JSON, LOOK) == (
        """\
{"schema": "newscli.index/1",
 "dry_run": false,
 "folders": ["news"],
 "articles": 1303,
 "seconds": 2.25,
 "counts": {"added": 2, "changed": 1, "renamed": 0, "removed": 1, "unchanged": 1300, "skipped": 1},
 "added": [
  {"id": "feedfacecafe0001", "path": "news/ferry.txt"},
  {"id": "feedfacecafe0002", "path": "news/clock.txt"}],
 "changed": [
  {"id": "feedfacecafe0003", "path": "news/geese.txt"}],
 "renamed": [],
 "removed": [
  {"id": "feedfacecafe0009", "path": null}],
 "skipped": [
  {"path": "/news/photo.txt", "cause": "not text", "detail": "NUL bytes"}],
 "notes": [
  {"path": "/news/ferry.txt", "notes": ["the encoding was guessed: cp1252"]}]}
"""
    )


def test_doctor_names_every_file_of_a_finding() -> None:
    document = json.loads(printed(doctor_answer(), Form.JSON, LOOK))
    assert document["schema"] == "newscli.doctor/1"
    assert [len(finding["paths"]) for finding in document["findings"]] == [1, 23]
    assert document["findings"][0] == {
        "kind": "undated",
        "message": "1 article has no date",
        "advice": "`list` shows it last",
        "serious": False,
        "paths": ["news/geese.txt"],
        "notes": [{"path": "news/geese.txt", "notes": ["tells of no day"]}],
    }


@pytest.mark.parametrize("answer", [status_answer(), index_answer(), doctor_answer()])
def test_what_has_no_hits_is_one_line(answer: object) -> None:
    document = printed(answer, Form.JSON, LOOK)  # type: ignore[arg-type]
    (line,) = printed(answer, Form.JSONL, LOOK).splitlines()  # type: ignore[arg-type]
    assert json.loads(line) == json.loads(document)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\x1b[31m", "\\u001b[31m"),
        ("\x7f\x9b", "\\u007f\\u009b"),
        ("a\u202eb", "a\\u202eb"),
        ("caf\udce9", "caf\\udce9"),
        ("\u2028", "\\u2028"),
        ("\U000e0041", "\\udb40\\udc41"),
        ("鈴 é", "鈴 é"),
    ],
)
def test_dangerous_characters_stay_escaped(text: str, written: str) -> None:
    article = article_of(content_of((Kind.BODY, text), headline=text))
    assert f' "headline": "{written}",\n' in printed([shown(article)], Form.JSON, LOOK)


def test_a_stream_that_is_not_utf_8_gets_ascii() -> None:
    article = article_of(content_of((Kind.BODY, "鈴"), headline="鈴"))
    drawn = printed([shown(article)], Form.JSON, Look(unicode=False))
    assert ' "headline": "\\u9234",\n' in drawn
    assert drawn.isascii()


@given(st.text(st.characters(exclude_categories=())), st.booleans(), st.booleans())
def test_any_text_comes_back_as_it_was(text: str, unicode: bool, lines: bool) -> None:
    answer = shown(article_of(content_of((Kind.BODY, text), headline=text)), "x", text)
    form = Form.JSONL if lines else Form.JSON
    drawn = printed([answer], form, Look(unicode=unicode))
    document = json.loads(drawn)
    # A pair of lone surrogates is one character to whoever reads JSON.
    same = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert (document["text"], document["path"], document["id"]) == (same, same, FERRY)
    assert not DANGEROUS.search(drawn)
    assert unicode or drawn.isascii()

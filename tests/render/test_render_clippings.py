"""Articles written out: the exact sentences, what is derived said to be, nothing to be run."""

import csv
import json
from io import StringIO
from pathlib import Path

import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from quillmere import article_of, content_of, ferry_article

from newscli.core.answers import Clipping
from newscli.core.article import Article, ArticleDate, DateSource, Kind
from newscli.core.choices import ExportForm
from newscli.core.passages import every
from newscli.core.query import Word
from newscli.core.reading import Words, highlights, merged
from newscli.render.clippings import writer
from newscli.render.clippings.bib import plain as in_tex
from newscli.render.clippings.csv import harmless
from newscli.render.clippings.md import plain as in_markdown
from newscli.stemming import stem

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "schemas" / "export.json").read_text(encoding="utf-8")
)


def clipping(article: Article, word: str = "") -> Clipping:
    if not word:
        return Clipping(article, "news/ferry.txt", is_whole=True)
    content = article.content
    lit = highlights(Word(word), Words(content.text, stem, content))
    return Clipping(article, "news/ferry.txt", tuple(every(content, lit)), merged(lit))


def written(form: ExportForm, *clippings: Clipping) -> str:
    stream = StringIO()
    write = writer(form, stream).write
    for each in clippings:
        write(each)
    return stream.getvalue()


def small(**about: object) -> Article:
    content = content_of(
        (Kind.LEAD, "The bell & the ferry: 50% off.\n- @mayor says so."), headline="Bell #1"
    )
    return article_of(content._replace(**about))  # type: ignore[arg-type]


def test_markdown_quotes_each_passage_and_says_where_it_stands() -> None:
    article = small(date=ArticleDate(2031, 2, 3), date_source=DateSource.HEADER, byline="Odo *M*")
    assert written(ExportForm.MD, clipping(article, "mayor")) == (
        "## Bell \\#1\n"
        "\n"
        "2031-02-03 · `feedfacecafe0001` · news/ferry.txt · by Odo \\*M\\*\n"
        "(date read in the header)\n"
        "\n"
        "> \\- @mayor says so.\n"
        "\n"
        "¶1, characters 31–48\n"
        "\n"
    )


def test_text_gives_whole_articles_where_no_words_were_asked_for() -> None:
    article = small(headline_derived=True)
    assert written(ExportForm.TXT, clipping(article), clipping(article, "bell")) == (
        "Bell #1\n"
        "undated · feedfacecafe0001 · news/ferry.txt\n"
        "(headline derived from the first words of the text)\n"
        "\n"
        "The bell & the ferry: 50% off.\n- @mayor says so.\n"
        "\n\n"
        "Bell #1\n"
        "undated · feedfacecafe0001 · news/ferry.txt\n"
        "(headline derived from the first words of the text)\n"
        "\n"
        "¶1 0–30\n"
        "The bell & the ferry: 50% off.\n"
    )


def test_bibtex_names_an_author_only_where_there_is_a_byline() -> None:
    bare = small(headline_derived=True)
    assert written(ExportForm.BIB, clipping(bare, "bell")) == (
        "@misc{newscli-feedfacecafe0001,\n"
        "  title = {{Bell \\#1}},\n"
        "  note = {headline derived from the first words of the text; id feedfacecafe0001; "
        "file news/ferry.txt},\n"
        "  annote = {[par. 1, characters 0-30] The bell \\& the ferry: 50\\% off.}\n"
        "}\n\n"
    )
    known = small(date=ArticleDate(2031, 2), byline="Odo and Ada {Marsh}")
    entry = written(ExportForm.BIB, clipping(known))
    assert "  author = {{Odo and Ada {\\textbraceleft}Marsh{\\textbraceright}}},\n" in entry
    assert "  date = {2031-02},\n  year = {2031},\n  month = feb,\n" in entry
    assert "annote" not in entry


def test_a_table_has_a_row_for_each_passage() -> None:
    article = small(date=ArticleDate(2031, 2, 3), date_source=DateSource.TEXT)
    written_out = written(ExportForm.CSV, clipping(article, "the"), clipping(article))
    head, first, whole = csv.DictReader(StringIO(written_out)), *csv.DictReader(
        StringIO(written_out)
    )  # fmt: skip
    assert head.fieldnames
    assert (first["start"], first["end"], first["kind"]) == ("0", "30", "lead")
    assert first["passage"] == "The bell & the ferry: 50% off."
    assert (whole["id"], whole["passage"], whole["date_source"]) == (
        "feedfacecafe0001", "", "text",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@mayor", "'@mayor"),
        ("- so it goes", "'- so it goes"),
        ("+44 1", "'+44 1"),
        ("  =cmd", "'  =cmd"),
        ("\t=cmd", "'\t=cmd"),
        ("1 = 1", "1 = 1"),
        ("", ""),
    ],
)
def test_no_cell_is_taken_for_a_formula(text: str, cell: str) -> None:
    assert harmless(text) == cell


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*a* _b_ `c` [d](e)", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e)"),
        ("# one", "\\# one"),
        ("1. one\n2) two\n2021 was", "1\\. one\n2\\) two\n2021 was"),
        ("- a\n+ b\n=== c", "\\- a\n\\+ b\n\\=== c"),
        ("<script> &amp; ~~x~~", "\\<script\\> \\&amp; \\~\\~x\\~\\~"),
        ("\x1b[2J", "␛\\[2J"),
    ],
)
def test_no_sign_of_a_text_is_taken_for_markdown(text: str, escaped: str) -> None:
    assert in_markdown(text) == escaped


@given(st.text(alphabet="a{}\\%$#_&~^ é", max_size=40))
def test_braces_balance_in_whatever_bibtex_reads(text: str) -> None:
    depth = 0
    for character in in_tex(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


def test_json_lines_hold_the_article_and_its_passages() -> None:
    lines = written(
        ExportForm.JSONL, clipping(ferry_article(), "ferry"), clipping(ferry_article())
    ).splitlines()
    fits = fastjsonschema.compile(SCHEMA)
    found, whole = (fits(json.loads(line)) for line in lines)
    assert whole["passages"] == []
    assert len(found["passages"]) == 4
    for passage in found["passages"]:
        assert found["text"][passage["start"] : passage["end"]] == passage["text"]
        for start, end in passage["hits"]:
            assert found["text"][start:end].lower() == "ferry"


@pytest.mark.parametrize("form", ExportForm)
def test_what_drives_a_terminal_is_made_visible_or_escaped(form: ExportForm) -> None:
    hostile = content_of((Kind.LEAD, "bell \x1b[2J \u202e rings"), headline="\x1b]0;x\x07 bell")
    article = article_of(hostile)
    shown = written(form, clipping(article, "bell"), Clipping(article, "caf\udce9\x1b", ()))
    assert not set(shown) & set("\x1b\x07\u202e\udce9")


@given(st.text(max_size=60), st.sampled_from(ExportForm))
def test_any_text_can_be_written(text: str, form: ExportForm) -> None:
    article = article_of(content_of((Kind.LEAD, f"x {text} bell"), headline=text or "x"))
    shown = written(form, clipping(article, "bell"), clipping(article))
    assert shown.encode("utf-8")
    if form is ExportForm.CSV:
        assert {len(row) for row in csv.reader(StringIO(shown, newline=""))} == {14}

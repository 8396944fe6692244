"""The data folder is a Whoosh index: Whoosh opens it, and all that it asks is answered."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import stock
from fakes import Files
from grown import STATES, snapshot
from indexes import ARCHIVE, build
from invented import invented
from whoosh import query
from whoosh.index import open_dir
from whoosh.query.spans import SpanFirst, SpanNear
from whoosh.reading import TermNotFound
from whoosh.searching import Searcher
from whoosh.sorting import FieldFacet

from newscli.engines.whoosh.fields import STEMS, WORDS
from newscli.stemming import stem

Ask = Callable[[Any], Any]
"""Asks a reader something, whatever its codec is."""


@contextmanager
def readers(state: str, files: Files) -> Iterator[tuple[Any, Any]]:
    """Open the columns as Whoosh does, and their twin in the stock codec."""
    with snapshot(state, files) as found:
        yield open_dir(found.directory).reader(), stock.twin(found, stem)


def word(text: str) -> query.Query:
    return query.Term(WORDS, text)


QUERIES = [
    word("harbor"),
    word("nowhere"),
    query.Term(STEMS, "storm"),
    query.Term("folder", "/news/b c"),
    query.Term("first", "2021"),
    query.Term("last", "2021-03-31"),
    query.And([word("harbor"), word("storm")]),
    query.Or([word("harbor"), word("storm"), word("nowhere")]),
    query.Or([word("harbor"), word("storm")], boost=2.0),
    query.Not(word("harbor")),
    query.AndNot(word("harbor"), word("storm")),
    query.AndMaybe(word("harbor"), word("storm")),
    query.DisjunctionMax([word("harbor"), word("storm")]),
    query.ConstantScoreQuery(word("harbor"), 3.0),
    query.Phrase(WORDS, ["storm", "the"]),
    query.Phrase(STEMS, ["storm", "harbor"], slop=3),
    query.Prefix(WORDS, "har"),
    query.Wildcard(WORDS, "h?r*"),
    query.Regex(WORDS, "st.+m"),
    query.FuzzyTerm(WORDS, "harbr", maxdist=1),
    query.FuzzyTerm(WORDS, "strm", maxdist=2, prefixlength=1),
    query.TermRange(WORDS, "harbor", "mill"),
    query.Every(),
    query.Every(WORDS),
    query.NullQuery,
    SpanNear(word("storm"), word("harbor"), slop=5, ordered=False),
    SpanFirst(word("storm"), limit=3),
]


@pytest.fixture(scope="module")
def files() -> Files:
    return invented(200)


@pytest.mark.parametrize("state", STATES)
def test_whoosh_searches_with_its_own_queries_and_scores(files: Files, state: str) -> None:
    with readers(state, files) as (columns, twin):
        for each in QUERIES:
            for limit in (3, None):
                found = Searcher(columns).search(each, limit=limit)
                wanted = Searcher(twin).search(each, limit=limit)
                assert [(hit.docnum, hit.score) for hit in found] == [
                    (hit.docnum, pytest.approx(hit.score, abs=1e-6)) for hit in wanted
                ]


@pytest.mark.parametrize("facet", ["first", "last", "id"])
@pytest.mark.parametrize("is_reversed", [False, True])
def test_whoosh_sorts_by_a_column(files: Files, facet: str, is_reversed: bool) -> None:
    by = FieldFacet(facet, reverse=is_reversed)
    with readers(STATES[1], files) as (columns, twin):
        found, wanted = (
            [hit.docnum for hit in Searcher(each).search(query.Every(), limit=50, sortedby=by)]
            for each in (columns, twin)
        )
        assert found == wanted


def test_whoosh_groups_by_a_column(files: Files) -> None:
    with readers(STATES[1], files) as (columns, twin):
        found, wanted = (
            Searcher(each).search(word("storm"), limit=None, groupedby="first").groups()
            for each in (columns, twin)
        )
        assert found == wanted


def of_terms(reader: Any) -> dict[Any, Any]:
    """Return what is known of every term; Whoosh's own numbers ignore deletions."""
    return {
        term: (
            info.doc_frequency(),
            info.weight(),
            info.max_weight(),
            info.min_length(),
            info.max_length(),
            info.min_id(),
            info.max_id(),
            reader.doc_frequency(*term),
            reader.frequency(*term),
        )
        for term, info in reader
    }


STORED = ("count", "record", "content")
ASKED: dict[str, Ask] = {
    "terms": lambda reader: list(reader.all_terms()),
    "terms from": lambda reader: list(reader.terms_from(STEMS, b"storm")),
    "what is known of terms": of_terms,
    "lexicons": lambda reader: {
        field: list(reader.lexicon(field)) for field in reader.schema.names() if field not in STORED
    },
    "names": lambda reader: list(reader.field_terms("folder")),
    "a prefix": lambda reader: list(reader.expand_prefix(WORDS, "st")),
    "no prefix": lambda reader: list(reader.expand_prefix(WORDS, "qqq")),
    "a term that is not there": lambda reader: (
        (WORDS, "nowhere") in reader,
        reader.doc_frequency(WORDS, "nowhere"),
        reader.frequency(WORDS, "nowhere"),
    ),
    "articles": lambda reader: list(reader.iter_docs()),
    "numbers": lambda reader: (
        reader.doc_count(),
        reader.doc_count_all(),
        reader.has_deletions(),
        list(reader.all_doc_ids()),
    ),
    "stored fields": lambda reader: list(reader.all_stored_fields()),
    "sums of lengths": lambda reader: [reader.field_length(each) for each in (WORDS, STEMS, "id")],
    "least and greatest": lambda reader: [
        (reader.min_field_length(each), reader.max_field_length(each)) for each in (WORDS, STEMS)
    ],
    "columns": lambda reader: {
        field: [reader.column_reader(field)[each] for each in range(reader.doc_count_all())]
        for field in ("id", "first", "last", "record", "content")
    },
    "a whole column": lambda reader: list(reader.column_reader("id")),
    "fields with columns": lambda reader: [
        field for field in reader.schema.names() if reader.has_column(field)
    ],
    "fields with terms": lambda reader: sorted(reader.indexed_field_names()),
    "similar words": lambda reader: sorted(reader.terms_within(WORDS, "storm", 2)),
    "a correction": lambda reader: reader.corrector(WORDS).suggest("harbr", limit=3),
    "frequent words": lambda reader: reader.most_frequent_terms(WORDS, 5, "st"),
    "vectors": lambda reader: reader.has_vector(0, WORDS),
}


@pytest.mark.parametrize("what", ASKED)
@pytest.mark.parametrize("state", STATES)
def test_a_reader_answers_as_one_over_the_stock_codec(files: Files, state: str, what: str) -> None:
    with readers(state, files) as (columns, twin):
        assert ASKED[what](columns) == ASKED[what](twin)


def test_a_cursor_goes_through_the_terms_of_its_field(files: Files) -> None:
    with readers(STATES[0], files) as (columns, twin):
        for field in (WORDS, STEMS, "first", "id"):
            cursor, stock_cursor = columns.cursor(field), twin.cursor(field)
            while stock_cursor.is_valid():
                assert cursor.is_valid()
                assert cursor.text() == cursor.term() == stock_cursor.text()
                assert cursor.term_info().weight() == stock_cursor.term_info().weight()
                assert cursor.next() == stock_cursor.next()
            assert (cursor.is_valid(), cursor.text(), cursor.term_info()) == (False, None, None)
            assert cursor.next() is None
            assert cursor.first() == stock_cursor.first()
            for wanted in ("st", b"storm", "~", ""):
                assert cursor.find(wanted) == stock_cursor.find(wanted)


def test_a_term_that_is_not_there_has_no_postings(files: Files) -> None:
    with readers(STATES[0], files) as (columns, _):
        for field, text in ((WORDS, "nowhere"), ("id", "ff"), ("record", "x"), ("none", "x")):
            with pytest.raises(TermNotFound):
                columns.postings(field, text)
        with pytest.raises(TermNotFound):
            columns.term_info(WORDS, "nowhere")


def test_postings_can_be_gone_through_and_skipped_as_any_others(files: Files) -> None:
    with readers(STATES[0], files) as (columns, twin):
        for text in ("storm", "harbor", "us"):
            found, wanted = columns.postings(WORDS, text), twin.postings(WORDS, text)
            numbers = list(wanted.all_ids())
            assert list(found.all_ids()) == numbers
            wanted = twin.postings(WORDS, text)
            for number in numbers[::3]:
                found.skip_to(number)
                wanted.skip_to(number)
                assert (found.id(), found.weight()) == (number, wanted.weight())
                assert found.copy().id() == number
                positions = found.value_as("positions")
                assert found.format.decode_positions(found.value()) == positions
                assert list(found.spans()) == list(wanted.spans())
            found.reset()
            assert found.id() == numbers[0]


ONCE = """
import sys
from whoosh import index, query
found = index.open_dir(sys.argv[1])
with found.searcher() as searcher:
    print(len(searcher.search(query.Term("stems", "harbor"))), found.doc_count())
"""


def test_a_program_that_knows_nothing_but_whoosh_opens_it(tmp_path: Path) -> None:
    build(tmp_path, Files(dict(ARCHIVE)))
    (directory,) = (each for each in (tmp_path / "index").iterdir() if each.is_dir())
    done = subprocess.run(
        [sys.executable, "-c", ONCE, str(directory)], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("3 4\n", "")


def test_days_are_looked_up_as_days_months_and_years(tmp_path: Path) -> None:
    with readers(STATES[0], Files(dict(ARCHIVE))) as (columns, _):
        texts = [each.decode() for each in columns.lexicon("first")]
        assert texts[:3] == ["2020", "2020-12", "2020-12-31"]
        assert texts[3:] == ["2021", "2021-03", "2021-03-01", "2021-03-02"]
        day = date(2021, 3, 2).toordinal()
        assert day in list(columns.column_reader("first"))

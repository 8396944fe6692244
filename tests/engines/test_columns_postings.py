"""Every posting of an index is what reading its articles word by word gives."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import stock
from fakes import Files, article
from grown import STATES, snapshot
from invented import invented
from whoosh.util.numeric import byte_to_length, length_to_byte

from newscli.core.article import Content
from newscli.engines.whoosh.codec.opened import POSITION_BITS, OpenedSegment
from newscli.engines.whoosh.codec.postings import HALF
from newscli.engines.whoosh.fields import STEMS, WORDS
from newscli.engines.whoosh.snapshot import Snapshot
from newscli.stemming import stem

SEED = Path(__file__).parents[2] / "seeds" / "000_42846cca978d07a3.txt"

Postings = dict[tuple[str, str], dict[int, tuple[list[int], float]]]
"""By field and term: in which article, at which positions, of what weight."""


def by_definition(contents: list[Content]) -> Postings:
    found: Postings = defaultdict(dict)
    for number, content in enumerate(contents):
        for field, terms in stock.invert(content, stem).items():
            for term, (positions, weight) in terms.items():
                found[field, term][number] = list(positions), weight
    return found


def by_matchers(reader: Any) -> Postings:
    """Read all postings as Whoosh's queries do; those of deleted articles are left out."""
    found: Postings = defaultdict(dict)
    for field, text in reader.all_terms():
        if field in (WORDS, STEMS):
            postings = reader.postings(field, text)
            term = text.decode("utf-8", "surrogateescape")
            while postings.is_active():
                assert postings.value_as("frequency") == len(postings.value_as("positions"))
                at = list(postings.value_as("positions"))
                found[field, term][postings.id()] = at, postings.weight()
                postings.next()
    return found


def by_columns(segment: OpenedSegment) -> Postings:
    """Read all postings of a segment a column at a time, in each of the ways there are."""
    found: Postings = defaultdict(dict)
    dictionary = segment.dictionary
    for number, text in enumerate(dictionary.terms.all()):
        rows = dictionary.rows(number)
        articles = list(segment.postings.articles[rows.start : rows.stop])
        weights = segment.postings.weights(rows)
        frequencies = list(segment.postings.frequencies(rows))
        flat, places = segment.unpacked(number)
        assert [end - start for start, end in places.values()] == frequencies
        tokens = [divmod(each, 1 << POSITION_BITS) for each in segment.tokens(number)]
        term = text.decode("utf-8", "surrogateescape")
        for held_in, weight in zip(articles, weights, strict=True):
            positions = list(segment.positions_in(number, held_in))
            assert positions == list(flat[slice(*places[held_in])])
            assert positions == [at for of, at in tokens if of == held_in]
            found[WORDS, term][held_in] = positions, weight / HALF
    return found


def contents(found: Snapshot) -> list[Content]:
    return [found.article(number).content for number in range(found.reader.doc_count_all())]


def live(postings: Postings, found: Snapshot) -> Postings:
    """Return the postings without the deleted articles, and without terms that only they have."""
    kept = {
        term: {number: at for number, at in each.items() if not found.reader.is_deleted(number)}
        for term, each in postings.items()
    }
    return {term: each for term, each in kept.items() if each}


def lengths(found: list[Content]) -> Iterator[int]:
    for content in found:
        exact = stock.length(stock.invert(content, stem)[WORDS])
        yield byte_to_length(length_to_byte(exact))


@pytest.fixture(scope="module")
def files() -> Files:
    found = invented(300)
    found.texts["/news/seed.txt"] = SEED.read_text(encoding="utf-8")
    return found


@pytest.mark.parametrize("state", STATES)
def test_every_posting_is_what_reading_the_article_gives(files: Files, state: str) -> None:
    with snapshot(state, files) as found:
        assert by_matchers(found.reader) == live(by_definition(contents(found)), found)


@pytest.mark.parametrize("state", STATES)
def test_every_column_of_postings_says_the_same(files: Files, state: str) -> None:
    with snapshot(state, files) as found:
        for segment in found.segments:
            stored = contents(found)[segment.offset :][: len(segment.columns.articles)]
            expected = {
                term: articles
                for term, articles in by_definition(stored).items()
                if term[0] == WORDS
            }
            assert by_columns(segment.columns) == expected


@pytest.mark.parametrize("state", STATES)
def test_every_length_is_what_reading_the_article_gives(files: Files, state: str) -> None:
    with snapshot(state, files) as found:
        reader = found.reader
        stored = contents(found)
        for field in (WORDS, STEMS):
            kept = [reader.doc_field_length(number, field) for number in range(len(stored))]
            assert kept == list(lengths(stored))


def test_what_is_stored_is_what_was_read(files: Files) -> None:
    expected = {path: article(text, path).content for path, text in files.texts.items()}
    with snapshot(STATES[0], files) as found:
        stored = [found.article(number) for number in found.numbers()]
        assert {each.path: each.content for each in stored} == expected


ODD_COUNTS = [1, 127, 128, 253, 254, 255, 256, 257, 510, 511, 70_000]


@pytest.mark.parametrize("count", ODD_COUNTS)
def test_a_word_that_stands_so_many_times_is_counted(count: int) -> None:
    body = "heron " * count
    texts = {"/news/1.txt": f"A mill.\n\nNo bird.\n\n{body}", "/news/2.txt": "A heron."}
    with snapshot(STATES[0], Files(texts)) as found:
        (segment,) = found.segments
        held = by_columns(segment.columns)[WORDS, "heron"]
        assert {len(at) for at, _ in held.values()} == {count, 1}
        assert held == by_definition(contents(found))[WORDS, "heron"]


SIGNS = [
    "—" * 300,
    " — " * 300 + "\n\nA mill. And then a pond.",
    "...",
    "— — —",
    "***\n\n***",
    "",
    "\x00\x00",
    "...\n\nA heron came. Then it went.",
    "ـُ\n\nـُ.",
]


@pytest.mark.parametrize("text", SIGNS, ids=repr)
def test_signs_are_no_words_and_a_part_of_signs_alone_is_nowhere(text: str) -> None:
    files = Files({"/news/1.txt": text, "/news/2.txt": "A mill.\n\nA pond was near it."})
    with snapshot(STATES[0], files) as found:
        assert by_matchers(found.reader) == by_definition(contents(found))


def test_positions_beyond_65535_are_kept_and_those_below_beside_them() -> None:
    long = " ".join(f"word{number % 1000}" for number in range(70_000))
    texts = {"/news/1.txt": f"{long} heron", "/news/2.txt": "A heron.", "/news/3.txt": long}
    for state in STATES:
        with snapshot(state, Files(texts)) as found:
            assert by_matchers(found.reader) == live(by_definition(contents(found)), found)

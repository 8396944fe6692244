"""Segments that were merged are, byte for byte, the segment that would have been built at once."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from fakes import Files, article, update
from hypothesis import given, settings
from hypothesis import strategies as st
from indexes import whoosh
from invented import invented

from newscli.core.article import Article
from newscli.core.query import Word
from newscli.engines.whoosh import tiers
from newscli.engines.whoosh.codec.columnfile import ColumnFile
from newscli.engines.whoosh.codec.opened import ENDINGS, OpenedSegment
from newscli.engines.whoosh.writing import runs
from newscli.engines.whoosh.writing.merging import merge
from newscli.engines.whoosh.writing.segmentwriter import SegmentWriter
from newscli.stemming import stem

UNLIKE = {"records", "recends", "recblock", "texts", "textends", "textblock", "sums"}
"""Columns that may be cut into other blocks."""
COUNT = 60


@cache
def articles() -> tuple[Article, ...]:
    """Invented articles, among them one whose words are too many for a byte."""
    texts = invented(COUNT - 2, longest=40).texts
    texts["/news/often.txt"] = "A mill.\n\n" + "heron " * 400 + "storm " * 255
    texts["/news/none.txt"] = "..."
    ids = (f"{number * 0x9E3779B97F4A7C15 % (1 << 64):016x}" for number in range(COUNT))
    return tuple(article(text, path, as_id=next(ids)) for path, text in texts.items())


class Bench:
    """A folder of segments, each known by its number."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._count = 0

    def _new(self) -> str:
        self._count += 1
        return str(self._count)

    def path(self, name: str) -> str:
        return f"{self._folder}/{name}"

    def opened(self, name: str) -> OpenedSegment:
        return OpenedSegment(self._folder, name)

    def build(self, found: Sequence[Article]) -> str:
        writer = SegmentWriter(stem)
        for each in found:
            writer.add(each)
        name = self._new()
        writer.write(self.path(name))
        return name

    def merge(self, *parts: tuple[str, frozenset[int]]) -> str:
        segments = [(self.opened(each), deleted) for each, deleted in parts]
        name = self._new()
        assert merge(self.path(name), segments, stem)
        return name

    def assert_alike(self, one: str, other: str) -> None:
        for ending in ENDINGS:
            files = [ColumnFile(self.path(each) + ending) for each in (one, other)]
            kinds = files[0].kinds()
            assert files[1].kinds() == kinds
            for column in [name for name, _ in kinds if name not in UNLIKE]:
                first, second = (each.column(column).whole.tolist() for each in files)
                assert first == second, (ending, column)
        left, right = (self.opened(each).articles for each in (one, other))
        for number in range(len(left)):
            assert left.records[number] == right.records[number]
            assert left.contents[number] == right.contents[number]


def cut(found: Sequence[Article], places: Sequence[int]) -> list[Sequence[Article]]:
    """Cut the articles into segments, none of them empty."""
    edges = sorted({0, *places, len(found)})
    return [found[start:end] for start, end in pairwise(edges)]


numbers = st.integers(0, COUNT - 1)


@settings(deadline=None, max_examples=25)
@given(st.lists(numbers, max_size=5), st.sets(numbers, max_size=COUNT - 1), st.booleans())
def test_segments_merged_are_one_built_of_what_was_kept(
    places: Sequence[int], gone: set[int], in_small_steps: bool
) -> None:
    kept = [each for at, each in enumerate(articles()) if at not in gone]
    with TemporaryDirectory() as folder:
        bench, start = Bench(folder), 0
        parts = []
        for part in cut(articles(), places):
            deleted = frozenset(at - start for at in gone if start <= at < start + len(part))
            parts.append((bench.build(part), deleted))
            start += len(part)
        at_once = 50 if in_small_steps else runs.AT_ONCE
        with patch.object(runs, "AT_ONCE", at_once):
            merged = bench.merge(*parts)
        bench.assert_alike(merged, bench.build(kept))


def test_a_merge_of_merges_is_one_built_at_once(tmp_path: Path) -> None:
    bench = Bench(str(tmp_path))
    all_kept: frozenset[int] = frozenset()
    small = [bench.build(articles()[at : at + 5]) for at in range(0, COUNT, 5)]
    middle = [
        bench.merge(*((each, all_kept) for each in small[at : at + 3])) for at in range(0, 12, 3)
    ]
    merged = bench.merge(*((each, all_kept) for each in middle))
    bench.assert_alike(merged, bench.build(articles()))


def test_a_segment_written_anew_is_the_same(tmp_path: Path) -> None:
    bench = Bench(str(tmp_path))
    whole = bench.build(articles())
    bench.assert_alike(bench.merge((whole, frozenset())), whole)


def test_articles_stay_in_their_blocks_where_none_was_deleted(tmp_path: Path) -> None:
    bench = Bench(str(tmp_path))
    first, second = bench.build(articles()[:9]), bench.build(articles()[9:])
    merged = bench.opened(bench.merge((first, frozenset()), (second, frozenset()))).articles
    assert bytes(merged.contents.packed(0)) == bytes(
        bench.opened(first).articles.contents.packed(0)
    )
    assert bytes(merged.contents.packed(1)) == bytes(
        bench.opened(second).articles.contents.packed(0)
    )


def test_nothing_is_written_when_all_are_deleted(tmp_path: Path) -> None:
    bench = Bench(str(tmp_path))
    parts = [bench.build(articles()[:3]), bench.build(articles()[3:5])]
    gone = [frozenset(range(3)), frozenset(range(2))]
    segments = [(bench.opened(each), deleted) for each, deleted in zip(parts, gone, strict=True)]
    before = sorted(each.name for each in tmp_path.iterdir())
    assert merge(bench.path("none"), segments, stem) == 0
    assert sorted(each.name for each in tmp_path.iterdir()) == before


def test_a_segment_all_deleted_leaves_no_trace_in_the_others(tmp_path: Path) -> None:
    bench = Bench(str(tmp_path))
    first, gone, last = (bench.build(part) for part in cut(articles(), (20, 40)))
    merged = bench.merge((first, frozenset()), (gone, frozenset(range(20))), (last, frozenset()))
    bench.assert_alike(merged, bench.build([*articles()[:20], *articles()[40:]]))


def test_articles_without_a_word_are_merged(tmp_path: Path) -> None:
    bench = Bench(str(tmp_path))
    silent = [replace(article("..."), id=f"{number:016x}") for number in range(3)]
    parts = [bench.build(silent[:1]), bench.build(silent[1:])]
    bench.assert_alike(bench.merge(*((each, frozenset()) for each in parts)), bench.build(silent))


@pytest.fixture(scope="module")
def many() -> list[Article]:
    one, other = article("A heron."), article("A mill and a heron.")
    return [replace((one, other)[at % 2], id=f"{at:016x}") for at in range((1 << 16) + 2)]


@pytest.mark.parametrize(("more", "kind"), [(0, "H"), (1, "I")])
def test_an_articles_number_takes_two_bytes_while_it_can(
    tmp_path: Path, many: list[Article], more: int, kind: str
) -> None:
    bench = Bench(str(tmp_path))
    count = (1 << 16) + more
    segment = bench.opened(bench.build(many[:count]))
    heron = segment.dictionary.terms.find(b"heron")
    assert heron is not None
    assert segment.postings.articles.whole.format == kind
    rows = segment.dictionary.rows(heron)
    assert list(segment.postings.articles[rows.start : rows.stop]) == list(range(count))
    assert [segment.positions_in(heron, at)[0] for at in (0, 1, count - 1)][:2] == [1, 4]


def test_numbers_grow_and_shrink_with_what_is_merged(tmp_path: Path, many: list[Article]) -> None:
    bench = Bench(str(tmp_path))
    gone = frozenset({0, 7})
    first, last = bench.build(many[:40_000]), bench.build(many[40_000:])
    wide = bench.merge((first, frozenset()), (last, frozenset()))
    bench.assert_alike(wide, bench.build(many))
    narrow = bench.merge((wide, gone))
    bench.assert_alike(narrow, bench.build([*many[1:7], *many[8:]]))
    assert bench.opened(wide).postings.articles.whole.format == "I"
    assert bench.opened(narrow).postings.articles.whole.format == "H"


def sizes(location: Path, files: Files) -> list[int]:
    """Index one file after the other; return how many articles each segment has in the end."""
    so_far = Files()
    with whoosh(location, fresh=True) as engine, patch("os.fsync"):
        for path, text in files.texts.items():
            so_far.texts[path] = text
            update(engine, so_far)
        assert engine.count(Word("heron")) == len(files.texts)
        snapshot = engine._snapshot  # type: ignore[attr-defined]
        return [len(each.columns.articles) for each in snapshot.segments]


HERONS = Files({f"/news/{at}.txt": f"Heron {at} came to the pond." for at in range(40)})


def test_many_small_runs_leave_few_segments(tmp_path: Path) -> None:
    with patch.multiple(tiers, FACTOR=3, _FIRST_TIER=1):
        found = sizes(tmp_path, HERONS)
    assert sum(found) == 40
    assert len(found) <= 3 * 4


def test_no_segment_is_made_larger_than_the_largest(tmp_path: Path) -> None:
    with patch.multiple(tiers, FACTOR=3, _FIRST_TIER=1, MOST_ARTICLES=10):
        found = sizes(tmp_path, HERONS)
    assert sum(found) == 40
    assert max(found) <= 10


def test_no_segment_is_made_of_more_bytes_than_a_merge_may_hold(tmp_path: Path) -> None:
    with patch.multiple(tiers, FACTOR=3, _FIRST_TIER=1, MOST_BYTES=1):
        found = sizes(tmp_path, HERONS)
    assert found == [1] * 40

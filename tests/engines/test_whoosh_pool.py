"""Postings come out by term, however few of them fit into memory."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.engines.whoosh.pool import Item, PostingPool

terms = st.binary(max_size=3) | st.sampled_from([b"storm", b"storms", "über".encode(), b"a\0b"])
articles = st.lists(
    st.dictionaries(
        st.tuples(st.sampled_from(["words", "stems", "id"]), terms),
        st.tuples(st.sampled_from([0.0, 1.0, 2.5]), st.binary(max_size=8)),
        max_size=6,
    ),
    max_size=8,
)


def items_of(read: list[dict[tuple[str, bytes], tuple[float, bytes]]]) -> list[Item]:
    return [
        (field, term, number, weight, positions)
        for number, postings in enumerate(read)
        for (field, term), (weight, positions) in postings.items()
    ]


@settings(deadline=None)
@given(articles, st.sampled_from([0, 300, 1_000, 1 << 20]))
def test_postings_come_out_by_field_then_term_then_article(
    read: list[dict[tuple[str, bytes], tuple[float, bytes]]], limit: int
) -> None:
    items = items_of(read)
    with TemporaryDirectory() as folder:
        pool = PostingPool(folder, limit)
        for item in items:
            pool.add(item)
        assert list(pool.iter_postings()) == sorted(items)


@pytest.mark.parametrize(("limit", "runs"), [(0, 20), (1 << 20, 0)])
def test_what_does_not_fit_into_memory_goes_to_files(tmp_path: Path, limit: int, runs: int) -> None:
    pool = PostingPool(str(tmp_path), limit)
    for number in range(20):
        pool.add(("words", b"term%d" % number, number, 1.0, b"\0\0\0\0"))
    assert len(list(tmp_path.iterdir())) == runs

"""The best articles of a common word are found without scoring most of the others."""

import os
from collections.abc import Iterator
from tempfile import TemporaryDirectory

import pytest
from indexes import WHOLE, built
from invented import invented
from whoosh.util.numeric import byte_to_length

from newscli.engines.whoosh.bulk.bulk import Segment
from newscli.engines.whoosh.bulk.pruning import highest
from newscli.engines.whoosh.bulk.question import SLACK
from newscli.engines.whoosh.codec.postings import HALF
from newscli.engines.whoosh.scoring import norm
from newscli.engines.whoosh.snapshot import Snapshot

ARTICLES = 4_000


@pytest.fixture(scope="module")
def segment() -> Iterator[Segment]:
    with TemporaryDirectory() as location, built(WHOLE, invented(ARTICLES), location):
        snapshot = Snapshot.open(os.path.join(location, "index"))
        (only,) = snapshot.segments
        yield only
        snapshot.close()


def norms_for(average: float) -> list[float]:
    return [HALF * norm(byte_to_length(code), average) for code in range(256)]


@pytest.mark.parametrize("average", [5.0, 60.0, 75.0, 90.0, 400.0])
@pytest.mark.parametrize("wanted", [1, 10, 300])
def test_the_best_articles_of_every_term_are_found(
    segment: Segment, wanted: int, average: float
) -> None:
    norms, columns = norms_for(average), segment.columns
    for term in columns.dictionary.words(""):
        found = highest(columns, term, wanted, 1.0, norms)
        everything = highest(columns, term, ARTICLES, 1.0, norms)
        assert len(everything.articles) == everything.total == found.total
        last = sorted(everything.keys)[: max(wanted, 1)][-1]
        best = {
            article
            for article, key in zip(everything.articles, everything.keys, strict=True)
            if key <= last + SLACK
        }
        assert best <= set(found.articles)


def test_most_articles_of_a_common_word_are_left_unscored(segment: Segment) -> None:
    dictionary = segment.columns.dictionary
    term = max(dictionary.words(""), key=lambda term: len(dictionary.rows(term)))
    found = highest(segment.columns, term, 10, 1.0, norms_for(80.0))
    assert found.total == len(dictionary.rows(term)) > ARTICLES / 2
    assert len(found.articles) < found.total / 2

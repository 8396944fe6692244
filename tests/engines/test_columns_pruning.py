"""The best articles are found without scoring most of the others."""

import os
from collections.abc import Iterator
from tempfile import TemporaryDirectory

import pytest
from indexes import WHOLE, built
from invented import invented
from whoosh.util.numeric import byte_to_length

from newscli.core.query import And, Node, Not, Or, Phrase, Single, View, Word
from newscli.engines.whoosh.bulk.bulk import Segment
from newscli.engines.whoosh.bulk.columns import ColumnQuestion
from newscli.engines.whoosh.bulk.pruning import highest
from newscli.engines.whoosh.bulk.question import SLACK, Scoring
from newscli.engines.whoosh.bulk.terms import Terms
from newscli.engines.whoosh.codec.postings import HALF
from newscli.engines.whoosh.scoring import norm
from newscli.engines.whoosh.snapshot import Snapshot
from newscli.stemming import stem

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


def words_of(segment: Segment) -> list[Word]:
    """Return the words of a segment, the commonest first."""
    dictionary = segment.columns.dictionary
    numbers = sorted(dictionary.words(""), key=lambda at: -len(dictionary.rows(at)))
    return [Word(dictionary.terms[at].decode(), View.EXACT) for at in numbers]


@pytest.mark.parametrize("wanted", [1, 10, 300])
def test_the_best_articles_of_several_words_are_found(segment: Segment, wanted: int) -> None:
    words = words_of(segment)
    common, often, seldom, rare = words[0], words[1], words[len(words) // 2], words[-1]
    gains: dict[Single, float] = {common: 0.3, often: 0.5, seldom: 2.0, rare: 3.0}
    scoring = Scoring(gains, norms_for(75.0))
    asked = ColumnQuestion(segment.columns, Terms(segment.columns, stem), frozenset())
    trees: list[Node] = [
        Or((common, often, seldom, rare)),
        Or((common, common)),
        And((common, often)),
        Or((And((common, seldom)), Phrase((often, common)), rare)),
        And((Or((often, rare)), Not(seldom))),
    ]
    for tree in trees:
        everything = asked.best(tree, None, scoring, float("inf"))
        found = asked.best(tree, wanted, scoring, float("inf"))
        assert found.total == everything.total == len(everything.articles)
        scores = dict(zip(everything.articles, everything.keys, strict=True))
        for article, key in zip(found.articles, found.keys, strict=True):
            assert key == pytest.approx(scores[article], abs=1e-9)
        assert sorted(found.keys)[:wanted] == pytest.approx(sorted(everything.keys)[:wanted])

"""Whatever is asked of whatever archive, all engines find the same articles."""

from contextlib import ExitStack
from itertools import pairwise
from tempfile import TemporaryDirectory

import pytest
from fakes import Files, update
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from indexes import KINDS, MEMORY, PARTED, WHOLE, built
from trees import archives, in_parts, leaves, trees

from newscli.core.choices import Sort
from newscli.core.query import Everything, InPart, Leaf, Node, Word
from newscli.core.reading import Words, highlights
from newscli.core.results import Hit, PageRequest
from newscli.engines.port import Engine
from newscli.stemming import stem

# A smaller failing example would cost minutes: every one builds several indexes.
slow = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


def found(engine: Engine, tree: Node, sort: Sort = Sort.RELEVANCE) -> list[Hit]:
    page = engine.search(tree, PageRequest(limit=None, sort=sort))
    assert page.total == len(page.hits)
    return list(page.hits)


def ids(hits: list[Hit]) -> list[str]:
    return [hit.summary.id for hit in hits]


def places(engine: Engine, tree: Node) -> dict[str, tuple[object, ...]]:
    return {
        each.id: (each.date, list(each.starts), list(each.ends)) for each in engine.located(tree)
    }


def rank(hit: Hit) -> tuple[float, int, str]:
    day = hit.summary.date.first.toordinal() if hit.summary.date else 0
    return (-round(hit.score, 9), -day, hit.summary.id)


@settings(slow, max_examples=60)
@given(archives(), st.lists(trees, min_size=6, max_size=12))
def test_engines_agree_on_what_a_query_means(files: Files, queries: list[Node]) -> None:
    with ExitStack() as opened:
        engines = [
            opened.enter_context(built(kind, files, opened.enter_context(TemporaryDirectory())))
            for kind in KINDS
        ]
        for tree in queries:
            memory, *others = engines
            wanted = set(ids(found(memory, tree)))
            for engine in others:
                assert set(ids(found(engine, tree))) == wanted
                assert engine.count(tree) == len(wanted)
                assert set(engine.matching(tree)) == set(memory.matching(tree))
                assert places(engine, tree) == places(memory, tree)
                for sort in (Sort.NEWEST, Sort.OLDEST):
                    assert ids(found(engine, tree, sort)) == ids(found(memory, tree, sort))


@settings(slow, max_examples=40)
@given(archives(), st.lists(trees, min_size=4, max_size=8))
def test_engines_agree_on_the_dates_and_the_words_of_what_matches(
    files: Files, queries: list[Node]
) -> None:
    with ExitStack() as opened:
        memory, *others = (
            opened.enter_context(built(kind, files, opened.enter_context(TemporaryDirectory())))
            for kind in KINDS
        )
        for tree in (Everything(), *queries):
            dates, frequencies = memory.dates(tree), memory.frequencies(tree)
            near, runs = memory.near(tree, 2), memory.runs(tree, 2, 4, 2)
            in_articles = memory.document_frequencies(queries, tree, 2)
            for engine in others:
                assert engine.near(tree, 2) == near
                assert engine.runs(tree, 2, 4, 2) == runs
                assert engine.document_frequencies(queries, tree, 2) == in_articles
                assert engine.dates(tree) == dates
                assert engine.directories(tree) == memory.directories(tree)
                assert engine.frequencies(tree) == frequencies


@settings(slow, max_examples=25)
@given(archives())
def test_engines_agree_on_what_they_hold(files: Files) -> None:
    with ExitStack() as opened:
        memory, *others = (
            opened.enter_context(built(kind, files, opened.enter_context(TemporaryDirectory())))
            for kind in KINDS
        )
        for engine in others:
            assert list(engine.vocabulary()) == list(memory.vocabulary())
            assert engine.known() == memory.known()
            assert set(engine.records()) == set(memory.records())
            assert set(engine.sketches()) == set(memory.sketches())
            wanted = [*memory.resolve("")[::2], "0" * 16]
            expected = dict(memory.profiles(wanted))
            held = dict(engine.profiles(wanted))
            assert held.keys() == expected.keys()
            for id, profile in held.items():
                assert list(profile) == list(expected[id])
                assert profile == pytest.approx(expected[id])
            for id in memory.resolve(""):
                assert engine.fetch(id) == memory.fetch(id)


@settings(slow, max_examples=25)
@given(archives(), st.lists(trees, min_size=4, max_size=8))
def test_the_best_come_first_then_the_newer_then_by_id(files: Files, queries: list[Node]) -> None:
    with TemporaryDirectory() as location, built(PARTED, files, location) as engine:
        for tree in queries:
            hits = found(engine, tree)
            assert all(rank(one) < rank(next_one) for one, next_one in pairwise(hits))
            pages = [engine.search(tree, PageRequest(1, at)).hits for at in range(len(hits))]
            assert [hit for page in pages for hit in page] == hits


@settings(slow, max_examples=25)
@given(archives(), st.lists(leaves | in_parts, min_size=4, max_size=8))
def test_what_is_found_lights_up(files: Files, queries: list[Leaf | InPart]) -> None:
    with TemporaryDirectory() as location, built(WHOLE, files, location) as engine:
        for leaf in queries:
            for hit in found(engine, leaf):
                content = engine.fetch(hit.summary.id).content
                assert highlights(leaf, Words(content.text, stem, content))


@settings(slow, max_examples=25)
@given(archives(), st.lists(trees, min_size=4, max_size=8), st.integers(1, 6))
def test_the_way_the_index_grew_does_not_change_scores(
    files: Files, queries: list[Node], first: int
) -> None:
    begun = Files(dict(list(files.texts.items())[:first]))
    with (
        TemporaryDirectory() as one,
        TemporaryDirectory() as other,
        built(WHOLE, files, one) as whole,
        built(WHOLE, begun, other) as grown,
    ):
        update(grown, files)
        for tree in queries:
            expected = {hit.summary.id: round(hit.score, 6) for hit in found(whole, tree)}
            scores = {hit.summary.id: round(hit.score, 6) for hit in found(grown, tree)}
            assert scores == expected


@settings(slow, max_examples=25)
@given(archives(), st.lists(archives(), min_size=1, max_size=3), trees)
def test_an_index_that_was_kept_up_to_date_is_as_one_that_was_built(
    first: Files, later: list[Files], tree: Node
) -> None:
    last = later[-1]
    with (
        TemporaryDirectory() as one,
        built(WHOLE, first, one) as kept,
        built(MEMORY, last, one) as anew,
    ):
        for day, files in enumerate(later):
            files.times = dict.fromkeys(files.texts, day + 2)
            update(kept, files)
        assert sorted(texts_of(kept, tree)) == sorted(texts_of(anew, tree))
        assert list(kept.vocabulary()) == list(anew.vocabulary())


def texts_of(engine: Engine, tree: Node) -> list[tuple[str, str]]:
    articles = [engine.fetch(hit.summary.id) for hit in found(engine, tree)]
    return [(article.path, article.content.text) for article in articles]


def test_a_word_of_a_quote_that_only_repeats_another_is_found() -> None:
    quote = "we never saw the heron come back to the mill pond in all those years"
    files = Files({"/news/1.txt": f"{quote} Ann Moor\n\n{quote} Ann Moor on herons"})
    with TemporaryDirectory() as location, built(WHOLE, files, location) as engine:
        assert engine.count(Word("heron")) == 1

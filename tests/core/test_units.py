"""Queries asked of sentences and paragraphs: as if each were an article of its own."""

from datetime import date

import pytest
from fakes import Reading, article
from hypothesis import given
from hypothesis import strategies as st

from newscli.core import language
from newscli.core.choices import Unit
from newscli.core.glancing import Glance
from newscli.core.matching import matches, occurrences
from newscli.core.passages import LONGEST, sentences
from newscli.core.query import (
    And,
    Dated,
    Fuzzy,
    InFolder,
    InPart,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    Regex,
    View,
    Wildcard,
    Word,
    leaves,
)
from newscli.core.reading import Words, highlights
from newscli.core.units import Units, widened
from newscli.stemming import stem

TODAY = date(2021, 2, 1)
TEXT = """\
 date 2021-01-10 Bell of the ferry

The bell rang. The ferry came at noon, and no goose was there.

Mr. Quill heard the bell of the ferry! “The ferry bells,” said a goose. Then it was dark.

鈴の町。鐘が鳴る。
"""


def asked(query: str, unit: Unit, text: str = TEXT) -> list[str]:
    tree = language.parse(query, today=TODAY).tree
    found = article(text)
    units = Units(tree, unit, stem).answering(found.content, "/news")
    return [span.of(found.content.text) for _, span in units]


@pytest.mark.parametrize(
    ("query", "sentences_found"),
    [
        ("bell ferry", ["Bell of the ferry", "Mr. Quill heard the bell of the ferry!",
                        "“The ferry bells,” said a goose."]),
        ("bell ferry -goose", ["Bell of the ferry", "Mr. Quill heard the bell of the ferry!"]),
        ("=bell noon", []),
        ('"bell rang" OR "ferry came"', ["The bell rang.",
                                         "The ferry came at noon, and no goose was there."]),
        ("bell NEAR/3 ferry -headline:bell", ["Mr. Quill heard the bell of the ferry!",
                                              "“The ferry bells,” said a goose."]),
        ("rang came", []),
        ("bell date:2021-01 -Quill -said -of", ["The bell rang."]),
        ("bell date:2020", []),
        ("rang in:news", ["The bell rang."]),
        ("rang in:town", []),
        ("鐘", ["鐘が鳴る。"]),
        ("鈴 鐘", []),
    ],
)  # fmt: skip
def test_a_sentence_answers_as_an_article_would(query: str, sentences_found: list[str]) -> None:
    assert asked(query, Unit.SENTENCE) == sentences_found


def test_a_paragraph_answers_as_an_article_would() -> None:
    first = "The bell rang. The ferry came at noon, and no goose was there."
    assert asked("rang came", Unit.PARAGRAPH) == [first]
    assert asked("rang came -goose", Unit.PARAGRAPH) == []
    assert asked("鈴 鐘", Unit.PARAGRAPH) == ["鈴の町。鐘が鳴る。"]


WORDS = ("bell", "bells", "ferry", "Ferry", "US", "us", "鈴", "quay", "goose.", "goose!", "“bell”")
BODIES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join), min_size=1, max_size=4
).map("\n\n".join)
PLAIN = st.sampled_from(
    [Word("bell"), Word("bells", View.EXACT), Word("US", View.CAPITAL), Word("us"), Word("ferry")]
)
PHRASES = st.builds(Phrase, st.tuples(PLAIN, PLAIN), st.integers(0, 2))
LEAVES: st.SearchStrategy[Leaf | InPart] = st.one_of(
    PLAIN,
    PHRASES,
    st.sampled_from([Wildcard("f*"), Fuzzy("bell", 1), Regex("goo.e")]),
    st.builds(Near, PLAIN, PHRASES, st.integers(1, 4)),
    st.builds(InPart, st.sampled_from(Part), PLAIN),
)
TREES: st.SearchStrategy[Node] = st.recursive(
    LEAVES | st.sampled_from([Dated(None, TODAY), InFolder("town")]),
    lambda child: st.one_of(
        st.lists(child, min_size=1, max_size=3).map(lambda nodes: And(tuple(nodes))),
        st.lists(child, min_size=1, max_size=3).map(lambda nodes: Or(tuple(nodes))),
        child.map(Not),
    ),
    max_leaves=5,
)


@given(BODIES, TREES)
def test_the_candidates_hold_every_unit_that_answers(body: str, tree: Node) -> None:
    found = article(f" date 2021-01-10 {body}")
    for unit in Unit:
        if any(Units(tree, unit, stem).answering(found.content, "/news")):
            assert matches(widened(tree), Reading(found, stem))


NO_PARTS = TREES.filter(lambda tree: not any(isinstance(leaf, InPart) for leaf in leaves(tree)))


@given(BODIES, NO_PARTS)
def test_a_unit_answers_just_as_if_it_were_all_of_the_article(body: str, tree: Node) -> None:
    """Each unit is cut out and matched as a text of its own, by brute force."""
    tree = _without_parts(tree)
    found = article(f" date 2021-01-10 {body}")
    content = found.content
    spans = [paragraph.span for paragraph in content.paragraphs]
    units = {
        Unit.PARAGRAPH: spans,
        Unit.SENTENCE: [one for span in spans for one in sentences(content.text, span)],
    }
    for unit, every in units.items():
        expected = []
        for span in every:
            alone = Reading(found, stem)
            alone.words = Words(span.of(content.text), stem)
            alone.directory = "/news"
            if matches(tree, alone):
                expected.append(span)
        found_units = Units(tree, unit, stem).answering(content, "/news")
        assert [span for _, span in found_units] == expected


def _without_parts(tree: Node) -> Node:
    """Take parts out below a Not, where `leaves` does not look."""
    match tree:
        case And(nodes):
            return And(tuple(map(_without_parts, nodes)))
        case Or(nodes):
            return Or(tuple(map(_without_parts, nodes)))
        case Not(child):
            return Not(_without_parts(child))
        case InPart(_, leaf):
            return leaf
        case _:
            return tree


@given(BODIES, TREES)
def test_a_glance_sees_what_all_the_words_say(body: str, tree: Node) -> None:
    found = article(body)
    glance = Glance(stem)
    for _ in range(2):  # the second time from what is known
        seen, said = glance.at(found.content), Words(found.content.text, stem, found.content)
        assert highlights(tree, seen) == highlights(tree, said)
        for leaf in leaves(tree):
            assert occurrences(leaf, seen) == occurrences(leaf, said)


def test_a_unit_is_shown_with_every_hit_in_it_and_none_beside() -> None:
    found = article(TEXT)
    tree = language.parse("bell ferry", today=TODAY).tree
    units = Units(tree, Unit.SENTENCE, stem)
    _, second, *_ = units.answering(found.content, "/news")
    passage = units.shown(found.content, *second)
    assert passage.text == "Mr. Quill heard the bell of the ferry!"
    assert [hit.of(found.content.text) for hit in passage.hits] == ["bell", "ferry"]
    assert (passage.cut_before, passage.cut_after) == (False, False)


@pytest.mark.parametrize(("gap", "longest"), [(50, LONGEST), (900, 1000)])
def test_a_unit_that_runs_on_is_cut_to_the_shortest_stretch_that_holds_all(
    gap: int, longest: int
) -> None:
    far = "and so on " * (gap // 10)
    text = f"Quay\n\n{'a bell before ' * 60}{far}the bell {far}of the ferry {'behind ' * 60}"
    found = article(text)
    tree = language.parse("bell ferry", today=TODAY).tree
    units = Units(tree, Unit.PARAGRAPH, stem)
    ((paragraph, unit),) = units.answering(found.content, "/news")
    passage = units.shown(found.content, paragraph, unit)
    lit = [hit.of(found.content.text) for hit in passage.hits]
    assert lit[-2:] == ["bell", "ferry"]
    assert len(passage.text) <= longest
    assert passage.cut_before
    assert passage.cut_after
    assert found.content.text[passage.start : passage.end] == passage.text

"""Hypothesis strategies: small invented archives, and queries of every kind about them."""

from datetime import date

from fakes import Files
from hypothesis import strategies as st

from newscli.core.analysis import words
from newscli.core.query import (
    And,
    Dated,
    Everything,
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
)

SURFACES = (
    *("storm", "storms", "Storm's", "STORM", "stormy", "harbor", "harbors", "Harbour", "US", "us"),
    *("U.S.", "US's", "NATO", "Nato", "O’Brien", "o'brien", "AT&T", "covid-19", "2.5", "1,400"),
    *("café", "cafe", "Übung", "to", "be", "or", "not", "the", "who", "lift", "lifted", "lifting"),
    *("restrictions", "restricted", "北京", "東京都", "Москва", "Москве", "กรุง", "İstanbul", "ﬁsh"),
    *("😀", "a"),
)
HEADS = ["", " date 2021-03-02 ", " date 2021-03 ", " date 2020-12-31 ", " date 2021-04-01 "]
PATHS = ["/news/a", "/news/a/deep", "/news/b c", "/news/d\udce9j\udce0", "/news"]
DAYS = [
    None,
    date(2020, 12, 31),
    date(2021, 1, 1),
    date(2021, 3, 1),
    date(2021, 3, 2),
    date(2021, 3, 31),
    date(2021, 4, 30),
]

_FORMS = sorted({word.exact for surface in SURFACES for word in words(surface) if word.exact})
_CAPITALS = sorted({word.capital for text in SURFACES for word in words(text) if word.capital})

sentences = st.lists(st.sampled_from(SURFACES), min_size=1, max_size=9).map(" ".join)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw the text of a file, with a date, a headline, a byline, a quote and a caption or not."""
    head = draw(st.sampled_from(HEADS))
    top = [draw(sentences)] if draw(st.booleans()) else []
    byline = ["By Nora Quill"] if draw(st.booleans()) else []
    body = [f"{each}." for each in draw(st.lists(sentences, min_size=1, max_size=3))]
    quote = [f"{body[0][:-1]} {draw(sentences)}"] if draw(st.booleans()) else []
    caption = [f"{draw(sentences)} (Picture: Ola Finn)"] if draw(st.booleans()) else []
    return head + "\n\n".join(top + byline + body + quote + caption)


@st.composite
def archives(draw: st.DrawFn) -> Files:
    """Draw up to seven files in a few folders."""
    drawn = draw(st.lists(st.tuples(st.sampled_from(PATHS), texts()), max_size=7))
    return Files({f"{folder}/{at}.txt": text for at, (folder, text) in enumerate(drawn)})


plain_words = st.builds(Word, st.sampled_from(_FORMS), st.sampled_from([View.STEM, View.EXACT]))
any_words = plain_words | st.builds(Word, st.sampled_from(_CAPITALS), st.just(View.CAPITAL))
phrases = st.builds(
    Phrase,
    st.lists(plain_words, min_size=1, max_size=3).map(tuple),
    st.integers(0, 3),
)
patterns: st.SearchStrategy[Wildcard | Fuzzy | Regex] = (
    st.sampled_from(["*", "st*", "*s", "?", "h?rb*r", "*o*", "lift??", "東*", "м*"]).map(Wildcard)
    | st.builds(Fuzzy, st.sampled_from(_FORMS), st.integers(1, 2))
    | st.sampled_from(["lift(ed|ing)?", ".*", "[a-h].+", "st.rm", "^us|nato", r"\d.*"]).map(Regex)
)
leaves: st.SearchStrategy[Leaf] = (
    any_words
    | phrases
    | st.builds(Near, any_words | phrases, any_words | phrases, st.integers(1, 4))
    | patterns
)
limits: st.SearchStrategy[Node] = (
    st.builds(Dated, st.sampled_from(DAYS), st.sampled_from(DAYS))
    | st.sampled_from(["a", "deep", "a/deep", "/news/a", "b c", "/news", "x"]).map(InFolder)
    | st.just(Everything())
)
in_parts = st.builds(InPart, st.sampled_from(list(Part)), leaves)


def _joined(below: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(below, max_size=4).map(tuple)
    return st.builds(And, several) | st.builds(Or, several) | st.builds(Not, below)


trees: st.SearchStrategy[Node] = st.recursive(leaves | in_parts | limits, _joined, max_leaves=6)

"""What the Whoosh index makes of words: weights, capitals, scripts, odd lengths."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import pytest
from fakes import Files
from indexes import WHOLE, built

from newscli.core.query import (
    Everything,
    InFolder,
    InPart,
    Node,
    Part,
    Phrase,
    Regex,
    View,
    Wildcard,
    Word,
)
from newscli.core.results import PageRequest
from newscli.engines.port import Engine


@contextmanager
def index_of(texts: Mapping[str, str]) -> Iterator[Engine]:
    """Index texts by the names of their files."""
    files = Files({f"/news/{name}.txt": text for name, text in texts.items()})
    with TemporaryDirectory() as location, built(WHOLE, files, location) as engine:
        yield engine


def names(engine: Engine, tree: Node) -> list[str]:
    hits = engine.search(tree, PageRequest()).hits
    return [hit.summary.path.removeprefix("/news/").removesuffix(".txt") for hit in hits]


def scores(engine: Engine, tree: Node) -> dict[str, float]:
    hits = engine.search(tree, PageRequest()).hits
    return {hit.summary.path[6:-4]: round(hit.score, 9) for hit in hits}


FILLER = "The rest of the day was quiet in the town, and nobody came by."
QUOTE = "we never saw the heron come back to the mill pond in all those years"


def test_a_word_of_the_headline_weighs_more_than_one_of_the_lead_and_that_more_than_the_body() -> (
    None
):
    texts = {
        "body": f"Calm on the coast\n\nA quiet day was had.\n\nThen a heron came.\n\n{FILLER}",
        "headline": f"Heron on the coast\n\nA quiet day was had.\n\nThen a calm came.\n\n{FILLER}",
        "lead": f"Calm on the coast\n\nA heron day was had.\n\nThen a quiet came.\n\n{FILLER}",
    }
    with index_of(texts) as engine:
        assert names(engine, Word("heron")) == ["headline", "lead", "body"]


def test_a_derived_headline_weighs_nothing_on_top_of_the_words_it_was_cut_from() -> None:
    told = "A heron came to the pond on Monday.\n\nNobody else was there."
    with index_of({"one": told, "two": f" date 2021-03-02 {told}"}) as engine:
        assert len(set(scores(engine, Word("heron")).values())) == 1


def test_a_pull_quote_that_repeats_the_body_is_not_counted_twice() -> None:
    told = f"Nobody is at the pond.\n\n“{QUOTE},” said Ann Moor, who lives there.\n\n{FILLER}"
    texts = {"plain": told, "quoted": f"{told}\n\n{QUOTE} Ann Moor"}
    with index_of(texts) as engine:
        quoted = names(engine, InPart(Part.QUOTE, Word("heron")))
        weights = {name: weight(engine, name, "heron") for name in texts}
    assert quoted == ["quoted"]
    assert weights == {"plain": 1.0, "quoted": 1.0}


def weight(engine: Engine, name: str, stem: str) -> float:
    """Return the weight of a stem in an article, as the index holds it."""
    snapshot = engine._snapshot  # type: ignore[attr-defined]
    numbers = {snapshot.record(n).summary.path[6:-4]: n for n in snapshot.numbers()}
    postings = snapshot.reader.postings("stems", stem)
    postings.skip_to(numbers[name])
    found: float = postings.weight()
    return found


CAPITALS = {
    "states": "The US will answer.",
    "points": "The U.S. will answer.",
    "people": "They told us of it.",
    "shouted": "THEY TOLD US OF IT.",
}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (Word("US", View.CAPITAL), {"states", "points", "shouted"}),
        (Word("us", View.EXACT), {"states", "points", "people", "shouted"}),
        (Word("us", View.STEM), {"states", "points", "people", "shouted"}),
        (Word("us", View.CAPITAL), set()),
        (Word("US", View.EXACT), set()),
        (Word("TOLD", View.CAPITAL), {"shouted"}),
    ],
)
def test_capitals_are_a_form_of_their_own(word: Word, expected: set[str]) -> None:
    with index_of(CAPITALS) as engine:
        assert set(names(engine, word)) == expected


@pytest.mark.parametrize(
    "pattern",
    [Wildcard("*"), Wildcard("?lead"), Wildcard("*lead"), Wildcard("?US"), Regex(".*")],
    ids=str,
)
def test_what_the_index_keeps_beside_words_fits_no_pattern(pattern: Wildcard | Regex) -> None:
    with index_of({"empty": "...", "full": "The US answers, and goes."}) as engine:
        expected = ["full"] if pattern in {Wildcard("*"), Regex(".*")} else []
        assert names(engine, pattern) == expected
        assert [form for form, _ in engine.vocabulary()] == ["and", "answers", "goes", "the", "us"]


@pytest.mark.parametrize("form", ["\x01lead", "\x02US", "\x01", "\x02"])
def test_what_the_index_keeps_beside_words_cannot_be_asked_for(form: str) -> None:
    with index_of({"full": "The US answers, and goes."}) as engine:
        assert names(engine, Word(form, View.STEM)) == []
        assert list(engine.vocabulary(form)) == []
        assert names(engine, Wildcard(f"{form}*")) == []


SCRIPTS = [
    ("Über den Fluß", Word("uber"), True),
    ("Über den Fluß", Word("fluss"), True),
    ("Das Café ist zu", Word("cafe", View.EXACT), True),
    ("Привет, Москва", Word("москва"), True),
    ("台灣的海峽", Phrase((Word("海", View.EXACT), Word("峽", View.EXACT))), True),
    ("台灣的海峽", Phrase((Word("峽", View.EXACT), Word("海", View.EXACT))), False),
    ("สวัสดีครับ", Word("ส", View.EXACT), True),
    ("السلام عليكم", Word("السلام"), True),
    ("ગુજરાત સમાચાર", Word("સમાચાર"), True),
    ("한국어 신문", Word("신", View.EXACT), True),
    ("Ἀθῆναι", Word("αθηναι", View.EXACT), True),
    ("😀 smiles", Word("smile"), True),
    ("𝐁𝐨𝐥𝐝 letters", Word("bold", View.EXACT), True),
    ("\ud800 alone", Word("alone"), True),
]


@pytest.mark.parametrize(("text", "tree", "expected"), SCRIPTS, ids=str)
def test_words_of_any_script_are_found(text: str, tree: Node, expected: bool) -> None:
    with index_of({"one": f"{text} .", "other": FILLER}) as engine:
        assert names(engine, tree) == (["one"] if expected else [])


@pytest.mark.parametrize("letter", ["x", "ж", "\U00010400"])
def test_a_word_of_60_000_letters_is_found(letter: str) -> None:
    long = letter * 60_000
    with index_of({"one": f"A {long} of a word.", "other": FILLER}) as engine:
        form = next(form for form, _ in engine.vocabulary() if len(form) > 100)
        assert names(engine, Word(form, View.EXACT)) == ["one"]
        assert names(engine, Word(form, View.STEM)) == ["one"]
        assert names(engine, Wildcard(f"{form[:3]}*")) == ["one"]


def test_a_word_that_stands_100_000_times_is_found_where_it_stands() -> None:
    with index_of({"one": "heron " * 100_000 + "mill", "other": FILLER}) as engine:
        phrase = Phrase((Word("heron", View.EXACT), Word("mill", View.EXACT)))
        assert names(engine, phrase) == ["one"]


def test_articles_without_a_word_are_found_by_everything_but_words() -> None:
    with index_of({"empty": "", "spaces": " \n\n ", "signs": "--- !!! ---"}) as engine:
        assert len(names(engine, Everything())) == 3
        assert names(engine, Wildcard("*")) == []
        assert list(engine.vocabulary()) == []
        assert engine.summaries(engine.resolve(""))[0].words == 0


def test_undecodable_names_of_files_and_folders_survive() -> None:
    path = "d\udce9j\udce0 vu/caf\udce9"
    with index_of({path: "A heron."}) as engine:
        assert names(engine, InFolder("d\udce9j\udce0 vu")) == [path]
        assert engine.fetch(engine.resolve("")[0]).path == f"/news/{path}.txt"
        assert [each.path for each in engine.known().values()] == [f"/news/{path}.txt"]


def test_an_index_of_one_article_answers() -> None:
    with index_of({"one": "A heron."}) as engine:
        assert names(engine, Word("heron")) == ["one"]
        assert scores(engine, Word("heron"))["one"] > 0


def test_an_index_of_no_article_answers() -> None:
    with index_of({}) as engine:
        for tree in (Everything(), Word("heron"), Wildcard("*"), InFolder("news")):
            assert names(engine, tree) == []
            assert engine.count(tree) == 0
        assert (engine.resolve(""), list(engine.records()), engine.known()) == ([], [], {})
        engine.verify()

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.article import Content, Kind, Paragraph, Span
from newscli.core.passages import LONGEST, passages, sentences
from newscli.core.query import Node, Or, Phrase, View, Word
from newscli.core.reading import Highlight, Words, highlights
from newscli.core.results import Passage
from newscli.stemming import stem


def content(text: str, kinds: dict[int, Kind] | None = None, headline: str = "") -> Content:
    """An article whose paragraphs stand between empty lines; its headline begins the text."""
    found = re.finditer(r"\S(?:(?!\n\n).)*(?<=\S)", text, re.DOTALL)
    paragraphs = tuple(
        Paragraph(number, (kinds or {}).get(number, Kind.BODY), *each.span())
        for number, each in enumerate(found, start=1)
    )
    return Content(text, paragraphs, headline, True, Span(0, len(headline)))


def exact(form: str) -> Word:
    return Word(form, View.EXACT)


def best(text: str, tree: Node, limit: int = 9) -> list[str]:
    """The passages with brackets around their hits."""
    article = content(text)
    return [
        marked(each)
        for each in passages(article, highlights(tree, Words(text, stem, article)), limit)
    ]


def marked(passage: Passage) -> str:
    text = passage.text
    for hit in reversed(passage.hits):
        start, end = hit.start - passage.start, hit.end - passage.start
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


# --- sentences


@pytest.mark.parametrize(
    "text",
    [
        "It rained.|We went home.",
        "It rained!|Did we go home?|We did…|So there.",
        "What?!|Nobody knew.",
        "He waited...|Nobody came.",
        "He waited. . .|Nobody came.",
        "“No more,” she said.|“We are done.”|They left.",
        "She said “no.”|They left.",
        "(It rained.)|They left.",
        "It rained.|“Go home.”|(We did.)",
        "It rained. |\n We went home.",
        "It rained.|— Then it stopped.",
        "It was 2021.|Nobody came.",
        "It cost $2.5m.|Nobody paid.",
        "It rained.|7 people drowned.",
        "Дождь шёл.|Мы ушли.",
        "Il pleuvait.|Écoutez donc.",
        "下雨了。|我們回家！|「真的？」|好。",
        "雨です。|Then sun.",
    ],
)
def test_a_paragraph_is_cut_after_its_sentences(text: str) -> None:
    assert cut(text.replace("|", " " if "。" not in text else "")) == [
        each.strip() for each in text.split("|")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ferry late",
        "It rained",
        "Mr. Harbour met Dr. Quay and Prof. Pier.",
        "Sen. Ann Quay (R-Maine) and Rep. Joe Pier spoke.",
        "Gen. Ada Quay, Lt. Col. Pier and Sgt. Dock left.",
        "Sens. Quay and Pier, Reps. Dock and Mole, Govs. Weir and Gens. Ford and Hythe spoke.",
        "Messrs. Quay and Pier and Drs. Dock and Mole met SEN. WEIR and REP. FORD.",
        "Cmdr. Quay met Spc. Pier of Ste. Dock and Vice-Adm. Mole.",
        "Ann Quay (D-Md.) Tuesday met Joe Pier, R-Ga. Governor.",
        "The quay (off Mole St.) Tuesday flooded.",
        "H. Con. Res. 12 and S. Res. 9 passed.",
        "The U.S. Senate met at 9 a.m. Tuesday.",
        "J. R. Harbour and J.K. Quay met.",
        "Ann Quay, Ph.D. Fellow, spoke.",
        "St. John’s is near Mt. Fog and Ft. Dock.",
        "They left on Jan. 6 and came back on Sept. 9.",
        "No. 7 beat No. 9.",
        "Quay Inc. Chairman Joe Pier Jr. Himself spoke.",
        "It rose 2.5 percent, to $1,400.50 a day.",
        "“Stop!” she said.",
        "What? you ask.",
        "It rained... and rained.",
        "It rained . . . and rained.",
        "he wrote “no.” then left",
        "e.g. the quay, i.e. the dock",
        "it rained. we went home. nobody cared",
        "дождь шёл. мы ушли",
        "See example.com for more",
        "Yahoo! said so",
        "an iPhone. iPads too",
        "......",
        "?",
    ],
)
def test_a_sentence_is_not_cut_in_two(text: str) -> None:
    assert cut(text) == ([text] if text else [])


def test_an_abbreviation_may_open_a_paragraph_inside_a_text() -> None:
    text = "It rained.\n\nMr. Harbour left."
    assert [span.of(text) for span in sentences(text, Span(12, 29))] == ["Mr. Harbour left."]


def test_a_word_that_ends_like_an_abbreviation_ends_a_sentence() -> None:
    assert cut("They saw the fens. Nobody else did.") == ["They saw the fens.", "Nobody else did."]
    assert cut("It broadened our senses. It is not used by Sens") == [
        "It broadened our senses.",
        "It is not used by Sens",
    ]
    assert cut("He moved to Ga. Nobody else did.") == ["He moved to Ga.", "Nobody else did."]
    assert cut("It was a long-drawn-out imbroglio. Then no.") == [
        "It was a long-drawn-out imbroglio.",
        "Then no.",
    ]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (".", 1),
        (". ", 1),
        ("!?”", 1),
        (" .", 1),
        ("a.b", 1),
        (" Mr.", 1),
        ("\n", 1),
        (" x. y", 1),
        (" I go. You", 30_001),
        ("。", 2),
        ("雨。", 30_001),
    ],
)
def test_a_paragraph_of_any_length_is_cut_as_fast_as_any(unit: str, expected: int) -> None:
    assert len(cut("a" + unit * 30_000 + "b")) == expected


PROSE = st.lists(
    st.sampled_from(
        ["It ", "rained", ". ", "Mr. ", "U.S. ", "“", "”", "! ", "?", "…", "2.5 ", "。", "雨", "\n"]
    )
).map("".join)


@given(PROSE | st.text(), st.data())
def test_sentences_cover_their_paragraph_in_order(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = sentences(text, Span(start, end))
    ends = [start, *(at for span in spans for at in (span.start, span.end)), end]
    assert ends == sorted(ends)
    assert all(text[one:other].strip() == "" for one, other in zip(*[iter(ends)] * 2, strict=True))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


# --- which sentences answer


def test_a_sentence_that_holds_more_of_the_query_comes_first() -> None:
    tree = Or((Word("ferry"), Word("late")))
    text = "A ferry sank. It was late. The late ferry sank.\n\nFerry ferry ferry. Nobody came."
    assert best(text, tree) == [
        "The [late] [ferry] sank.",
        "[Ferry] [ferry] [ferry].",
        "A [ferry] sank.",
        "It was [late].",
    ]
    assert best(text, tree, limit=1) == ["The [late] [ferry] sank."]
    assert best(text, tree, limit=0) == []


def test_a_passage_says_which_paragraph_it_is_from() -> None:
    article = content("It rained.\n\nA ferry sank. Nobody came.", {2: Kind.CAPTION})
    (found,) = passages(article, highlights(Word("ferry"), Words(article.text, stem)), 3)
    assert found == Passage(2, "caption", 12, 25, "A ferry sank.", (Span(14, 19),))


def test_a_hit_that_runs_over_two_sentences_shows_in_both() -> None:
    tree = Phrase((exact("sank"), exact("nobody")))
    assert best("A ferry sank. Nobody came.", tree) == ["A ferry [sank.]", "[Nobody] came."]


def test_an_article_found_by_its_date_shows_its_opening() -> None:
    article = content("By Ann Quay\n\nA ferry sank. Nobody came.", {2: Kind.LEAD})
    assert [each.text for each in passages(article, (), 3)] == ["A ferry sank."]
    assert [each.text for each in passages(content("It rained. So."), (), 3)] == ["It rained."]
    assert passages(content("It rained."), (), 0) == ()
    assert passages(content(""), (), 3) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ferry sinks\n\nIt was late. A ferry sank.", ["A [ferry] sank."]),
        ("Ferry sinks\n\nFerry sinks\n\nA ferry sank.", ["A [ferry] sank."]),
        ("Ferry sinks\n\n“FERRY sinks.”\n\nA ferry sank.", ["A [ferry] sank."]),
        ("Ferry sinks off a ferry port.", ["[Ferry] sinks off a [ferry] port."]),
        ("Ferry sinks off the port. It was a ferry.", ["It was a [ferry]."]),
        ("Ferry sinks\n\nIt was late.", ["[Ferry] sinks"]),
        ("Ferry sinks off the port. It was late.", ["[Ferry] sinks off the port."]),
    ],
)
def test_a_sentence_that_only_repeats_the_headline_is_shown_when_no_other_answers(
    text: str, shown: list[str]
) -> None:
    article = content(text, headline="Ferry sinks")
    found = passages(article, lit(article, Word("ferry")), 9)
    assert [marked(each) for each in found] == shown


def test_what_is_only_about_the_article_is_shown_after_its_sentences() -> None:
    article = content("Ferry, ferry: sea\n\nA ferry sank.", {1: Kind.META, 2: Kind.LEAD})
    found = passages(article, lit(article, Or((exact("ferry"), exact("sea")))), 9)
    assert [marked(each) for each in found] == ["A [ferry] sank.", "[Ferry], [ferry]: [sea]"]


def test_the_opening_of_an_article_without_a_lead_is_not_its_headline() -> None:
    article = content("Ferry sinks\n\nBy Ann Quay", {1: Kind.HEADING, 2: Kind.META})
    assert [each.text for each in passages(article, (), 3)] == ["By Ann Quay"]
    alone = content("Ferry sinks", {1: Kind.HEADING})
    assert [each.text for each in passages(alone, (), 3)] == ["Ferry sinks"]


# --- sentences that run on

ENDLESS = "word " * 12_000


def test_a_sentence_that_runs_on_is_cut_around_its_hit() -> None:
    (found,) = best(f"{ENDLESS}ferry {ENDLESS}", Word("ferry"))
    before, after = found.split("[ferry]")
    assert len(found) <= LONGEST + len("[]")
    assert before == "word " * (len(before) // 5)
    assert after == " word" * (len(after) // 5)
    assert abs(len(before) - len(after)) < 10


def test_a_sentence_that_runs_on_is_cut_where_its_hits_stand_closest() -> None:
    text = f"ferry {ENDLESS}ferry ferry {ENDLESS}ferry"
    assert [each.count("[ferry]") for each in best(text, Word("ferry"))] == [2]


@pytest.mark.parametrize(
    ("text", "cut_before", "cut_after"),
    [
        (f"{'word ' * 50}ferry {ENDLESS}", False, True),
        (f"{ENDLESS}ferry {ENDLESS}", True, True),
        (f"{ENDLESS}ferry {'word ' * 10}", True, False),
        (f"{'word ' * 10}ferry {'word ' * 10}", False, False),
    ],
)
def test_a_passage_says_where_its_sentence_was_cut(
    text: str, cut_before: bool, cut_after: bool
) -> None:
    article = content(text)
    (found,) = passages(article, lit(article, Word("ferry")), 9)
    assert (found.cut_before, found.cut_after) == (cut_before, cut_after)
    assert found.text.startswith("word")
    assert "ferry" in found.text


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        (f"ferry {ENDLESS}", "[ferry] word", "word word"),
        (f"{ENDLESS}ferry", "word word", "word [ferry]"),
        (f"{ENDLESS}covid-ferry, {ENDLESS}", "word word", "word word"),
        ("x" * 999 + " ferry " + "y" * 999, "x" * 10, "y" * 10),
        ("—" * 999 + "ferry" + "—" * 999, "—" * 10, "—" * 10),
        ("雨" * 999 + "ferry" + "雨" * 999, "雨" * 10, "雨" * 10),
    ],
)
def test_a_cut_falls_between_words_but_never_loses_the_hit(
    text: str, starts: str, ends: str
) -> None:
    (found,) = best(text, Word("ferry"))
    assert "[ferry]" in found
    assert found.startswith(starts)
    assert found.endswith(ends)
    assert LONGEST - 40 <= len(found) <= LONGEST + len("[]")


def test_hits_that_fill_the_passage_are_all_kept() -> None:
    text = f"{ENDLESS}(ferry-{'x' * 308}-ferry), {ENDLESS}"
    assert best(text, Word("ferry")) == [f"[ferry]-{'x' * 308}-[ferry]"]


def test_a_hit_longer_than_a_passage_is_cut_with_it() -> None:
    tree = Phrase((exact("word"),) * 70)
    (found,) = best("word " * 1_000, tree)
    assert found == f"[{('word ' * 64).strip()}]"


def test_an_opening_that_runs_on_is_cut_too() -> None:
    (found,) = passages(content(ENDLESS.strip()), (), 3)
    assert found.text == ("word " * 64).strip()


# --- whatever the text and the hits

ARTICLES = st.lists(
    st.sampled_from(
        ["It ", "ferry ", "late ", "rained. ", "Mr. ", "“Late” ", "ferry-", "雨", "\n\n", "x" * 99]
    ),
    max_size=60,
).map("".join)
LEAVES = st.sampled_from(
    [
        Word("ferry"),
        Word("late"),
        exact("雨"),
        Phrase((exact("ferry"), exact("late"))),
        Phrase((exact("late"), exact("it"))),
        Phrase((exact("ferry"), exact("ferry"), exact("ferry"))),
    ]
)
TREES = st.builds(Or, st.lists(LEAVES, min_size=1, max_size=3).map(tuple))


def lit(article: Content, tree: Node) -> tuple[Highlight, ...]:
    return highlights(tree, Words(article.text, stem, article))


@given(ARTICLES, TREES)
def test_a_passage_is_a_stretch_of_its_paragraph_with_its_hits(text: str, tree: Node) -> None:
    article = content(text)
    found = lit(article, tree)
    for each in passages(article, found, 99):
        paragraph = article.paragraphs[each.paragraph - 1]
        assert paragraph.start <= each.start < each.end <= paragraph.end
        assert each.text == text[each.start : each.end] == each.text.strip()
        assert len(each.text) <= LONGEST
        assert {at for hit in each.hits for at in range(hit.start, hit.end)} == {
            at
            for hit in found
            for at in range(max(hit.span.start, each.start), min(hit.span.end, each.end))
        }
        assert each.hits == tuple(sorted(each.hits, key=lambda hit: hit.start))
        assert each.hits or not found


@given(ARTICLES, TREES)
def test_every_sentence_with_a_hit_is_a_passage_once(text: str, tree: Node) -> None:
    article = content(text)
    found = lit(article, tree)
    if not found:
        return
    expected = [
        sentence
        for paragraph in article.paragraphs
        for sentence in sentences(text, paragraph.span)
        if any(hit.span.start < sentence.end and sentence.start < hit.span.end for hit in found)
    ]
    shown = sorted(passages(article, found, 999), key=lambda each: each.start)
    assert len(shown) == len(expected)
    assert all(
        sentence.start <= each.start and each.end <= sentence.end
        for sentence, each in zip(expected, shown, strict=True)
    )


@given(ARTICLES, TREES, st.integers(0, 5))
def test_fewer_passages_are_the_first_of_more(text: str, tree: Node, limit: int) -> None:
    article = content(text)
    found = lit(article, tree)
    assert passages(article, found, limit) == passages(article, found, 99)[:limit]

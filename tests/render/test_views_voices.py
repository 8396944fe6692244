"""Names and quotations on a terminal, of invented articles; golden files hold whole screens."""

import os
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from quillmere import ferry_article, printed, shown
from rich.cells import cell_len

from newscli.core.answers import About, Found, NameTold, Question, QuoteTold
from newscli.core.article import ArticleDate, Span, Summary
from newscli.render import renderer
from newscli.render.form import Form, Look
from newscli.render.views import quotes, who
from newscli.research.mention import Mention
from newscli.research.names import NameKind
from newscli.research.quotations import Confidence, Quotation
from newscli.research.said import QuotesAnswer, Said
from newscli.research.who import Named, WhoAnswer

GOLDEN = Path(__file__).parent.parent / "golden"
REDRAW = os.environ.get("NEWSCLI_REDRAW") == "1"
LOOKS = {
    "80": Look(width=80),
    "120": Look(width=120),
    "20": Look(width=20),
    "80-ascii": Look(width=80, unicode=False),
    "80-colour": Look(width=80, colour=True, styled=True),
}
FERRY = "feedfacecafe0001"
PLACE = Mention(FERRY, 2, 40, 49)


def named(name: str, kind: NameKind | None, articles: int, mentions: int) -> Named:
    return Named(name, kind, articles, mentions, (), PLACE)


def who_answer() -> WhoAnswer:
    return WhoAnswer(
        question=Question("ferry"),
        beside=None,
        places=False,
        articles=1234,
        total=57,
        offset=0,
        names=(
            named("Quillmere", NameKind.PLACE, 1200, 4321),
            named("Ada Fennimore", NameKind.PERSON, 600, 901),
            named("Committee of the Harbour, the Ferry, the Bell and the Geese",
                  NameKind.ORGANISATION, 31, 40),
            named("鈴の町", None, 4, 4),
            named("[red]Zelný[/red] \x1b[2J", None, 1, 1),
        ),
    )  # fmt: skip


def quotation(
    text: str, speaker: str | None, verb: str | None, confidence: Confidence
) -> Quotation:
    return Quotation(Mention(FERRY, 4, 100, 100 + len(text)), text, speaker, (), verb, confidence)


SAID = (
    quotation("The ferry will sail,", "Ada Fennimore", "said", Confidence.NAMED),
    quotation(
        "A town that cannot cross its own harbour is half a town, and half a harbour, and no\n\n"
        "“ferry at all, whatever the geese may say of it",
        "Ada Fennimore",
        None,
        Confidence.PRONOUN,
    ),
    quotation("I told [red]them[/red] so \x1b[2J", None, "said", Confidence.NONE),
)


def quotes_answer(by_speaker: bool = False) -> QuotesAnswer:
    date = ArticleDate(2031, 2, 3)
    summary = Summary(FERRY, "/news", "/news/ferry.txt", "Ferry sails", False, date, 90)
    found = Found(1, summary, "news/ferry.txt")
    said = tuple(Said(each, found) for each in SAID)
    lit = replace(said[0], hits=(Span(104, 109),))
    many = {"Ada Fennimore": 11, None: 1}
    return QuotesAnswer(
        Question("ferry"), None, by_speaker, 12, 0, many, 7, (lit, *said[1:]), (found,)
    )


def drawn(what: str, look: Look, form: Form = Form.TERMINAL) -> str:
    stream = StringIO()
    to = renderer(form, stream, look=look)
    if what == "who":
        to.report(who_answer(), who)
    else:
        to.report(quotes_answer(by_speaker=what == "speakers"), quotes)
    return stream.getvalue()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("what", ["who", "quotes", "speakers"])
def test_the_screen_is_the_one_that_was_agreed(what: str, look: str) -> None:
    screen = drawn(what, LOOKS[look])
    golden = GOLDEN / f"{what}-{look}.txt"
    if REDRAW:
        golden.write_text(screen, encoding="utf-8", newline="")
    assert screen == golden.read_bytes().decode()


@pytest.mark.parametrize("what", ["who", "quotes", "speakers"])
@pytest.mark.parametrize("width", [8, 20, 33, 80, 200])
@pytest.mark.parametrize("unicode", [True, False])
def test_any_screen_fits_the_terminal(what: str, width: int, unicode: bool) -> None:
    screen = drawn(what, Look(width=width, unicode=unicode))
    assert max(cell_len(line) for line in screen.splitlines()) <= width
    assert unicode or screen.isascii()
    assert "\x1b" not in screen


def test_an_empty_answer_leaves_the_screen_empty() -> None:
    stream = StringIO()
    to = renderer(Form.TERMINAL, stream, look=Look())
    to.report(replace(who_answer(), total=0, names=()), who)
    to.report(replace(quotes_answer(), total=0, said=()), quotes)
    assert stream.getvalue() == ""


def test_a_pipe_gets_lines_of_equal_length() -> None:
    assert {line.count("\t") for line in drawn("who", Look(), Form.PLAIN).splitlines()} == {6}
    assert {line.count("\t") for line in drawn("quotes", Look(), Form.PLAIN).splitlines()} == {6}


ABOUT = About(
    names=(
        NameTold("Ada Fennimore", "person", ("Fennimore",), ((4, Span(0, 3)), (5, Span(0, 3)))),
        NameTold("Quillmere Lantern", "organisation", (), ((4, Span(0, 3)),)),
        NameTold("\x1b[2JZelný", None, (), ((4, Span(0, 3)),)),
    ),
    quotes=tuple(
        QuoteTold(4, Span(0, 3), each.text, each.speaker, each.verb, each.confidence)
        for each in SAID
    ),
)


@pytest.mark.parametrize("look", LOOKS)
def test_below_an_article_stands_who_is_named_and_quoted(look: str) -> None:
    answer = replace(shown(ferry_article()), about=ABOUT)
    screen = printed([answer], Form.TERMINAL, LOOKS[look])
    golden = GOLDEN / f"about-{look}.txt"
    if REDRAW:
        golden.write_text(screen, encoding="utf-8", newline="")
    assert screen == golden.read_bytes().decode()
    assert look.endswith("colour") or max(map(cell_len, screen.splitlines())) <= LOOKS[look].width


@pytest.mark.parametrize(
    ("length", "at", "span"),
    [
        (600, 590, (0, 600)),
        (2000, 0, (0, 599)),
        (2000, 1000, (885, 1479)),
        (2000, 1999, (1405, 2000)),
    ],
)
def test_of_a_long_speech_the_words_around_the_hit_are_shown(
    length: int, at: int, span: tuple[int, int]
) -> None:
    assert quotes.window("bell " * (length // 5), at) == span
    assert quotes.window("鈴" * 2000, 1000) == (880, 1480)


def test_what_is_left_out_of_a_speech_is_marked() -> None:
    speech = replace(SAID[0], text="A bell rang. " * 100)
    place = speech.mention.start + 650
    said = replace(quotes_answer().said[0], quotation=speech, hits=(Span(place, place + 1),))
    stream = StringIO()
    renderer(Form.TERMINAL, stream, look=LOOKS["80"]).report(
        replace(quotes_answer(), said=(said,)), quotes
    )
    lines = stream.getvalue().splitlines()
    assert (lines[0][:2], len(lines) < 14) == ("“…", True)
    assert "…”" in stream.getvalue()

"""Tables of words on a terminal, and their other forms, of invented counts."""

import json
import os
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len

from newscli.core.answers import Question
from newscli.core.choices import Measure
from newscli.render import renderer
from newscli.render.form import Form, Look
from newscli.render.views import words
from newscli.research.keyness import Key
from newscli.research.wordlists import Mode, WordsAnswer

GOLDEN = Path(__file__).parent.parent / "golden"
REDRAW = os.environ.get("NEWSCLI_REDRAW") == "1"
LOOKS = {
    "80": Look(width=80),
    "120": Look(width=120),
    "20": Look(width=20),
    "80-ascii": Look(width=80, unicode=False),
    "80-colour": Look(width=80, colour=True, styled=True),
}
KEYS = (
    Key("harbour", 1_284, 97, 2_345.678, 4.25, 40),
    Key("鈴の町", 12, 0, 45.6, 9.0, 3),
    Key("العبارة", 7, 3, 9.5, 1.5, 2),
    Key("restrictions-on-geese-that-cross-the-harbour", 6, 6_000, 3.0, -0.5, 1_200),
    Key("[red]bell\x1b[2J", 5, 1, 0.0421, 2.0, 1),
)
ANSWER = WordsAnswer(
    question=Question("ferry"),
    mode=Mode.KEYWORDS,
    measure=Measure.LL,
    against=None,
    window=None,
    least=5,
    least_articles=3,
    articles=120,
    size=45_000,
    other_size=1_200_345,
    total=1_234,
    offset=0,
    limit=5,
    words=KEYS,
)
ANSWERS = {
    "words": ANSWER,
    "words-collocates": replace(
        ANSWER, mode=Mode.COLLOCATES, measure=Measure.DICE, window=5, total=5
    ),
    "words-ngrams": replace(ANSWER, mode=Mode.NGRAMS, words=(Key("old bell", 9, 2, 80.0, 9.0),)),
    "words-of-all": replace(ANSWER, mode=Mode.FREQUENT, other_size=0),
    "words-against": replace(ANSWER, against="storm [red]OR \x1b[2J gale"),
}


def drawn(answer: WordsAnswer, form: Form = Form.TERMINAL, look: Look = Look()) -> str:  # noqa: B008
    stream = StringIO()
    renderer(form, stream, look=look).report(answer, words)
    return stream.getvalue()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ANSWERS)
def test_the_screen_is_the_one_that_was_agreed(name: str, look: str) -> None:
    screen = drawn(ANSWERS[name], look=LOOKS[look])
    golden = GOLDEN / f"{name}-{look}.txt"
    if REDRAW:
        golden.write_text(screen, encoding="utf-8", newline="")
    assert screen == golden.read_bytes().decode()
    if not LOOKS[look].styled:
        assert max(map(cell_len, screen.splitlines())) <= LOOKS[look].width
    assert "\x1b[2J" not in screen


def test_a_pipe_gets_word_counts_score_and_effect() -> None:
    rows = [line.split("\t") for line in drawn(ANSWER, Form.PLAIN).splitlines()]
    assert rows[0] == ["harbour", "1284", "97", "2345.6780", "4.2500", "40"]
    assert len(rows) == 5


def test_a_program_gets_raw_counts_beside_every_score() -> None:
    told = json.loads(drawn(ANSWER, Form.JSON))
    assert told["words"][1] == {
        "word": "鈴の町",
        "count": 12,
        "other": 0,
        "score": 45.6,
        "effect": 9.0,
        "articles": 3,
    }
    assert (told["total"], told["size"], told["other_size"]) == (1234, 45000, 1200345)


def test_nothing_found_leaves_the_screen_empty() -> None:
    assert drawn(replace(ANSWER, words=())) == ""

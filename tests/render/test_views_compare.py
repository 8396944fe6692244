"""Two queries beside each other on a terminal, and in the other forms."""

import json
import os
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from quillmere import found_articles
from rich.cells import cell_len

from newscli.core.answers import Question
from newscli.render import renderer
from newscli.render.form import Form, Look
from newscli.render.views import compare
from newscli.research.comparison import CompareAnswer, Side
from newscli.research.keyness import Key

GOLDEN = Path(__file__).parent.parent / "golden"
REDRAW = os.environ.get("NEWSCLI_REDRAW") == "1"
LOOKS = {
    "80": Look(width=80),
    "120": Look(width=120),
    "20": Look(width=20),
    "80-ascii": Look(width=80, unicode=False),
    "80-colour": Look(width=80, colour=True, styled=True),
}
FERRY, CLOCK, GEESE = found_articles()
ANSWER = CompareAnswer(
    question=Question(since="2031-01-01"),
    a="ferry",
    b="storm [red]OR \x1b[2J gale",
    both=Side(1_204, (FERRY, CLOCK)),
    only_a=Side(1, (GEESE,)),
    only_b=Side(0, ()),
    more_in_a=(Key("harbour", 1_284, 97, 2_345.678, 4.25), Key("鈴の町", 12, 0, 45.6, 9.0)),
    more_in_b=(Key("roofs", 1, 60, 45.6, -5.0),),
)


def drawn(answer: CompareAnswer, form: Form = Form.TERMINAL, look: Look = Look()) -> str:  # noqa: B008
    stream = StringIO()
    renderer(form, stream, look=look).report(answer, compare)
    return stream.getvalue()


@pytest.mark.parametrize("look", LOOKS)
def test_the_screen_is_the_one_that_was_agreed(look: str) -> None:
    screen = drawn(ANSWER, look=LOOKS[look])
    golden = GOLDEN / f"compare-{look}.txt"
    if REDRAW:
        golden.write_text(screen, encoding="utf-8", newline="")
    assert screen == golden.read_bytes().decode()
    if not LOOKS[look].styled:
        assert max(map(cell_len, screen.splitlines())) <= LOOKS[look].width
    assert "\x1b[2J" not in screen


def test_a_pipe_gets_articles_and_words_each_with_their_side() -> None:
    rows = [line.split("\t") for line in drawn(ANSWER, Form.PLAIN).splitlines()]
    assert [row[0] for row in rows] == ["both", "both", "only_a", "words_a", "words_a", "words_b"]
    assert rows[3] == ["words_a", "harbour", "1284", "97", "2345.6780"]
    assert {len(row) for row in rows} == {5}


def test_a_program_gets_counts_articles_and_words() -> None:
    told = json.loads(drawn(ANSWER, Form.JSON))
    assert [told[name]["total"] for name in ("both", "only_a", "only_b")] == [1204, 1, 0]
    assert (told["total"], told["query"]["a"]) == (1205, "ferry")
    assert [(each["word"], each["effect"] > 0) for each in told["words"]] == [
        ("harbour", True),
        ("鈴の町", True),
        ("roofs", False),
    ]


def test_ids_are_those_of_all_articles_shown() -> None:
    shown = [each.summary.id for each in (FERRY, CLOCK, GEESE)]
    assert drawn(ANSWER, Form.IDS).split() == shown


def test_nothing_found_leaves_the_screen_empty() -> None:
    nothing = Side(0, ())
    assert drawn(replace(ANSWER, both=nothing, only_a=nothing, only_b=nothing)) == ""

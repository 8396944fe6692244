"""The concordance and the plot on a terminal, and their other forms, of invented lines."""

import json
import os
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newscli.core.answers import Found, Question
from newscli.core.article import ArticleDate, Summary
from newscli.core.choices import LineOrder
from newscli.render import renderer
from newscli.render.form import Form, Look
from newscli.render.views import dispersion, kwic
from newscli.research.concordance import Concordance, Line, Sample
from newscli.research.dispersion import Dispersion, Plot
from newscli.research.mention import Mention

GOLDEN = Path(__file__).parent.parent / "golden"
REDRAW = os.environ.get("NEWSCLI_REDRAW") == "1"
LOOKS = {
    "80": Look(width=80),
    "120": Look(width=120),
    "20": Look(width=20),
    "80-ascii": Look(width=80, unicode=False),
    "80-colour": Look(width=80, colour=True, styled=True),
}

CONTEXTS = (
    ("The harbour of Quillmere was closed, and nobody rang the ", "bell", " of the ferry, not "
     "even the children who had promised the mayor to do so at noon."),
    ("It rings for us, the children said: ", "the bell", " on the far quay is ours."),
    ("鈴の町の時計がクイルミアに届いた。塔で初めて鳴る ", "鈴",
     "の音を町の人々は聞いた。港の船も止まった。"),
    ("وقال رئيس البلدية إن ", "الجرس", " القديم سيدق مرة أخرى في الميناء"),
    ("Ze\u0301lny\u0301 rings its ", "bell", ""),
    ("", "Bell", " of [red]Quillmere[/red] \x1b[2J\u202e rings"),
)  # fmt: skip


def found(rank: int) -> Found:
    date = ArticleDate(2031, 2, rank) if rank < 4 else None
    headline = f"Bell number {rank} rings for the ferry of Quillmere and for the geese of the quay"
    path = f"/news/{rank}.txt"
    summary = Summary(f"feedfacecafe000{rank}", "/news", path, headline, False, date, 90)
    return Found(rank, summary, path[1:])


def concordance(contexts: tuple[tuple[str, str, str], ...] = CONTEXTS) -> Concordance:
    lines = tuple(
        Line(Mention(f"feedfacecafe000{at // 2 + 1}", at + 1, at * 9, at * 9 + 4), None, *context)
        for at, context in enumerate(contexts)
    )
    articles = tuple(map(found, range(1, (len(contexts) + 1) // 2 + 1)))
    return Concordance(Question("bell"), LineOrder.DATE, 1234, 56, 0, 30, 60, None, lines, articles)


def plot() -> Plot:
    bars = (
        Dispersion(found(1), 400, (0, 1, 2, 3, 4, 5, 200, 201, 399)),
        Dispersion(found(4), 1, (0,)),
    )
    return Plot(Question("bell"), LineOrder.NONE, 1234, 56, 0, 20, bars)


def drawn(answer: Concordance | Plot, form: Form, look: Look) -> str:
    stream = StringIO()
    if isinstance(answer, Plot):
        renderer(form, stream, look=look).report(answer, dispersion)
    else:
        renderer(form, stream, look=look).report(answer, kwic)
    return stream.getvalue()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("name", "answer"), [("kwic", concordance()), ("kwic-plot", plot())])
def test_the_screen_is_the_one_that_was_agreed(
    name: str, answer: Concordance | Plot, look: str
) -> None:
    screen = drawn(answer, Form.TERMINAL, LOOKS[look])
    golden = GOLDEN / f"{name}-{look}.txt"
    if REDRAW:
        golden.write_text(screen, encoding="utf-8", newline="")
    assert screen == golden.read_bytes().decode()


TEXT = st.text(alphabet="ab 鈴の町ابé\u0301\u200d👩\u202e\x1b.", max_size=50)


@given(st.lists(st.tuples(TEXT, TEXT.map(lambda t: f"x{t}"), TEXT), min_size=1, max_size=5),
       st.integers(8, 120), st.booleans())  # fmt: skip
def test_what_was_found_begins_in_one_column_and_lines_fit(
    contexts: list[tuple[str, str, str]], width: int, unicode: bool
) -> None:
    marked = [(left.replace("x", ""), node, right) for left, node, right in contexts]
    look = Look(width=width, unicode=unicode)
    screen = drawn(concordance(tuple(marked)), Form.TERMINAL, look).split("\n")
    lines = screen[: len(contexts)]
    assert all(cell_len(line) <= width for line in screen)
    assert "\x1b" not in "".join(screen)
    if width >= 20:
        before = "«" if unicode else "<<"
        assert len({cell_len(line.partition(before)[0]) for line in lines}) == 1


def test_a_sample_is_called_one() -> None:
    answer = replace(concordance(), sample=Sample(6, 3))
    assert (
        drawn(answer, Form.TERMINAL, Look())
        .splitlines()[-2]
        .startswith("a sample of 6 of 1,234 occurrences (seed 3)")
    )


def test_nothing_found_leaves_the_screen_empty() -> None:
    nothing = replace(concordance(), total=0, lines=(), found=())
    assert drawn(nothing, Form.TERMINAL, Look()) == ""
    assert drawn(replace(plot(), bars=()), Form.TERMINAL, Look()) == ""


def test_a_program_gets_the_lines_as_they_are() -> None:
    told = json.loads(drawn(concordance(), Form.JSON, Look()))
    assert [(one["left"], one["node"], one["right"]) for one in told["lines"]] == list(CONTEXTS)


def test_a_plot_in_a_pipe_counts_the_tenths() -> None:
    rows = [line.split("\t") for line in drawn(plot(), Form.PLAIN, Look()).splitlines()]
    assert [row[3:] for row in rows] == [
        ["400", "9", "6 0 0 0 0 2 0 0 0 1"],
        ["1", "1", "1 0 0 0 0 0 0 0 0 0"],
    ]

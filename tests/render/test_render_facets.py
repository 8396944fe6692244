"""What is counted beside the results of a search, on a terminal and for programs."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from quillmere import printed, search_answer
from rich.cells import cell_len

from newscli.core.answers import Facet, FacetValue, SearchAnswer
from newscli.core.choices import FacetKind
from newscli.render.form import Form, Look

GOLDEN = Path(__file__).parent.parent / "golden"
REDRAW = os.environ.get("NEWSCLI_REDRAW") == "1"
LOOKS = {
    "80": Look(width=80),
    "80-ascii": Look(width=80, unicode=False),
    "80-colour": Look(width=80, colour=True, styled=True),
}


def answer() -> SearchAnswer:
    months = tuple(FacetValue(f"2031-{month:02}", month * 3 % 17) for month in range(1, 13))
    undated = FacetValue("undated", 2)
    people = (FacetValue("Ada Fennimore", 12), FacetValue("鈴の町 [red]\x1b[2J", 3))
    return replace(
        search_answer(),
        facets=(
            Facet(FacetKind.MONTH, 128, False, (*months, undated)),
            Facet(FacetKind.WHO, 100, True, people),
            Facet(FacetKind.FOLDER, 128, False, (FacetValue("news", 128),)),
            Facet(FacetKind.WHERE, 100, True, ()),
        ),
    )


@pytest.mark.parametrize("look", LOOKS)
def test_the_screen_is_the_one_that_was_agreed(look: str) -> None:
    drawn = printed(answer(), Form.TERMINAL, LOOKS[look])
    golden = GOLDEN / f"facets-{look}.txt"
    if REDRAW:
        golden.write_text(drawn, encoding="utf-8", newline="")
    assert drawn == golden.read_bytes().decode()


@pytest.mark.parametrize("width", [20, 40])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    drawn = printed(answer(), Form.TERMINAL, Look(width=width))
    assert max(cell_len(line) for line in drawn.splitlines()) <= width


def test_a_program_is_told_all_values_and_whether_they_are_of_a_sample() -> None:
    told = json.loads(printed(answer(), Form.JSON, Look()))["facets"]
    assert [(one["facet"], one["articles"], one["sample"]) for one in told] == [
        ("month", 128, False), ("who", 100, True), ("folder", 128, False), ("where", 100, True),
    ]  # fmt: skip
    assert len(told[0]["values"]) == 13
    assert told[1]["values"][0] == {"name": "Ada Fennimore", "articles": 12}
    assert told[3]["values"] == []

"""What every command gets from its desk: lines to read, and how it ends."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from desks import a_desk

from newscli.commands.desk import Desk
from newscli.errors import Exit, StorageError
from newscli.render.form import Form


class _Failing(StringIO):
    """Standard input whose disk fails behind its first line."""

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        yield "bell\n"
        raise OSError(5, "Input/output error")


def desk(tmp_path: Path, form: Form = Form.PLAIN, source: StringIO | None = None) -> Desk:
    return a_desk(state=str(tmp_path), form=form, source=source)


def test_lines_come_from_standard_input(tmp_path: Path) -> None:
    assert list(desk(tmp_path, source=StringIO("bell\nclock")).lines()) == ["bell\n", "clock"]


def test_a_standard_input_that_fails_is_named(tmp_path: Path) -> None:
    lines = desk(tmp_path, source=_Failing()).lines()
    assert next(lines) == "bell\n"
    with pytest.raises(StorageError, match="cannot read standard input: input/output error"):
        next(lines)


@pytest.mark.parametrize(
    ("form", "total", "shown", "end"),
    [
        (Form.PLAIN, 3, 1, Exit.DONE),
        (Form.PLAIN, 3, 0, Exit.NOTHING_FOUND),
        (Form.COUNT, 3, 0, Exit.DONE),
        (Form.COUNT, 0, 0, Exit.NOTHING_FOUND),
    ],
)
def test_a_verb_ends_by_what_is_shown_and_a_count_by_all(
    tmp_path: Path, form: Form, total: int, shown: int, end: Exit
) -> None:
    assert desk(tmp_path, form).ended(total, shown) is end

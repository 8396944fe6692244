"""Long text goes to the reader's own pager."""

import os
import signal
import sys
from io import StringIO
from pathlib import Path

import pytest
from quillmere import article_of, content_of, ferry_article, print_on, shown

from newscli.core.article import Kind
from newscli.render.form import Form, Look, Pager
from newscli.render.pager import arguments, page, pattern_of

COPY = "import os, sys; open(os.environ['COPY'], 'wb').write(sys.stdin.buffer.read())"
LEAVE = "import sys; sys.exit(1)"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "paged.txt"


def pager_that(program: str, copy: Path) -> Pager:
    return Pager((sys.executable, "-c", program), {**os.environ, "COPY": str(copy)})


@pytest.mark.parametrize(
    ("command", "first_hit", "argv"),
    [
        (("less",), None, ["less", "-R"]),
        (("less",), 1, ["less", "-R", "-g", "-j3", "+/ferry\ng"]),
        (("less",), 3, ["less", "-R", "-g", "-j3", "+/ferry\ng"]),
        (("less",), 4, ["less", "-R", "-g", "-j3", "+3g/ferry"]),
        (("/bin/less", "-S"), 40, ["/bin/less", "-S", "-R", "-g", "-j3", "+39g/ferry"]),
        (("more",), 40, ["more"]),
    ],
)
def test_less_opens_two_lines_above_the_first_hit_and_knows_what_to_look_for(
    command: tuple[str, ...], first_hit: int | None, argv: list[str]
) -> None:
    assert arguments(Pager(command, {}), first_hit, "ferry" if first_hit else "") == argv


@pytest.mark.parametrize(
    ("lit", "pattern"),
    [
        (["ferry", "ferries", "ferry"], "ferry|ferries"),
        (["state of emergency"], "state.of.emergency"),
        (["U.S.", "O'Brien", "a_b", "$1"], "U.S.|O.Brien|a.b|.1"),
        (["Änderung", "渡し船"], "Änderung|渡し船"),
        (["🎉", ""], ""),
        (["x" * 300, "y" * 300, "z"], "x" * 300),
        ([], ""),
    ],
)
def test_what_is_lit_is_looked_for(lit: list[str], pattern: str) -> None:
    assert pattern_of(lit) == pattern


def test_the_pager_gets_the_text(copy: Path) -> None:
    assert page("The ferry \x1b[1m鈴\x1b[0m\n", pager_that(COPY, copy))
    assert copy.read_text(encoding="utf-8") == "The ferry \x1b[1m鈴\x1b[0m\n"


def test_leaving_the_pager_early_is_quiet(copy: Path) -> None:
    assert page("The ferry\n" * 100_000, pager_that(LEAVE, copy))


def test_a_missing_pager_is_told_to_the_caller() -> None:
    assert not page("The ferry\n", Pager(("no-such-pager-in-quillmere",), {}))


def test_ctrl_c_is_ours_again_afterwards(copy: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    page("The ferry\n", pager_that(COPY, copy))
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_is_the_pagers_while_it_runs(copy: Path) -> None:
    interrupt = "import os, signal; os.kill(os.getppid(), signal.SIGINT);" + COPY
    assert page("The ferry\n", pager_that(interrupt, copy))
    assert copy.read_text(encoding="utf-8") == "The ferry\n"


def test_a_page_taller_than_the_terminal_is_paged(copy: Path) -> None:
    stream = StringIO()
    look = Look(height=10, pager=pager_that(COPY, copy))
    print_on(stream, [shown(ferry_article())], Form.TERMINAL, look)
    assert stream.getvalue() == ""
    assert len(copy.read_text(encoding="utf-8").splitlines()) > 10


def test_a_page_that_fits_is_printed(copy: Path) -> None:
    stream = StringIO()
    article = article_of(content_of((Kind.LEAD, "The ferry sank."), headline="Short"))
    look = Look(height=24, pager=pager_that(COPY, copy))
    print_on(stream, [shown(article)], Form.TERMINAL, look)
    assert stream.getvalue().splitlines()[0] == "  Short"
    assert not copy.exists()


def test_a_missing_pager_prints(copy: Path) -> None:
    stream = StringIO()
    look = Look(height=10, pager=Pager(("no-such-pager-in-quillmere",), {}))
    print_on(stream, [shown(ferry_article())], Form.TERMINAL, look)
    assert len(stream.getvalue().splitlines()) > 10

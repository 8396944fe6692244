"""On a real terminal: colour, width, the pager, the progress bar."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pytest

from cli.archive import ARTICLES, BELL, FERRY, GEESE, put
from cli.program import PROGRAM, Newscli

LIT = "\x1b[1;31m"
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def screen(
    program: Newscli,
    *words: str,
    env: Mapping[str, str] | None = None,
    width: int = 80,
    height: int = 100,
    fails: int | None = None,
) -> str:
    """Run the program in a pseudo-terminal and return all that it wrote, line ends as `\\n`."""
    wrote, status = pexpect.run(
        subprocess.list2cmdline([PROGRAM, *words]),
        env=program.environ | dict(env or {}),
        cwd=str(program.cwd),
        timeout=60,
        withexitstatus=True,
        dimensions=(height, width),
    )
    assert status in ((0, 1) if fails is None else (fails,)), wrote
    return str(wrote.decode().replace("\r\n", "\n"))


def plain(written: str) -> str:
    """Take the styles out."""
    return STYLE.sub("", written)


@pytest.mark.parametrize("width", [120, 80, 20])
def test_an_answer_fits_the_terminal_and_its_hits_are_lit(indexed: Newscli, width: int) -> None:
    shown = screen(indexed, "search", "harbour", "-n", "2", width=width)
    assert f"{LIT}harbour" in shown.replace("\x1b[0m", "")
    assert max(map(len, plain(shown).splitlines())) <= min(width, 91)
    assert " ".join(plain(shown).split()).endswith("2 articles · `newscli show 1` reads the first")


def test_columns_of_the_environment_win_over_the_terminal(indexed: Newscli) -> None:
    for words in (["search", "harbour"], ["list"], ["show", FERRY], ["status"], ["doctor"]):
        narrow = plain(screen(indexed, *words, env={"COLUMNS": "40"}, width=120))
        assert max(map(len, narrow.splitlines())) <= 40, words


def test_a_page_is_as_wide_as_asked_for_and_never_wider_than_comfortable(
    indexed: Newscli,
) -> None:
    for options, widest in (([], 90), (["--width", "30"], 32)):
        page = plain(screen(indexed, "show", FERRY, *options, width=200))
        prose = page.splitlines()[:-1]  # the last line is the file's place
        assert widest - 15 <= max(map(len, prose)) <= widest


def test_an_answer_is_numbered_and_the_number_shows_the_article(indexed: Newscli) -> None:
    found = plain(screen(indexed, "search", "forty"))
    assert found.splitlines() == [
        "1  Geese refuse to cross",
        f"   undated · {GEESE}",
        "   ¶2 The geese of Quillmere walked round the harbour on foot, all forty of",
        "   them.",
        "",
        "1 article · `newscli show 1` reads it",
    ]
    page = screen(indexed, "show", "1")
    assert f"{LIT}forty\x1b[0m" in page
    assert plain(page).splitlines()[0] == "  Geese refuse to cross"


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_hits_stay_visible_without_colour(indexed: Newscli, env: dict[str, str]) -> None:
    shown = screen(indexed, "search", "forty", env=env)
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", shown)
    if env.get("TERM") == "dumb":
        assert "all «forty» of\n   them." in shown
        assert "\x1b" not in shown
    else:
        assert "\x1b[1;4mforty\x1b[0m" in shown


def test_a_terminal_that_writes_ascii_only_gets_ascii(indexed: Newscli) -> None:
    env = {"PYTHONIOENCODING": "ascii", "TERM": "dumb"}
    for words in (["search", "cafe OR 時計"], ["list"], ["status"], ["doctor"]):
        assert screen(indexed, *words, env=env).isascii()


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """A pager called less that records how it was called; what it was given is beside it."""
    record = tmp_path / "paged.json"
    script = (
        f"#!{sys.executable}\n"
        "import json, os, sys\n"
        f"record = open({str(record)!r}, 'w')\n"
        "json.dump([sys.argv[1:], os.environ.get('LESS'), sys.stdin.read()], record)\n"
    )
    less = put(tmp_path / "bin" / "less", script)
    less.chmod(0o755)
    return record


def paged(record: Path) -> tuple[list[str], str | None, str]:
    """Return the arguments, LESS and the input that the pager had."""
    arguments, less, text = json.loads(record.read_text())
    return arguments, less, text


def test_a_long_article_opens_in_the_pager_at_its_first_hit(indexed: Newscli, pager: Path) -> None:
    less = str(pager.parent / "bin" / "less")
    assert screen(indexed, "show", FERRY, "--hits", "geese", env={"PAGER": less}, height=10) == ""
    arguments, flags, text = paged(pager)
    lines = text.splitlines()
    lit = next(number for number, line in enumerate(lines, 1) if LIT in line)
    assert (arguments, flags) == (["-R", "-g", "-j3", f"+{lit - 1}g/geese"], "FRX")
    assert "geese" in lines[lit - 1]


def test_the_readers_own_pager_and_its_settings_win(indexed: Newscli, pager: Path) -> None:
    less = str(pager.parent / "bin" / "less")
    env = {"NEWSCLI_PAGER": f"{less} -S", "PAGER": "false", "LESS": "i"}
    assert screen(indexed, "show", FERRY, env=env, height=10) == ""
    arguments, flags, _ = paged(pager)
    assert (arguments, flags) == (["-S", "-R"], "i")


@pytest.mark.parametrize(
    ("words", "pager_command", "height"),
    [
        (["--no-pager"], "{less}", 10),
        ([], "", 10),
        ([], "nosuchpager", 10),
        ([], "{less}", 60),
    ],
)
def test_without_a_pager_the_article_is_printed(
    indexed: Newscli, pager: Path, words: list[str], pager_command: str, height: int
) -> None:
    env = {"PAGER": pager_command.format(less=pager.parent / "bin" / "less")}
    shown = plain(screen(indexed, "show", FERRY, *words, env=env, height=height))
    assert shown.startswith("  Harbour ferry returns to Quillmere\n  10 January 2021\n")
    assert not pager.exists()


def test_a_pager_that_is_left_early_is_no_error(indexed: Newscli) -> None:
    assert screen(indexed, "show", FERRY, env={"PAGER": "true"}, height=5) == ""


def test_raw_bytes_are_made_safe_for_a_terminal(newscli: Newscli) -> None:
    put(newscli.cwd / "news" / "a.txt", " date 2021-01-10 Gulls\n\nThey \x1b]52;c;x\x07 shout.\n")
    newscli("index", "news")
    assert screen(newscli, "show", "a.txt", "--raw") == (
        " date 2021-01-10 Gulls\n\nThey ␛]52;c;x␇ shout.\n"
    )
    assert "\x1b" not in screen(newscli, "show", "a.txt", "--raw", "--plain")


def test_a_file_that_is_no_text_any_more_is_not_sent_to_a_terminal(newscli: Newscli) -> None:
    put(newscli.cwd / "news" / "a.txt", " date 2021-01-10 Gulls\n\nThey shout.\n")
    newscli("index", "news")
    put(newscli.cwd / "news" / "a.txt", b"GULL\0\x1b[2J")
    assert screen(newscli, "show", "a.txt", "--raw", fails=74) == (
        "error: `news/a.txt` is no text any more: NUL byte at offset 4\n"
        "hint: send its bytes elsewhere: `newscli show REF --raw > FILE`\n"
    )


def test_indexing_shows_a_bar_that_is_gone_at_the_end(town: Newscli) -> None:
    drawn = screen(town, "index", "--rebuild", width=100)
    assert "looking for articles" in drawn
    assert f"0 of {ARTICLES}" in drawn
    last = drawn[drawn.rindex("\x1b[2K") :]  # what stands after the last line was cleared
    assert re.fullmatch(
        rf"\x1b\[2K{ARTICLES} added · {ARTICLES} articles in the index · \d+\.\d s\n"
        "note: 1 file was read with some doubt: `newscli doctor` tells\n",
        last,
    )
    assert drawn.count("\x1b[?25l") == drawn.count("\x1b[?25h") == 1  # the cursor is back


def test_a_dumb_terminal_is_told_the_stages_in_lines(town: Newscli) -> None:
    told = screen(town, "index", "--rebuild", env={"TERM": "dumb"})
    assert told.splitlines()[:3] == [
        "looking for articles ...", f"indexing ({ARTICLES}) ...", "writing the index ...",
    ]  # fmt: skip
    assert "\x1b" not in told


def test_a_terminal_that_goes_away_takes_the_program_with_it(indexed: Newscli) -> None:
    child = pexpect.spawn(
        PROGRAM, ["list"], env=indexed.environ, cwd=str(indexed.cwd), dimensions=(30, 80)
    )
    child.expect("Port of")
    child.close(force=True)
    assert not child.isalive()
    assert indexed("show", BELL, "--path").status == 0


def test_status_and_doctor_are_drawn_for_reading(indexed: Newscli) -> None:
    status = plain(screen(indexed, "status"))
    assert status.startswith(f"{ARTICLES} articles · ")
    assert "█" in status
    assert status.endswith("nothing has changed on disk since\n")
    doctor = plain(screen(indexed, "doctor"))
    assert "- 1 article has no date" in doctor
    assert os.path.basename(FERRY) not in doctor

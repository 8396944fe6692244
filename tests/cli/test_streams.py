"""Streams: what goes where, and what happens when one is closed, full, narrow or ASCII."""

import os
import resource
from collections.abc import Callable

import pytest

from cli.archive import CAFE, FERRY, GEESE, SUZU, put
from cli.program import Newscli

LIT = "\x1b[1;31m"


def closing(descriptor: int) -> Callable[[], None]:
    """Return what closes a standard stream in a new process."""
    return lambda: os.close(descriptor)


def test_a_pipe_gets_no_colour_no_boxes_and_no_wrapping(indexed: Newscli) -> None:
    found = indexed("search", "half", env={"COLUMNS": "20"})
    assert found.rows[0][4].startswith("A town that cannot cross its harbour is «half» a town")
    assert "\x1b" not in found.stdout


@pytest.mark.parametrize(
    ("words", "env", "lit"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--colour", "always"], {"TERM": "dumb"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_the_readers_choice_and_the_flag_wins(
    indexed: Newscli, words: list[str], env: dict[str, str], lit: bool
) -> None:
    shown = indexed("search", "forty", *words, env=env).rows[0][4]
    hit = f"{LIT}forty\x1b[0m" if lit else "«forty»"
    assert shown.endswith(f"on foot, all {hit} of them.")


def test_a_reader_who_has_seen_enough_ends_it_quietly(indexed: Newscli) -> None:
    for verb in ("list", f"show {FERRY}", "search quillmere --json", "--help"):
        piped = indexed.shell(f"newscli {verb} | head -1")
        assert (piped.status, piped.stderr) == (0, ""), verb
    gone = indexed.shell("newscli list --all | true; echo ${PIPESTATUS[0]}")
    assert (gone.stdout, gone.stderr) == ("0\n", "")


def test_a_closed_standard_output_is_an_error(indexed: Newscli) -> None:
    for words in (["list"], ["index"], ["show", "9ee5"]):
        asked = indexed(*words, before=closing(1))
        assert (asked.status, asked.stderr) == (
            74,
            "error: standard output is closed\nhint: send it somewhere: `newscli ... > FILE`\n",
        )


@pytest.mark.parametrize("words", ["list", "show 9ee5 --raw", "--help"])
def test_a_full_standard_output_is_an_error(indexed: Newscli, words: str) -> None:
    asked = indexed.shell(f"newscli {words} > /dev/full")
    assert (asked.status, asked.stderr) == (
        74,
        "error: cannot write to standard output: no space left on device\n",
    )


def test_closed_standard_error_and_input_take_nothing_away(indexed: Newscli) -> None:
    assert indexed("search", "forty", "--ids", before=closing(2)).ids == [GEESE]
    assert indexed("search", "fourty", before=closing(2)).status == 1
    assert indexed("search", "forty", "--ids", before=closing(0)).ids == [GEESE]
    assert indexed("show", "-", before=closing(0)).status == 1
    assert indexed("index", "news", before=closing(2)).status == 0


def test_a_full_standard_error_keeps_the_status(indexed: Newscli) -> None:
    assert indexed.shell("newscli serch 2> /dev/full").status == 2


def test_a_terminal_of_ascii_gets_the_nearest_letters(indexed: Newscli) -> None:
    env = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    found = indexed("search", "cafe OR 時計", "--sort", "newest", env=env)
    assert [row[3] for row in found.rows] == ["??????????", "Cafe reopens in Quillmere"]
    assert found.rows[1][4].startswith("The <<cafe>> of Zoe Marchbanks reopened on Sunday")
    as_json = indexed("search", "時計", "--json", env=env)
    assert '"headline": "\\u9234\\u306e\\u753a' in as_json.stdout


def test_the_c_locale_is_no_trouble(indexed: Newscli) -> None:
    assert indexed("search", "時計", "--ids", env={"LC_ALL": "C"}).ids == [SUZU]
    assert indexed("show", CAFE, env={"LC_ALL": "C", "LANG": "C"}).status == 0


def test_a_deleted_working_directory_is_no_trouble(indexed: Newscli) -> None:
    news = indexed.cwd / "news"
    in_nowhere = "mkdir $HOME/gone; cd $HOME/gone; rmdir ../gone;"
    found = indexed.shell(f"{in_nowhere} newscli search forty --ids && newscli index")
    assert (found.status, found.stderr) == (0, "")
    assert found.stdout.startswith(f"{GEESE}\n0 added, ")
    assert indexed.shell(f"{in_nowhere} newscli index {news}").status == 0


def test_a_full_disk_leaves_the_old_index(town: Newscli) -> None:
    put(town.cwd / "news" / "long.txt", "Gulls " + " ".join(f"shout{at}" for at in range(20_000)))

    def with_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    ran = town("index", before=with_little_room)
    assert (ran.status, ran.stdout) == (74, "")
    assert ran.stderr == (
        f"error: the disk is full: cannot write the index at `{town.home}/index`\n"
        "hint: the old index is intact; make room or choose another place with `--index DIR`\n"
    )
    assert town("search", "forty", "--ids").ids == [GEESE]
    assert town("search", "gulls").status == 1
    assert town("index").status == 0
    assert town("search", "gulls", "-c").stdout == "1\n"
    assert "damaged" not in town("doctor").stdout


def test_standard_error_of_a_pipe_has_no_progress_bar(town: Newscli) -> None:
    assert town("index").stderr == ""


@pytest.mark.parametrize(
    "words", [("search", "CLOCK", "-c"), ("search", "clock", "--facet", "who")]
)
def test_what_cannot_be_noted_takes_nothing_away(indexed: Newscli, words: tuple[str, ...]) -> None:
    told = indexed(*words)
    assert (told.status, told.stderr != "") == (0, True)
    quiet = indexed.shell(f"newscli {' '.join(words)} 2>/dev/full")
    assert (quiet.status, quiet.stdout) == (0, told.stdout)

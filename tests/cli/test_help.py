"""Finding one's way: help, version, completion."""

import re
from datetime import date

import pytest
import typer.main

from cli.program import VERBS, Newscli
from newscli import __version__, cli
from newscli.core import language


def test_newscli_alone_says_what_it_does_and_how_to_begin(newscli: Newscli) -> None:
    alone = newscli()
    assert (alone.status, alone.stderr) == (0, "")
    assert alone.stdout.startswith(
        "Usage: newscli [OPTIONS] COMMAND [ARGS]...\n\n"
        "  Read and search a folder of news articles in a terminal.\n"
    )
    assert "Begin with: newscli index FOLDER" in alone.stdout
    assert newscli("-h").stdout == newscli("--help").stdout == alone.stdout


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(newscli: Newscli, verb: str) -> None:
    explained = newscli(verb, "-h")
    assert (explained.status, explained.stderr) == (0, "")
    assert explained.stdout.startswith(f"Usage: newscli {verb} ")
    assert "\x1b" not in explained.stdout


def test_the_help_tells_of_each_verb_in_whole_words(newscli: Newscli) -> None:
    told = newscli("--help", env={"COLUMNS": "80"}).stdout.split("Commands:\n")[1]
    lines = told.split("\n\n")[0].splitlines()
    assert [line.split()[0] for line in lines] == VERBS
    assert [line for line in lines if not line.endswith(".") or line.endswith("...")] == []


@pytest.mark.parametrize(
    ("verb", "usual"), [("search", "10"), ("list", "20"), ("kwic", "30"), ("export", "all")]
)
def test_the_help_says_how_many_are_told_of(newscli: Newscli, verb: str, usual: str) -> None:
    assert f"At most so many.  [default: ({usual});" in newscli(verb, "--help").stdout


def test_the_help_of_search_shows_the_query_language(newscli: Newscli) -> None:
    told = newscli("search", "--help").stdout.split("In WORDS:\n")[1].split("\n\n")[0]
    shown = re.split(r"\s{2,}", told.strip())
    assert len(shown) == 18
    for query in shown:
        example = f"{query}one" if query.endswith(":") else query
        assert language.parse(example, today=date(2021, 2, 1)).notes == ()


def test_the_version_is_one_line(newscli: Newscli) -> None:
    for flag in ("-V", "--version"):
        told = newscli(flag)
        assert (told.status, told.stdout) == (0, f"newscli {__version__}\n")


def test_help_asked_for_needs_no_home_and_no_index(newscli: Newscli) -> None:
    newscli("--help")
    assert not newscli.home.exists()


def test_the_shell_completes_verbs_and_options(newscli: Newscli) -> None:
    def completed(line: str) -> list[str]:
        words = line.split(" ")
        env = {
            "_NEWSCLI_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
        return newscli(env=env).stdout.split()

    assert completed("newscli sea") == ["search"]
    assert completed("newscli search --si") == ["--since"]


@pytest.mark.parametrize(
    ("shell", "part"),
    [
        ("bash", "complete -o default -F _newscli_completion newscli"),
        ("zsh", "compdef _newscli_completion newscli"),
        ("fish", "complete --command newscli"),
    ],
)
def test_the_completion_of_each_shell_can_be_had(newscli: Newscli, shell: str, part: str) -> None:
    had = newscli(env={"_NEWSCLI_COMPLETE": f"source_{shell}"})
    assert (had.status, part in had.stdout) == (0, True)


def test_the_completion_of_the_shell_at_hand_can_be_shown(newscli: Newscli) -> None:
    shown = newscli.shell("newscli --show-completion; true")
    assert "_NEWSCLI_COMPLETE=complete_bash" in shown.stdout


def test_python_m_newscli_is_the_same_program(newscli: Newscli) -> None:
    # Beside the installed script there is the interpreter it was installed for.
    told = newscli.shell('"$(dirname "$(command -v newscli)")"/python -m newscli --version')
    assert told.stdout == f"newscli {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "built"),
    [
        (["search"], ["search"]),
        (["list"], ["list"]),
        (["serch"], None),
        (["--version"], None),
        ([], None),
    ],
)
def test_only_the_verb_that_stands_first_is_built(
    typed: list[str], built: list[str] | None
) -> None:
    everything = cli.app.registered_commands
    commands = getattr(typer.main.get_command(cli.narrowed(typed)), "commands", {})
    assert (list(commands) == built) if built else (len(commands) == len(everything))
    assert cli.app.registered_commands is everything


def test_a_value_that_looks_like_a_verb_is_a_value(newscli: Newscli) -> None:
    listed = newscli("--index", "search", "list")
    assert listed.stderr.startswith(f"error: there is no index at `{newscli.cwd}/search`\n")

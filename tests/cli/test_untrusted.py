"""Text from strangers: in an article, in a file's name, in a query, on every way out."""

import json
import os

import pytest

from cli.archive import put
from cli.program import Newscli

NASTY = (
    "Gulls\x1b[31mred \x1b]52;c;Z3VsbHM=\x07 back\u202ewards [/x] [red]box[/red] "
    ":fire: \x9b31m\x7f \u2066iso\u2069"
)
SAFE = "Gulls␛[31mred ␛]52;c;Z3VsbHM=␇ back�wards [/x] [red]box[/red] :fire: �31m␡ �iso�"
NAME = "g\x1b[31m\u202e[red]:fire:\n.txt"
SAFE_NAME = "g␛[31m�[red]:fire: .txt"
DANGEROUS = "\x1b\x07\x9b\x7f\u202e\u2066\u2069"


@pytest.fixture
def nasty(newscli: Newscli) -> Newscli:
    """An index of one article that means no good."""
    put(newscli.cwd / "news" / NAME, f" date 2021-01-10 {NASTY}\n\nThe gulls said {NASTY}.\n")
    assert newscli("index", "news").status == 0
    return newscli


def test_an_article_cannot_drive_the_terminal(nasty: Newscli) -> None:
    shown = nasty("show", "1" if nasty("list").status else NAME)
    assert shown.stdout == f"{SAFE}\n2021-01-10\n\nThe gulls said {SAFE}.\n"
    found = nasty("search", "gulls")
    assert found.rows[0][3] == SAFE
    assert not set(DANGEROUS) & set(found.stdout)


def test_a_files_name_cannot_drive_the_terminal(nasty: Newscli) -> None:
    assert nasty("list").rows[0][3] == f"news/{SAFE_NAME}"
    assert nasty("list", "--paths").stdout == f"news/{SAFE_NAME}\n"
    assert nasty("show", NAME, "--path").stdout == f"news/{SAFE_NAME}\n"
    os.truncate(nasty.cwd / "news" / NAME, 0)
    for words in (["index"], ["doctor"], ["show", NAME]):
        asked = nasty(*words)
        assert not set(DANGEROUS) & set(asked.stdout + asked.stderr)


def test_with_nul_and_in_json_names_stay_what_they_are(nasty: Newscli) -> None:
    assert nasty("list", "--paths", "-0").stdout == f"news/{NAME}\0"
    document = nasty("show", NAME, "--json").stdout
    assert not set(DANGEROUS) & set(document)
    article = json.loads(document)
    assert article["path"] == f"news/{NAME}"
    assert article["headline"].split() == NASTY.split()


def test_a_query_cannot_drive_the_terminal(nasty: Newscli) -> None:
    found = nasty("search", "\x1b]52;c;x\x07[red]:fire:\u202e")
    assert (found.status, found.stdout) == (1, "")
    assert "note: no article matches `␛]52;c;x␇[red]:fire:�`\n" in found.stderr
    wrong = nasty("search", "\x1b[31m (")
    assert wrong.stderr.splitlines()[1:3] == ["  ␛[31m (", "        ^"]
    assert nasty("show", "\x1b[31m").stderr.splitlines()[0] == (
        "error: no article has the id or the file name `␛[31m`"
    )
    for words in (["\x1b[31m"], ["list", "--\x1b[31m"], ["list", "--sort", "\x1b[31m"]):
        asked = nasty(*words)
        assert (asked.status, "\x1b" in asked.stderr) == (2, False)


def test_a_name_that_is_no_text_is_shown_and_found(newscli: Newscli) -> None:
    odd = os.fsencode(newscli.cwd) + b"/news/od\xff.txt"
    os.mkdir(newscli.cwd / "news")
    with open(odd, "wb") as file:
        file.write(b" date 2021-01-10 Odd\n\nA story of an odd name.")
    assert newscli("index", "news").status == 0
    assert newscli("list", "--paths").stdout == "news/od�.txt\n"
    assert newscli("list", "--paths", "-0").stdout == "news/od\udcff.txt\0"
    assert newscli("show", "od\udcff.txt").stdout == "Odd\n2021-01-10\n\nA story of an odd name.\n"
    assert '"path": "news/od\\udcff.txt"' in newscli("list", "--json").stdout

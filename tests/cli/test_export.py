"""`newscli export`: every match to standard output or to a file, which is never lost."""

import csv
import json
import os
import resource
from io import StringIO

import pytest

from cli.archive import ARTICLES, BELL, CAFE, CLOCK, CLOUD, FERRY, GEESE
from cli.documents import document
from cli.program import Newscli

FORMS = ("md", "csv", "jsonl", "txt", "bib")


def exported(program: Newscli, *words: str) -> list[dict[str, object]]:
    lines = program("export", "--as", "jsonl", *words).stdout.splitlines()
    return [document(line, "export") for line in lines]


def test_every_match_is_written_the_oldest_first(indexed: Newscli) -> None:
    assert [one["id"] for one in exported(indexed, "clock")] == [CAFE, CLOUD, CLOCK]
    assert [one["id"] for one in exported(indexed, "clock", "--sort", "newest")] == [
        CLOCK, CLOUD, CAFE,
    ]  # fmt: skip
    everything = exported(indexed)
    assert len(everything) == ARTICLES
    assert everything[-1]["id"] == GEESE
    ranked = indexed("search", "clock", "--ids").ids
    assert [one["id"] for one in exported(indexed, "clock", "--sort", "relevance")] == ranked
    part = exported(indexed, "clock", "-n", "1", "--offset", "1")
    assert [one["id"] for one in part] == [CLOUD]


def test_articles_are_chosen_by_date_and_folder(indexed: Newscli) -> None:
    assert {str(one["id"]) for one in exported(indexed, "--on", "2021-01-12")} == {BELL}
    assert len(exported(indexed, "quillmere", "--in", "town", "--since", "2020-12")) == 2


def test_passages_are_the_very_sentences(indexed: Newscli) -> None:
    (found,) = exported(indexed, '"half a town"')
    text = json.loads(indexed("show", FERRY, "--json").stdout)["text"]
    assert found["text"] == text
    passages = found["passages"]
    assert isinstance(passages, list)
    assert len(passages) == 2
    for passage in passages:
        assert text[passage["start"] : passage["end"]] == passage["text"]


@pytest.mark.parametrize("form", FORMS)
def test_a_file_gets_what_standard_output_would(indexed: Newscli, form: str) -> None:
    shown = indexed("export", "bell", "--as", form)
    assert (shown.status, shown.stderr) == (0, "")
    file = indexed.home.parent / f"bell.{form}"
    told = indexed("export", "bell", "--to", str(file))
    assert (told.status, told.stdout) == (0, "")
    assert told.stderr == f"note: 2 articles, 3 passages written to `{file}`\n"
    assert file.read_bytes().decode() == shown.stdout
    assert sorted(os.listdir(file.parent)) == [file.name, "here", "home"]


def test_a_table_can_be_read_by_any_program(indexed: Newscli) -> None:
    rows = list(csv.DictReader(StringIO(indexed("export", "bell", "--as", "csv").stdout)))
    assert [row["id"] for row in rows] == [FERRY, BELL, BELL]
    assert rows[0]["passage"].startswith("It crosses at dawn")


def test_a_file_that_is_there_is_kept_unless_told(indexed: Newscli) -> None:
    file = indexed.home.parent / "notes.md"
    file.write_text("mine")
    file.chmod(0o600)
    refused = indexed("export", "bell", "--to", str(file))
    assert (refused.status, file.read_text()) == (2, "mine")
    assert refused.stderr == (f"error: `{file}` is there already\nhint: `--force` writes over it\n")
    assert indexed("export", "bell", "--to", str(file), "--force").status == 0
    assert file.read_text().startswith("## Harbour ferry")
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_link_leads_to_the_file_that_is_written(indexed: Newscli) -> None:
    real, link = indexed.home.parent / "real.txt", indexed.home.parent / "link.txt"
    real.write_text("mine")
    link.symlink_to(real)
    assert indexed("export", "bell", "-o", str(link)).status == 2
    assert indexed("export", "bell", "-o", str(link), "--force").status == 0
    assert link.is_symlink()
    assert "bell" in real.read_text()


def test_a_full_disk_leaves_the_old_file(indexed: Newscli) -> None:
    file = indexed.home.parent / "notes.txt"
    file.write_text("mine")
    full = indexed(
        "export", "--to", str(file), "--force",
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
    )  # fmt: skip
    assert (full.status, file.read_text()) == (74, "mine")
    assert full.stderr.startswith(f"error: cannot write `{file}`: file too large\n")
    assert sorted(os.listdir(file.parent)) == ["here", "home", "notes.txt"]


def test_nothing_found_writes_no_file(indexed: Newscli) -> None:
    file = indexed.home.parent / "notes.md"
    nothing = indexed("export", "fery", "--to", str(file))
    assert (nothing.status, nothing.stdout, file.exists()) == (1, "", False)
    assert nothing.stderr == (
        "note: no article matches `fery`\nhint: did you mean ferry? (2 articles)\n"
    )
    assert indexed("export", "fery", "--as", "jsonl").stdout == ""
    assert indexed("export", "fery", "--as", "csv").stdout.startswith("id,date,")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--to", "notes"], "the name `notes` does not tell which form is wanted"),
        (["--to", "notes.doc"], "the name `notes.doc` does not tell which form is wanted"),
        (["--to", "/dev/null", "--as", "md", "--force"], "`/dev/null` is no file"),
        (["--to", "news", "--as", "md"], "`news` is no file"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    indexed: Newscli, options: list[str], message: str
) -> None:
    refused = indexed("export", "bell", *options)
    assert (refused.status, refused.stdout) == (2, "")
    assert refused.stderr.splitlines()[0] == f"error: {message}"


def test_a_place_that_is_not_there_is_named(indexed: Newscli) -> None:
    missing = indexed("export", "bell", "--to", "nowhere/notes.md")
    assert missing.status == 74
    assert missing.stderr == (
        "error: cannot write `nowhere/notes.md`: there is no folder `nowhere`\n"
        "hint: make it first\n"
    )


def test_articles_of_the_last_list_are_written_in_the_order_named(indexed: Newscli) -> None:
    listed = [row[0] for row in indexed("search", "clock").rows]
    assert [one["id"] for one in exported(indexed, "@3", "@1", "@3")] == [listed[2], listed[0]]
    ids = "".join(f"{id}\n" for id in listed[:2])
    piped = indexed("export", "-", "--as", "jsonl", input=ids).stdout.splitlines()
    assert [document(line, "export")["id"] for line in piped] == listed[:2]
    assert [one["id"] for one in exported(indexed, "@1", "@2", "-n", "1")] == listed[:1]
    with_a_word = exported(indexed, "clock", "@1")
    assert [one["id"] for one in with_a_word] == [
        one["id"] for one in exported(indexed, "clock", "1")
    ]


def test_an_article_that_is_named_and_not_chosen_is_not_written(indexed: Newscli) -> None:
    (row, *_) = indexed("search", "clock").rows
    assert [one["id"] for one in exported(indexed, "@1", "--until", row[1])] == [row[0]]
    refused = indexed("export", "@1", "--until", "1990")
    assert (refused.status, refused.stdout) == (1, "")


def test_an_offset_behind_the_last_says_how_many_there_are(indexed: Newscli) -> None:
    shown = indexed("export", "clock", "--offset", "10")
    assert (shown.status, shown.stdout) == (1, "")
    assert shown.stderr == "note: no article at offset 10: 3 in all\n"

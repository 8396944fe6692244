"""Bad input: what is said, what the status is, and that nothing is lost."""

import json
import shutil
import zlib
from pathlib import Path

import pytest

from cli.archive import BELL, CLOCK, CLOUD, FERRY, put
from cli.program import Newscli

FIND = "hint: find one with `newscli search WORDS`\n"
DATES = (
    "hint: dates look like 2021-01-10, 2021-01, 2021, 10 jan 2021, today, yesterday, "
    "3 days ago, last week, last month or last year\n"
)


@pytest.mark.parametrize("words", [["search", "ferry"], ["show", BELL], ["doctor"]])
def test_without_an_index_the_reader_is_told_how_to_make_one(
    newscli: Newscli, words: list[str]
) -> None:
    asked = newscli(*words)
    assert (asked.status, asked.stdout) == (3, "")
    assert asked.stderr == (
        f"error: there is no index at `{newscli.home}/index`\n"
        "hint: make one with `newscli index FOLDER`\n"
    )


def test_a_folder_that_cannot_be_indexed_is_named(newscli: Newscli) -> None:
    here = newscli.cwd
    (here / "empty").mkdir()
    put(here / "file.txt", "text")
    assert newscli("index", "nosuch").stderr == (
        f"error: there is no folder `{here}/nosuch`\n"
        "hint: name a folder of text files: `newscli index FOLDER`\n"
    )
    assert newscli("index", "file.txt").stderr == (
        f"error: `{here}/file.txt` is a file, not a folder\n"
        "hint: index single files by naming them on standard input: "
        "`newscli index --files-from -`\n"
    )
    empty = newscli("index", "empty")
    assert (empty.status, empty.stderr) == (
        1,
        "error: `empty` holds no files to index (.txt, .text, .md)\n"
        "hint: files of other names are read with `--glob`: "
        "`newscli index FOLDER --glob '*.html'`\n",
    )
    none = newscli("index")
    assert (none.status, none.stderr) == (
        1,
        "error: there is no folder to index yet\nhint: name one: `newscli index FOLDER`\n",
    )
    assert newscli("list").status == 3


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["show", "deadbeef"], 1, "no article has an id that begins with `deadbeef`\n" + FIND),
        (
            ["show", "deadbeefdeadbeef"],
            1,
            "no article has the id `deadbeefdeadbeef`\n" + FIND,
        ),
        (["show", "nosuch.txt"], 1, "no article has the id or the file name `nosuch.txt`\n" + FIND),
        (["show", "be1"], 1, "`be1` is too short for an id: 4 characters or more\n" + FIND),
        (
            ["show", "@1"],
            1,
            "`@1` is a number in the last list, and there is none yet\n"
            "hint: make one with `newscli search WORDS` or `newscli list`\n",
        ),
        (
            ["show", "-"],
            1,
            "standard input names no article\n"
            "hint: pipe a list into it: `newscli search WORDS | newscli show -`\n",
        ),
        (["search", "ferry", "--since", "2021-02-30"], 2, "there is no 2021-02-30\n" + DATES),
        (
            ["list", "--since", "last blursday"],
            2,
            "`last blursday` is no date newscli understands\n" + DATES,
        ),
        (
            ["list", "--all", "-n", "3"],
            2,
            "`--all` and `--limit` contradict each other\nhint: leave one of them out\n",
        ),
        (
            ["list", "--ids", "--json"],
            2,
            "`--json` and `--ids` contradict each other\nhint: choose one\n",
        ),
        (
            ["list", "--sort", "relevance"],
            2,
            "a list has no words to be relevant to\nhint: sort it by `--sort newest` or `oldest`\n",
        ),
        (
            ["dupes", "--diff", "1"],
            2,
            "option `--diff` requires 2 arguments\nhint: see `newscli dupes --help`\n",
        ),
        (
            ["dupes", "--threshold", "nan"],
            2,
            "invalid value for `--threshold`: `nan` is no number\n"
            "hint: see `newscli dupes --help`\n",
        ),
        (
            ["kwic", "bell", "-n", "1" + "0" * 20],
            2,
            f"invalid value for `-n` / `--limit`: 1{'0' * 20} is more than there is of anything\n"
            "hint: see `newscli kwic --help`\n",
        ),
        (["list", "--since", ""], 2, "no date is given\n" + DATES),
        (["list", "--on", ""], 2, "no date is given\n" + DATES),
        (["words", "bell", "--vs", ""], 2, "the query is empty\nhint: type what to look for\n"),
        (
            ["export", "bell", "--json"],
            2,
            "no such option `--json`\nhint: say the form with `--as`: jsonl, csv, md ...\n",
        ),
        (["search", ""], 2, "the query is empty\nhint: type what to look for\n"),
        (
            ["search", 'bell "of Quillmere'],
            2,
            'this quote is never closed\n  bell "of Quillmere\n       ^\n'
            'hint: write \\" to search for the character itself\n',
        ),
        (
            ["search", "taiwan", "AND", "(china"],
            2,
            "this bracket is never closed\n  taiwan AND (china\n             ^\n"
            "hint: write \\( to search for the character itself\n",
        ),
        (
            ["index", "news", "--forget", "news"],
            2,
            "`--forget` goes alone\nhint: run `newscli index` again for the rest\n",
        ),
        (
            ["index", "--forget", "news", "--files-from", "-"],
            2,
            "`--forget` goes alone\nhint: run `newscli index` again for the rest\n",
        ),
        (
            ["index", "--forget", "news", "--glob", "*.html"],
            2,
            "`--forget` goes alone\nhint: run `newscli index` again for the rest\n",
        ),
        (
            ["index", "--forget", "news", "--rebuild"],
            2,
            "`--forget` goes alone\nhint: forget, then run `newscli index --rebuild`\n",
        ),
        (
            ["index", "--glob", "*.html"],
            2,
            "`--glob` belongs to a folder\nhint: name it: `newscli index FOLDER --glob '*.html'`\n",
        ),
        (
            ["index", "--forget", "nosuch"],
            2,
            "`nosuch` is not a folder of this index\nhint: its folders are `news`\n",
        ),
        (
            ["index", "--files-from", "nosuch"],
            2,
            "cannot read `nosuch`: no such file or directory\n"
            "hint: name a file with one path a line, or - for standard input\n",
        ),
        (
            ["index", "--files-from", "-"],
            1,
            "`--files-from` names no file\nhint: write one path a line into it\n",
        ),
    ],
)
def test_what_cannot_be_meant_is_said_with_the_way_out(
    indexed: Newscli, words: list[str], status: int, said: str
) -> None:
    asked = indexed(*words)
    assert (asked.status, asked.stdout, asked.stderr) == (status, "", "error: " + said)


@pytest.mark.parametrize(
    "query",
    ["bell OR", "bell )", "date:2021-02-30", "/(/", "dat:2021"],
)
def test_a_query_that_cannot_be_read_gets_a_caret_and_a_hint(indexed: Newscli, query: str) -> None:
    asked = indexed("search", query)
    error, shown, caret, hint = asked.stderr.splitlines()
    assert (asked.status, asked.stdout, shown) == (2, "", f"  {query}")
    assert error.startswith("error: ")
    assert caret.strip() == "^"
    assert hint.startswith("hint: ")


def test_a_reference_that_fits_several_articles_names_them(indexed: Newscli) -> None:
    asked = indexed("show", "c10c")
    assert (asked.status, asked.stdout, asked.stderr) == (
        2,
        "",
        f"error: `c10c` could be 2 articles: {CLOCK}, {CLOUD}\n"
        "hint: type more of the id, or the file's whole path\n",
    )


def test_an_index_is_not_put_among_other_files(town: Newscli) -> None:
    there = town.cwd / "news"
    before = sorted(there.iterdir())
    refused = town("index", "news", "--index", "news")
    assert refused.status == 3
    assert refused.stderr == (
        f"error: `{there}` holds other files, and an index needs a folder of its own\n"
        "hint: name a new or an empty one: `newscli index --index DIR`\n"
    )
    assert sorted(there.iterdir()) == before


def test_an_index_below_the_folder_it_covers_holds_the_articles_alone(town: Newscli) -> None:
    first = town("index", "news", "--glob", "*", "--index", "news/index")
    again = town("index", "--index", "news/index")
    assert (first.status, again.status) == (0, 0)
    assert again.stdout.startswith("0 added, 0 changed, 0 renamed, 0 removed")


def test_a_number_past_the_last_list_is_told_its_length(indexed: Newscli) -> None:
    indexed("list", "-n", "10", "--ids")
    asked = indexed("show", "@12")
    assert (asked.status, asked.stdout) == (1, "")
    assert asked.stderr == ("error: there is no `@12`: the last list has 10 articles\n" + FIND)


def test_a_range_of_dates_with_no_article_in_it_is_an_empty_answer(indexed: Newscli) -> None:
    listed = indexed("list", "--since", "2015", "--until", "2016", "--json")
    assert (listed.status, json.loads(listed.stdout)["total"]) == (1, 0)
    assert listed.stderr == (
        "note: no article is chosen\nhint: articles are of 2018-03-05 to 2021-01-31\n"
    )


def test_a_folder_that_is_not_indexed_is_said_to_be_unknown(indexed: Newscli) -> None:
    listed = indexed("list", "--in", "nosuch")
    assert (listed.status, listed.stdout, listed.stderr) == (
        1,
        "",
        "note: no article is chosen\nnote: no indexed folder is called `nosuch`\n"
        "hint: articles are in `world`, `harbour`, `town`, `market day`\n",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["serch", "x"], "no such command `serch`; did you mean `search`?"),
        (["frobnicate"], "no such command `frobnicate`"),
        (
            ["list", "--sinse", "2021"],
            "no such option `--sinse`; did you mean `--in`, `--index` or `--since`?",
        ),
        (["list", "-q"], "no such option `-q`"),
        (["search"], "missing argument `WORDS...`"),
        (["show"], "missing argument `REF...`"),
        (["status", "now"], "too much: `now`"),
        (["list", "-n", "some"], "invalid value for `-n` / `--limit`: `some` is no number"),
        (["list", "-n", "0"], "invalid value for `-n` / `--limit`: 0 is not in the range x>=1"),
        (
            ["list", "--sort", "best"],
            "invalid value for `--sort`: `best` is not one of `relevance`, `newest`, `oldest`",
        ),
        (["list", "--since"], "option `--since` requires an argument"),
    ],
)
def test_a_wrong_command_line_is_one_sentence(
    newscli: Newscli, words: list[str], said: str
) -> None:
    asked = newscli(*words)
    first, hint = asked.stderr.splitlines()
    assert (asked.status, asked.stdout, first) == (2, "", f"error: {said}")
    assert hint.startswith("hint: see `newscli ")


def test_an_excluded_word_at_the_beginning_is_shown_its_way(newscli: Newscli) -> None:
    assert newscli("search", "-ferry", "harbour").stderr == (
        "error: no such option `-f`\n"
        "hint: see `newscli search --help`; what begins with `-` and is to be searched for "
        "goes after `--`\n"
    )


def test_a_wrong_date_of_today_is_an_error_and_not_a_guess(indexed: Newscli) -> None:
    asked = indexed("list", env={"NEWSCLI_NOW": "blursday"})
    assert (asked.status, asked.stderr) == (
        2,
        "error: NEWSCLI_NOW is `blursday`, which is no date\n"
        "hint: write it as in NEWSCLI_NOW=2021-01-31, or unset it\n",
    )


def data_folder(program: Newscli) -> Path:
    """Return where the index keeps its segments."""
    return next((program.home / "index").glob("data-*"))


def test_a_file_of_the_index_cut_short_is_found_and_mended(town: Newscli) -> None:
    cut = max(data_folder(town).iterdir(), key=lambda path: path.stat().st_size)
    whole = cut.stat().st_size
    cut.write_bytes(cut.read_bytes()[:-100])
    for words in (["search", "ferry"], ["show", BELL], ["index"]):
        asked = town(*words)
        assert (asked.status, asked.stdout) == (3, "")
        assert asked.stderr == (
            f"error: `{cut}` is damaged: {whole - 100} bytes instead of {whole}\n"
            "hint: build it anew with `newscli index --rebuild`\n"
        )
    examined = town("doctor", "--plain")
    assert (examined.status, examined.rows[3][0]) == (1, "damaged-index")
    assert town("index", "--rebuild").status == 0
    assert town("search", "butter", "--ids").ids == [CLOCK]


def test_an_index_of_a_newer_program_is_left_alone(town: Newscli) -> None:
    manifest = town.home / "index" / "manifest.json"
    declared = json.loads(manifest.read_text())
    del declared["sum"]
    declared["format"] += 1
    declared["sum"] = zlib.crc32(json.dumps(declared, sort_keys=True).encode())
    manifest.write_text(json.dumps(declared))
    asked = town("search", "ferry")
    assert (asked.status, asked.stdout) == (3, "")
    error, hint = asked.stderr.splitlines()
    assert error.startswith(
        f"error: the index at `{town.home}/index` was written by a newer newscli (format "
    )
    assert hint == ("hint: upgrade newscli, or build the index anew with `newscli index --rebuild`")
    assert town("index").status == 3
    assert town("doctor").rows[3][0] == "other-version"
    assert town("index", "--rebuild").status == 0
    assert town("search", "butter", "--ids").ids == [CLOCK]


def test_an_index_that_others_may_write_is_not_opened(indexed: Newscli) -> None:
    place = indexed.home / "index"
    place.chmod(0o770)
    asked = indexed("search", "ferry")
    assert (asked.status, asked.stdout, asked.stderr) == (
        3,
        "",
        f"error: others may write to `{place}`, so it is not opened\n"
        f"hint: if you trust what is in it: `chmod -R go-w {place}`\n",
    )
    assert indexed("doctor").rows[3][0] == "unsafe-permissions"


def test_folders_of_ours_are_for_nobody_else(town: Newscli) -> None:
    town("list")
    for path in (town.home, town.home / "index", data_folder(town)):
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("written", ["{", "[" * 100_000])
def test_an_index_whose_manifest_is_no_json_is_damaged(indexed: Newscli, written: str) -> None:
    manifest = indexed.home / "index" / "manifest.json"
    manifest.write_text(written)
    asked = indexed("list")
    assert (asked.status, asked.stderr) == (
        3,
        f"error: `{manifest}` is damaged: it is no JSON\n"
        "hint: name its folders to build it anew: `newscli index FOLDER --rebuild`\n",
    )
    assert indexed("index", "--rebuild", "news").status == 0


def test_a_bug_is_one_line_and_a_traceback_only_for_those_who_ask(
    indexed: Newscli, tmp_path: Path
) -> None:
    # A module of ours that breaks when it is loaded, in the way of the real one.
    broken = tmp_path / "broken" / "sitecustomize.py"
    put(broken, "import newscli.commands.listing as l\nl.ask = None\n")
    env = {"PYTHONPATH": str(broken.parent)}
    asked = indexed("list", env=env)
    assert (asked.status, asked.stdout) == (70, "")
    error, hint = asked.stderr.splitlines()
    assert error.startswith("error: a bug: TypeError in listing.py line ")
    assert error.endswith("; nothing was changed")
    assert hint == ("hint: `NEWSCLI_DEBUG=1` shows the traceback; please report it with that")
    assert (
        "Traceback (most recent call last)"
        in indexed("list", env=env | {"NEWSCLI_DEBUG": "1"}).stderr
    )
    shutil.rmtree(broken.parent)
    assert {FERRY, CLOUD} < set(indexed("list", "--ids").ids)


@pytest.mark.parametrize("option", ["--passages", "--offset", "--limit"])
def test_no_number_is_so_large_that_it_is_a_bug(indexed: Newscli, option: str) -> None:
    asked = ("search", "bell", "--same", "sentence", option)
    assert indexed(*asked, "1000000000").status == (1 if option == "--offset" else 0)
    for number in ("1000000001", str(1 << 63), str(10**30)):
        assert indexed(*asked, number).status == 2


def test_too_little_memory_is_no_bug(indexed: Newscli) -> None:
    put(
        indexed.cwd / "starved/sitecustomize.py",
        "import newscli.commands.listing as l\ndef ask(*_): raise MemoryError\nl.ask = ask\n",
    )
    starved = indexed("list", env={"PYTHONPATH": "starved"})
    assert (starved.status, starved.stdout, starved.stderr) == (
        74,
        "",
        "error: there is not enough memory\n"
        "hint: ask for less at a time; `newscli index --jobs 1` needs the least\n",
    )

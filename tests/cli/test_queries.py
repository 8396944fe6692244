"""`newscli search --queries`: many queries by period, as a table, in the order of the file."""

import csv
import json
from io import StringIO

import pytest

from cli.documents import document
from cli.program import Newscli

QUERIES = "# the town\nclock\n\n  harbour OR geese  \nfery\n-ferry date:2021\n"


def table(program: Newscli, queries: str, *options: str) -> list[list[str]]:
    told = program("search", "--queries", "-", *options, input=queries)
    assert told.status == 0, told.stderr
    return list(csv.reader(StringIO(told.stdout)))


def test_each_query_is_a_row_and_each_period_a_column(indexed: Newscli) -> None:
    assert table(indexed, QUERIES, "--by", "year") == [
        ["query", "articles", "undated", "whole_months", "2019", "2020", "2021"],
        ["clock", "3", "0", "0", "1", "2", "0"],
        ["harbour OR geese", "3", "1", "0", "0", "0", "2"],
        ["fery", "0", "0", "0", "0", "0", "0"],
        ["'-ferry date:2021", "2", "0", "0", "0", "0", "2"],
    ]


@pytest.mark.parametrize("by", ["day", "week", "month", "year"])
def test_a_row_adds_up_to_its_articles_which_are_those_of_a_search(
    indexed: Newscli, by: str
) -> None:
    told = indexed("search", "--queries", "-", "--by", by, "--json", input=QUERIES)
    matrix = document(told.stdout, "queries")
    for row in matrix["queries"]:
        assert len(row["counts"]) == len(matrix["periods"])
        assert sum(row["counts"]) + row["undated"] + row["whole_months"] == row["articles"]
        assert indexed("search", "-c", "--", row["query"]).stdout == f"{row['articles']}\n"
    assert [row["whole_months"] for row in matrix["queries"]][:1] == [by in {"day", "week"}]


def test_periods_without_an_article_are_columns_too(indexed: Newscli) -> None:
    (head, row) = table(indexed, "clock\n")
    assert (head[4], head[-1], len(head[4:])) == ("2019-05", "2020-12", 20)
    assert [int(count) for count in row[4:]].count(0) == 17


def test_the_order_and_the_lines_are_those_of_the_file(indexed: Newscli) -> None:
    file = indexed.home.parent / "names.txt"
    file.write_text("\ufeffgeese\r\n\r\nclock\r\ngeese\r\n")
    matrix = document(indexed("search", "--queries", str(file), "--json").stdout, "queries")
    assert [(row["query"], row["line"]) for row in matrix["queries"]] == [
        ("geese", 1), ("clock", 3), ("geese", 4),
    ]  # fmt: skip
    lines = indexed("search", "--queries", str(file), "--jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == matrix["queries"]


def test_the_selection_holds_for_every_query(indexed: Newscli) -> None:
    rows = table(indexed, "clock\nferry\n", "--since", "2020-12", "--in", "town", "--by", "year")
    assert rows[1:] == [["clock", "1", "0", "0", "1"], ["ferry", "0", "0", "0", "0"]]
    any_word = table(indexed, "clock butter\n", "--any", "--by", "year")
    assert any_word[1][1] == "3"


def test_nothing_found_is_a_table_of_noughts(indexed: Newscli) -> None:
    nothing = indexed("search", "--queries", "-", input="fery\n")
    assert (nothing.status, nothing.stdout) == (
        1,
        "query,articles,undated,whole_months\nfery,0,0,0\n",
    )
    told = indexed("search", "--queries", "-", "--json", input="fery\n")
    assert document(told.stdout, "queries")["periods"] == []


@pytest.mark.parametrize(
    ("queries", "message"),
    [
        ('clock\n\n"the bell\n', "error: line 3 of standard input: this quote is never closed"),
        ("clock\ndate:2021-13\n", "error: line 2 of standard input: there is no 2021-13"),
        ("# nothing\n\n", "error: `-` holds no query"),
    ],
)
def test_a_bad_line_is_named_before_anything_is_printed(
    indexed: Newscli, queries: str, message: str
) -> None:
    refused = indexed("search", "--queries", "-", input=queries)
    assert (refused.status, refused.stdout) == (2, "")
    assert refused.stderr.splitlines()[0] == message


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["clock"], "`--queries` goes without `WORDS`"),
        (["--same", "sentence"], "`--queries` goes without `--same`"),
        (["--facet", "month"], "`--queries` goes without `--facet`"),
        (["--fold"], "`--queries` goes without `--fold`"),
        (["-n", "3"], "`--queries` goes without `--limit`"),
        (["--sort", "newest"], "`--queries` goes without `--sort`"),
        (["--ids"], "`--queries` makes a table, which `--ids` cannot tell"),
        (["-c"], "`--queries` makes a table, which `--count` cannot tell"),
    ],
)
def test_what_a_table_has_no_use_for_is_refused(
    indexed: Newscli, options: list[str], message: str
) -> None:
    refused = indexed("search", "--queries", "-", *options, input="clock\n")
    assert (refused.status, refused.stdout) == (2, "")
    assert refused.stderr.splitlines()[0] == f"error: {message}"


def test_a_file_that_is_not_there_is_named(indexed: Newscli) -> None:
    missing = indexed("search", "--queries", "names.txt")
    assert missing.stderr == (
        "error: cannot read `names.txt`: no such file or directory\n"
        "hint: name a file of queries, or - for standard input\n"
    )


def test_a_time_without_a_table_is_refused(indexed: Newscli) -> None:
    refused = indexed("search", "clock", "--by", "year")
    assert (refused.status, refused.stderr) == (
        2,
        "error: `--by` goes with `--queries`\n"
        "hint: count words over time with `newscli timeline`\n",
    )

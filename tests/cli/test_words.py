"""`newscli words`: frequent words, keywords, collocates and n-grams of the archive."""

from collections import Counter

import pytest

from cli.archive import TEXTS, put
from cli.documents import document
from cli.program import Newscli
from cli.test_terminal import plain, screen
from newscli.core.analysis import words
from newscli.core.parsing import parse
from newscli.research.keyness import FUNCTION_WORDS


def exact(*names: str) -> list[list[str]]:
    """Return the words of the archive's articles that hold one of these."""
    texts = ([word.exact for word in words(parse(text).text)] for name, text in TEXTS.items())
    return [text for text in texts if not names or set(names) & set(text)]


def test_the_counts_are_those_of_the_texts(indexed: Newscli) -> None:
    told = document(indexed("words", "=bell", "--all", "--min", "1", "--json").stdout, "words")
    counted = Counter(word for text in exact("bell") for word in text)
    assert told["size"] == sum(counted.values())
    assert {each["word"]: each["count"] for each in told["words"]}.items() <= counted.items()
    assert [each["word"] for each in told["words"][:2]] == ["ferry", "harbour"]
    assert "the" not in {each["word"] for each in told["words"]}


def test_a_pipe_gets_word_counts_score_and_effect(indexed: Newscli) -> None:
    told = indexed("words", "geese", "--keywords", "--min", "3")
    assert [row[:3] for row in told.rows[:2]] == [["ferry", "6", "0"], ["harbour", "5", "0"]]
    assert (told.status, told.stderr, {len(row) for row in told.rows}) == (0, "", {6})


def test_keywords_can_be_weighed_against_another_selection(indexed: Newscli) -> None:
    asked = ("words", "--in", "town", "--vs", "in:harbour date:2021", "--min", "2", "--json")
    told = document(indexed(*asked).stdout, "words")
    assert (told["mode"], told["vs"], told["articles"]) == ("keywords", "in:harbour date:2021", 3)
    assert told["words"][0]["word"] == "clock"
    harbour = [
        text for name, text in TEXTS.items() if name.startswith("harbour/00") and "2021" in text
    ]
    assert told["other_size"] == sum(len(words(parse(text).text)) for text in harbour)


def test_collocates_stand_near(indexed: Newscli) -> None:
    told = document(
        indexed("words", "=ferry", "--collocates", "1", "--min", "1", "--all", "--json").stdout,
        "words",
    )
    near: Counter[str] = Counter()
    for text in exact("ferry"):
        at = {place for place, word in enumerate(text) if word == "ferry"}
        around = {place + step for place in at for step in (-1, 1)} - at
        near.update(text[place] for place in around if 0 <= place < len(text))
    assert told["size"] == sum(near.values())
    assert told["words"]
    assert {each["word"]: each["count"] for each in told["words"]}.items() <= near.items()
    counted = Counter(word for text in exact() for word in text)
    assert all(each["count"] + each["other"] == counted[each["word"]] for each in told["words"])


@pytest.mark.parametrize(("by", "first"), [("ll", "ada"), ("mi", "ada"), ("dice", "harbour")])
def test_collocates_are_weighed_as_asked(indexed: Newscli, by: str, first: str) -> None:
    asked = ("words", "=ferry", "--collocates", "2", "--min", "1", "--by", by, "--json")
    told = document(indexed(*asked).stdout, "words")
    assert (told["by"], told["words"][0]["word"]) == (by, first)


def test_ngrams_are_found_again_as_phrases(indexed: Newscli) -> None:
    told = document(
        indexed("words", "--ngrams", "2-3", "--min", "2", "--all", "--json").stdout, "words"
    )
    assert "half a town" in {each["word"] for each in told["words"]}
    for each in told["words"]:
        phrase = '"' + " ".join(f"={word}" for word in each["word"].split()) + '"'
        assert indexed("kwic", f'"{each["word"]}"', "-c").stdout == f"{each['count']}\n", phrase


def test_a_terminal_gets_a_table(indexed: Newscli) -> None:
    shown = plain(screen(indexed, "words", "clock", "--collocates", "3", "--min", "2", "--every"))
    assert shown.split("\n")[0].split() == ["word", "count", "elsewhere", "ll", "effect"]
    assert max(map(len, shown.splitlines())) <= 80


def test_an_empty_selection_is_said_and_is_valid_json(indexed: Newscli) -> None:
    for options in ([], ["--collocates", "3"], ["--ngrams", "2"], ["--vs", "ferry"]):
        nothing = indexed("words", "fery", *options, "--json")
        assert (nothing.status, document(nothing.stdout, "words")["words"]) == (1, [])
        assert nothing.stderr.startswith("note: no article matches `fery`\n")


def test_one_article_of_another_script_has_words(indexed: Newscli) -> None:
    assert ["町", "2"] in [row[:2] for row in indexed("words", "町", "--min", "2").rows]


def test_keywords_of_all_articles_are_told_from_nothing(indexed: Newscli) -> None:
    for options in (("--keywords",), ("--vs", "harbour")):
        told = indexed("words", *options)
        assert (told.status, told.stdout) == (1, "")
        assert told.stderr == (
            "note: these are all articles, and none is left to tell them from\n"
            "hint: choose some: `newscli words harbour --keywords`\n"
        )


def test_too_few_words_are_said(indexed: Newscli) -> None:
    few = indexed("words", "geese", "--keywords", "--min", "90")
    assert (few.status, few.stdout) == (1, "")
    assert few.stderr == (
        "note: no word stands 90 times or more, and more often than elsewhere\n"
        "hint: `--min 1` takes in rare words\n"
    )
    assert "nothing at offset 900" in indexed("words", "--offset", "900").stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["bell", "--collocates", "3", "--ngrams", "2"],
            "`--collocates` and `--ngrams` contradict",
        ),
        (["bell", "--ngrams", "2", "--vs", "ferry"], "`--ngrams` and `--vs` contradict"),
        (["bell", "--by", "mi"], "`--by` weighs collocates"),
        (["--collocates", "3"], "collocates stand near words, and none is named"),
        (["date:2021", "--collocates", "3"], "collocates stand near words, and none is named"),
        (["bell", "--ngrams", "1"], "`--ngrams` takes from 2 to 9 words, not `1`"),
        (["bell", "--ngrams", "4-2"], "not `4-2`"),
        (["bell", "--ngrams", "2-"], "not `2-`"),
        (["bell", "--collocates", "0"], "0"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    indexed: Newscli, options: list[str], message: str
) -> None:
    refused = indexed("words", *options)
    assert (refused.status, refused.stdout) == (2, "")
    assert message in refused.stderr


def test_runs_of_such_words_alone_are_told_if_asked_for(indexed: Newscli) -> None:
    asked = ("words", "--ngrams", "2", "--min", "2", "--all")
    told, every = (
        {row[0] for row in indexed(*asked, *option).rows} for option in ((), ("--every",))
    )
    assert told < every
    assert all(FUNCTION_WORDS.issuperset(run.split()) for run in every - told)


@pytest.mark.parametrize("mode", [(), ("--keywords",), ("--collocates", "2")])
def test_words_that_all_english_is_made_of_are_told_if_asked_for(
    indexed: Newscli, mode: tuple[str, ...]
) -> None:
    asked = ("words", "bell", *mode, "--min", "1", "--all")
    told, every = (
        document(indexed(*asked, *option, "--json").stdout, "words")
        for option in ((), ("--every",))
    )
    shown, all_of_them = ({each["word"]: each for each in one["words"]} for one in (told, every))
    assert shown.items() <= all_of_them.items()
    assert {word for word in all_of_them if word in FUNCTION_WORDS}
    assert not {word for word in shown if word in FUNCTION_WORDS}


def test_beside_a_word_stands_how_many_articles_have_it(indexed: Newscli) -> None:
    told = document(indexed("words", "--min", "1", "--all", "--every", "--json").stdout, "words")
    holding = {each["word"]: each["articles"] for each in told["words"]}
    for word in ("bell", "the", "ferry", "butter"):
        assert indexed("search", f"={word}", "-c").stdout == f"{holding[word]}\n"
    spread = ("words", "--min", "1", "--all", "--every", "--min-articles", "4")
    few = document(indexed(*spread, "--json").stdout, "words")
    assert {each["word"] for each in few["words"]} == {
        word for word, articles in holding.items() if articles >= 4
    }
    refused = indexed("words", "bell", "--collocates", "2", "--min-articles", "2")
    assert refused.stderr.startswith("error: `--min-articles` goes without `--collocates`")


def test_a_keyword_of_many_articles_stands_in_several(newscli: Newscli) -> None:
    for number in range(12):
        put(
            newscli.cwd / f"news/{number}.txt", f"The ferry {number}\n\nA ferry sank by the quay.\n"
        )
    put(newscli.cwd / "news/long.txt", "The ferry\n\n" + "A ferry heron. " * 40 + "\n")
    put(newscli.cwd / "news/other.txt", "A bell\n\n" + "It rang by the tower. " * 40 + "\n")
    newscli("index", "news")
    asked = ("words", "ferry", "--keywords")
    assert [row[0] for row in newscli(*asked).rows] == ["ferry", "quay", "sank"]
    assert "heron" in [row[0] for row in newscli(*asked, "--min-articles", "1").rows]

"""`newscli similar`, `stories` and `story` on a small archive."""

import json
from pathlib import Path

import fastjsonschema
import pytest

from cli.archive import put
from cli.program import Newscli

SCHEMAS = Path(__file__).parent.parent / "schemas"
FERRY = "The ferry pilot rang the bell on the quay, and the ferry crossed to Quillmere."
FIRE = "A fire burnt the flour mill down; the miller saved the wheel and nothing else."
ARTICLES = {
    "01_fe00000000000001": ("2021-01-10", "Ferry stops", FERRY + " Its engine had failed."),
    "02_fe00000000000002": ("2021-01-12", "Ferry waits", FERRY + " A new engine is dear."),
    "03_fe00000000000003": ("2021-01-20", "Ferry sails", FERRY + " The council paid for it."),
    "04_f100000000000004": ("2021-01-11", "Mill burns", FIRE + " Nobody was hurt."),
    "05_f100000000000005": ("2021-01-13", "Mill is gone", FIRE + " It stood for ages."),
    "06_c100000000000006": ("2021-01-13", "Clock halts", "Butter freed stiff hands."),
    "07_5200000000000007": ("2021-01-13", "鈴の町", "塔の鈴が初めて鳴る。"),
}
UNDATED = "0dd0000000000008"
F1, F2, F3 = (f"fe0000000000000{at}" for at in (1, 2, 3))
M1, M2 = "f100000000000004", "f100000000000005"


@pytest.fixture
def reader(newscli: Newscli) -> Newscli:
    for name, (day, headline, text) in ARTICLES.items():
        put(newscli.cwd / "news" / f"{name}.txt", f" date {day} {headline}\n\n{text}\n")
    put(newscli.cwd / "news" / f"08_{UNDATED}.txt", f"A day at the quay\n\n{FERRY}\n")
    newscli("index", "news")
    return newscli


def valid(name: str, text: str) -> dict[str, object]:
    document: dict[str, object] = json.loads(text)
    fastjsonschema.validate(json.loads((SCHEMAS / f"{name}.json").read_text()), document)
    return document


def test_stories_are_told_apart_the_largest_first(reader: Newscli) -> None:
    found = reader("stories")
    assert found.status == 0
    assert [(row[0], row[1], row[2], row[3]) for row in found.rows] == [
        (F1, "2021-01-10", "2021-01-20", "3"),
        (M1, "2021-01-11", "2021-01-13", "2"),
    ]
    assert found.stderr == "note: 1 article without a day is left out\n"


def test_a_story_is_the_same_whichever_article_is_named(reader: Newscli) -> None:
    told = reader("story", F1)
    assert told.ids == [F1, F2, F3]
    assert [row[3] for row in told.rows] == ["first", "", ""]
    assert reader("story", F3).stdout == told.stdout


def test_a_long_story_can_be_told_in_parts(reader: Newscli) -> None:
    assert reader("story", F3, "-n", "1").rows[0][0::3] == [F1, "first"]
    rest = reader("story", F3, "--offset", "1")
    assert (rest.ids, [row[3] for row in rest.rows]) == ([F2, F3], ["", ""])
    part = valid("story", reader("story", F3, "-n", "1", "--offset", "1", "--json").stdout)
    assert (part["total"], part["offset"], part["limit"]) == (3, 1, 1)
    past = reader("story", F3, "--offset", "9")
    assert (past.status, past.stdout) == (1, "")
    assert past.stderr.endswith("note: no article at offset 9: 3 in all\n")


def test_the_numbers_of_the_stories_lead_to_each(reader: Newscli) -> None:
    reader("stories")
    assert reader("story", "2").ids == [M1, M2]


def test_an_undated_article_is_of_no_story(reader: Newscli) -> None:
    told = reader("story", UNDATED)
    assert told.status == 1
    assert told.stderr == (
        f"error: `{UNDATED}` has no day of its own, so it is of no story\n"
        "hint: find articles like it with `newscli similar REF`\n"
    )


def test_an_article_alone_is_told_alone(reader: Newscli) -> None:
    told = reader("story", "c100")
    assert told.ids == ["c100000000000006"]
    assert "no other article tells this story" in told.stderr


def test_stories_of_a_selection_are_of_it_alone(reader: Newscli) -> None:
    assert reader("stories", "mill").ids == [M1]
    assert reader("stories", "--until", "2021-01-12").ids == [F1]
    alone = reader("stories", "clock", "--json")
    assert alone.status == 1
    assert valid("stories", alone.stdout)["stories"] == []
    assert alone.stderr == "note: no two of the articles tell one story\n"
    assert "no article matches `heron`" in reader("stories", "heron").stderr


def test_loose_and_tight_contradict_each_other(reader: Newscli) -> None:
    assert reader("stories", "--loose", "--tight").status == 2


def test_the_documents_are_as_their_schemas_say(reader: Newscli) -> None:
    assert valid("stories", reader("stories", "--json").stdout)["total"] == 2
    assert valid("story", reader("story", F2, "--json").stdout)["total"] == 3
    similar = valid("similar", reader("similar", F2, "--json").stdout)
    assert similar["total"] == len(reader("similar", F2, "--ids").stdout.splitlines())


def test_similar_articles_come_with_the_words_they_share(reader: Newscli) -> None:
    found = reader("similar", M1)
    assert found.ids == [M2]
    assert "mill" in found.rows[0][4].split()
    assert "flour" in found.rows[0][4].split()


def test_an_article_is_not_like_itself_and_copies_are_one_line(reader: Newscli) -> None:
    text = ARTICLES["01_fe00000000000001"][2]
    put(reader.cwd / "news" / "09_fe00000000000009.txt", f" date 2021-01-10 Ferry stops\n\n{text}")
    reader("index")
    document = json.loads(reader("similar", F2, "--json").stdout)
    lines = {each["id"]: each["duplicates"] for each in document["articles"]}
    assert F2 not in lines
    assert lines[F1] == ["fe00000000000009"]
    assert len(lines) == document["total"]


def test_only_what_is_near_in_time_where_that_is_asked(reader: Newscli) -> None:
    assert set(reader("similar", F1, "--within", "3d").ids) == {F2}
    assert set(reader("similar", F1, "--within", "2 weeks").ids) == {F2, F3}
    assert reader("similar", F1, "--within", "soon").status == 2
    assert reader("similar", UNDATED, "--within", "3d").status == 2


def test_an_article_like_no_other_says_so(reader: Newscli) -> None:
    found = reader("similar", "c100")
    assert (found.status, found.stdout) == (1, "")
    assert found.stderr == "note: no other article is like `Clock halts`\n"


def test_an_index_of_one_article_has_nothing_to_compare(newscli: Newscli) -> None:
    put(newscli.cwd / "news" / "one.txt", f" date 2021-01-10 Ferry stops\n\n{FERRY}\n")
    newscli("index", "news")
    assert newscli("stories").status == 1
    assert newscli("similar", "one.txt").status == 1
    assert newscli("story", "one.txt").status == 0


def test_where_nothing_is_alike_the_note_says_why(reader: Newscli) -> None:
    total = int(reader("similar", F1, "-c").stdout)
    past = reader("similar", F1, "--offset", "9")
    assert (past.status, past.stderr) == (1, f"note: no article at offset 9: {total} in all\n")
    nowhere = reader("similar", F1, "--in", "nowhere")
    assert (nowhere.status, nowhere.stderr) == (
        1,
        "note: no article is chosen\nnote: no indexed folder is called `nowhere`\n"
        "hint: articles are in `news`\n",
    )


def test_a_loose_story_of_one_article_is_not_told_to_be_looser(reader: Newscli) -> None:
    told = reader("story", "c100", "--loose")
    assert told.stderr.endswith("note: no other article tells this story\n")


@pytest.mark.parametrize("verb", ["stories", "similar", "dupes", "who", "words", "quotes", "kwic"])
def test_a_count_is_of_all_there_is_wherever_a_page_begins(reader: Newscli, verb: str) -> None:
    words = {"similar": [F1], "kwic": ["ferry"], "words": ["--min", "1"]}.get(verb, [])
    wide = ["--threshold", "0.3"] if verb == "dupes" else []
    counted = reader(verb, *words, *wide, "-c")
    assert counted.status == (0 if int(counted.stdout) else 1)
    again = reader(verb, *words, *wide, "-c", "--offset", "99")
    assert (again.status, again.stdout) == (counted.status, counted.stdout)


def test_an_article_that_is_not_chosen_is_said_to_be_of_another_time(reader: Newscli) -> None:
    (row, *_) = reader("stories").rows
    told = reader("story", row[0], "--on", "1990")
    assert (told.status, told.stdout) == (1, "")
    assert "and not among the articles that were chosen" in told.stderr
    assert "has no day of its own" not in told.stderr

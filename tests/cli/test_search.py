"""`newscli search`: what it finds, and the exact lines that a pipe gets."""

import pytest

from cli.archive import BELL, CAFE, CLOCK, CLOUD, FERRY, GEESE, MARKET, PORT, SUZU, WIRE
from cli.program import Newscli


def test_a_pipe_gets_id_date_score_headline_and_passage_between_tabs(indexed: Newscli) -> None:
    found = indexed("search", "harbour", "geese")
    assert found.rows == [
        [GEESE, "", found.rows[0][2], "Geese refuse to cross", found.rows[0][4]],
        [FERRY, "2021-01-10", found.rows[1][2], "Harbour ferry returns to Quillmere",
         found.rows[1][4]],
    ]  # fmt: skip
    assert [float(row[2]) > 0 for row in found.rows] == [True, True]
    assert found.rows[0][4] == (
        "The «geese» of Quillmere walked round the «harbour» on foot, all forty of them."
    )
    assert (found.status, found.stderr) == (0, "")


def test_the_same_question_gets_the_same_bytes(indexed: Newscli) -> None:
    assert indexed("search", "quillmere").stdout == indexed("search", "quillmere").stdout


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["clock", "butter"], {CLOCK}),
        (["restriction"], {CLOCK, FERRY}),
        (["=restricted OR", '"half a town"'], {CLOCK, FERRY}),
        (["US"], {FERRY, WIRE}),
        (["us"], {FERRY, WIRE, BELL}),
        (["U.S.", "NOT", "hat"], {FERRY}),
        (["--", "-ferry", "geese"], {GEESE}),
        (["(bell OR butt*) clock"], {CLOCK}),
        (["b?tter", "freed NEAR/3 hands", "/st(op|opp)(s|ed)/"], {CLOCK}),
        (["gatse~", "OR", '"harbour Quillmere"~2'], {PORT, FERRY}),
        (["headline:ferry", "lead:ferry"], {FERRY, BELL}),
        (["caption:ferry", "quote:harbour"], {FERRY}),
        (["in:world", "date:2018..2019-05"], {WIRE, CAFE}),
        (["O’Brien", "AT&T", "F-16", "button?"], {MARKET}),
        (["Zoe", "creme"], {CAFE}),
        (["鈴の町"], {SUZU}),
    ],
)  # fmt: skip
def test_words_find_what_the_language_says(
    indexed: Newscli, words: list[str], ids: set[str]
) -> None:
    found = indexed("search", "--ids", "--all", *words)
    assert (set(found.ids), found.status) == (ids, 0 if ids else 1)


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--since", "2021-01-10"], {FERRY, BELL, MARKET, PORT}),
        (["--since", "2020-11", "--until", "2020-12"], {CLOUD, CLOCK}),
        (["--on", "10 jan 2021"], {FERRY, MARKET}),
        (["--on", "last month"], {FERRY, BELL, MARKET, PORT}),
        (["--in", "news/town"], {CLOCK, CLOUD, MARKET}),
        (["--in", "./news/world", "--since", "yesterday"], {PORT}),
    ],
)
def test_articles_are_chosen_by_date_and_folder(
    indexed: Newscli, options: list[str], ids: set[str]
) -> None:
    assert set(indexed("list", "--ids", *options).ids) == ids


def test_options_stand_before_or_after_the_words(indexed: Newscli) -> None:
    before = indexed("search", "--sort", "oldest", "-n", "2", "--ids", "clock")
    after = indexed("search", "clock", "--ids", "-n", "2", "--sort", "oldest")
    assert before.ids == after.ids == [CAFE, CLOUD]


def test_any_ranks_by_how_many_words_an_article_has(indexed: Newscli) -> None:
    assert indexed("search", "clock", "bell", "ferry").status == 1
    assert set(indexed("search", "--any", "--ids", "clock", "butter", "bell").ids) == {
        CLOCK, BELL, FERRY, CLOUD, CAFE,
    }  # fmt: skip
    assert indexed("search", "--any", "--ids", "clock", "butter", "bell").ids[0] == CLOCK


def test_the_answer_can_be_counted_named_or_located(indexed: Newscli) -> None:
    assert indexed("search", "clock", "-c").stdout == "3\n"
    assert set(indexed("search", "clock", "--ids").stdout.split()) == {CLOCK, CLOUD, CAFE}
    assert indexed("search", "penny", "--paths").stdout == (
        f"news/town/market day/006_{MARKET}.md\n"
    )
    assert indexed("search", "penny", "--paths", "-0").stdout == (
        f"news/town/market day/006_{MARKET}.md\0"
    )


def test_limit_offset_and_all_choose_the_part_of_the_answer(indexed: Newscli) -> None:
    everything = indexed("search", "quillmere", "--ids", "--all").ids
    assert len(everything) == 9
    assert (
        indexed("search", "quillmere", "--ids", "-n", "4", "--offset", "2").ids == everything[2:6]
    )


def test_an_answer_cut_by_the_usual_limit_says_nothing_in_a_pipe(indexed: Newscli) -> None:
    cut = indexed("search", "quillmere", "-n", "2")
    assert (len(cut.rows), cut.stderr) == (2, "")


def test_a_part_of_the_answer_past_its_end_is_empty_and_says_so(indexed: Newscli) -> None:
    past = indexed("search", "clock", "--offset", "9")
    assert (past.status, past.stdout) == (1, "")
    assert past.stderr == "note: no article at offset 9: 3 in all\n"


def test_passages_are_as_many_as_asked_for(indexed: Newscli) -> None:
    assert indexed("search", "butter", "--passages", "0").rows[0][4] == ""
    assert indexed("search", "butter", "--passages", "1").rows[0][4] == (
        "Its restricted hands were freed with «butter»."
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fery"], "note: no article matches `fery`\nhint: did you mean ferry? (2 articles)\n"),
        (
            ["clock", "bell", "ferry"],
            "note: no article matches `clock bell ferry`\n"
            "hint: 2 articles have 2 of the 3 words: `--any` ranks those\n",
        ),
        (
            ["ferry", "--in", "nosuch"],
            "note: no article matches `ferry`\nnote: no indexed folder is called `nosuch`\n"
            "hint: articles are in `world`, `harbour`, `town`, `market day`\n",
        ),
        (
            ["ferry", "--since", "2021-01-20"],
            "note: no article matches `ferry`\n"
            "note: 2 articles match without the limits of date and folder\n",
        ),
    ],
)  # fmt: skip
def test_an_answer_of_nothing_says_what_may_find_more(
    indexed: Newscli, words: list[str], said: str
) -> None:
    found = indexed("search", *words)
    assert (found.status, found.stdout, found.stderr) == (1, "", said)


def test_capitals_that_no_article_has_are_searched_in_any_case(indexed: Newscli) -> None:
    found = indexed("search", "HAT", "--ids")
    assert (found.ids, found.stderr) == ([WIRE], "")
    found = indexed("search", "BELL", "--ids")
    assert set(found.ids) == {BELL, FERRY}
    assert found.stderr == "note: no article has `BELL` in capitals: any case\n"


def test_an_unknown_field_is_text_and_a_note_says_so(indexed: Newscli) -> None:
    found = indexed("search", "foo:ferry")
    assert (found.status, found.stdout) == (1, "")
    assert found.stderr.startswith("note: `foo:` is no field")


def test_capitals_that_no_article_has_are_left_out_in_any_case(indexed: Newscli) -> None:
    every, with_clock = (int(indexed("search", q, "-c").stdout) for q in ("quillmere", "clock"))
    without = indexed("search", "quillmere -CLOCK", "-c")
    assert without.stderr == "note: no article has `CLOCK` in capitals: any case\n"
    assert int(without.stdout) == every - int(indexed("search", "quillmere clock", "-c").stdout)
    assert with_clock


def test_a_quote_field_that_finds_nothing_leads_to_what_people_say(indexed: Newscli) -> None:
    found = indexed("search", "quote:geese")
    assert found.stderr == (
        "note: no article matches `quote:geese`\n"
        "hint: `quote:` is a quote set apart; what people say is found by `newscli quotes`\n"
    )


def test_a_verb_without_any_leads_to_the_one_that_has_it(indexed: Newscli) -> None:
    hint = "hint: 4 articles have 1 of the 2 words: `newscli search --any` finds those\n"
    assert indexed("timeline", "geese", "clouds").stderr.endswith(hint)
    mine = "hint: 4 articles have 1 of the 2 words: `--any` ranks those\n"
    assert indexed("search", "geese", "clouds").stderr.endswith(mine)

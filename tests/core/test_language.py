from datetime import date

import pytest

from newscli.core.language import parse
from newscli.core.query import (
    And,
    Dated,
    Everything,
    Fuzzy,
    InFolder,
    InPart,
    Near,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    Regex,
    View,
    Wildcard,
    Word,
)

TODAY = date(2021, 1, 31)


def tree(raw: str) -> Node:
    return parse(raw, today=TODAY).tree


def notes(raw: str) -> tuple[str, ...]:
    return parse(raw, today=TODAY).notes


def any_form(*forms: str) -> Phrase:
    return Phrase(tuple(map(Word, forms)))


def as_written(*forms: str, slop: int = 0) -> Phrase:
    return Phrase(tuple(exact(form) for form in forms), slop)


def exact(form: str) -> Word:
    return Word(form, View.EXACT)


def capital(form: str) -> Word:
    return Word(form, View.CAPITAL)


A, B, C, D = map(Word, "abcd")

WORDS: list[tuple[str, Node]] = [
    ("taiwan", Word("taiwan")),
    ("Taiwan", Word("taiwan")),
    ("Málaga", Word("malaga")),
    ("O'Brien", Word("o'brien")),
    ("O’Brien", Word("o'brien")),
    ("taiwan,", Word("taiwan")),
    ("2.5", Word("2.5")),
    ("@SecPompeo", Word("secpompeo")),
    ("covid-19", any_form("covid", "19")),
    ("AT&T", any_form("at", "t")),
    ("US-China", any_form("us", "china")),
    ("us-china", any_form("us", "china")),
    ("co-operate", any_form("co", "operate")),
    ("F-16", any_form("f", "16")),
    ("@sec_pompeo", any_form("sec", "pompeo")),
    ("北京", any_form("北", "京")),
    ("and/or", any_form("and", "or")),
    ("24/7", any_form("24", "7")),
    ("10:30", any_form("10", "30")),
    ("https://example.org/a*?q=1", any_form("https", "example", "org", "a", "q", "1")),
    ("US", capital("US")),
    ("U.S.", capital("US")),
    ("US's", capital("US")),
    ("NATO", capital("NATO")),
    ("us", Word("us")),
    ("Us", Word("us")),
    ("USSENATE", Word("ussenate")),
    ("A", Word("a")),
    ("=restrictions", exact("restrictions")),
    ("=US", capital("US")),
    ("=us", exact("us")),
    ("=US's", exact("us's")),
    ("=covid-19", as_written("covid", "19")),
]

QUOTES: list[tuple[str, Node]] = [
    ('"state of emergency"', as_written("state", "of", "emergency")),
    ("“state of emergency”", as_written("state", "of", "emergency")),
    ('="state of"', as_written("state", "of")),
    ('"US Navy"', as_written("us", "navy")),
    ('"covid-19"', as_written("covid", "19")),
    ('"restrictions"', exact("restrictions")),
    ('"US"', capital("US")),
    ('"us"', exact("us")),
    ('"lift restrictions"~5', as_written("lift", "restrictions", slop=5)),
    ('"lift restrictions"~0', as_written("lift", "restrictions")),
    (r'"say \"no\" twice"', as_written("say", "no", "twice")),
    ('"restrict* wom?n"', as_written("restrict", "wom", "n")),
    ('"a OR b"', as_written("a", "or", "b")),
    ('a"b c"d', And((A, as_written("b", "c"), D))),
]

PATTERNS: list[tuple[str, Node]] = [
    ("*", Everything()),
    ("restrict*", Wildcard("restrict*")),
    ("Restrict**", Wildcard("restrict*")),
    ("*ville", Wildcard("*ville")),
    ("wom?n", Wildcard("wom?n")),
    ("?oman", Wildcard("?oman")),
    ("Mál?ga", Wildcard("mal?ga")),
    ("a??*", Wildcard("a??*")),
    ("taiwan?", Word("taiwan")),
    ("taiwan?!", Word("taiwan")),
    ("restrict*?", Wildcard("restrict*")),
    (r"restrict\*", Word("restrict")),
    ("pompeo~", Fuzzy("pompeo", 1)),
    ("Pompeo~1", Fuzzy("pompeo", 1)),
    ("pompeo~2", Fuzzy("pompeo", 2)),
    ("pompeo~2?", Fuzzy("pompeo", 2)),
    (r"pompeo\~2", any_form("pompeo", "2")),
    ("~9", Word("9")),
    ("a~b", any_form("a", "b")),
    ("/lift(s|ed|ing)/", Regex("lift(s|ed|ing)")),
    (r"/a\/b/", Regex(r"a\/b")),
    ("(/a/ OR /b/)", Or((Regex("a"), Regex("b")))),
    ("-/a/", Not(Regex("a"))),
    ("lead:/a/", InPart(Part.LEAD, Regex("a"))),
    ("/a", A),
    ("/a b/", And((A, B))),
    ("a/b/", any_form("a", "b")),
    ("co-op*", And((Word("co"), Wildcard("op*")))),
    ("a-b-c*", And((any_form("a", "b"), Wildcard("c*")))),
]

BOOLEANS: list[tuple[str, Node]] = [
    ("a b", And((A, B))),
    ("a AND b", And((A, B))),
    ("a OR b", Or((A, B))),
    ("a b OR c d", Or((And((A, B)), And((C, D))))),
    ("a (b OR c)", And((A, Or((B, C))))),
    ("a NOT b c", And((A, Not(B), C))),
    ("a OR NOT b", Or((A, Not(B)))),
    ("NOT NOT a", A),
    ("NOT (a b)", Not(And((A, B)))),
    ("-a", Not(A)),
    ('-"a b"', Not(as_written("a", "b"))),
    ("-(a b)", Not(And((A, B)))),
    ("-=a", Not(exact("a"))),
    ("a - b", And((A, B))),
    ("a -- b", And((A, B))),
    ("--a", A),
    ("a-b", any_form("a", "b")),
    ('"a b"-c', And((as_written("a", "b"), C))),
    (r"\-a", A),
    ("a or b and not c", And((A, Word("or"), B, Word("and"), Word("not"), C))),
    (r"a \OR b", And((A, capital("OR"), B))),
    ('a "OR" b', And((A, capital("OR"), B))),
    ("a b a", And((A, B))),
    ("a OR b OR a", Or((A, B))),
    ("(a (b (c)))", And((A, B, C))),
    ("* a", A),
    ("a () b", And((A, B))),
]

NEARS: list[tuple[str, Node]] = [
    ("a NEAR/5 b", Near(A, B, 5)),
    ('"a b" NEAR/99 US', Near(as_written("a", "b"), capital("US"), 99)),
    ("(a) NEAR/1 covid-19", Near(A, any_form("covid", "19"), 1)),
    ("a NEAR/3 b c", And((Near(A, B, 3), C))),
    ("a NEAR/3 b NEAR/4 c", And((Near(A, B, 3), Near(B, C, 4)))),
    ("NOT a NEAR/3 b", Not(Near(A, B, 3))),
    ("a near b", And((A, Word("near"), B))),
    ("lead:(a NEAR/3 b)", InPart(Part.LEAD, Near(A, B, 3))),
]

FIELDS: list[tuple[str, Node]] = [
    ("lead:taiwan", InPart(Part.LEAD, Word("taiwan"))),
    ("HEADLINE:taiwan", InPart(Part.HEADLINE, Word("taiwan"))),
    ('caption:"a b"~2', InPart(Part.CAPTION, as_written("a", "b", slop=2))),
    ("quote:=a", InPart(Part.QUOTE, exact("a"))),
    ('quote:="a b"', InPart(Part.QUOTE, as_written("a", "b"))),
    ("by:smith~", InPart(Part.BYLINE, Fuzzy("smith"))),
    ("lead:US", InPart(Part.LEAD, capital("US"))),
    ("lead:restrict*", InPart(Part.LEAD, Wildcard("restrict*"))),
    ("caption:*", InPart(Part.CAPTION, Wildcard("*"))),
    ("lead:10:30", InPart(Part.LEAD, any_form("10", "30"))),
    ("-lead:a", Not(InPart(Part.LEAD, A))),
    ("lead:-a", Not(InPart(Part.LEAD, A))),
    ("lead:OR", InPart(Part.LEAD, capital("OR"))),
    (
        "lead:(a OR -b)",
        Or((InPart(Part.LEAD, A), Not(InPart(Part.LEAD, B)))),
    ),
    ("lead: taiwan", And((Word("lead"), Word("taiwan")))),
    ("lead:?", Word("lead")),
    ("(lead:)", Word("lead")),
    (r"lead\:taiwan", any_form("lead", "taiwan")),
    ("in:bbc", InFolder("bbc")),
    ("IN:News/BBC", InFolder("News/BBC")),
    ('in:"my folder"', InFolder("my folder")),
    (r"in:my\ folder", InFolder("my folder")),
    ("in:/home/ann/news", InFolder("/home/ann/news")),
    ("(in:bbc OR in:old(2))", Or((InFolder("bbc"), InFolder("old(2)")))),
    ("date:2021-01", Dated(date(2021, 1, 1), date(2021, 1, 31))),
    ("date:2021-01-10..2021-02", Dated(date(2021, 1, 10), date(2021, 2, 28))),
    ("date:..2021", Dated(None, date(2021, 12, 31))),
    ("date:2021..", Dated(date(2021, 1, 1), None)),
    ("date:today", Dated(TODAY, TODAY)),
    ('Date:"last week"', Dated(date(2021, 1, 18), date(2021, 1, 24))),
    ('date:"10 jan 2021..yesterday"', Dated(date(2021, 1, 10), date(2021, 1, 30))),
    ("-date:2020", Not(Dated(date(2020, 1, 1), date(2020, 12, 31)))),
    ("(date:2021),", Dated(date(2021, 1, 1), date(2021, 12, 31))),
    ("date:2021, a", And((Dated(date(2021, 1, 1), date(2021, 12, 31)), A))),
]


@pytest.mark.parametrize(("raw", "expected"), WORDS)
def test_a_word_finds_itself(raw: str, expected: Node) -> None:
    assert tree(raw) == expected


@pytest.mark.parametrize(("raw", "expected"), QUOTES)
def test_quotes_hold_words_as_written_in_their_order(raw: str, expected: Node) -> None:
    assert tree(raw) == expected


@pytest.mark.parametrize(("raw", "expected"), PATTERNS)
def test_a_pattern_stands_for_the_words_that_fit(raw: str, expected: Node) -> None:
    assert tree(raw) == expected


@pytest.mark.parametrize(("raw", "expected"), BOOLEANS)
def test_not_binds_tightest_then_a_space_then_or(raw: str, expected: Node) -> None:
    assert tree(raw) == expected


@pytest.mark.parametrize(("raw", "expected"), NEARS)
def test_near_joins_words_and_phrases(raw: str, expected: Node) -> None:
    assert tree(raw) == expected


@pytest.mark.parametrize(("raw", "expected"), FIELDS)
def test_a_field_asks_for_one_part_or_a_folder_or_dates(raw: str, expected: Node) -> None:
    assert tree(raw) == expected


@pytest.mark.parametrize(
    ("raw", "forms"),
    [
        ("to be or not to be", ["to", "be", "or", "not"]),
        ("the who", ["the", "who"]),
        ("what is new?", ["what", "is", "new"]),
        ("100 % of a & b / c - d", ["100", "of", "a", "b", "c", "d"]),
        ("taiwan 😀 now…", ["taiwan", "now"]),
        ("'quoted' `words`", ["quoted", "words"]),
    ],
)
def test_every_word_is_searched_and_punctuation_is_no_error(raw: str, forms: list[str]) -> None:
    assert tree(raw) == And(tuple(map(Word, forms)))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a b", Or((A, B))),
        ("a b c", Or((A, B, C))),
        ("a AND b", And((A, B))),
        ("a b AND c", Or((A, And((B, C))))),
        ("a b -c", And((Or((A, B)), Not(C)))),
        ("-c a", And((A, Not(C)))),
        ("-a -b", And((Not(A), Not(B)))),
        ("a in:bbc b", And((Or((A, B)), InFolder("bbc")))),
        ("a b date:..2021", And((Or((A, B)), Dated(None, date(2021, 12, 31))))),
        ("a b (in:bbc OR in:cnn)", And((Or((A, B)), Or((InFolder("bbc"), InFolder("cnn")))))),
        ("a (b c)", Or((A, B, C))),
        ("* a b", Or((A, B))),
        ("a", A),
    ],
)
def test_any_word_makes_an_or_of_a_space(raw: str, expected: Node) -> None:
    assert parse(raw, today=TODAY, any_word=True).tree == expected


@pytest.mark.parametrize("raw", ["?", "😀", "...", "-", "( ? )", '""', "\\"])
def test_punctuation_alone_matches_nothing_and_a_note_says_so(raw: str) -> None:
    query = parse(raw, today=TODAY)
    assert query.tree == Or(())
    assert query.notes == (f"`{raw}` holds no word",)


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        ("foo:bar", "`foo:` is no field, searched as text"),
        ('foo:"a b" foo:c', "`foo:` is no field, searched as text"),
        (
            "co-op*",
            "`co-op*` is several words: each is searched on its own, anywhere in the article",
        ),
        ("a NEAR b", "`NEAR` is searched as a word; write NEAR/5 for `within 5 words`"),
        ('"a"~3', '`"a"` is one word, so `~3` changes nothing'),
    ],
)
def test_what_is_not_read_as_it_looks_is_noted_once(raw: str, note: str) -> None:
    assert notes(raw) == (note,)


@pytest.mark.parametrize(
    "raw", ["10:30", "https://example.org/a?b", "he said: no", "-a", "what?", "us-china", "=NEAR"]
)
def test_plain_text_is_not_noted(raw: str) -> None:
    assert notes(raw) == ()


def test_an_unknown_field_is_searched_as_text() -> None:
    assert tree("foo:bar") == any_form("foo", "bar")


def test_a_query_keeps_the_words_that_were_typed() -> None:
    assert parse(" Taiwan  ", today=TODAY).raw == " Taiwan  "

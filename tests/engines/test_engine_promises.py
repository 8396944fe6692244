"""Every promise of `newscli.engines.port` about reading, asked of every engine."""

from collections.abc import Iterator
from datetime import date

import pytest
from fakes import Files, article, summary
from indexes import ARCHIVE, KINDS, built

from newscli.core.analysis import words
from newscli.core.article import ArticleDate
from newscli.core.changes import Folder
from newscli.core.choices import Sort
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
from newscli.core.results import Match, PageRequest
from newscli.engines.port import Engine
from newscli.errors import NoSuchArticle

STORM, FERRY, RULES, CAFE = (f"00000000000000a{number}" for number in range(1, 5))


@pytest.fixture
def files() -> Files:
    return Files(dict(ARCHIVE))


@pytest.fixture(params=KINDS, scope="session")
def archive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """An index that is only read."""
    location = str(tmp_path_factory.mktemp("archive"))
    with built(request.param, Files(dict(ARCHIVE)), location) as of_the_archive:
        yield of_the_archive


def exact(*forms: str) -> tuple[Word, ...]:
    return tuple(Word(form, View.EXACT) for form in forms)


def ids(engine: Engine, tree: Node, request: PageRequest = PageRequest()) -> list[str]:  # noqa: B008
    return [hit.summary.id for hit in engine.search(tree, request).hits]


FOUND = [
    (Everything(), {STORM, FERRY, RULES, CAFE}),
    (Word("storms"), {STORM}),
    (Word("restrict"), {RULES}),
    (Word("restrict", View.EXACT), set()),
    (Word("us"), {FERRY}),
    (Word("US", View.CAPITAL), {FERRY}),
    (Word("OF", View.CAPITAL), set()),
    (Word("cafe"), {CAFE}),
    (Word("o'brien"), {CAFE}),
    (Word("the"), {STORM, FERRY, RULES, CAFE}),
    (Phrase(exact("state", "of", "emergency")), {RULES}),
    (Phrase(exact("of", "state", "emergency")), set()),
    (Phrase(exact("state", "emergency")), set()),
    (Phrase(exact("state", "emergency"), slop=1), {RULES}),
    (Near(Word("lift"), Word("restriction"), 2), {RULES}),
    (Near(Word("mill"), Word("terrace"), 2), set()),
    (Wildcard("restrictio*"), {RULES}),
    (Wildcard("m?ll"), {RULES, CAFE}),
    (Wildcard("*"), {STORM, FERRY, RULES, CAFE}),
    (Fuzzy("harbour"), {STORM, FERRY, CAFE}),
    (Fuzzy("arbor"), set()),
    (Regex("lift(s|ed)?"), {RULES}),
    (InPart(Part.HEADLINE, Word("harbor")), {STORM}),
    (InPart(Part.LEAD, Word("harbor")), {STORM, FERRY, CAFE}),
    (InPart(Part.BYLINE, Word("quill")), {STORM}),
    (InPart(Part.CAPTION, Word("boat")), {STORM}),
    (InPart(Part.CAPTION, Wildcard("*")), {STORM}),
    (InPart(Part.LEAD, Phrase(exact("port", "ellery"))), {STORM}),
    (Dated(date(2021, 3, 1), date(2021, 3, 31)), {STORM, FERRY}),
    (Dated(date(2021, 3, 2), date(2021, 3, 2)), {STORM}),
    (Dated(date(2021, 3, 2), None), {STORM}),
    (Dated(None, date(2021, 1, 1)), {CAFE}),
    (Dated(None, None), {STORM, FERRY, CAFE}),
    (InFolder("tides"), {STORM, FERRY}),
    (InFolder("/news/mills"), {RULES, CAFE}),
    (InFolder("/news"), {STORM, FERRY, RULES, CAFE}),
    (InFolder("mill"), set()),
    (And((Word("mill"), Word("harbor"))), {CAFE}),
    (And((Word("mill"), Not(Word("harbor")))), {RULES}),
    (And((InFolder("tides"), Dated(date(2021, 3, 2), None))), {STORM}),
    (And((Not(Word("mill")), Not(Word("storm")))), {FERRY}),
    (Or((Word("ferry"), Word("storm"), Word("emergency"))), {STORM, FERRY, RULES}),
    (Or((Word("ferry"), Not(Word("harbor")))), {FERRY, RULES}),
    (Or(()), set()),
    (Not(Or(())), {STORM, FERRY, RULES, CAFE}),
    (Not(Word("harbor")), {RULES}),
    (Not(Everything()), set()),
]


@pytest.mark.parametrize(("tree", "expected"), FOUND, ids=str)
def test_a_query_finds_what_it_means(archive: Engine, tree: Node, expected: set[str]) -> None:
    page = archive.search(tree, PageRequest())
    assert {hit.summary.id for hit in page.hits} == expected
    assert page.total == len(expected)
    assert archive.count(tree) == len(expected)
    assert {match.id for match in archive.matching(tree)} == expected


def test_the_total_counts_what_is_not_on_the_page(archive: Engine) -> None:
    page = archive.search(Word("harbor"), PageRequest(limit=1, offset=1))
    assert (len(page.hits), page.total, page.offset) == (1, 3, 1)


def test_a_page_beyond_the_end_is_empty(archive: Engine) -> None:
    page = archive.search(Word("harbor"), PageRequest(limit=10, offset=3))
    assert (page.hits, page.total) == ((), 3)


def test_a_page_of_no_hits_still_counts(archive: Engine) -> None:
    assert archive.search(Word("harbor"), PageRequest(limit=0)).total == 3


def test_pages_side_by_side_are_the_whole(archive: Engine) -> None:
    whole = ids(archive, Everything(), PageRequest(limit=None))
    assert whole == [ids(archive, Everything(), PageRequest(1, at))[0] for at in range(4)]


def test_the_best_match_comes_first(archive: Engine) -> None:
    page = archive.search(Word("harbor"), PageRequest())
    scores = [hit.score for hit in page.hits]
    assert page.hits[0].summary.id == STORM
    assert scores == sorted(scores, reverse=True)


def test_newest_first_puts_the_undated_last(archive: Engine) -> None:
    request = PageRequest(sort=Sort.NEWEST)
    assert ids(archive, Everything(), request) == [STORM, FERRY, CAFE, RULES]


def test_oldest_first_puts_the_undated_last(archive: Engine) -> None:
    request = PageRequest(sort=Sort.OLDEST)
    assert ids(archive, Everything(), request) == [CAFE, FERRY, STORM, RULES]


def test_a_match_tells_its_date(archive: Engine) -> None:
    assert sorted(archive.matching(Everything()), key=lambda match: match.id) == [
        Match(STORM, ArticleDate(2021, 3, 2)),
        Match(FERRY, ArticleDate(2021, 3)),
        Match(RULES, None),
        Match(CAFE, ArticleDate(2020, 12, 31)),
    ]


def test_the_dates_of_what_matches_are_counted(archive: Engine) -> None:
    assert archive.dates(Word("harbor")) == {
        ArticleDate(2021, 3, 2): 1,
        ArticleDate(2021, 3): 1,
        ArticleDate(2020, 12, 31): 1,
    }
    assert archive.dates(Not(Word("harbor"))) == {None: 1}
    assert archive.dates(Or(())) == {}


def test_the_directories_of_what_matches_are_counted(archive: Engine) -> None:
    assert archive.directories(Word("harbor")) == {"/news/tides": 2, "/news/mills": 1}
    assert archive.directories(Or(())) == {}


def test_an_article_comes_back_as_it_was_read(archive: Engine, files: Files) -> None:
    for path, text in files.texts.items():
        id = path[-20:-4]
        assert archive.fetch(id) == article(text, path, "/news", id)


def test_fetching_an_unknown_id_names_it(archive: Engine) -> None:
    with pytest.raises(NoSuchArticle, match=r"^no article has the id `deadbeef`$"):
        archive.fetch("deadbeef")


def test_many_articles_come_each_once_and_without_the_unknown(archive: Engine) -> None:
    found = sorted(archive.articles([CAFE, "deadbeef", STORM, CAFE]), key=lambda each: each.id)
    assert found == [archive.fetch(id) for id in (STORM, CAFE)]


def test_summaries_keep_the_order_and_leave_out_the_unknown(archive: Engine) -> None:
    found = archive.summaries([CAFE, "deadbeef", STORM, CAFE])
    assert found == [summary(archive.fetch(id)) for id in (CAFE, STORM, CAFE)]


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("", [STORM, FERRY, RULES, CAFE]),
        ("00000000000000a", [STORM, FERRY, RULES, CAFE]),
        (FERRY, [FERRY]),
        ("0b", []),
        ("00000000000000a10", []),
    ],
)
def test_a_prefix_resolves_to_ids_in_order(
    archive: Engine, prefix: str, expected: list[str]
) -> None:
    assert archive.resolve(prefix) == expected


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("h", [("had", 1), ("harbor", 3)]),
        ("caf", [("cafe", 1)]),
        ("us", [("us", 1)]),
        ("decoy", []),
        ("lead", []),
        ("zz", []),
    ],
)
def test_the_vocabulary_counts_the_articles_of_each_word(
    archive: Engine, prefix: str, expected: list[tuple[str, int]]
) -> None:
    assert list(archive.vocabulary(prefix)) == expected


def test_the_vocabulary_is_every_word_as_written_in_order(archive: Engine) -> None:
    found = list(archive.vocabulary())
    forms = [form for form, _ in found]
    assert forms == sorted(forms)
    texts = [archive.fetch(id).content.text for id in archive.resolve("")]
    assert set(forms) == {word.exact for text in texts for word in words(text)}


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (Everything(), {"harbor": 6, "mill": 4, "ferries": 2, "us": 2, "o'brien": 1}),
        (Word("ferry"), {"harbor": 1, "ferries": 2, "us": 2, "boats": 1}),
        (Word("mill"), {"harbor": 1, "mill": 4, "cafe": 2, "restrictions": 2}),
        (Word("heron"), {}),
    ],
)
def test_the_words_of_what_matches_are_counted(
    archive: Engine, tree: Node, expected: dict[str, int]
) -> None:
    counted = archive.frequencies(tree)
    among = ("harbor", "mill", "ferries", "us", "o'brien", "boats", "cafe", "restrictions")
    shown = {form: counted[form] for form in among if form in counted}
    assert {form: shown.get(form) for form in expected} == expected
    texts = [archive.fetch(match.id).content.text for match in archive.matching(tree)]
    assert sum(counted.values()) == sum(len(words(text)) for text in texts)


def test_the_words_near_what_was_found_are_counted_once(archive: Engine) -> None:
    assert archive.near(Word("master"), 1) == {"harbor": 1, "boats": 1}
    pair = Phrase(exact("port", "ellery"))
    assert archive.near(pair, 2) == {
        "harbor": 2,
        "of": 2,
        "on": 1,
        "tuesday": 1,
        "picture": 1,
        "ola": 1,
    }
    assert archive.near(Everything(), 5) == {}
    assert archive.near(Word("heron"), 5) == {}


def test_words_side_by_side_are_counted(archive: Engine) -> None:
    assert archive.runs(Word("storm"), 2, 4, 2) == {
        ("the", "harbor"): 4,
        ("harbor", "of"): 2,
        ("of", "port"): 2,
        ("port", "ellery"): 2,
        ("the", "harbor", "of"): 2,
        ("harbor", "of", "port"): 2,
        ("of", "port", "ellery"): 2,
        ("the", "harbor", "of", "port"): 2,
        ("harbor", "of", "port", "ellery"): 2,
    }
    assert archive.runs(Word("heron"), 2, 4, 1) == {}


def test_the_articles_that_hold_a_word_are_counted_among_those_that_match(
    archive: Engine,
) -> None:
    parts: tuple[Node, ...] = (Everything(), Word("mill"), Word("heron"), *[Word("ferry")] * 9)
    everywhere, mill, heron, *ferries = archive.document_frequencies(parts, Everything())
    assert everywhere == {form: (many, many) for form, many in archive.vocabulary()}
    assert (mill["mill"], mill["restrictions"], mill["harbor"]) == ((2, 2), (1, 1), (1, 3))
    assert heron == {}
    assert [each["ferries"] for each in ferries] == [(1, 1)] * 9
    assert archive.document_frequencies([Word("mill")], Word("harbor"), 2)[0]["mill"] == (2, 1)


def test_records_tell_everything_but_the_text(archive: Engine) -> None:
    records = sorted(archive.records(), key=lambda record: record.summary.id)
    articles = [archive.fetch(id) for id in (STORM, FERRY, RULES, CAFE)]
    assert [record.summary for record in records] == [summary(each) for each in articles]
    assert [record.digest for record in records] == [each.digest for each in articles]
    assert [record.notes for record in records] == [each.content.notes for each in articles]


def test_the_index_knows_every_file_it_has_read(archive: Engine, files: Files) -> None:
    known = archive.known()
    assert {each.path for each in known.values()} == set(files.texts)
    assert all(known[source.path[-20:-4]] == source for source in files.sources())


def test_the_facts_count_the_articles(archive: Engine) -> None:
    assert archive.facts().articles == 4
    assert archive.facts().size > 0


def test_an_index_as_it_was_written_is_sound(archive: Engine) -> None:
    archive.verify()


def test_the_index_covers_the_folders_it_was_made_of(archive: Engine) -> None:
    assert list(archive.folders()) == [Folder("/news")]

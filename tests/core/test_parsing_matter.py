"""Front matter, as notes, blogs and clippings open with it: what it tells, and what is none."""

import pytest

from newscli.core.article import Content, DateSource
from newscli.core.parsing import parse

LEAD = "The ferry of Quillmere will not sail in May, the council said, while divers mend the pier."
BODY = "Nobody complained. The gulls were not asked."
TITLE = "Quillmere's ferry stops"

CLIPPING = f"""---
title: "{TITLE}"
source: "https://bay.example/ferry"
author:
  - "[[Jane Roe]]"
published: 2024-03-01
created: 2024-05-02
description: "No ferry in May."
tags:
  - "clippings"
---
"""


def article(*lines: str, fence: str = "---") -> Content:
    """Return an article that opens with the lines as front matter."""
    return parse("\n".join([fence, *lines, fence, "", LEAD]))


def told(content: Content) -> tuple[str, str | None, str]:
    """Return headline, byline and date."""
    return content.headline, content.byline, str(content.date)


def shape(content: Content) -> list[tuple[str, str]]:
    """Return kind and text of each paragraph."""
    return [(each.kind.value, each.span.of(content.text)) for each in content.paragraphs]


def test_front_matter_is_one_paragraph_about_the_article() -> None:
    content = parse(f"{CLIPPING}{LEAD}\n\n{BODY}")
    assert shape(content) == [("meta", CLIPPING.rstrip()), ("lead", LEAD), ("body", BODY)]


def test_the_text_keeps_its_front_matter() -> None:
    text = f"{CLIPPING}{LEAD}"
    assert parse(text).text == text


def test_front_matter_tells_headline_byline_and_date() -> None:
    content = parse(CLIPPING + LEAD)
    assert (content.headline, content.headline_derived) == (TITLE, False)
    assert content.headline_span.of(content.text) == TITLE
    assert content.byline == "Jane Roe"
    assert content.byline_span is not None
    assert content.byline_span.of(content.text) == "Jane Roe"
    assert (str(content.date), content.date_source) == ("2024-03-01", DateSource.HEADER)


def test_front_matter_may_have_windows_newlines_and_a_byte_order_mark() -> None:
    content = parse("\ufeff" + (CLIPPING + LEAD).replace("\n", "\r\n"))
    assert (content.headline, content.byline, str(content.date)) == (
        TITLE,
        "Jane Roe",
        "2024-03-01",
    )


def test_front_matter_may_be_all_there_is() -> None:
    content = parse(f"---\ntitle: {TITLE}\n---")
    assert content.headline == TITLE
    assert shape(content) == [("meta", f"---\ntitle: {TITLE}\n---")]


def test_the_headline_once_more_above_the_text_is_no_second_one() -> None:
    matter = f"---\ntitle: {TITLE}\n---"
    assert shape(parse(f"{matter}\n# {TITLE}\n\n{LEAD}")) == [
        ("meta", matter),
        ("meta", f"# {TITLE}"),
        ("lead", LEAD),
    ]


def test_without_a_title_the_headline_is_the_articles_own() -> None:
    content = parse(f"---\nlayout: post\n---\n# {TITLE}\n\n{LEAD}")
    assert content.headline == TITLE
    assert shape(content) == [
        ("meta", "---\nlayout: post\n---"),
        ("heading", f"# {TITLE}"),
        ("lead", LEAD),
    ]


def test_a_line_with_a_name_and_a_dateline_are_read_below_front_matter() -> None:
    content = parse(f"---\nlayout: post\n---\n{TITLE}\n\nBy Jane Roe\n\nOLDPORT (AP) - {LEAD}")
    assert (content.headline, content.byline, content.dateline) == (
        TITLE,
        "Jane Roe",
        "OLDPORT (AP)",
    )


def test_the_name_in_front_matter_goes_before_one_in_a_line_which_is_still_no_text() -> None:
    content = parse(f"---\nauthor: Jane Roe\n---\nBy J. Roe, Bay News\n\n{LEAD}")
    assert content.byline == "Jane Roe"
    assert shape(content)[1:] == [("meta", "By J. Roe, Bay News"), ("lead", LEAD)]


def test_a_date_before_front_matter_stands() -> None:
    content = parse(f" date 2021-01-10 ---\ntitle: {TITLE}\ndate: 2024-03-01\n---\n{LEAD}")
    assert (content.headline, str(content.date)) == (TITLE, "2021-01-10")


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (["title: The ferry stops"], "The ferry stops"),
        (["Title:   The ferry stops  "], "The ferry stops"),
        (["title: Opinion: the ferry stops"], "Opinion: the ferry stops"),
        (["title: The ferry stops # not yet"], "The ferry stops"),
        (["title: The ferry stops at pier #2"], "The ferry stops at pier #2"),
        (["title: 'Quillmere''s ferry'"], "Quillmere's ferry"),
        (['title: "The \\"Bell\\" stops"'], 'The "Bell" stops'),
        (['title: "Quillmere\\u2019s ferry"'], "Quillmere’s ferry"),
        (['title: "The \\ud800 ferry"'], "The \\ud800 ferry"),
        (['title: "Bell" stops'], '"Bell" stops'),
        (
            ["title: The ferry of Quillmere", "  stops in May"],
            "The ferry of Quillmere stops in May",
        ),
        (["# remark", "layout: post", "", "title: The ferry"], "The ferry"),
        (["título: La barca", "headline: The ferry"], "The ferry"),
    ],
)
def test_a_title_is_read_as_it_would_be_said(lines: list[str], headline: str) -> None:
    content = article(*lines)
    assert (content.headline, content.headline_derived) == (headline, False)


@pytest.mark.parametrize("value", ["", '""', "~", "null", ">-\n  The ferry", "{{title}}", "--"])
def test_a_title_that_is_empty_or_not_understood_is_none(value: str) -> None:
    content = article(f"title: {value}", "layout: post")
    assert content.headline_derived
    assert content.headline.startswith("The ferry of Quillmere will not sail")


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (["author: Jane Roe"], "Jane Roe"),
        (["author: By Jane Roe"], "Jane Roe"),
        (["by: 'Jane Roe'"], "Jane Roe"),
        (['byline: "[[People/jane-roe|Jane Roe]]"'], "Jane Roe"),
        (["author: [[Jane Roe]]"], "Jane Roe"),
        (["author: Jane Roe, John Doe"], "Jane Roe, John Doe"),
        (['author: "[[Jane Roe]], [[John Doe]]"'], "Jane Roe and John Doe"),
        (['authors: [Jane Roe, "John Doe"]'], "Jane Roe and John Doe"),
        (
            ["authors: [", "  'Jane Roe',", "  A. Poe, John Doe", "]"],
            "Jane Roe, A. Poe and John Doe",
        ),
        (["authors:", "- Jane Roe", "- John Doe"], "Jane Roe and John Doe"),
        (["author:", "authors: Jane Roe"], "Jane Roe"),
        # and what is none
        (["author:"], None),
        (["author:", "  name: Jane Roe"], None),
        (["author: https://bay.example/roe"], None),
        (["author: roe@bay.example"], None),
        (["authorship: Jane Roe"], None),
    ],
)
def test_a_byline_is_every_name_given(lines: list[str], byline: str | None) -> None:
    assert article("layout: post", *lines).byline == byline


def test_the_place_of_several_names_is_from_the_first_to_the_last() -> None:
    content = article("authors: [Jane Roe, 'John Doe']")
    assert content.byline_span is not None
    assert content.byline_span.of(content.text) == "Jane Roe, 'John Doe"


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["date: 2024-03-01"], "2024-03-01"),
        (["date: '2024-03-01'"], "2024-03-01"),
        (["date: 2024-03-01T06:18:00+02:00"], "2024-03-01"),
        (["date: 2024-03-01 06:18:00 +0200"], "2024-03-01"),
        (["date: 2024-03"], "2024-03"),
        (['date: "[[2024-03-01]]"'], "2024-03-01"),
        (["published: March 1, 2024"], "2024-03-01"),
        (["pubDate: Fri, 1 March 2024 06:18 GMT"], "2024-03-01"),
        (["publish-date: 2024-03-01"], "2024-03-01"),
        (["created: 2024-03-01"], "2024-03-01"),
        (["created: 2024-05-02", "published: 2024-03-01"], "2024-03-01"),
        (["published: true", "date: 2024-03-01"], "2024-03-01"),
        # and what is none
        (["created: 2024-05-02", "published:"], None),
        (["date: 03/04/2024"], None),
        (["date: 2024-03-01x"], None),
        (["updated: 2024-03-01"], None),
    ],
)
def test_a_date_is_the_day_of_publication(lines: list[str], date: str | None) -> None:
    content = article(*lines)
    found = (content.date and str(content.date), content.date_source, content.notes)
    assert found == (date, date and DateSource.HEADER, ())


def test_an_impossible_date_is_noted_and_leaves_the_article_undated() -> None:
    content = parse(f"---\ndate: 2024-02-30\n---\nPublished on March 1, 2024\n\n{LEAD}")
    assert (content.date, content.notes) == (None, ("impossible date 2024-02-30",))


def test_toml_is_read_up_to_its_first_section() -> None:
    content = article(
        f'title = "{TITLE}"',
        "date = 2024-03-01T06:18:00Z",
        'authors = ["Jane Roe"]',
        "",
        "[params]",
        'byline = "nobody"',
        fence="+++",
    )
    assert (content.headline, content.byline, str(content.date)) == (
        TITLE,
        "Jane Roe",
        "2024-03-01",
    )
    assert [each.kind.value for each in content.paragraphs] == ["meta", "lead"]


@pytest.mark.parametrize(
    "top",
    [
        f"---\ntitle: {TITLE}",
        "---\n" + "tag: pier\n" * 61 + "---",
        f"---\n{TITLE}\n---",
        f"---\ntitle: {TITLE}\n{LEAD}\n---",
        f"---\n\ntitle: {TITLE}\n---",
        "---\n# Ferry\n---",
        "---\nRoe: Will it sail?\nDoe: It will not.\n---",
        f"+++\ntitle: {TITLE}\n+++",
        f"---\ntitle: {TITLE}\n+++",
        f"----\ntitle: {TITLE}\n----",
        f"Bay News\n---\ntitle: {TITLE}\n---",
        "---\n---",
    ],
)
def test_what_does_not_look_like_front_matter_is_text(top: str) -> None:
    content = parse(f"{top}\n\n{LEAD}")
    assert content.paragraphs[0].span.of(content.text) == top.split("\n", 1)[0]


@pytest.mark.parametrize("unit", [*" '\"[\\-#:,", "[[", '\\"', "a: ", "- ", " #", "- a\n"])
@pytest.mark.parametrize("opening", ["title: ", "author: [", 'author: "', "author:\n"])
def test_long_absurd_front_matter_is_read_like_any_other(opening: str, unit: str) -> None:
    content = article(f"{opening}{unit * (100_000 // len(unit))}b")
    assert content.paragraphs[-1].span.of(content.text) == LEAD

"""Pipes: tab-separated records, ids, paths, counts, and articles as text."""

import re
from dataclasses import replace
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quillmere import (
    FERRY,
    doctor_answer,
    ferry_article,
    found_articles,
    index_answer,
    list_answer,
    nothing,
    passage_of,
    print_on,
    printed,
    search_answer,
    shown,
    status_answer,
)

from newscli.core.answers import Found, ListAnswer, SearchAnswer
from newscli.core.article import Kind, Span, Summary
from newscli.core.choices import Sort
from newscli.core.reports import Finding
from newscli.core.results import Passage
from newscli.render.form import Form, Look

PLAIN = Look()


def test_a_search_prints_id_date_score_headline_and_passage() -> None:
    assert printed(search_answer(), Form.PLAIN, PLAIN) == (
        "feedfacecafe0001\t2031-02-03\t7.2500\t"
        "Harbour ferry returns to Quillmere after nine winters\t"
        "The harbour «ferry» of Quillmere will sail again on Monday, nine winters after the last "
        "one was sold for its brass, the town council decided by a single vote.\n"
        "feedfacecafe0002\t2031-01\t1.5000\t鈴の町から届いた時計、クイルミアの塔で初めて鳴る\t"
        "塔の時計は町の «ferry» よりも古い。\n"
        "feedfacecafe0003\t\t0.0312\tGeese refuse the ferry, and walk round the whole harbour of "
        "Quillmere in a line that took the afternoon ...\t\n"
    )


def test_a_list_prints_id_date_headline_and_path() -> None:
    first, _, last = printed(list_answer(), Form.PLAIN, PLAIN).splitlines()
    assert first == (
        "feedfacecafe0001\t2031-02-03\t"
        "Harbour ferry returns to Quillmere after nine winters\tnews/ferry.txt"
    )
    assert last.split("\t")[1] == ""


def test_hits_are_marked_in_ascii_too() -> None:
    first = printed(search_answer(), Form.PLAIN, Look(unicode=False)).splitlines()[0]
    assert first.split("\t")[4][:25] == "The harbour <<ferry>> of "


def test_hits_are_lit_where_colour_is_forced() -> None:
    first = printed(search_answer(), Form.PLAIN, Look(colour=True)).splitlines()[0]
    assert first.split("\t")[4].startswith("The harbour \x1b[1;31mferry\x1b[0m of ")


ARTICLE = """\
Harbour ferry returns to Quillmere after nine winters
2031-02-03 · QUILLMERE · by Odo Marsh

The harbour ferry of Quillmere will sail again on Monday, nine winters after the last one was sold \
for its brass, the town council decided by a single vote.

It is to cross at dawn and at dusk, and whenever somebody on the far quay rings the bell. \
Children, geese and the mayor travel without a ticket; everybody else pays in buttons.

A town that cannot cross its own harbour is only half a town Ada Fennimore, ferry pilot

Buttons, not coins

The ferry at the old quay, seen from the customs house (Tobias Quill/Quillmere Lantern)

The bell is new. The old one rings in 鈴の町, its twin town.

Additional reporting by the harbour geese
"""


def test_an_article_is_clean_text_without_marks() -> None:
    assert printed([shown(ferry_article())], Form.PLAIN, PLAIN) == ARTICLE


def test_two_articles_have_two_empty_lines_between_them() -> None:
    two = [shown(ferry_article()), shown(ferry_article())]
    assert printed(two, Form.PLAIN, PLAIN) == f"{ARTICLE}\n\n{ARTICLE}"


def test_two_articles_can_end_with_nul() -> None:
    two = [shown(ferry_article()), shown(ferry_article())]
    assert printed(two, Form.PLAIN, Look(nul=True)) == f"{ARTICLE[:-1]}\0{ARTICLE[:-1]}\0"


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        (Form.IDS, ["feedfacecafe0001", "feedfacecafe0002", "feedfacecafe0003"]),
        (Form.PATHS, ["news/ferry.txt", "news/clock.txt", "news/geese.txt"]),
        (Form.COUNT, ["128"]),
    ],
)
def test_other_commands_get_ids_paths_or_a_count(form: Form, lines: list[str]) -> None:
    assert printed(search_answer(), form, PLAIN).splitlines() == lines


@pytest.mark.parametrize(
    ("form", "line"), [(Form.IDS, FERRY), (Form.PATHS, "news/ferry.txt"), (Form.COUNT, "1")]
)
def test_an_article_to_show_can_be_a_reference_too(form: Form, line: str) -> None:
    assert printed([shown(ferry_article())], form, PLAIN) == f"{line}\n"


@pytest.mark.parametrize(
    ("form", "text"),
    [(Form.PLAIN, ""), (Form.IDS, ""), (Form.PATHS, ""), (Form.COUNT, "0\n")],
)
def test_nothing_found_prints_nothing_but_a_count(form: Form, text: str) -> None:
    assert printed(nothing(), form, PLAIN) == text


def list_of(place: str) -> ListAnswer:
    summary = Summary(FERRY, "/news", place, "Ferry", False, None, 1)
    return ListAnswer(None, None, Sort.NEWEST, 1, 0, 10, (Found(1, summary, place),))


@pytest.mark.parametrize(
    ("nul", "written"), [(True, b"caf\xe9\n.txt\0"), (False, "caf\ufffd .txt\n".encode())]
)
def test_a_path_keeps_its_bytes_only_with_nul(nul: bool, written: bytes) -> None:
    bytes_ = BytesIO()
    stream = TextIOWrapper(bytes_, encoding="utf-8")
    print_on(stream, list_of("caf\udce9\n.txt"), Form.PATHS, Look(nul=nul))
    stream.flush()
    assert bytes_.getvalue() == written


def test_status_prints_facts_by_name() -> None:
    assert printed(status_answer(), Form.PLAIN, PLAIN) == (
        "location\t/home/ada/.local/share/newscli/index\nformat\twhoosh/1\nbytes\t4123456\n"
        "age in seconds\t10920\narticles\t1303\nwords\t45120\nundated\t1\nfirst\t2030-11\n"
        "last\t2031-02-03\npending added\t0\npending changed\t0\npending renamed\t0\n"
        "pending removed\t0\nfolder\tnews\nmissing folder\told news\n2030-11\t3\n2030-12\t0\n"
        "2031-01\t1200\n2031-02\t100\n"
    )


def test_an_index_run_is_summed_up_in_one_line() -> None:
    assert printed(index_answer(), Form.PLAIN, PLAIN) == (
        "2 added, 1 changed, 0 renamed, 1 removed, 1300 unchanged, 1 skipped; "
        "1303 articles in the index; 2.2 s\n"
    )


def test_a_dry_run_names_every_file_with_its_outcome() -> None:
    assert printed(index_answer(dry_run=True), Form.PLAIN, PLAIN).splitlines() == [
        f"added\t{FERRY}\tnews/ferry.txt",
        "added\tfeedfacecafe0002\tnews/clock.txt",
        "changed\tfeedfacecafe0003\tnews/geese.txt",
        "removed\tfeedfacecafe0009\t",
    ]


def test_doctor_prints_a_line_for_each_file_of_a_finding() -> None:
    lines = printed(doctor_answer(), Form.PLAIN, PLAIN).splitlines()
    assert lines[:4] == [
        "location\t/home/ada/.local/share/newscli/index",
        "articles\t1303",
        "findings\t2",
        "undated\t1 article has no date\tnews/geese.txt",
    ]
    assert len(lines) == 4 + 23
    assert all(line.startswith("clash\t23 files claim the same id\t") for line in lines[4:])


def test_doctor_prints_a_finding_about_no_file_too() -> None:
    finding = Finding("damaged-index", "a file is damaged", "build it anew")
    answer = replace(doctor_answer(), findings=(finding,))
    last = printed(answer, Form.PLAIN, PLAIN).splitlines()[-1]
    assert last == "damaged-index\ta file is damaged\t"


@pytest.mark.parametrize(
    ("form", "unicode", "shown"),
    [
        (Form.PLAIN, True, "… the «ferry» and the …"),
        (Form.PLAIN, False, "... the <<ferry>> and the ..."),
        (Form.TERMINAL, True, "   ¶2 … the «ferry» and the …"),
        (Form.TERMINAL, False, "   #2 ... the <<ferry>> and the ..."),
    ],
)
def test_a_sentence_that_was_cut_says_so(form: Form, unicode: bool, shown: str) -> None:
    whole = passage_of(2, Kind.BODY, 0, "the ferry and the", "ferry")
    cut = replace(whole, cut_before=True, cut_after=True)
    found = (replace(found_articles()[0], passages=(cut,)),)
    answer = replace(search_answer(), found=found)
    lines = re.split("[\t\n]", printed(answer, form, Look(unicode=unicode)))
    assert shown in lines


ANY = st.text(st.characters(exclude_categories=()))


@given(ANY, ANY, st.booleans(), st.booleans())
def test_every_record_has_its_fields_whatever_the_text(
    headline: str, place: str, unicode: bool, nul: bool
) -> None:
    passage = Passage(1, Kind.BODY, 0, len(headline), headline, (Span(0, len(headline)),))
    summary = Summary(FERRY, "/news", place, headline, False, None, 1)
    found = (Found(1, summary, place, 1.0, (passage,)),)
    search = SearchAnswer("x", False, None, None, Sort.NEWEST, 1, 0, 10, found)
    listed = ListAnswer(None, None, Sort.NEWEST, 1, 0, 10, found)
    look, end = Look(unicode=unicode, nul=nul), "\0" if nul else "\n"
    for answer, tabs in ((search, 4), (listed, 3)):
        text = printed(answer, Form.PLAIN, look)
        assert (text.count("\t"), text.count(end), text.count("\n")) == (tabs, 1, int(not nul))
        assert unicode or text.isascii()


class FullDisk(StringIO):
    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("form", Form)
def test_a_failing_stream_is_not_hushed_up(form: Form) -> None:
    with pytest.raises(OSError, match="No space left"):
        print_on(FullDisk(), search_answer(), form, PLAIN)

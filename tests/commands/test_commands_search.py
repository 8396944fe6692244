"""What `newscli search` says when it finds nothing, and what it remembers; with a small engine."""

from io import StringIO
from pathlib import Path

import pytest
from desks import a_desk
from fakes import Files, MemoryEngine, update

from newscli.commands import desk as desk_module
from newscli.commands.desk import Desk
from newscli.commands.search import SearchRequest, search
from newscli.commands.selection import Selection
from newscli.errors import Exit
from newscli.memory import recall
from newscli.stemming import stem

FILES = Files(
    {
        "/news/bell.txt": " date 2021-01-12 Bell\n\nThe bell of Quillmere rang for the ferry.\n",
        "/news/clock.txt": " date 2020-12-24 Clock\n\nThe clock of Quillmere stopped.\n",
        "/news/geese.txt": "Geese\n\nThe geese of Quillmere told us of a ferry and a clock.\n",
    }
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose index is in memory and whose streams are strings."""
    engine = MemoryEngine(stem)
    update(engine, FILES)
    monkeypatch.setattr(desk_module, "open_engine", lambda *_: engine)
    return a_desk(state=str(tmp_path))


def said(desk: Desk, words: str, selection: Selection | None = None) -> tuple[Exit, str]:
    """Search, and return the status and what went to standard error."""
    status = search(desk, SearchRequest((words,), selection or Selection()))
    assert isinstance(desk.err, StringIO)
    return status, desk.err.getvalue()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("fery", "hint: did you mean ferry? (2 articles)\n"),
        ("belll", "hint: did you mean bell? (1 article)\n"),
        ("clock fery", "hint: did you mean ferry? (2 articles)\n"),
        ('"the fery"', "hint: did you mean ferry? (2 articles)\n"),
        ("headline:fery", "hint: did you mean ferry? (2 articles)\n"),
        ("FERY", "hint: did you mean ferry? (2 articles)\n"),
        ("xyz~", ""),
        ("xyzzy", ""),
        ("bell NOT ferry", ""),
        ("bell clock", "hint: 3 articles have 1 of the 2 words: `--any` ranks those\n"),
        ("geese bell clock", "hint: 1 article has 2 of the 3 words: `--any` ranks those\n"),
    ],
)
def test_an_answer_of_nothing_offers_a_word_or_fewer_words(
    desk: Desk, words: str, hint: str
) -> None:
    status, err = said(desk, words)
    assert status is Exit.NOTHING_FOUND
    hints = [line for line in err.splitlines(keepends=True) if line.startswith("hint: ")]
    assert "".join(hints) == hint


@pytest.mark.parametrize(
    ("selection", "note"),
    [
        (Selection(since="2021"), "1 article matches without the limits of date and folder\n"),
        (
            Selection(folder="town"),
            "no indexed folder is called `town`\nhint: articles are in `news`\n",
        ),
    ],
)
def test_limits_that_leave_nothing_are_named(desk: Desk, selection: Selection, note: str) -> None:
    assert said(desk, "stopped", selection) == (
        Exit.NOTHING_FOUND,
        f"note: no article matches `stopped`\nnote: {note}",
    )


def test_capitals_are_dropped_only_where_no_article_has_them(desk: Desk) -> None:
    assert said(desk, "US") == (
        Exit.DONE,
        "note: no article has `US` in capitals: any case\n",
    )


def test_what_was_found_is_remembered_with_the_query(desk: Desk) -> None:
    said(desk, "ferry", Selection(limit=1, offset=1))
    kept = recall(desk.settings.state, desk.settings.index)
    assert kept
    assert (len(kept.ids), kept.offset, kept.query, kept.any_word) == (1, 1, "ferry", False)
    said(desk, "xyzzy")
    assert recall(desk.settings.state, desk.settings.index) == kept

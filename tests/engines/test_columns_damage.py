"""A flipped byte in any column is refused by whoever meets it; what is answered is right."""

import struct
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fakes import Files
from indexes import ARCHIVE, build, whoosh
from invented import invented

from newscli.core.choices import Sort
from newscli.core.query import (
    And,
    Everything,
    InFolder,
    InPart,
    Near,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    View,
    Wildcard,
    Word,
)
from newscli.core.results import PageRequest
from newscli.engines.port import Engine
from newscli.engines.whoosh.codec import columnfile
from newscli.engines.whoosh.codec.opened import ENDINGS
from newscli.errors import DamagedIndex

HEAD = struct.Struct("=8sIIII")
ROW = struct.Struct("=14scxQQ")
PLACES = 5
"""So many bytes of each column are flipped, one after another."""

PORT = (Word("port", View.EXACT), Word("ellery", View.EXACT))
TREES: dict[str, Node] = {
    "all": Everything(),
    "a word": Word("harbor"),
    "a word in capitals": Word("US", View.CAPITAL),
    "a phrase": Phrase(PORT),
    "words near each other": Near(*PORT, 3),
    "a pattern": Wildcard("*er"),
    "a folder": InFolder("mills"),
    "a headline": InPart(Part.HEADLINE, Word("heron")),
    "several words": And((Or((Word("heron"), Word("harbor"))), Not(Word("mill")))),
}


def asked(tree: Node, sort: Sort) -> Callable[[Engine], Any]:
    return lambda engine: engine.search(tree, PageRequest(3, sort=sort))


QUESTIONS: dict[str, Callable[[Engine], Any]] = {
    **{name: asked(tree, Sort.RELEVANCE) for name, tree in TREES.items()},
    "the newest": asked(Word("heron"), Sort.NEWEST),
    "an article": lambda engine: engine.fetch(engine.resolve("")[3]),
    "words": lambda engine: list(engine.vocabulary("h")),
    "records": lambda engine: list(engine.records()),
    "sketches": lambda engine: list(engine.sketches()),
    "places": lambda engine: list(engine.located(TREES["a phrase"])),
    "dates": lambda engine: engine.dates(Word("heron")),
    "directories": lambda engine: engine.directories(Word("heron")),
    "frequencies": lambda engine: engine.frequencies(Word("heron")),
    "holding": lambda engine: engine.document_frequencies([Word("heron")], Everything()),
    "runs": lambda engine: engine.runs(Word("heron"), 2, 3, 2),
    "neighbours": lambda engine: engine.near(Word("heron"), 3),
    "profiles": lambda engine: sorted(engine.profiles(engine.resolve(""))),
}

FOR_MERGING = {"halves"}
"""What nobody reads who asks."""


@pytest.fixture(autouse=True)
def _has_small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few columns share a block, so that nobody meets what another would have met."""
    monkeypatch.setattr(columnfile, "BLOCK", 64)


@pytest.fixture
def location(tmp_path: Path) -> Path:
    files = Files(dict(ARCHIVE) | invented(12, longest=30).texts)
    files.texts["/news/often.txt"] = "Heron after heron.\n\n" + "heron " * 300
    build(tmp_path, files)
    return tmp_path


def columns(whole: bytes) -> Iterator[tuple[str, int, int]]:
    """Go through the columns of a file: the name, where it begins, and its size."""
    count = HEAD.unpack_from(whole)[2]
    table = whole[HEAD.size : HEAD.size + ROW.size * count]
    for name, kind, offset, values in ROW.iter_unpack(table):
        yield name.rstrip(b"\0").decode(), offset, values * struct.calcsize("=" + kind.decode())


def flips(whole: bytes) -> Iterator[tuple[str, bytes]]:
    for name, offset, size in columns(whole):
        for place in sorted({offset + size * at // PLACES for at in range(PLACES)}):
            if size:
                altered = bytearray(whole)
                altered[place] ^= 0xFF
                yield name, bytes(altered)


def answer(location: Path, question: Callable[[Engine], Any]) -> Any:
    """Return what is answered, or what is said to be damaged."""
    try:
        with whoosh(location) as engine:
            return question(engine)
    except DamagedIndex as error:
        return error.message.partition(" is damaged: ")[0]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_flipped_byte_of_any_column_is_refused_or_changes_no_answer(
    location: Path, ending: str
) -> None:
    (path,) = location.rglob(f"*{ending}")
    whole = path.read_bytes()
    right = {name: answer(location, question) for name, question in QUESTIONS.items()}
    refused: dict[str, int] = defaultdict(int)
    for column, altered in flips(whole):
        path.write_bytes(altered)
        for name, question in QUESTIONS.items():
            found = answer(location, question)
            if found == f"`{path}`":
                refused[column] += 1
            else:
                assert found == right[name], (column, name)
        with pytest.raises(DamagedIndex) as raised, whoosh(location) as engine:
            engine.verify()
        assert raised.value.message.startswith(f"`{path}` is damaged")
    assert {name for name, _, size in columns(whole) if size} - refused.keys() <= FOR_MERGING


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_of_another_layout_is_refused_when_the_index_is_opened(
    location: Path, ending: str
) -> None:
    (path,) = location.rglob(f"*{ending}")
    path.write_bytes(b"NEWSCLI0" + path.read_bytes()[8:])
    with pytest.raises(DamagedIndex) as raised, whoosh(location):
        pass
    reason = "it was written by another newscli or another kind of machine"
    assert raised.value.message == f"`{path}` is damaged: {reason}"

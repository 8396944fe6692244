"""Sketches are computed over columns; each is what the pure function makes of the text."""

from pathlib import Path

from fakes import article
from invented import invented

from newscli.core.analysis import words
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.writing.segmentwriter import SegmentWriter
from newscli.research.shingles import KEPT, sketch
from newscli.stemming import stem

TEXTS = (
    *invented(60, longest=90).texts.values(),
    "heron " * 900,  # one shingle, however long
    "The bell. " * 200 + " ".join(f"bell{at}" for at in range(40)),
    "...",
    "One",
    "One two three four",
    "One two three four five",
    "鈴の町から時計が届く",
    "US boats, U.S. geese and AT&T’s F-16 at 2.5 knots — café",
)


def test_every_sketch_is_the_one_of_the_text(tmp_path: Path) -> None:
    found = [article(text, as_id=f"{at:016x}") for at, text in enumerate(TEXTS)]
    writer = SegmentWriter(stem)
    for each in found:
        writer.add(each)
    writer.write(str(tmp_path / "MAIN_sketches"))
    sketches = list(OpenedSegment(str(tmp_path), "MAIN_sketches").articles.each_sketch())
    for each, found_sketch in zip(found, sketches, strict=True):
        expected = sketch([word.exact for word in words(each.content.text)])
        assert found_sketch == expected, each.content.text[:80]
    assert max(map(len, sketches)) == KEPT


def test_no_article_has_no_sketch(tmp_path: Path) -> None:
    writer = SegmentWriter(stem)
    writer.write(str(tmp_path / "MAIN_none"))
    assert list(OpenedSegment(str(tmp_path), "MAIN_none").articles.each_sketch()) == []

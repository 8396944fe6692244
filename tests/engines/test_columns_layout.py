"""The layout of a segment, held fast: whoever changes it raises `manifest.FORMAT` too.

An index is read by its layout, so an older one has to be refused by its format before a
reader stumbles over a column that is no more, or means something else.
"""

from pathlib import Path

from fakes import article

from newscli.engines.whoosh import records
from newscli.engines.whoosh.codec.columnfile import ColumnFile
from newscli.engines.whoosh.codec.opened import ENDINGS
from newscli.engines.whoosh.manifest import FORMAT
from newscli.engines.whoosh.writing.segmentwriter import SegmentWriter
from newscli.stemming import stem

STORY = " date 2021-03-02 The bell of Quillmere\n\nThe bell rang twice. US boats heard it.\n"

LAYOUT = {
    8: """
.terms: blob B, ends I, postings I, tokens I, stems B, stemends I, forms I, formends I, \
sums I
.postings: articles H, kinds B, frequencies B, weights B, rare I, rarefreqs I, rareweights I, \
flat f, steep f, sums I
.positions: chunks B, ends Q, wide B, sums I
.articles: ids Q, byid I, first I, last I, lengths B, words I, halves I, directory I, dirs B, \
dirends I, sketches I, sketchends I, records B, recends Q, recblock I, texts B, textends Q, \
textblock I, sum Q, sums I
record: ["00000000000000aa", "/news", "/news/story.txt", "The bell of Quillmere", false, \
"2021-03-02", "1c9e0b7b", []]
content: [[[1, "heading", 0, 21, null, null], [2, "lead", 23, 62, null, null]], [0, 21], \
"header", null, null, null]|The bell of Quillmere||The bell rang twice. US boats heard it.|
"""
}


def test_the_layout_is_that_of_the_format(tmp_path: Path) -> None:
    story = article(STORY)
    writer = SegmentWriter(stem)
    writer.add(story)
    path = str(tmp_path / "MAIN_layout")
    writer.write(path)
    lines = []
    for ending in ENDINGS:
        columns = ColumnFile(path + ending).kinds()
        lines.append(f"{ending}: " + ", ".join(f"{name} {kind}" for name, kind in columns))
    digest = story.digest
    record = records.record(story).decode().replace(digest, "1c9e0b7b")
    content = (
        records.content(story.content, story.content.text.encode()).decode().replace("\n", "|")
    )
    lines += [f"record: {record}", f"content: {content}"]
    assert "\n".join(lines) == LAYOUT[FORMAT].strip()

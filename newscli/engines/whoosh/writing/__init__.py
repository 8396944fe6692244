"""Articles to segments, and segments to larger ones: in bulk, over whole columns.

    texts, a buffer at a time (batch.py)
      -> pieces that no word reaches over (cutting.py)
      -> numbers of words: known (recall.py), or looked up, equal ones once (alike.py, lookup.py),
         with compounds spelt out (rows.py); places of parts (marks.py)
      -> a run of postings (inversion.py), sketches (sketching.py)
    runs, or segments to be merged (merging.py) -> joined in the order of terms (runs.py)
      -> files (segmentwriter.py: postingswriter.py, gathering.py)

What the files look like is drawn in `newscli.engines.whoosh.codec`. All of it needs NumPy, so
this is a door: a process that only hands out work, or finds none, does not load it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscli.core.analysis import Stem

if TYPE_CHECKING:
    from newscli.engines.whoosh.codec.opened import OpenedSegment
    from newscli.engines.whoosh.writing.segmentwriter import SegmentWriter


def segment_writer(stem: Stem) -> "SegmentWriter":
    """Return what gathers articles and writes them as one segment."""
    from newscli.engines.whoosh.writing.segmentwriter import SegmentWriter

    return SegmentWriter(stem)


def merge(path: str, parts: "Sequence[tuple[OpenedSegment, frozenset[int]]]", stem: Stem) -> int:
    """Write a segment of what is left of others; see `merging`."""
    from newscli.engines.whoosh.writing import merging

    return merging.merge(path, parts, stem)

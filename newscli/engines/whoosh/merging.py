"""Which segments a commit writes anew, and so rids of deleted articles."""

from typing import Any

from whoosh.reading import SegmentReader
from whoosh.writing import MERGE_SMALL, SegmentWriter

from newscli.engines.whoosh.storage import SealedStorage

MOST_DELETED = 0.25
"""The share of a segment's articles that may be deleted before it is written anew."""


class Merge:
    """Whoosh's own policy, which lets large segments stand whatever is deleted in them, and ours.

    Tells the storage which segments the commit will consist of.
    """

    def __init__(self, files: SealedStorage) -> None:
        self._files = files

    def __call__(self, writer: SegmentWriter, segments: list[Any]) -> list[Any]:
        """Write the articles of some segments once more; return the other segments."""
        kept = []
        for segment in MERGE_SMALL(writer, segments):
            if segment.deleted_count() <= MOST_DELETED * segment.doc_count_all():
                kept.append(segment)
            elif segment.deleted_count() < segment.doc_count_all():
                reader = SegmentReader(writer.storage, writer.schema, segment)
                writer.add_reader(reader)
                reader.close()
        lasting = [*kept, writer.newsegment] if writer._added else kept
        self._files.segments = frozenset(segment.segment_id() for segment in lasting)
        return kept

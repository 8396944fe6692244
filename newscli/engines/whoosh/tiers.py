"""Which segments are merged, so that many small commits do not make many segments.

Segments of like size, within a factor of sixteen, are a tier. When a tier has sixteen, they
become one of the next, so an article is merged once for every factor of sixteen. A segment of
which a quarter is deleted is written anew. None is made larger than 65,536 articles, since up to
there an article's number takes two bytes, nor than 64 MB, so that a merge fits in memory.

What is merged is held against its sums as it is read (codec/columnfile.py): damage that went
into a new segment would be sealed with it, and never be found.
"""

import os
from collections.abc import Sequence

from newscli.core.analysis import Stem
from newscli.engines.whoosh.codec.codec import ColumnSegment
from newscli.engines.whoosh.codec.opened import OpenedSegment
from newscli.engines.whoosh.storage import INDEX_NAME
from newscli.engines.whoosh.writing import merge

FACTOR = 16
MOST_ARTICLES = 1 << 16
MOST_BYTES = 64_000_000
MOST_DELETED = 0.25

_FIRST_TIER = 64


def settled(segments: Sequence[ColumnSegment], directory: str, stem: Stem) -> list[ColumnSegment]:
    """Return the segments of a commit once all that should be merged has been.

    Raises DamagedIndex for a file that is not as it was written.
    """
    kept = [each for each in segments if each.doc_count()]
    while group := _to_merge(kept, directory):
        merged = _merged(group, directory, stem)
        at = kept.index(group[0])
        kept = [each for each in kept if each not in group]
        kept.insert(at, merged)
    return kept


def _to_merge(segments: Sequence[ColumnSegment], directory: str) -> list[ColumnSegment]:
    """Return the next segments to be made one, in their order; none if all is well."""
    for each in segments:
        if each.deleted_count() > MOST_DELETED * each.doc_count_all():
            return [each]
    tiers: dict[int, list[ColumnSegment]] = {}
    for each in segments:
        tiers.setdefault(_tier(each.doc_count()), []).append(each)
    for _, tier in sorted(tiers.items()):
        if len(tier) < FACTOR:
            continue
        group = _fitting(tier, directory)
        if len(group) > 1:
            return [each for each in tier if each in group]
    return []


def _fitting(tier: Sequence[ColumnSegment], directory: str) -> list[ColumnSegment]:
    """Return the smallest of a tier that together are not too large."""
    group: list[ColumnSegment] = []
    articles = size = 0
    for each in sorted(tier, key=ColumnSegment.doc_count):
        articles += each.doc_count()
        size += sum(os.path.getsize(os.path.join(directory, name)) for name in each.files())
        if articles > MOST_ARTICLES or size > MOST_BYTES:
            break
        group.append(each)
    return group


def _tier(articles: int) -> int:
    tier = 0
    while articles > _FIRST_TIER * FACTOR**tier:
        tier += 1
    return tier


def _merged(group: Sequence[ColumnSegment], directory: str, stem: Stem) -> ColumnSegment:
    segment = ColumnSegment(INDEX_NAME, 0)
    path = os.path.join(directory, segment.segment_id())
    parts = [
        (OpenedSegment(directory, each.segment_id()), frozenset(each.deleted_docs()))
        for each in group
    ]
    segment.set_doc_count(merge(path, parts, stem))
    return segment

"""The files of one commit dealt out in shares, and a share written as segments.

A share is about 40 MB of files, and becomes a segment, or several if its words are very many:
so much is held in memory by a process, whatever the folder.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newscli.core.analysis import Stem
from newscli.core.changes import Addition
from newscli.core.results import Skipped
from newscli.engines.port import Advance, Read
from newscli.engines.whoosh.codec.opened import ENDINGS
from newscli.engines.whoosh.seal import Sealed, measure
from newscli.engines.whoosh.writing import segment_writer

SHARE = 40_000_000
"""Bytes of files that make a segment."""

WORTH_A_PROCESS = 3_000_000
"""Fewer bytes than this are read before another process has started."""

_TELL_EVERY = 50

NewPath = Callable[[], str]
"""Returns a path that the names of a share's files can begin with, another each time."""

Outcome = Skipped | tuple[str, ...]
"""Why a file was left out, or the notes on what was read."""


@dataclass(frozen=True, slots=True)
class Share:
    """Files to be written as a segment, and the path that the names of its files begin with."""

    path: str
    additions: Sequence[Addition]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of a share, and what became of each of its files."""

    path: str
    """That of the share; the share itself is with whoever dealt it out."""
    articles: Sequence[int]
    """How many there are in each segment, in order: one, if the words are not very many."""
    outcomes: Sequence[Outcome]
    measured: Sealed
    """The files that were written: hashed by each process, for the commit waits for all."""


def path_of(share: str, segment: int) -> str:
    """Return the path that names of the files of a share's n-th segment begin with, from 0 on."""
    return f"{share}x{segment}" if segment else share


def shares(additions: Sequence[Addition], jobs: int, new_path: NewPath) -> list[Share]:
    """Deal the files out, in their order, in shares of like size: a multiple of the jobs."""
    total = sum(each.source.size for each in additions)
    if total < WORTH_A_PROCESS:
        jobs = 1
    count = -(-max(1, -(-total // SHARE)) // jobs) * jobs
    dealt: list[Share] = []
    share: list[Addition] = []
    size = 0
    for each in additions:
        share.append(each)
        size += each.source.size
        if size * count >= total * (len(dealt) + 1) and len(dealt) < count - 1:
            dealt.append(Share(new_path(), tuple(share)))
            share.clear()
    if share:
        dealt.append(Share(new_path(), tuple(share)))
    return dealt


def write_share(share: Share, read: Read, stem: Stem, advance: Advance) -> Written:
    """Read the files of a share and write them as a segment."""
    writer = segment_writer(stem)
    articles: list[int] = []
    outcomes: list[Outcome] = []
    measured: Sealed = {}

    def write() -> None:
        path = path_of(share.path, len(articles))
        articles.append(writer.write(path))
        folder, name = os.path.split(path)
        measured.update(measure(folder, [name + ending for ending in ENDINGS], {}))

    for at, addition in enumerate(share.additions, 1):
        found = read(addition)
        if isinstance(found, Skipped):
            outcomes.append(found)
        else:
            writer.add(found)
            outcomes.append(found.content.notes)
        if writer.is_full():
            write()
            writer = segment_writer(stem)
        if at % _TELL_EVERY == 0:
            advance(_TELL_EVERY)
    advance(len(share.additions) % _TELL_EVERY)
    if len(writer):
        write()
    return Written(share.path, articles, outcomes, measured)

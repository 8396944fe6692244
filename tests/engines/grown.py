"""Whoosh indexes in every state that one can be in: whole, in segments, with deletions, merged."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from unittest.mock import patch

from fakes import Files, update
from indexes import PARTED, WHOLE, built

from newscli.engines.whoosh import tiers
from newscli.engines.whoosh.snapshot import Snapshot

MERGED = "several segments that were merged"
STATES = (WHOLE, PARTED, MERGED)


@contextmanager
def snapshot(state: str, files: Files) -> Iterator[Snapshot]:
    """Index the files and open what was committed."""
    with (
        TemporaryDirectory() as location,
        built(PARTED if state == MERGED else state, files, location) as engine,
    ):
        if state == MERGED:
            last = Files({**files.texts, "/news/last.txt": "The last to come."})
            with patch.multiple(tiers, FACTOR=2, MOST_DELETED=0.0), patch("os.fsync"):
                update(engine, last)
        found = engine._snapshot  # type: ignore[attr-defined]
        assert isinstance(found, Snapshot)
        yield found

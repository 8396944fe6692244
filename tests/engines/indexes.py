"""The engines that are held to one promise, and a small invented archive to build them from."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from fakes import Files, MemoryEngine, update

from newscli.engines import open_engine
from newscli.engines.port import Engine
from newscli.engines.whoosh import tiers
from newscli.stemming import stem

MEMORY = "in memory"
WHOLE = "Whoosh, one segment"
PARTED = "Whoosh, several segments and deletions"
KINDS = (MEMORY, WHOLE, PARTED)

ARCHIVE = {
    "/news/tides/000_00000000000000a1.txt": (
        " date 2021-03-02 Storm closes the harbor\n\n"
        "By Nora Quill\n\n"
        "A storm closed the harbor of Port Ellery on Tuesday.\n\n"
        "“We waited for the storms to pass,” said the harbor master.\n\n"
        "Boats in the harbor of Port Ellery (Picture: Ola Finn)"
    ),
    "/news/tides/000_00000000000000a2.txt": (
        " date 2021-03 Ferries sail again\n\n"
        "Ferries left the harbor again this month. US boats followed us out."
    ),
    "/news/mills/000_00000000000000a3.txt": (
        "The mill lifted its restrictions on visitors.\n\n"
        "A state of emergency had closed the mill; restrictions were lifted slowly."
    ),
    "/news/mills/000_00000000000000a4.txt": (
        " date 2020-12-31 Café opens in the old mill\n\n"
        "A café opened in the mill, O’Brien said. Its terrace looks over the harbor."
    ),
}
"""Two folders, three dates and an undated article, every part of an article."""

_SEGMENTS = 3
_DECOY = "Decoys at dusk\n\nA decoy, storm and harbor in it, that is deleted again."


@contextmanager
def built(kind: str, files: Files, location: str) -> Iterator[Engine]:
    """Build an index of the files; the location is an empty folder."""
    with ExitStack() as opened:
        engine: Engine = (
            MemoryEngine(stem)
            if kind == MEMORY
            else opened.enter_context(whoosh(location, fresh=True))
        )
        with patch("os.fsync"):  # what lasts is tested elsewhere, and waiting for it is slow
            if kind == PARTED:
                with patch.object(tiers, "MOST_DELETED", 1.0):
                    _update_in_parts(engine, files)
            else:
                update(engine, files)
        files.read_paths.clear()
        yield engine


@contextmanager
def whoosh(
    location: str | os.PathLike[str], *, fresh: bool = False, create: bool = False
) -> Iterator[Engine]:
    """Open the Whoosh index that stands in a folder of this one."""
    engine = open_engine(os.path.join(location, "index"), stem, fresh=fresh, create=create)
    try:
        yield engine
    finally:
        engine.close()


def build(location: str | os.PathLike[str], files: Files) -> None:
    """Make a Whoosh index in a folder of this one, whatever stands there."""
    with whoosh(location, fresh=True) as engine, patch("os.fsync"):
        update(engine, files)


def _update_in_parts(engine: Engine, files: Files) -> None:
    """Index a few files at a time, each time with one that is deleted in the end."""
    paths = list(files.texts)
    folder = files.folders[0].path
    so_far = Files(folders=files.folders, times=files.times, unreadable=files.unreadable)
    for part in range(_SEGMENTS):
        so_far.texts |= {path: files.texts[path] for path in paths[part::_SEGMENTS]}
        so_far.texts[f"{folder}/decoy{part}.txt"] = _DECOY
        update(engine, so_far)
    update(engine, files)

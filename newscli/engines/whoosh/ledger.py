"""The files a commit has read: `sources-N.json`, one row a file, by folder.

    {"/news": [["42846cca978d07a3", "bbc/000_42846cca978d07a3.txt", 2364, 1610236800000000000]]}

A row is the article's id, the path below the folder, the size in bytes and the time
of its last change in nanoseconds. Undecodable bytes of a name stay as escaped
surrogates, which JSON carries.
"""

import json
import os
from collections.abc import Mapping

from newscli.core.article import ArticleId
from newscli.core.changes import Fingerprint


def name(generation: int) -> str:
    """Return the name of a commit's ledger."""
    return f"sources-{generation}.json"


def read(rows: bytes) -> dict[ArticleId, Fingerprint]:
    """Read what `write` wrote; the caller knows that it is whole."""
    return {
        id: Fingerprint(folder, start + below, size, mtime)
        for folder, files in json.loads(rows).items()
        for start in (folder.rstrip("/") + "/",)
        for id, below, size, mtime in files
    }


def write(directory: str, generation: int, known: Mapping[ArticleId, Fingerprint]) -> None:
    """Write the ledger of a commit; the caller makes it last."""
    folders: dict[str, list[tuple[str, str, int, int]]] = {}
    for id, source in known.items():
        below = source.path[len(source.folder.rstrip("/")) + 1 :]
        folders.setdefault(source.folder, []).append((id, below, source.size, source.mtime))
    with open(os.path.join(directory, name(generation)), "w", encoding="ascii") as file:
        # In one piece: `json.dump` would write through the slow encoder, row by row.
        file.write(json.dumps(folders))

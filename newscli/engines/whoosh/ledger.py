"""The files a commit has read, or could not: `sources-N.json`.

    {"articles": {"/news": [["42846cca978d07a3", "bbc/000_42846cca978d07a3.txt", 2364, 161023680]]},
     "unread": [["/news/photo.txt", 5120, 161023690, "binary", "NUL byte at offset 17"]]}

An article has a row below its folder: its id, the path in the folder, the size in bytes and
the time of its last change in nanoseconds. An unread file has its path, size and time, why it
was left out, and the detail. Undecodable bytes of a name stay as escaped surrogates, which
JSON carries.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass

from newscli.core.article import ArticleId
from newscli.core.changes import Fingerprint, Unread
from newscli.core.results import Skipped


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a commit remembers of files."""

    known: Mapping[ArticleId, Fingerprint]
    unread: Mapping[str, Unread]
    """By path."""


def name(generation: int) -> str:
    """Return the name of a commit's ledger."""
    return f"sources-{generation}.json"


def read(rows: bytes) -> Ledger:
    """Read what `write` wrote; the caller knows that it is whole."""
    written = json.loads(rows)
    known = {
        id: Fingerprint(folder, start + below, size, mtime)
        for folder, files in written["articles"].items()
        for start in (folder.rstrip("/") + "/",)
        for id, below, size, mtime in files
    }
    unread = {
        path: Unread(size, mtime, Skipped(path, cause, detail))
        for path, size, mtime, cause, detail in written["unread"]
    }
    return Ledger(known, unread)


def write(directory: str, generation: int, ledger: Ledger) -> None:
    """Write the ledger of a commit; the caller makes it last."""
    folders: dict[str, list[tuple[str, str, int, int]]] = {}
    for id, source in ledger.known.items():
        below = source.path[len(source.folder.rstrip("/")) + 1 :]
        folders.setdefault(source.folder, []).append((id, below, source.size, source.mtime))
    unread = [
        (path, each.size, each.mtime, each.skipped.cause, each.skipped.detail)
        for path, each in ledger.unread.items()
    ]
    with open(os.path.join(directory, name(generation)), "w", encoding="ascii") as file:
        # In one piece: `json.dump` would write through the slow encoder, row by row.
        file.write(json.dumps({"articles": folders, "unread": unread}))

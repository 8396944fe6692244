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
from newscli.core.changes import Source, Unread
from newscli.core.results import Skipped

_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a commit remembers of files."""

    known: Mapping[ArticleId, Source]
    unread: Mapping[str, Unread]
    """By path."""


def name(generation: int) -> str:
    """Return the name of a commit's ledger."""
    return f"sources-{generation}.json"


def read(rows: bytes) -> Ledger:
    """Read what `write` wrote; the caller knows that it is whole."""
    written = json.loads(rows)
    known = {
        id: Source(folder, start + below, size, mtime)
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
    folders: dict[str, list[ArticleId]] = {}
    for id, source in ledger.known.items():
        folders.setdefault(source.folder, []).append(id)
    unread = [
        (path, each.size, each.mtime, each.skipped.cause, each.skipped.detail)
        for path, each in ledger.unread.items()
    ]
    with open(os.path.join(directory, name(generation)), "w", encoding="ascii") as file:
        file.write('{"articles": {')
        for number, (folder, ids) in enumerate(folders.items()):
            file.write(f"{', ' if number else ''}{json.dumps(folder)}: [")
            # In large pieces: `json.dump` would write through the slow encoder, row by row.
            for start in range(0, len(ids), _AT_ONCE):
                rows = [_row(id, ledger.known[id]) for id in ids[start : start + _AT_ONCE]]
                file.write(f"{', ' if start else ''}{json.dumps(rows)[1:-1]}")
            file.write("]")
        file.write(f'}}, "unread": {json.dumps(unread)}}}')


def _row(article: ArticleId, source: Source) -> tuple[str, str, int, int]:
    below = source.path[len(source.folder.rstrip("/")) + 1 :]
    return article, below, source.size, source.mtime

"""The postings of a commit on their way from order of articles to order of terms.

Whoosh's own pool sorts and pickles posting by posting. Articles come in ascending
order, so here the postings of a term are only appended to each other and terms alone
are sorted; what does not fit into memory goes to a file, a run, and runs are merged.
"""

import os
from collections.abc import Iterable, Iterator
from heapq import merge
from operator import itemgetter
from struct import Struct

Item = tuple[str, bytes, int, float, bytes | None]
"""Field, term, number of the article, weight, encoded positions."""
Postings = tuple[bytes, bytes]
"""A field and a term with a NUL between them, and postings one after the other."""

_POSTING = Struct("<IfI")  # article, weight, size of the positions that follow
_ENTRY = Struct("<II")  # size of the key, size of the postings
_TERM_OVERHEAD = 200
"""About how many bytes a term takes in memory beside its postings."""


class PostingPool:
    """Takes postings in order of articles and gives them back in order of terms."""

    def __init__(self, folder: str, limit: int) -> None:
        self._folder = folder
        self._limit = limit
        self._terms: dict[bytes, bytearray] = {}
        self._size = 0
        self._runs: list[str] = []
        self._fields: dict[str, bytes] = {}

    def add(self, item: Item) -> None:
        """Take one posting."""
        field, term, article, weight, positions = item
        positions = positions or b""  # None is what Whoosh reads where there are none
        key = (self._fields.get(field) or self._field(field)) + term
        packed = _POSTING.pack(article, weight, len(positions)) + positions
        self._size += len(packed)
        postings = self._terms.get(key)
        if postings is not None:
            postings += packed
            return
        self._terms[key] = bytearray(packed)
        self._size += _TERM_OVERHEAD + len(key)
        if self._size > self._limit:
            self._save()

    def iter_postings(self) -> Iterator[Item]:
        """Go through all postings by field, term and article."""
        runs: list[Iterable[Postings]] = [_read(path) for path in self._runs]
        runs.append((key, bytes(self._terms.pop(key))) for key in sorted(self._terms))
        for key, postings in merge(*runs, key=itemgetter(0)):
            field, _, term = key.partition(b"\0")
            name = field.decode("ascii")
            at = 0
            while at < len(postings):
                article, weight, size = _POSTING.unpack_from(postings, at)
                at += _POSTING.size + size
                yield name, term, article, weight, postings[at - size : at]

    def cleanup(self) -> None:
        """Forget everything; the folder is Whoosh's to delete."""
        self._terms = {}
        self._runs = []

    def _field(self, name: str) -> bytes:
        self._fields[name] = name.encode("ascii") + b"\0"
        return self._fields[name]

    def _save(self) -> None:
        path = os.path.join(self._folder, f"{len(self._runs)}.run")
        with open(path, "wb") as file:
            for key in sorted(self._terms):
                postings = self._terms[key]
                file.write(_ENTRY.pack(len(key), len(postings)))
                file.write(key)
                file.write(postings)
        self._runs.append(path)
        self._terms = {}
        self._size = 0


def _read(path: str) -> Iterator[Postings]:
    with open(path, "rb") as file:
        while header := file.read(_ENTRY.size):
            key_size, postings_size = _ENTRY.unpack(header)
            yield file.read(key_size), file.read(postings_size)

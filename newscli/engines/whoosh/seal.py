"""Which files make up one commit, how long each is and what it hashes to.

Written as `seal-N.json` before commit N becomes visible. Sizes are compared whenever
the index is opened, so a file cut short is refused by name before it is read; hashes by
`doctor`, and when reading fails, to tell damage from a mistake of ours. What a search reads
of a segment has sums of its own (codec/columnfile.py).
"""

import json
import os
from collections.abc import Iterable
from hashlib import blake2b

from newscli.errors import DamagedIndex

_CHUNK = 1 << 20
_DIGEST_SIZE = 16

Sealed = dict[str, tuple[int, str]]
"""By file name: its size in bytes and its BLAKE2b-128 in hex."""


def name(generation: int) -> str:
    """Return the name of a commit's seal."""
    return f"seal-{generation}.json"


def write(directory: str, generation: int, files: Sealed) -> None:
    """Write the seal of a commit; the caller makes it last."""
    with open(os.path.join(directory, name(generation)), "w", encoding="utf-8") as file:
        json.dump(files, file)


def read(directory: str, generation: int) -> Sealed:
    """Read the seal of a commit; FileNotFoundError passes."""
    path = os.path.join(directory, name(generation))
    try:
        with open(path, "rb") as file:
            return {name: (size, digest) for name, (size, digest) in json.load(file).items()}
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        raise DamagedIndex(f"`{path}` is damaged: {error}") from error


def measure(directory: str, names: Iterable[str], earlier: Sealed) -> Sealed:
    """Hash the files; those that have been sealed or measured, at the same size, never change."""
    sealed: Sealed = {}
    for each in names:
        path = os.path.join(directory, each)
        size = os.path.getsize(path)
        known = earlier.get(each)
        sealed[each] = known if known and known[0] == size else (size, digest(path))
    return sealed


def refuse_wrong_sizes(directory: str, files: Sealed) -> None:
    """Raise DamagedIndex, naming the file, if any has not the size it was sealed with."""
    for each, (size, _) in files.items():
        path = os.path.join(directory, each)
        found = os.path.getsize(path)
        if found != size:
            raise DamagedIndex(f"`{path}` is damaged: {found} bytes instead of {size}")


def damaged(directory: str, files: Sealed) -> list[str]:
    """Return the paths of the files whose content is not what was sealed."""
    wrong = []
    for each, (_, sealed) in files.items():
        path = os.path.join(directory, each)
        try:
            if digest(path) != sealed:
                wrong.append(path)
        except OSError:
            wrong.append(path)
    return wrong


def digest(path: str) -> str:
    """Return the BLAKE2b-128 of a file, in hex."""
    hashed = blake2b(digest_size=_DIGEST_SIZE)
    with open(path, "rb") as file:
        while chunk := file.read(_CHUNK):
            hashed.update(chunk)
    return hashed.hexdigest()


def digest_of(content: bytes) -> str:
    """Return the BLAKE2b-128 of bytes, in hex."""
    return blake2b(content, digest_size=_DIGEST_SIZE).hexdigest()

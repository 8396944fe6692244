"""The small file that says what an index is, read before anything else of it.

    {"newscli": "index", "format": 8, "tokeniser": 2, "stemmer": "snowball-english",
     "engine": "whoosh", "data": "data-1f0c9a2e", "folders": [{"path": "/news", "globs": []}],
     "sum": 3011319284}

It is JSON, replaced in one rename, and holds nothing that is executed; the sum is the CRC-32
of the rest, as `json.dumps` writes it with its keys in order. A folder is
written here before its articles are, and crossed out after they are gone, so that no
interruption leaves articles whose folder is unknown. New patterns of a folder are written
when its articles are those they ask for.
"""

import json
import os
import re
import shlex
import stat
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from newscli.core import analysis
from newscli.core.changes import Folder
from newscli.errors import DamagedIndex, IndexUnusable, NoIndex, OtherVersion, UnsafeIndex
from newscli.stemming import NAME as STEMMER

FORMAT = 8
"""Raised whenever an index of an older program could not be read by this one."""

_FIRST_SUMMED = 8
"""The first format whose manifests have a sum."""

_ANEW = "name its folders to build it anew: `newscli index FOLDER --rebuild`"
"""Which they were is what cannot be read."""

NAME = "manifest.json"
UNFINISHED = ".new"

DATA = re.compile(r"data-[0-9a-f]{8}")
"""How the folder that holds the articles is named."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index declares of itself."""

    data: str
    folders: tuple[Folder, ...] = ()

    def covering(self, folders: Iterable[Folder]) -> "Manifest":
        """Return the manifest with these folders too, in order of their paths.

        A folder that it has already keeps its patterns.
        """
        joined = {folder.path: folder for folder in (*folders, *self.folders)}
        return replace(self, folders=tuple(joined[path] for path in sorted(joined)))


def read(location: str) -> Manifest:
    """Read and check the manifest.

    Raises NoIndex, UnsafeIndex, DamagedIndex or OtherVersion.
    """
    path = os.path.join(location, NAME)
    try:
        refuse_unsafe(location)
        refuse_unsafe(path)
        with open(path, "rb") as file:
            declared = json.load(file)
    except (FileNotFoundError, NotADirectoryError) as error:
        if os.path.isdir(location) and _has_data(location):
            # What a first run leaves that was killed: nothing was ever visible.
            raise NoIndex(f"the index at `{location}` was never finished") from error
        raise NoIndex(f"there is no index at `{location}`") from error
    except (ValueError, RecursionError, IsADirectoryError) as error:
        _refuse_foreign(location)
        raise DamagedIndex(f"`{path}` is damaged: it is no JSON", _ANEW) from error
    if not isinstance(declared, dict) or declared.get("newscli") != "index":
        _refuse_foreign(location)
        raise DamagedIndex(f"`{path}` does not describe a newscli index", _ANEW)
    _refuse_other_version(declared, path)
    if declared.pop("sum", None) != _sum(declared):
        raise DamagedIndex(f"`{path}` is damaged: it has been altered", _ANEW)
    try:
        return _manifest(declared)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedIndex(f"`{path}` is damaged: {error}", _ANEW) from error


def of_any_version(location: str) -> Manifest | None:
    """Read the manifest of this newscli or an older one; None if it is damaged, or there is none.

    Older ones have no sum.
    """
    path = os.path.join(location, NAME)
    try:
        refuse_unsafe(path)
        with open(path, "rb") as file:
            declared = json.load(file)
        is_whole = declared.pop("sum", None) == _sum(declared)
        return _manifest(declared) if is_whole or declared["format"] < _FIRST_SUMMED else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, UnsafeIndex):
        return None


def write(location: str, manifest: Manifest) -> None:
    """Put the manifest in place of the old one, whole or not at all."""
    declared: dict[str, Any] = {
        "newscli": "index",
        "format": FORMAT,
        "tokeniser": analysis.VERSION,
        "stemmer": STEMMER,
        "engine": "whoosh",
        "data": manifest.data,
        "folders": [{"path": f.path, "globs": list(f.globs)} for f in manifest.folders],
    }
    declared["sum"] = _sum(declared)
    path = os.path.join(location, NAME)
    with open(path + UNFINISHED, "w", encoding="ascii") as file:
        json.dump(declared, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    sync_directory(location)  # the folder that the manifest names is there before it is named
    os.replace(path + UNFINISHED, path)
    sync_directory(location)


def refuse_unsafe(path: str) -> None:
    """Raise UnsafeIndex if anybody else owns the file or folder, or may write to it.

    Whoosh unpickles what it opens, so whoever can write the index could run code.
    """
    found = os.stat(path)
    if found.st_uid != os.geteuid():
        raise UnsafeIndex(
            f"`{path}` belongs to another user, so it is not opened",
            "use an index of your own: `newscli index --index DIR`",
        )
    if stat.S_IMODE(found.st_mode) & 0o022:
        raise UnsafeIndex(
            f"others may write to `{path}`, so it is not opened",
            f"if you trust what is in it: `chmod -R go-w {shlex.quote(path)}`",
        )


def refuse_shared(location: str, ours: Iterable[str]) -> None:
    """Raise IndexUnusable if there is no index yet in a folder that holds anything else.

    `ours` are the files that a run which was killed may have left. An index among
    somebody's documents would be hard to tell from them, and might be taken for some.
    """
    names = os.listdir(location)
    left = {NAME + UNFINISHED, *ours}
    if (NAME in names and (_has_data(location) or _is_ours(location))) or all(
        name in left or DATA.fullmatch(name) or name.startswith(".") for name in names
    ):
        return
    raise IndexUnusable(
        f"`{location}` holds other files, and an index needs a folder of its own",
        "name a new or an empty one: `newscli index --index DIR`",
    )


def sync_directory(path: str) -> None:
    """Make the names in a folder last through a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refuse_foreign(location: str) -> None:
    """Raise NoIndex if a manifest that is not ours has no data folder beside it, as ours have."""
    if not _has_data(location):
        raise NoIndex(f"there is no index at `{location}`")


def _has_data(location: str) -> bool:
    return any(map(DATA.fullmatch, os.listdir(location)))


def _is_ours(location: str) -> bool:
    try:
        with open(os.path.join(location, NAME), "rb") as file:
            declared = json.load(file)
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(declared, dict) and declared.get("newscli") == "index"


def _sum(declared: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(declared, sort_keys=True).encode("ascii"))


def _manifest(declared: dict[str, Any]) -> Manifest:
    if not DATA.fullmatch(declared["data"]):
        raise ValueError(f"`{declared['data']}` is no name of a data folder")
    folders = (Folder(each["path"], tuple(each["globs"])) for each in declared["folders"])
    return Manifest(declared["data"], tuple(folders))


def _refuse_other_version(declared: dict[str, object], path: str) -> None:
    wanted = {"format": FORMAT, "tokeniser": analysis.VERSION, "stemmer": STEMMER}
    for name, ours in wanted.items():
        theirs = declared.get(name)
        if theirs == ours:
            continue
        newer = isinstance(theirs, int) and isinstance(ours, int) and theirs > ours
        age = "a newer" if newer else "another"
        raise OtherVersion(
            f"the index at `{os.path.dirname(path)}` was written by {age} newscli "
            f"({name} {theirs}, this one has {ours})",
            "upgrade newscli, or build the index anew with `newscli index --rebuild`"
            if newer
            else None,
        )

"""The folders a reader names, and which files in them are meant."""

import os
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import cache

from newscli.core.changes import Folder
from newscli.errors import BadFolder

_DEFAULT = r"(?si:.*\.(?:txt|text|md))\Z"
_NOTHING = r"(?!)"


def patterns(folder: Folder) -> frozenset[str]:
    """Return a folder's globs, or else the usual suffixes, as regular expressions."""
    return frozenset(map(translate, folder.globs)) or frozenset({_DEFAULT})


def check(folder: Folder) -> None:
    """Raise BadFolder unless it is a folder that can be reached."""
    try:
        status = os.stat(folder.path)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise BadFolder(f"there is no folder `{folder.path}`") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadFolder(f"cannot reach the folder `{folder.path}`: {reason}") from error
    if not stat.S_ISDIR(status.st_mode):
        raise BadFolder(
            f"`{folder.path}` is a file, not a folder",
            "index single files by naming them on standard input: `newscli index --files-from -`",
        )


@dataclass(frozen=True, slots=True)
class Territory:
    """Several folders taken together, some perhaps inside others."""

    folders: Sequence[Folder]

    def owner(self, path: str) -> str | None:
        """Return the outermost given folder around a path."""
        around = [folder.path for folder in self.folders if folder.holds(path)]
        return min(around, key=len, default=None)

    def wanted(self, directory: str) -> Callable[[str], re.Match[str] | None]:
        """Return the test for names in a directory: what any given folder around it asks for."""
        around = [patterns(folder) for folder in self.folders if folder.reaches(directory)]
        return re.compile("|".join(sorted(frozenset().union(*around))) or _NOTHING).match

    def asks_for(self) -> Callable[[str], bool]:
        """Return the test for paths of files: whether any given folder asks for it."""
        wanted = cache(self.wanted)

        def asked_for(path: str) -> bool:
            cut = path.rindex("/") + 1  # os.path.split takes longer than all else
            name = path[cut:]
            return not name.startswith(".") and wanted(path[: cut - 1] or "/")(name) is not None

        return asked_for

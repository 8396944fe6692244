"""The folders a reader names, and which files in them are meant."""

import os
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fnmatch import translate

from newscli.errors import BadFolder

_DEFAULT = r"(?si:.*\.(?:txt|text|md))\Z"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to index; `globs` are matched with file names and replace the default suffixes."""

    path: str
    """Absolute and normalised; undecodable bytes as surrogates (PEP 383)."""
    globs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.path != os.path.abspath(self.path):
            raise ValueError(f"not an absolute, normalised path: {self.path!r}")

    @property
    def pattern(self) -> str:
        """The globs as one regular expression over a whole file name."""
        return "|".join(map(translate, self.globs)) or _DEFAULT

    def holds(self, path: str) -> bool:
        """Tell whether a path is the folder or lies below it, by its name alone."""
        return path == self.path or path.startswith(os.path.join(self.path, ""))

    def check(self) -> None:
        """Raise BadFolder unless this is a folder that can be reached."""
        try:
            status = os.stat(self.path)
        except (FileNotFoundError, NotADirectoryError, ValueError) as error:
            raise BadFolder(f"there is no folder `{self.path}`") from error
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise BadFolder(f"cannot reach the folder `{self.path}`: {reason}") from error
        if not stat.S_ISDIR(status.st_mode):
            raise BadFolder(
                f"`{self.path}` is a file, not a folder",
                "index single files by naming them on standard input: "
                "`newscli index --files-from -`",
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
        patterns = {folder.pattern for folder in self.folders if folder.holds(directory)}
        return re.compile("|".join(sorted(patterns))).match

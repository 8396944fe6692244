"""Why a file is left out: a closed list of causes, in the words a person reads."""

import errno
import os
import stat
from enum import StrEnum

from newscli.core.results import Skipped

MAX_BYTES = 50_000_000
"""The largest file that is read; no article is longer, and dumps and archives are."""

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class Cause(StrEnum):
    """What keeps a file out of the index; a report is grouped by it."""

    EMPTY = "empty"
    TOO_LARGE = "over 50 MB"
    BINARY = "binary"
    UNREADABLE = "unreadable"
    NOT_REGULAR = "not a regular file"
    VANISHED = "vanished"
    MISSING = "no such file"
    BROKEN_LINK = "broken link"
    MISSING_FOLDER = "folder is missing"


class CannotRead(Exception):
    """A file could not become an article; the run goes on with the next one."""

    def __init__(self, skipped: Skipped) -> None:
        super().__init__(skipped)
        self.skipped = skipped


class NotRegular(OSError):
    """The name belongs to a pipe, a socket, a device or a folder."""


def kind(status: os.stat_result) -> str | None:
    """Name what a file is when it is not a regular one."""
    if stat.S_ISREG(status.st_mode):
        return None
    return _KINDS.get(stat.S_IFMT(status.st_mode), "of an unknown kind")


def refused(path: str, status: os.stat_result) -> Skipped | None:
    """Tell why a file is left out, as far as its status alone can say."""
    if other := kind(status):
        return Skipped(path, Cause.NOT_REGULAR, other)
    if status.st_size == 0:
        return Skipped(path, Cause.EMPTY)
    if status.st_size > MAX_BYTES:
        return Skipped(path, Cause.TOO_LARGE, f"{status.st_size / 1e6:.1f} MB")
    return None


def failed(path: str, error: OSError, missing: Cause = Cause.VANISHED) -> Skipped:
    """Tell why a file is left out after the system refused it; `missing` if it is not there."""
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return Skipped(path, missing)
    detail = (error.strerror or str(error)).lower()
    # Opening a socket is answered with ENXIO before anybody can look at what it is.
    if isinstance(error, NotRegular) or error.errno == errno.ENXIO:
        return Skipped(path, Cause.NOT_REGULAR, detail)
    if error.errno == errno.ELOOP:
        return Skipped(path, Cause.BROKEN_LINK, detail)
    return Skipped(path, Cause.UNREADABLE, detail)

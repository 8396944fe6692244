"""Foreign errors made ours: what Whoosh, pickle and the system say, in a reader's words."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

from newscli.engines.whoosh import seal
from newscli.errors import DamagedIndex, NewsError, StorageError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_FOLDER = {errno.EEXIST, errno.ENOTDIR}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def storing(location: str) -> Iterator[None]:
    """Turn the system's refusals to write into StorageError."""
    try:
        yield
    except OSError as error:
        raise storage_error(error, location) from error


@contextmanager
def opening(location: str) -> Iterator[None]:
    """Turn the system's refusals to read into StorageError."""
    try:
        yield
    except OSError as error:
        what = error.strerror or str(error)
        raise StorageError(
            f"cannot read the index at `{location}`: {what.lower()}",
            "choose another place with `--index DIR`",
        ) from error


def storage_error(error: OSError, location: str) -> StorageError:
    """Say what the system refused, and where."""
    if error.errno in _FULL:
        return StorageError(f"the disk is full: cannot write the index at `{location}`")
    if error.errno in _READ_ONLY:
        return StorageError(f"cannot write the index at `{location}`: not permitted")
    if error.errno in _NO_FOLDER:
        return StorageError(
            f"cannot make an index at `{location}`: a file is in its way",
            "choose a folder with `--index DIR`",
        )
    what = error.strerror or str(error)
    return StorageError(f"cannot use the index at `{location}`: {what.lower()}")


@contextmanager
def reading(directory: str, sealed: seal.Sealed) -> Iterator[None]:
    """Tell a damaged file from a mistake of ours when reading fails.

    Whoosh reports damage as whatever its parser stumbles over (EOFError, KeyError,
    struct.error ...), so the files are compared with their seal: if one differs, that
    is the cause; if none does, the error is a bug and passes.
    """
    try:
        yield
    except (NewsError, FileNotFoundError):
        raise
    except Exception as error:  # any type at all: see above
        # A file that is gone was replaced by a newer commit; this one has it open still.
        if wrong := [path for path in seal.damaged(directory, sealed) if os.path.exists(path)]:
            raise DamagedIndex(f"`{wrong[0]}` is damaged") from error
        raise

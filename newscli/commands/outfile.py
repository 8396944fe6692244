"""A file the reader names: written whole or not at all, and over another only when told to."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from newscli.errors import StorageError, UsageError


@contextmanager
def written(typed: str, path: str, *, force: bool) -> Iterator[TextIO]:
    """Open a file beside the one named, which takes its place when all is written.

    Whatever ends the writing early, the old file is there. Raises UsageError if something
    stands there that may not be replaced, and StorageError if the disk refuses.
    """
    target = os.path.realpath(path)
    refuse_to_overwrite(typed, target, force=force)
    fresh = f"{target}.{os.getpid()}.part"
    try:
        with open(fresh, "x", encoding="utf-8", newline="", errors="replace") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        refuse_to_overwrite(typed, target, force=force)
        if os.path.exists(target):
            shutil.copymode(target, fresh)
        os.replace(fresh, target)
    except OSError as error:
        _discard(fresh)
        raise _refusal(typed, error) from error
    except BaseException:
        _discard(fresh)
        raise


def refuse_to_overwrite(typed: str, path: str, *, force: bool) -> None:
    """Raise UsageError if the file is there, or if what is there is none."""
    target = os.path.realpath(path)
    if not os.path.lexists(target):
        return
    if not os.path.isfile(target):
        raise UsageError(f"`{typed}` is no file", "name a file, or leave `--to` out for a pipe")
    if not force:
        raise UsageError(f"`{typed}` is there already", "`--force` writes over it")


def _refusal(typed: str, error: OSError) -> StorageError:
    if isinstance(error, FileNotFoundError):
        folder = os.path.dirname(typed) or "."
        return StorageError(
            f"cannot write `{typed}`: there is no folder `{folder}`", "make it first"
        )
    reason = (error.strerror or str(error)).lower()
    return StorageError(f"cannot write `{typed}`: {reason}", "nothing was changed")


def _discard(fresh: str) -> None:
    with suppress(OSError):
        os.unlink(fresh)

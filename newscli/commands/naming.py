"""The folders and files that a reader names for `newscli index`."""

import os
from collections.abc import Sequence

from newscli.commands.desk import Desk
from newscli.core.changes import Folder
from newscli.corpus.folders import check
from newscli.errors import NothingToIndex, UsageError

DEFAULT_FOLDER = "seeds"


def named_folders(desk: Desk, typed: Sequence[str], globs: tuple[str, ...]) -> tuple[Folder, ...]:
    """Return the folders typed; raises BadFolder for one that is none."""
    named = tuple(Folder(desk.settings.absolute(each), globs) for each in typed)
    for folder in named:
        check(folder)
    return named


def named_files(desk: Desk, listing: str, nul: bool) -> tuple[str, ...]:
    """Read the names of single files in a file or on `-`, one a line, or each ended by NUL."""
    if listing == "-":
        names = "".join(desk.lines())
    else:
        path = desk.settings.absolute(listing)
        try:
            with open(path, encoding="utf-8", errors="surrogateescape", newline="\n") as file:
                names = file.read()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UsageError(
                f"cannot read `{listing}`: {reason}",
                "name a file with one path a line, or - for standard input",
            ) from error
    split = names.split("\0") if nul else [each.removesuffix("\r") for each in names.split("\n")]
    listed = tuple(desk.settings.absolute(each) for each in split if each)
    if not listed:
        raise NothingToIndex("`--files-from` names no file", "write one path a line into it")
    return listed


def default_folder(desk: Desk, *, rebuild: bool = False) -> Folder:
    """Return what is indexed when nothing is named; NothingToIndex if it is not there."""
    path = desk.settings.absolute(DEFAULT_FOLDER)
    if not os.path.isdir(path):
        again = " --rebuild" if rebuild else ""
        raise NothingToIndex(
            "there is no folder to index yet", f"name one: `newscli index FOLDER{again}`"
        )
    return Folder(path)


def covered_folder(
    desk: Desk, typed: str, folders: Sequence[Folder], singles: Sequence[str]
) -> Folder:
    """Return the folder to forget; UsageError if nothing of it is in the index."""
    forgotten = Folder(desk.settings.absolute(typed))
    covered = any(forgotten.holds(folder.path) for folder in folders)
    if not covered and not any(map(forgotten.holds, singles)):
        names = ", ".join(f"`{desk.settings.place(folder.path)}`" for folder in folders)
        raise UsageError(
            f"`{typed}` is not a folder of this index",
            f"its folders are {names}" if names else "it has none",
        )
    return forgotten

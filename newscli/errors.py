"""Every error a reader can meet, what it exits with and what to do next.

    NewsError
    ├── UsageError                 2   the command or its words are wrong
    │   ├── BadQuery                   with the place, for the caret
    │   ├── BadDate                    lists the forms that are understood
    │   ├── BadFolder                  missing, or not a folder
    │   └── AmbiguousReference         names the articles it could be
    ├── NoSuchArticle              1   the reference names no indexed article
    ├── NothingToIndex             1   the folders hold no article files
    ├── IndexUnusable              3   there is an index, but it cannot be used
    │   ├── NoIndex                    nothing was indexed yet
    │   ├── DamagedIndex               a file of it is cut, missing or wrong
    │   ├── OtherVersion               another newscli wrote it
    │   └── UnsafeIndex                others own it or may write to it
    ├── StorageError              74   cannot read or write: disk full, read-only, no memory
    ├── IndexBusy                 75   another newscli is writing this index
    └── Interrupted              130   the reader pressed Ctrl-C

The message is lower case and has no full stop; `hint` says what to type next.
"""

from collections.abc import Sequence
from enum import IntEnum


class Exit(IntEnum):
    """The exit statuses of the program; the README has the same table."""

    DONE = 0
    NOTHING_FOUND = 1
    USAGE = 2
    INDEX = 3
    SOME_UNREADABLE = 4
    BUG = 70
    STORAGE = 74
    BUSY = 75
    INTERRUPTED = 130


class NewsError(Exception):
    """The root of everything newscli raises on purpose."""

    exit: Exit = Exit.USAGE
    hint: str | None = None

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if hint is not None:
            self.hint = hint


class UsageError(NewsError):
    """The command line asks for something that cannot be meant."""

    hint = "see `newscli --help`"


class BadQuery(UsageError):
    """The query cannot be read; `query[position]` is where it goes wrong."""

    hint = "put the words in quotes to search for them as they stand"

    def __init__(self, message: str, query: str, position: int, hint: str | None = None) -> None:
        super().__init__(message, hint)
        self.query = query
        self.position = position


class BadDate(UsageError):
    """The words are no date this program understands."""

    hint = (
        "dates look like 2021-01-10, 2021-01, 2021, 10 jan 2021, today, yesterday, "
        "3 days ago, last week, last month or last year"
    )


class BadFolder(UsageError):
    """The folder to read is missing, or is a file."""

    hint = "name a folder of text files: `newscli index FOLDER`"


class AmbiguousReference(UsageError):
    """The reference fits more than one article."""

    def __init__(self, reference: str, candidates: Sequence[str]) -> None:
        shown = ", ".join(candidates[:5]) + (" ..." if len(candidates) > 5 else "")
        super().__init__(
            f"`{reference}` could be {len(candidates)} articles: {shown}",
            "type more of the id, or the file's whole path",
        )


class NoSuchArticle(NewsError):
    """The reference names no indexed article."""

    exit = Exit.NOTHING_FOUND
    hint = "find one with `newscli search WORDS`"


class NothingToIndex(NewsError):
    """The folders named hold no file that could be an article."""

    exit = Exit.NOTHING_FOUND
    hint = "files of other names are read with `--glob`: `newscli index FOLDER --glob '*.html'`"


class IndexUnusable(NewsError):
    """There is no index that could answer."""

    exit = Exit.INDEX
    hint = "build it anew with `newscli index --rebuild`"


class NoIndex(IndexUnusable):
    """Nothing has been indexed at this place yet."""

    hint = "make one with `newscli index FOLDER`"


class DamagedIndex(IndexUnusable):
    """A file of the index is cut short, missing, or holds something else."""


class OtherVersion(IndexUnusable):
    """The index was written by a newscli with another format."""


class UnsafeIndex(IndexUnusable):
    """Somebody else owns the index or may write to it, so it is not opened."""


class StorageError(NewsError):
    """The disk refused: full, read-only, or failing."""

    exit = Exit.STORAGE
    hint = "the old index is intact; make room or choose another place with `--index DIR`"


class IndexBusy(NewsError):
    """Another process is writing this index."""

    exit = Exit.BUSY
    hint = "wait for it, or wait longer with `--wait SECONDS`"


class Interrupted(NewsError):
    """The reader pressed Ctrl-C."""

    exit = Exit.INTERRUPTED

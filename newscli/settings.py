"""Where things live and what today is: flag, then environment, then default.

NEWSCLI_HOME=DIR     puts everything under DIR
NEWSCLI_INDEX=DIR    the index, unless `--index` says otherwise
NEWSCLI_NOW=DATE     what "today" is, for dates such as `yesterday`
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from platformdirs import user_data_path, user_state_path

from newscli.errors import StorageError, UsageError

_NAME = "newscli"


@dataclass(frozen=True, slots=True)
class Settings:
    """What one run of the program goes by; paths are absolute."""

    index: str
    """The folder of the index."""
    state: str
    """The folder of what is remembered between runs: the last list."""
    today: date
    working_directory: str
    """Nothing if somebody deleted it under our feet."""

    def place(self, path: str) -> str:
        """Return the path as it can be opened from here, the shorter way."""
        here = os.path.join(self.working_directory, "")
        return path.removeprefix(here)

    def absolute(self, path: str) -> str:
        """Return a path typed here, absolute and normalised; StorageError if here is nowhere."""
        return _absolute(self.working_directory, path)


def settings(environ: Mapping[str, str], index: str | None = None) -> Settings:
    """Settle what this run goes by; `index` is the flag's value."""
    here = _working_directory()
    home = environ.get("NEWSCLI_HOME")
    chosen = index or environ.get("NEWSCLI_INDEX")
    if home:
        home = _absolute(here, home)
    data = home or str(user_data_path(_NAME))
    return Settings(
        index=_absolute(here, chosen or os.path.join(data, "index")),
        state=_absolute(here, home or str(user_state_path(_NAME))),
        today=_today(environ),
        working_directory=here,
    )


def _working_directory() -> str:
    try:
        return os.getcwd()
    except FileNotFoundError:
        return ""


def _absolute(here: str, path: str) -> str:
    if not here and not os.path.isabs(path):
        raise StorageError(
            f"`{path}` is nowhere: the folder this was called in is gone", "`cd` to another one"
        )
    return os.path.normpath(os.path.join(here, path))


def _today(environ: Mapping[str, str]) -> date:
    fixed = environ.get("NEWSCLI_NOW")
    if not fixed:
        return date.today()
    try:
        return date.fromisoformat(fixed[:10])
    except ValueError as error:
        raise UsageError(
            f"NEWSCLI_NOW is `{fixed}`, which is no date",
            "write it as in NEWSCLI_NOW=2021-01-31, or unset it",
        ) from error

"""How a run ends: every error becomes one message on standard error and one exit status."""

import errno
import os
import re
import sys
import traceback
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from newscli.errors import Exit, NewsError, StorageError, UsageError
from newscli.render.leaving import let_go_of

# Typer carries its own copy of Click, whose error classes it does not export; this
# is the one above `typer.BadParameter`: whatever is wrong with a command line.
_BAD_COMMAND_LINE: type[Exception] = typer.BadParameter.__mro__[1]

_REWORDED = (
    (re.compile(r"(?<!\w)'([^']*)'(?!\w)"), r"`\1`"),
    (re.compile(r"is not a valid (?:int|float) range$"), r"is no number"),
    (re.compile(r"^No such option: ([^ ]+)"), r"no such option `\1`"),
    (re.compile(r"^Got unexpected extra argument\(s\) \((.*)\)$", re.DOTALL), r"too much: `\1`"),
)
"""What Typer says in another way."""
_SUGGESTED = re.compile(r"(?:\. Did you mean (.*)\?| \(Possible options: (.*)\))$")

_SAVE_MEMORY = "ask for less at a time; `newscli index --jobs 1` needs the least"

_ORDER = (
    *("index", "search", "show", "list"),
    *("timeline", "kwic", "quotes", "who", "words", "compare"),
    *("similar", "dupes", "stories", "story", "export"),
    *("status", "doctor"),
)
"""The verbs as the help tells them."""


class NewsGroup(TyperGroup):
    """The verbs, with the one place where errors are reported."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 -- the same in any context
        """Return the verbs, those first that are used first."""
        return sorted(self.commands, key=_ORDER.index)

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Read the command line; the help and the version are printed here."""
        try:
            return super().make_context(*args, **kwargs)
        except OSError as error:
            raise typer.Exit(_refused(error)) from error

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run the verb and exit with its status."""
        kwargs["standalone_mode"] = False
        try:
            status = super().main(*args, **kwargs)
        except _BAD_COMMAND_LINE as error:
            status = _complain(_as_usage_error(error))
        except typer.Abort:
            status = Exit.INTERRUPTED
        sys.exit(int(status or 0))

    def invoke(self, ctx: Any) -> int:
        """Run the verb; returns its exit status."""
        try:
            if sys.stdout is None:
                raise StorageError(
                    "standard output is closed", "send it somewhere: `newscli ... > FILE`"
                )
            status = super().invoke(ctx)
            sys.stdout.flush()
        except NewsError as error:
            return _complain(error)
        except OSError as error:
            return _refused(error)
        except MemoryError:
            return _complain(StorageError("there is not enough memory", _SAVE_MEMORY))
        except KeyboardInterrupt:
            return Exit.INTERRUPTED
        except _BAD_COMMAND_LINE as error:
            return _complain(_as_usage_error(error, f"{ctx.command_path} {ctx.invoked_subcommand}"))
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:  # noqa: BLE001 -- the one place that reports bugs
            return _report_bug(error)
        return int(status or 0)


def _complain(error: NewsError) -> Exit:
    # Loaded only when there is something to say.
    from newscli.cli.streams import complain

    complain(error)
    return error.exit


def _refused(error: OSError) -> Exit:
    """End after the system refused: in peace if it is the reader who has left."""
    if isinstance(error, BrokenPipeError):
        let_go_of(sys.stdout)
        let_go_of(sys.stderr)
        return Exit.DONE
    if error.errno == errno.EIO and os.getppid() == 1:
        return Exit.DONE  # the terminal is gone, and with it the reader
    return _complain(_as_storage_error(error))


def _as_usage_error(error: Any, command: str = "newscli") -> UsageError:
    """Say what is wrong with the command line in our manner; not every error knows its command."""
    message = str(error.format_message()).strip().rstrip(".")
    for typers, ours in _REWORDED:
        message = typers.sub(ours, message)
    if suggested := _SUGGESTED.search(message):
        meant = [f"`{each.strip('`')}`" for each in (suggested[1] or suggested[2]).split(", ")]
        either = " or ".join(filter(None, (", ".join(meant[:-1]), meant[-1])))
        message = f"{message[: suggested.start()]}; did you mean {either}?"
    message = message[:1].lower() + message[1:]
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else command
    hint = f"see `{path} --help`"
    if path.endswith(" export") and re.match("no such option `--(?:json|plain)", message):
        return UsageError(message.partition(";")[0], "say the form with `--as`: jsonl, csv, md ...")
    if path.endswith(" search") and message.startswith("no such option"):
        hint += "; what begins with `-` and is to be searched for goes after `--`"
    return UsageError(message, hint)


def _as_storage_error(error: OSError) -> StorageError:
    what = (error.strerror or str(error)).lower()
    if error.filename:
        return StorageError(f"cannot use `{os.fsdecode(error.filename)}`: {what}", "")
    let_go_of(sys.stdout)
    return StorageError(f"cannot write to standard output: {what}", "")


def _report_bug(error: Exception) -> Exit:
    if os.environ.get("NEWSCLI_DEBUG"):
        traceback.print_exception(error)
    place = traceback.extract_tb(error.__traceback__)[-1]
    sys.stderr.write(
        f"error: a bug: {type(error).__name__} in {os.path.basename(place.filename)} "
        f"line {place.lineno}; nothing was changed\n"
        "hint: `NEWSCLI_DEBUG=1` shows the traceback; please report it with that\n"
    )
    return Exit.BUG

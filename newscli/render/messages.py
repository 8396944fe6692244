"""What goes to standard error: errors with their hints, notes, and the files left out.

Pure text without colour: it is the same on a terminal and in a log.
"""

from collections.abc import Iterable, Sequence
from typing import TextIO

from newscli.core.answers import ListAnswer, SearchAnswer
from newscli.core.results import Skipped
from newscli.errors import BadQuery, NewsError
from newscli.render.cells import cells
from newscli.render.counts import counted
from newscli.render.form import Look
from newscli.render.glyphs import glyphs
from newscli.render.leaving import let_go_of
from newscli.render.untrusted import file_name, flat

NAMED = 20
"""Files that are named for each cause."""

_MARGIN = "  "


def complain(error: NewsError, stream: TextIO, look: Look) -> None:
    """Print the error, the place in the query if it has one, and what to do next."""
    _say("error", error.message, stream, look)
    if isinstance(error, BadQuery) and error.query.strip():
        _write(stream, caret(error.query, error.position, look))
    if error.hint:
        hint(error.hint, stream, look)


def note(message: str, stream: TextIO, look: Look) -> None:
    """Print what a careful reader should know."""
    _say("note", message, stream, look)


def hint(message: str, stream: TextIO, look: Look) -> None:
    """Print what to type next."""
    _say("hint", message, stream, look)


def nothing_found(answer: SearchAnswer | ListAnswer, stream: TextIO, look: Look) -> None:
    """Say that an answer is empty, and what may find more."""
    if answer.total:
        note(f"no article at offset {answer.offset}: {answer.total:,} in all", stream, look)
        return
    if isinstance(answer, ListAnswer):
        note("no article is chosen", stream, look)
        return
    note(f"no article matches `{answer.raw}`", stream, look)
    if found := answer.suggestion:
        hint(f"did you mean {found.word}? ({counted(found.articles)})", stream, look)


def skipped(files: Sequence[Skipped], stream: TextIO, look: Look) -> None:
    """Name the files that were left out, by cause; the most frequent cause first."""
    if not files:
        return
    note(f"{counted(len(files), 'file was', 'files were')} left out", stream, look)
    causes: dict[str, list[Skipped]] = {}
    for one in files:
        causes.setdefault(one.cause, []).append(one)
    for cause, ones in sorted(causes.items(), key=lambda item: (-len(item[1]), item[0])):
        named = (f"{_MARGIN * 2}{line}" for line in _named(ones, look))
        _write(stream, (f"{_MARGIN}{flat(cause, not look.unicode)} ({len(ones):,})", *named))


def caret(query: str, position: int, look: Look) -> tuple[str, str]:
    """Return the query in one line and a caret under `query[position]`.

    A query wider than the terminal is cut to the stretch around the place.
    """
    shown = flat(query, not look.unicode)
    position = min(max(position, 0), len(shown))
    ellipsis = glyphs(look.unicode).ellipsis
    room = max(look.width - len(_MARGIN) - 1, 2 * len(ellipsis) + 2)
    start, end = 0, len(shown)
    if cells(shown) > room:
        room -= 2 * len(ellipsis)
        start = _reach(reversed(shown[:position]), room // 2, position, -1)
        end = _reach(shown[position:], room - cells(shown[start:position]), position, 1)
    before = (ellipsis if start else "") + shown[start:position]
    after = shown[position:end] + (ellipsis if end < len(shown) else "")
    return f"{_MARGIN}{before}{after}", f"{_MARGIN}{' ' * cells(before)}^"


def _reach(characters: Iterable[str], room: int, at: int, step: int) -> int:
    """Walk from `at` as far as there is room."""
    for character in characters:
        room -= cells(character)
        if room < 0:
            break
        at += step
    return at


def _named(files: Sequence[Skipped], look: Look) -> Iterable[str]:
    for one in files[:NAMED]:
        detail = f": {flat(one.detail, not look.unicode)}" if one.detail else ""
        yield file_name(one.path, not look.unicode) + detail
    if len(files) > NAMED:
        yield f"... and {len(files) - NAMED:,} more (`--json` lists all)"


def _say(what: str, message: str, stream: TextIO, look: Look) -> None:
    _write(stream, (f"{what}: {flat(message, not look.unicode)}",))


def _write(stream: TextIO, lines: Iterable[str]) -> None:
    """Print lines beside the results, which are none the worse if nobody can be told."""
    try:
        stream.write("".join(f"{line}\n" for line in lines))
        stream.flush()
    except OSError:
        let_go_of(stream)

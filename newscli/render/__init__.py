"""What readers see: one module a form, one port for all.

A door: Rich is loaded only for a terminal, JSON only for a program.
"""

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, TextIO

from newscli.render.form import Form, Look
from newscli.render.progress import Announced, Progress, Silent

if TYPE_CHECKING:  # the answers of every verb: `--version` and completion need none
    from newscli.render.port import Renderer


def renderer(form: Form, stream: TextIO, *, look: Look) -> "Renderer":
    """Return what prints answers in this form on the stream."""
    match form:
        case Form.TERMINAL:
            from newscli.render.terminal.renderer import TerminalRenderer

            return TerminalRenderer(stream, look)
        case Form.JSON | Form.JSONL:
            from newscli.render.json import JsonRenderer

            return JsonRenderer(stream, look, lines=form is Form.JSONL)
        case Form.PLAIN:
            from newscli.render.plain import PlainRenderer

            return PlainRenderer(stream, look)
        case Form.IDS | Form.PATHS | Form.COUNT:
            from newscli.render import references

            kinds = {
                Form.IDS: references.IdRenderer,
                Form.PATHS: references.PathRenderer,
                Form.COUNT: references.CountRenderer,
            }
            return kinds[form](stream, look)


def reporting(stream: TextIO, *, look: Look, is_terminal: bool) -> AbstractContextManager[Progress]:
    """Return what tells the progress of a long task: a bar that vanishes at the end, or nothing."""
    if not is_terminal:
        return nullcontext(Silent())
    if not look.styled:
        return nullcontext(Announced(stream))
    from newscli.render.terminal.progress import bar

    return bar(stream, look)

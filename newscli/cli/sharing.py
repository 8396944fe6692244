"""Options that many verbs share: said once, and given to a verb as what they mean.

    @app.command()
    @selecting(20)
    @printing(Form.JSON, Form.PLAIN)
    def list_verb(selection: "Selection", desk: "Desk") -> int: ...

is for Typer a command with `--since`, `--until` ... `--json`, `--plain`, `--index` and
`--color`. Typer reads the options of a command from its signature, so each decorator
puts its own in the place of one parameter.
"""

import inspect
from collections.abc import Callable, Sequence
from functools import partial, wraps
from typing import Any

import typer

from newscli.cli import options
from newscli.render.form import Form

Verb = Callable[..., int]

_FLAGS: dict[Form, Any] = {
    Form.JSON: options.Json,
    Form.JSONL: options.Jsonl,
    Form.PLAIN: options.Plain,
    Form.COUNT: options.Count,
    Form.IDS: options.Ids,
    Form.PATHS: options.Paths,
}
ARTICLES = tuple(_FLAGS)
"""The forms of an answer that is a list of articles."""


def selecting(usual: int | None) -> Callable[[Verb], Verb]:
    """Give the verb a `selection`: which articles, how many of them, and in which order.

    So many if nothing else is asked for; None is all of them.
    """
    return _selecting([*_PERIOD, *_page(usual), _option("sort", options.SortBy, None)], usual)


def paging(usual: int | None) -> Callable[[Verb], Verb]:
    """Give the verb a `selection`: which articles, and how many of what it tells."""
    return _selecting([*_PERIOD, *_page(usual)], usual)


def choosing(verb: Verb) -> Verb:
    """Give the verb a `selection`: which articles, all of them."""
    return _selecting(_PERIOD, None)(verb)


def printing(*forms: Form, nul: bool = False, page: bool = False) -> Callable[[Verb], Verb]:
    """Give the verb a `desk` that prints in the form asked for.

    With `nul` there is `-0` too; with `page`, what a page looks like.
    """
    parameters = [_CONTEXT, *(_PAGES if page else ())]
    parameters += [_option(form.value, _FLAGS[form], False) for form in forms]
    if nul:
        kind = options.Nul if Form.PATHS in forms else options.NulRecords
        parameters.append(_option("nul", kind, False))
    parameters += [_option("index", options.Index, None), _option("color", options.Color, None)]

    def desk(context: typer.Context, index: Any, color: Any, **given: Any) -> Any:
        # A door: the streams are looked at when a verb runs.
        from newscli.cli.streams import desk

        before = context.obj  # what stood ahead of the verb; what stands after it goes first
        return desk(
            index=index or before[0],
            color=color or before[1],
            forms=[(given.pop(form.value), form) for form in forms],
            **given,
        )

    def decorated(verb: Verb) -> Verb:
        return _replacing("desk", desk, parameters, verb)

    return decorated


def _option(name: str, kind: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default)


_CONTEXT = inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
_PAGES = [_option("paged", options.Paged, None), _option("measure", options.Measure, None)]
_PERIOD = [
    _option("since", options.Since, None),
    _option("until", options.Until, None),
    _option("on", options.On, None),
    _option("folder", options.In, None),
]


def _page(usual: int | None) -> list[inspect.Parameter]:
    return [
        _option("limit", options.limit(usual), None),
        _option("offset", options.Offset, 0),
        _option("everything", options.All, False),
    ]


def _selecting(
    parameters: Sequence[inspect.Parameter], usual: int | None
) -> Callable[[Verb], Verb]:
    def selection(**given: Any) -> Any:
        from newscli.commands.selection import Selection

        return Selection(**given, usual=usual)

    return partial(_replacing, "selection", selection, parameters)


def _replacing(
    name: str, make: Callable[..., Any], parameters: Sequence[inspect.Parameter], verb: Verb
) -> Verb:
    """Put parameters in the place of the one so named, which is made of their values."""
    own = inspect.signature(verb).parameters
    kept = [
        each.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for each in own.values()
        if each.name != name
    ]

    @wraps(verb)
    def run(**given: Any) -> int:
        shared = {each.name: given.pop(each.name) for each in parameters}
        return verb(**given, **{name: make(**shared)})

    signature = inspect.Signature([*kept, *parameters])
    run.__signature__ = signature  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in [*kept, *parameters]}
    return run

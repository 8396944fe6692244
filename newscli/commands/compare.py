"""`newscli compare`: what two queries share, what each has alone, and which words differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from newscli.commands.desk import Desk
from newscli.commands.explaining import say_nothing_matches
from newscli.commands.querying import Asked, ask, fitted
from newscli.commands.selection import Selection
from newscli.core.answers import Question
from newscli.core.choices import Sort
from newscli.core.query import And, Node, Not
from newscli.core.results import PageRequest
from newscli.engines.port import Engine
from newscli.errors import Exit
from newscli.render.form import NAMING, Form
from newscli.render.views import compare as view
from newscli.research.comparison import CompareAnswer, Side, numbered, telling
from newscli.research.keyness import LEAST, Key

WORDS = 10
"""Words of each side."""


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """What was typed after `compare`."""

    a: str
    b: str
    selection: Selection
    words: int = WORDS
    least: int = LEAST


def compare(desk: Desk, request: CompareRequest) -> Exit:
    """Compare, print, and remember the articles that were shown."""
    asked = [ask(desk, (each,), request.selection) for each in (request.a, request.b)]
    page = request.selection.page(Sort.RELEVANCE)
    with desk.engine() as engine:
        a, b = (fitted(desk, engine, each) for each in asked)
        trees = (And((a.tree, b.tree)), And((a.tree, Not(b.tree))), And((b.tree, Not(a.tree))))
        both, only_a, only_b = _sides(desk, engine, trees, page)
        more: tuple[tuple[Key, ...], tuple[Key, ...]] = ((), ())
        if desk.form not in NAMING:
            sets = (trees[1] if only_a.total else a.tree, trees[2] if only_b.total else b.tree)
            more = _telling(engine, *sets, request)
        asked_of = Question("", a.question.since, a.question.until, a.question.folder)
        answer = CompareAnswer(asked_of, a.raw, b.raw, both, only_a, only_b, *more)
        desk.printer.report(answer, view)
        shown = [each for side in (both, only_a, only_b) for each in side.found]
        if desk.form is not Form.COUNT:
            desk.remember(shown, 0)
        _say_missing(desk, engine, (a, b))
    return Exit.DONE if both.total + only_a.total + only_b.total else Exit.NOTHING_FOUND


def _sides(
    desk: Desk, engine: Engine, trees: Sequence[Node], page: PageRequest
) -> tuple[Side, Side, Side]:
    """Find the articles of each kind; their ranks run through all of them."""
    limit = 0 if desk.form is Form.COUNT else page.limit
    pages = [engine.search(tree, PageRequest(limit, page.offset, page.sort)) for tree in trees]
    both, only_a, only_b = numbered(pages, desk.settings.place)
    return both, only_a, only_b


def _telling(
    engine: Engine, a: Node, b: Node, request: CompareRequest
) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    counted = (engine.frequencies(a), engine.frequencies(b))
    return telling(*counted, least=request.least, most=request.words)


def _say_missing(desk: Desk, engine: Engine, asked: Sequence[Asked]) -> None:
    for each in asked:
        if not engine.count(each.tree):
            say_nothing_matches(desk, engine, each)

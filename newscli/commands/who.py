"""`newscli who`: the people, organisations and places that articles name."""

from dataclasses import dataclass
from functools import partial

from newscli.commands.desk import Desk
from newscli.commands.explaining import say_nothing_matches, suggest
from newscli.commands.gleaning import found_in
from newscli.commands.querying import Asked, ask, fitted, holding, spelling
from newscli.commands.selection import Selection
from newscli.core.choices import Sort
from newscli.core.language.terms import holds_word
from newscli.core.query import both
from newscli.engines.port import Engine
from newscli.errors import Exit, UsageError
from newscli.render.form import Form
from newscli.render.views import who as view
from newscli.research.names import NameKind
from newscli.research.who import WhoAnswer, ranked, tallied


@dataclass(frozen=True, slots=True)
class WhoRequest:
    """What was typed after `who`."""

    words: tuple[str, ...]
    selection: Selection
    beside: str | None = None
    places: bool = False


def who(desk: Desk, request: WhoRequest) -> Exit:
    """Count the names in the chosen articles, and print those that most of them have."""
    if request.beside is not None and not holds_word(request.beside):
        raise UsageError("`--with` names nobody", "name somebody: `--with Pompeo`")
    asked = ask(desk, request.words, request.selection)
    page = request.selection.page(Sort.RELEVANCE)
    with desk.engine() as engine:
        asked = fitted(desk, engine, asked)
        tree = both(asked.tree, holding(request.beside))
        ids = [match.id for match in engine.matching(tree)]
        parts = found_in(
            desk, engine, ids, partial(tallied, beside=request.beside), "reading names"
        )
        found = ranked(parts, NameKind.PLACE if request.places else None, page.part)
        answer = WhoAnswer(
            question=asked.question,
            beside=request.beside,
            places=request.places,
            articles=found.articles,
            total=found.total,
            offset=page.offset,
            names=found.names,
        )
        desk.printer.report(answer, view)
        if not found.names and desk.form is not Form.COUNT:
            _say_nobody(desk, engine, asked, answer)
    return desk.ended(answer.total, len(found.names))


def _say_nobody(desk: Desk, engine: Engine, asked: Asked, answer: WhoAnswer) -> None:
    if not engine.count(asked.tree):
        say_nothing_matches(desk, engine, asked)
    elif answer.total:
        desk.note(f"there are only {answer.total:,} names")
    elif answer.beside and not answer.articles:
        desk.note(f"no article names `{answer.beside}`")
        suggest(desk, engine, spelling(answer.beside))
    else:
        desk.note("nothing is named")

"""`newscli search`: ranked articles with the passages that answer the query."""

from dataclasses import dataclass, replace
from itertools import combinations

from newscli.commands.desk import Desk
from newscli.commands.selection import Chosen, Selection, choose, unknown_folder
from newscli.core import language
from newscli.core.answers import Found, SearchAnswer
from newscli.core.passages import passages
from newscli.core.query import (
    And,
    InPart,
    Leaf,
    Node,
    Or,
    Query,
    View,
    Word,
    both,
    leaf_words,
    leaves,
    without_capitals,
)
from newscli.core.reading import Words, highlights, merged
from newscli.core.results import Hit, Page, Sort, Suggestion
from newscli.core.spelling import nearest
from newscli.engines.port import Engine
from newscli.errors import Exit
from newscli.render.form import Form
from newscli.render.messages import hint, nothing_found
from newscli.stemming import stem

LIMIT = 10
MOST_WORDS_TO_COMBINE = 8
"""So many words can be left out one by one to see what most of them would find."""

_WITHOUT_PASSAGES = {Form.IDS, Form.PATHS, Form.COUNT}


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What was typed after `search`."""

    words: tuple[str, ...]
    selection: Selection
    any_word: bool = False
    passages: int = 3


def search(desk: Desk, request: SearchRequest) -> Exit:
    """Search, print what was found, and remember the list."""
    raw = " ".join(request.words)
    query = language.parse(raw, today=desk.settings.today, any_word=request.any_word)
    chosen = choose(request.selection, desk.settings)
    page_request = request.selection.page(LIMIT, Sort.RELEVANCE)
    if desk.form is Form.COUNT:
        page_request = replace(page_request, limit=0)
    with desk.engine() as engine:
        query = _with_capitals_that_occur(query, engine)
        for message in query.notes:
            desk.note(message)
        page = engine.search(both(query.tree, chosen.tree), page_request)
        answer = SearchAnswer(
            raw=raw,
            any_word=request.any_word,
            since=str(chosen.since) if chosen.since else None,
            until=str(chosen.until) if chosen.until else None,
            sort=page_request.sort,
            total=page.total,
            offset=page_request.offset,
            limit=page_request.limit,
            found=_found(desk, engine, query.tree, page, request.passages),
            suggestion=None if page.total else _suggestion(query.tree, engine),
        )
        desk.printer.search(answer)
        if desk.form is not Form.COUNT:
            desk.remember(answer.found, answer.offset, raw, request.any_word)
        if not answer.found and desk.form is not Form.COUNT:
            nothing_found(answer, desk.err, desk.err_look)
        if not page.total:
            _explain(desk, engine, query.tree, chosen)
    something = page.total if desk.form is Form.COUNT else answer.found
    return Exit.DONE if something else Exit.NOTHING_FOUND


def _with_capitals_that_occur(query: Query, engine: Engine) -> Query:
    """Search in any case for those capital forms that no article has."""
    capitals = {
        word.form
        for leaf in leaves(query.tree)
        for word in leaf_words(leaf.leaf if isinstance(leaf, InPart) else leaf)
        if word.view is View.CAPITAL
    }
    absent = frozenset(form for form in capitals if not engine.count(Word(form, View.CAPITAL)))
    notes = tuple(f"no article has `{form}` in capitals: any case" for form in sorted(absent))
    return Query(without_capitals(query.tree, absent), query.raw, query.notes + notes)


def _found(desk: Desk, engine: Engine, tree: Node, page: Page, most: int) -> tuple[Found, ...]:
    show = _bare if desk.form in _WITHOUT_PASSAGES else _with_passages
    return tuple(
        show(desk, engine, tree, rank, hit, most)
        for rank, hit in enumerate(page.hits, page.offset + 1)
    )


def _bare(desk: Desk, _engine: Engine, _tree: Node, rank: int, hit: Hit, _most: int) -> Found:
    return Found(rank, hit.summary, desk.settings.place(hit.summary.path), hit.score)


def _with_passages(desk: Desk, engine: Engine, tree: Node, rank: int, hit: Hit, most: int) -> Found:
    content = engine.fetch(hit.summary.id).content
    lit = highlights(tree, Words(content.text, stem, content))
    return replace(
        _bare(desk, engine, tree, rank, hit, most),
        passages=passages(content, lit, most),
        headline_hits=merged(highlights(tree, Words(content.headline, stem))),
    )


def _suggestion(tree: Node, engine: Engine) -> Suggestion | None:
    """Return the nearest spelling that occurs, for the first word that does not."""
    for leaf in leaves(tree):
        for word in leaf_words(leaf.leaf if isinstance(leaf, InPart) else leaf):
            if not engine.count(word):
                return nearest(word.form.lower(), engine.vocabulary())
    return None


def _explain(desk: Desk, engine: Engine, tree: Node, chosen: Chosen) -> None:
    """Say why nothing was found, as far as the index can tell."""
    if message := unknown_folder(chosen, engine):
        desk.note(message)
        return
    if chosen.tree != both() and (unlimited := engine.count(tree)):
        articles = "1 article matches" if unlimited == 1 else f"{unlimited:,} articles match"
        desk.note(f"{articles} without the limits of date and folder")
        return
    wanted = _wanted_together(tree)
    if len(wanted) < 2 or not all(map(engine.count, wanted)):
        return
    for size in range(len(wanted) - 1, 0, -1):
        most = Or(tuple(And(some) for some in combinations(wanted, size)))
        if articles_with_most := engine.count(most):
            articles = (
                "1 article has"
                if articles_with_most == 1
                else (f"{articles_with_most:,} articles have")
            )
            hint(
                f"{articles} {size} of the {len(wanted)} words: `--any` ranks those",
                desk.err,
                desk.err_look,
            )
            return


def _wanted_together(tree: Node) -> tuple[Leaf | InPart, ...]:
    """Return the leaves of a query that asks for all of several."""
    if not isinstance(tree, And):
        return ()
    wanted = tuple(leaves(tree))
    return wanted if len(wanted) <= MOST_WORDS_TO_COMBINE else ()

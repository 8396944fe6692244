"""`newscli search`: ranked articles with the passages that answer the query."""

from dataclasses import dataclass, replace

from newscli.commands.desk import Desk
from newscli.commands.querying import ask, explain, fitted, suggestion
from newscli.commands.selection import Selection
from newscli.core.answers import Found, SearchAnswer
from newscli.core.passages import passages
from newscli.core.query import (
    Node,
)
from newscli.core.reading import Words, highlights, merged
from newscli.core.results import Hit, Page, Sort
from newscli.engines.port import Engine
from newscli.errors import Exit
from newscli.render.form import Form
from newscli.render.messages import nothing_found
from newscli.stemming import stem

LIMIT = 10
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
    asked = ask(desk, request.words, request.selection, any_word=request.any_word)
    page_request = request.selection.page(LIMIT, Sort.RELEVANCE)
    if desk.form is Form.COUNT:
        page_request = replace(page_request, limit=0)
    with desk.engine() as engine:
        asked = fitted(desk, engine, asked)
        page = engine.search(asked.tree, page_request)
        answer = SearchAnswer(
            raw=asked.raw,
            any_word=request.any_word,
            since=asked.question.since,
            until=asked.question.until,
            sort=page_request.sort,
            total=page.total,
            offset=page_request.offset,
            limit=page_request.limit,
            found=_found(desk, engine, asked.words, page, request.passages),
            suggestion=None if page.total else suggestion(asked.words, engine),
        )
        desk.printer.search(answer)
        if desk.form is not Form.COUNT:
            desk.remember(answer.found, answer.offset, asked.raw, request.any_word)
        if not answer.found and desk.form is not Form.COUNT:
            nothing_found(answer, desk.err, desk.err_look)
        if not page.total:
            explain(desk, engine, asked)
    something = page.total if desk.form is Form.COUNT else answer.found
    return Exit.DONE if something else Exit.NOTHING_FOUND


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

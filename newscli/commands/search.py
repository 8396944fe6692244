"""`newscli search`: ranked articles with the passages that answer the query."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newscli.commands.desk import Desk
from newscli.commands.explaining import explain, suggestion
from newscli.commands.querying import Asked, ask, fitted
from newscli.commands.selection import Selection
from newscli.commands.together import Together, refuse_without_words, together
from newscli.core.answers import Facet, Found, SearchAnswer
from newscli.core.article import ArticleId
from newscli.core.choices import Sort, Unit
from newscli.core.passages import passages
from newscli.core.query import Node
from newscli.core.reading import Words, highlights, merged
from newscli.core.results import FoldedPage, Page, PageRequest, Passage
from newscli.engines.port import Engine
from newscli.errors import Exit, UsageError
from newscli.render.counts import counted
from newscli.render.form import NAMING, Form
from newscli.render.messages import nothing_found
from newscli.stemming import stem

_WITH_FACETS = {Form.TERMINAL, Form.JSON}


FoldPage = Callable[[Desk, Engine, Node, PageRequest], FoldedPage]
CountFacets = Callable[[Desk, Engine, Node, Sequence[ArticleId] | None], tuple[Facet, ...]]


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What was typed after `search`."""

    words: tuple[str, ...]
    selection: Selection
    any_word: bool = False
    passages: int = 3
    same: Unit | None = None
    facets: CountFacets | None = None
    """What counts them; its module is loaded only when they are asked for."""
    fold: FoldPage | None = None
    """What folds near-identical articles, likewise."""


def search(desk: Desk, request: SearchRequest) -> Exit:
    """Search, print what was found, and remember the list."""
    if not request.words:
        raise UsageError("missing argument `WORDS...`", "see `newscli search --help`")
    asked = ask(desk, request.words, request.selection, any_word=request.any_word)
    page_request = request.selection.page(Sort.RELEVANCE)
    if desk.form is Form.COUNT:
        page_request = replace(page_request, limit=0)
    if request.same and request.fold:
        raise UsageError("`--fold` goes without `--same`", "leave one of them out")
    if request.same:
        refuse_without_words(asked, request.same)
    with desk.engine() as engine:
        asked = fitted(desk, engine, asked)
        answer, candidates = _answer(desk, engine, request, asked, page_request)
        desk.printer.search(answer)
        if desk.form is not Form.COUNT:
            desk.remember(answer.found, answer.offset, asked.raw, request.any_word)
        if not answer.found and desk.form is not Form.COUNT:
            nothing_found(answer, desk.err, desk.err_look)
        if not answer.total and candidates:
            articles = counted(candidates, "article has", "articles have")
            desk.note(f"{articles} the words, but in no {request.same} together")
        elif not answer.total:
            explain(desk, engine, asked, has_any=True)
    return desk.ended(answer.total, len(answer.found))


def _answer(
    desk: Desk, engine: Engine, request: SearchRequest, asked: Asked, page_request: PageRequest
) -> tuple[SearchAnswer, int]:
    """Return the answer, and how many articles had the words but not together."""
    held: Together | None = None
    if request.same:
        held = together(desk, engine, asked, request.same, page_request, request.passages)
    fold = request.fold(desk, engine, asked.tree, page_request) if request.fold else None
    page = held.page if held else fold.page if fold else engine.search(asked.tree, page_request)
    evidence = held.passages if held else {}
    answer = SearchAnswer(
        raw=asked.raw,
        any_word=request.any_word,
        since=asked.question.since,
        until=asked.question.until,
        sort=page_request.sort,
        total=page.total,
        offset=page_request.offset,
        limit=page_request.limit,
        found=tuple(
            replace(each, duplicates=fold.duplicates[each.summary.id]) if fold else each
            for each in _found(desk, engine, asked.words, page, request.passages, evidence)
        ),
        suggestion=None if page.total else suggestion(asked.words, engine),
        same=request.same,
        folder=asked.question.folder,
        facets=_facets(desk, engine, request, asked, held),
        folded=fold.folded if fold else 0,
    )
    return answer, held.candidates if held else 0


def _facets(
    desk: Desk, engine: Engine, request: SearchRequest, asked: Asked, held: Together | None
) -> tuple[Facet, ...]:
    if not request.facets:
        return ()
    if desk.form not in _WITH_FACETS:
        desk.note("facets are told on a terminal and by `--json` alone")
        return ()
    return request.facets(desk, engine, asked.tree, held.ids if held else None)


def _found(
    desk: Desk,
    engine: Engine,
    tree: Node,
    page: Page,
    most: int,
    evidence: Mapping[ArticleId, tuple[Passage, ...]],
) -> Iterator[Found]:
    """Go through the articles of a page with their best passages, or with the evidence for each."""
    for rank, hit in enumerate(page.hits, page.offset + 1):
        found = Found(rank, hit.summary, desk.settings.place(hit.summary.path), hit.score)
        if desk.form in NAMING:
            yield found
            continue
        chosen = evidence.get(hit.summary.id)
        if chosen is None:
            content = engine.fetch(hit.summary.id).content
            chosen = passages(content, highlights(tree, Words(content.text, stem, content)), most)
        lit = merged(highlights(tree, Words(hit.summary.headline, stem)))
        yield replace(found, passages=chosen, headline_hits=lit)

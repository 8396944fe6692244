"""`newscli list`: articles by date."""

from newscli.commands.desk import Desk
from newscli.commands.selection import Selection, choose, unknown_folder
from newscli.core.answers import Found, ListAnswer
from newscli.core.results import Sort
from newscli.errors import Exit, UsageError
from newscli.render.form import Form
from newscli.render.messages import nothing_found

LIMIT = 20


def list_articles(desk: Desk, selection: Selection) -> Exit:
    """Print the chosen articles and remember the list."""
    chosen = choose(selection, desk.settings)
    request = selection.page(LIMIT, Sort.NEWEST)
    if request.sort is Sort.RELEVANCE:
        raise UsageError(
            "a list has no words to be relevant to", "sort it by `--sort newest` or `oldest`"
        )
    with desk.engine() as engine:
        page = engine.search(chosen.tree, request)
        missing = None if page.total else unknown_folder(chosen, engine)
    answer = ListAnswer(
        since=str(chosen.since) if chosen.since else None,
        until=str(chosen.until) if chosen.until else None,
        sort=request.sort,
        total=page.total,
        offset=request.offset,
        limit=request.limit,
        found=tuple(
            Found(rank, hit.summary, desk.settings.place(hit.summary.path))
            for rank, hit in enumerate(page.hits, page.offset + 1)
        ),
    )
    desk.printer.listing(answer)
    if desk.form is not Form.COUNT:
        desk.remember(answer.found, answer.offset)
        if not answer.found:
            nothing_found(answer, desk.err, desk.err_look)
        if missing:
            desk.note(missing)
    something = page.total if desk.form is Form.COUNT else answer.found
    return Exit.DONE if something else Exit.NOTHING_FOUND

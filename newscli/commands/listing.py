"""`newscli list`: articles by date."""

from newscli.commands.desk import Desk
from newscli.commands.explaining import explain
from newscli.commands.querying import ask
from newscli.commands.selection import Selection
from newscli.core.answers import Found, ListAnswer
from newscli.core.choices import Sort
from newscli.errors import Exit, UsageError
from newscli.render.form import Form
from newscli.render.messages import nothing_found


def list_articles(desk: Desk, selection: Selection) -> Exit:
    """Print the chosen articles and remember the list."""
    asked = ask(desk, (), selection)
    request = selection.page(Sort.NEWEST)
    if request.sort is Sort.RELEVANCE:
        raise UsageError(
            "a list has no words to be relevant to", "sort it by `--sort newest` or `oldest`"
        )
    with desk.engine() as engine:
        page = engine.search(asked.tree, request)
        answer = ListAnswer(
            since=asked.question.since,
            until=asked.question.until,
            sort=request.sort,
            total=page.total,
            offset=request.offset,
            limit=request.limit,
            found=tuple(
                Found(rank, hit.summary, desk.settings.place(hit.summary.path))
                for rank, hit in enumerate(page.hits, page.offset + 1)
            ),
            folder=asked.question.folder,
        )
        desk.printer.listing(answer)
        if desk.form is not Form.COUNT:
            desk.remember(answer.found, answer.offset)
            if not answer.found:
                nothing_found(answer, desk.err, desk.err_look)
            if not answer.total:
                explain(desk, engine, asked, has_any=False)
    return desk.ended(page.total, len(answer.found))

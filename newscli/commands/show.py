"""`newscli show`: articles to be read, with the hits of the last search lit."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from newscli.commands.desk import Desk
from newscli.commands.querying import ask, fitted, in_any_case
from newscli.commands.references import resolve
from newscli.commands.selection import Selection
from newscli.core.answers import About, ShowAnswer
from newscli.core.article import Article
from newscli.core.query import Node
from newscli.core.reading import Words, highlights, merged
from newscli.corpus.files import digest
from newscli.engines.port import Engine
from newscli.errors import BadDate, BadQuery, Exit
from newscli.memory import recall
from newscli.render.form import NAMING
from newscli.stemming import stem


@dataclass(frozen=True, slots=True)
class ShowRequest:
    """What was typed after `show`."""

    references: tuple[str, ...]
    hits: str | None = None
    tell: Callable[[Article], About] | None = None
    """Tells who is named and quoted, if that is wanted."""


def show(desk: Desk, request: ShowRequest) -> Exit:
    """Print the articles whole, or only which they are."""
    with desk.engine() as engine:
        articles = [engine.fetch(id) for id in resolve(desk, engine, request.references)]
        is_read = desk.form not in NAMING
        tree = _lit_by(desk, engine, request) if is_read else None
    if is_read:
        for article in articles:
            _compare_with_file(desk, article)
    answers = [_answer(desk, article, tree, request) for article in articles]
    if is_read and request.hits is not None and not any(map(_is_lit, answers)):
        desk.note(f"nothing here matches `{request.hits}`")
    if (tell := request.tell) and is_read:
        answers = [replace(answer, about=tell(answer.article)) for answer in answers]
    desk.printer.show(answers)
    return Exit.DONE


def _is_lit(answer: ShowAnswer) -> bool:
    return bool(answer.hits or answer.headline_hits)


def _answer(desk: Desk, article: Article, tree: Node | None, request: ShowRequest) -> ShowAnswer:
    place = desk.settings.place(article.path)
    if tree is None:
        return ShowAnswer(article, place)
    content = article.content
    return ShowAnswer(
        article,
        place,
        hits=merged(highlights(tree, Words(content.text, stem, content))),
        headline_hits=merged(highlights(tree, Words(content.headline, stem))),
        lit_on_request=request.hits is not None,
    )


def _lit_by(desk: Desk, engine: Engine, request: ShowRequest) -> Node | None:
    """Return the query whose hits are lit: the one given, else that of the last list."""
    if request.hits is not None:
        return fitted(desk, engine, ask(desk, (request.hits,), Selection())).words
    last = recall(desk.settings.state, desk.settings.index)
    if last is None or not last.query:
        return None
    try:
        asked = ask(desk, (last.query,), Selection(), any_word=last.any_word)
    except (BadQuery, BadDate):  # remembered by another version of the language
        return None
    return in_any_case(asked.words, engine)  # what there is to note, the search has noted


def _compare_with_file(desk: Desk, article: Article) -> None:
    """Say when the file is not what was indexed any more."""
    place = desk.settings.place(article.path)
    try:
        found = digest(article.path)
    except FileNotFoundError:
        desk.note(f"`{place}` is gone; this is the text that the index has kept")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        desk.note(f"`{place}` cannot be read ({reason}); this is the text that the index has kept")
    else:
        if found != article.digest:
            desk.note(f"`{place}` has changed since it was indexed; `newscli index` reads it again")

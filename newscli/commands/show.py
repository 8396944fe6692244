"""`newscli show`: articles to be read, with the hits of the last search lit."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from newscli.commands.desk import Desk
from newscli.commands.references import resolve
from newscli.core import language
from newscli.core.answers import About, ShowAnswer
from newscli.core.article import Article
from newscli.core.query import Node
from newscli.core.reading import Words, highlights, merged
from newscli.corpus.files import digest
from newscli.errors import BadDate, BadQuery, Exit
from newscli.memory import recall
from newscli.render.untrusted import file_name
from newscli.stemming import stem


@dataclass(frozen=True, slots=True)
class ShowRequest:
    """What was typed after `show`."""

    references: tuple[str, ...]
    hits: str | None = None
    path: bool = False
    tell: Callable[[Article], About] | None = None
    """Tells who is named and quoted, if that is wanted."""


def show(desk: Desk, request: ShowRequest) -> Exit:
    """Print the articles whole, or only where they are."""
    with desk.engine() as engine:
        articles = [engine.fetch(id) for id in resolve(desk, engine, request.references)]
    if request.path:
        for article in articles:
            desk.out.write(file_name(desk.settings.place(article.path)) + "\n")
    else:
        for article in articles:
            _compare_with_file(desk, article)
        tree = _lit_by(desk, request)
        answers = [_answer(desk, article, tree) for article in articles]
        if tell := request.tell:
            answers = [replace(answer, about=tell(answer.article)) for answer in answers]
        desk.printer.show(answers)
    return Exit.DONE


def _answer(desk: Desk, article: Article, tree: Node | None) -> ShowAnswer:
    place = desk.settings.place(article.path)
    if tree is None:
        return ShowAnswer(article, place)
    content = article.content
    return ShowAnswer(
        article,
        place,
        hits=merged(highlights(tree, Words(content.text, stem, content))),
        headline_hits=merged(highlights(tree, Words(content.headline, stem))),
    )


def _lit_by(desk: Desk, request: ShowRequest) -> Node | None:
    """Return the query whose hits are lit: the one given, else that of the last list."""
    today = desk.settings.today
    if request.hits is not None:
        return language.parse(request.hits, today=today).tree
    last = recall(desk.settings.state, desk.settings.index)
    if last is None or not last.query:
        return None
    try:
        return language.parse(last.query, today=today, any_word=last.any_word).tree
    except (BadQuery, BadDate):  # remembered by another version of the language
        return None


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

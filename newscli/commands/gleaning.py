"""Long reading shared among processes, each of which opens the index for itself.

Articles are dealt out in pieces, in the order given, which should be that in which they are
stored. What is found in a piece comes back through a pipe; the pieces come in any order.
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from newscli.commands.desk import Desk
from newscli.commands.uncollected import uncollected
from newscli.core.article import Article, ArticleId
from newscli.engines import open_engine
from newscli.engines.port import Advance, Engine
from newscli.errors import StorageError
from newscli.stemming import stem

if TYPE_CHECKING:
    from newscli.crew import Crew, Work

WORTH_A_PROCESS = 500
"""Fewer articles are read before another process has started."""

_PIECES = 8
"""For each process: so that they end at about the same time."""

_MOST = 2000
"""Articles of a piece: what is found in them is held at once, and told of when they are read."""

_TELL_EVERY = 50

Found = TypeVar("Found")

Look = Callable[[Iterable[Article]], Found]
"""A function of a module, or a `partial` of one: it goes through a pipe, as what it finds does."""


def found_in(
    desk: Desk, engine: Engine, ids: Sequence[ArticleId], look: Look[Found], doing: str
) -> Iterator[Found]:
    """Go through what is found in the articles, piece by piece, and show how far that has come.

    `engine` is the desk's index, open. Articles that it has no more are passed over.
    """
    jobs = min(cores(), len(ids) // WORTH_A_PROCESS)
    pieces = list(_pieces(ids, max(jobs, 1)))
    with uncollected(), desk.progress(len(ids)) as progress:
        progress.stage(doing, len(ids))
        if jobs > 1 and (crew := _crew(desk.settings.index, look, jobs)):
            yield from _shared(crew, pieces, progress.advance)
        else:
            for piece in pieces:
                yield _looked(engine, look, piece, progress.advance)


def cores() -> int:
    """Return how many processes can work at once."""
    return os.cpu_count() or 1


def _pieces(ids: Sequence[ArticleId], jobs: int) -> Iterator[Sequence[ArticleId]]:
    size = min(_MOST, max(1, -(-len(ids) // (jobs * _PIECES))))
    return (ids[at : at + size] for at in range(0, len(ids), size))


def _crew(location: str, look: Look[Found], jobs: int) -> "Crew[Sequence[ArticleId], Found] | None":
    """Start processes, or none where no more can be: one is enough to read."""
    from newscli.crew import Crew

    try:
        return Crew(partial(_begin, location, look), jobs)
    except OSError:
        return None


def _shared(
    crew: "Crew[Sequence[ArticleId], Found]",
    pieces: Sequence[Sequence[ArticleId]],
    advance: Advance,
) -> Iterator[Found]:
    from newscli.crew import WorkerEnded

    try:
        yield from crew.run(pieces, advance)
    except WorkerEnded as error:
        raise StorageError(
            "a process that reads articles was ended from outside",
            "with less memory to spare, ask for fewer articles: `--since`, `--in`",
        ) from error
    finally:
        crew.end()


def _begin(location: str, look: Look[Found]) -> "Work[Sequence[ArticleId], Found]":
    """Be a process that reads; what is wrong with the index is told of by the first piece."""
    gc.disable()  # as `uncollected`
    engine: list[Engine] = []

    def work(piece: Sequence[ArticleId], tell: Advance) -> Found:
        if not engine:
            engine.append(open_engine(location, stem))
        return _looked(engine[0], look, piece, tell)

    return work


def _looked(engine: Engine, look: Look[Found], ids: Sequence[ArticleId], advance: Advance) -> Found:
    return look(_told(engine.articles(ids), advance))


def _told(articles: Iterator[Article], advance: Advance) -> Iterator[Article]:
    """Go through the articles, and tell of every few."""
    while some := list(islice(articles, _TELL_EVERY)):
        yield from some
        advance(len(some))

"""`newscli index`: when the engine is asked to get ready before all is known."""

from collections.abc import Mapping

import pytest

from newscli.commands.indexing import MANY, expecting
from newscli.commands.planning import IndexRequest
from newscli.core.article import ArticleId
from newscli.core.changes import Source, Unread
from newscli.core.results import Skipped
from newscli.corpus.reading import read_or_skip
from newscli.engines.port import Read
from newscli.render.progress import Silent


class Told(Silent):
    def __init__(self) -> None:
        self.found = 0

    def advance(self, steps: int = 1) -> None:
        self.found += steps


class Expecting:
    """An engine that knows some articles and notes what it is prepared for."""

    def __init__(self, known: int) -> None:
        self._known = known
        self.prepared: list[tuple[Read, int]] = []

    def known(self) -> Mapping[ArticleId, Source]:
        return {f"{id:016x}": Source("/n", f"/n/{id}", 1, 1) for id in range(self._known)}

    def unread(self) -> Mapping[str, Unread]:
        return {"/n/empty": Unread(0, 1, Skipped("/n/empty", "empty"))}

    def prepare(self, read: Read, jobs: int) -> None:
        self.prepared.append((read, jobs))


@pytest.mark.parametrize(
    ("known", "found", "prepared"),
    [(0, MANY, False), (0, MANY + 1, True), (3, MANY + 3, False), (3, MANY + 4, True)],
)
def test_the_engine_gets_ready_once_many_files_must_be_new(
    known: int, found: int, prepared: bool
) -> None:
    engine, progress = Expecting(known), Told()
    tell = expecting(IndexRequest(jobs=3), engine, progress)  # type: ignore[arg-type]
    tell(1)
    tell(found - 1)
    assert engine.prepared == ([(read_or_skip, 3)] if prepared else [])
    assert progress.found == found

"""What several processes find in articles is what one finds, and none is left when all is told."""

import errno
import os
import signal
from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import partial
from multiprocessing import active_children
from multiprocessing.context import SpawnProcess
from pathlib import Path
from unittest.mock import patch

import pytest
from desks import a_desk
from fakes import Files, update

from newscli.commands import gleaning
from newscli.commands.desk import Desk
from newscli.commands.gleaning import found_in
from newscli.core.article import Article
from newscli.core.query import Everything, Word
from newscli.engines import open_engine
from newscli.engines.port import Engine
from newscli.errors import DamagedIndex, StorageError
from newscli.research.names import NameKind
from newscli.research.said import quoted
from newscli.research.who import ranked, tallied
from newscli.stemming import stem

SPEAKERS = ("Odo Marsh", "Ada Quill", "Zoe Bell")
TEXTS = {
    f"/news/{at:02}.txt": (
        f" date 2021-03-{at % 28 + 1:02} The bell of Wales\n\n"
        f"“The bell of Quillmere rang {at} times,” said {SPEAKERS[at % 3]} in Wales. "
        f"{SPEAKERS[at % 2].split()[1]} left."
    )
    for at in range(40)
}

pytestmark = pytest.mark.filterwarnings(
    # A worker that is torn off leaves its pipe to the collector.
    "ignore::pytest.PytestUnraisableExceptionWarning",
)


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> str:
    location = str(tmp_path_factory.mktemp("shared") / "index")
    engine = open_engine(location, stem, fresh=True)
    update(engine, Files(TEXTS))
    engine.close()
    return location


@pytest.fixture
def engine(location: str) -> Iterable[Engine]:
    engine = open_engine(location, stem)
    yield engine
    engine.close()
    assert active_children() == []


@pytest.fixture
def desk(location: str) -> Desk:
    return a_desk(location)


def by(processes: int) -> AbstractContextManager[object]:
    return patch.multiple(gleaning, WORTH_A_PROCESS=40 // processes, cores=lambda: processes)


def found(desk: Desk, engine: Engine, look: gleaning.Look[list[str]], processes: int) -> list[str]:
    ids = [match.id for match in engine.matching(Everything())]
    with by(processes):
        return sorted(one for part in found_in(desk, engine, ids, look, "looking") for one in part)


def process_and_id(articles: Iterable[Article]) -> list[str]:
    return [f"{article.id} {os.getpid()}" for article in articles]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_every_article_is_looked_at_once(desk: Desk, engine: Engine, processes: int) -> None:
    pairs = [each.split() for each in found(desk, engine, process_and_id, processes)]
    assert [id for id, _ in pairs] == sorted(engine.resolve(""))
    readers = {reader for _, reader in pairs}
    if processes == 1:
        assert readers == {str(os.getpid())}
    else:
        assert str(os.getpid()) not in readers
        assert 1 <= len(readers) <= processes


def test_names_are_the_same_whoever_counts_them(desk: Desk, engine: Engine) -> None:
    ids = [match.id for match in engine.matching(Everything())]
    for beside in (None, "Quill"):
        look = partial(tallied, beside=beside)
        for kind in (None, NameKind.PERSON):
            whole = ranked([look(engine.articles(ids))], kind)
            assert whole.articles == (40 if beside is None else 13)
            for processes in (1, 3):
                with by(processes):
                    assert ranked(found_in(desk, engine, ids, look, "counting"), kind) == whole


def test_quotations_are_the_same_whoever_reads_them(desk: Desk, engine: Engine) -> None:
    ids = [match.id for match in engine.matching(Everything())]
    for speaker, words in ((None, None), ("Quill", Word("bells"))):
        look = partial(quoted, by=speaker, words=words, stem=stem)
        whole = look(engine.articles(ids))
        assert len(whole) == (40 if speaker is None else 13)
        with by(2):
            parts = list(found_in(desk, engine, ids, look, "reading"))
        assert len(parts) > 2
        together = [each for part in parts for each in part]
        together.sort(key=lambda each: ids.index(each.quotation.mention.id))
        assert together == whole


def test_a_few_articles_are_read_here(desk: Desk, engine: Engine) -> None:
    ids = [match.id for match in engine.matching(Everything())]
    (*parts,) = found_in(desk, engine, ids, process_and_id, "looking")
    assert {each.split()[1] for part in parts for each in part} == {str(os.getpid())}


def test_where_no_process_can_be_started_one_reads_all(desk: Desk, engine: Engine) -> None:
    def refused(_: SpawnProcess) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    with patch.object(SpawnProcess, "start", refused):
        pairs = found(desk, engine, process_and_id, 2)
    assert {each.split()[1] for each in pairs} == {str(os.getpid())}
    assert len(pairs) == 40


def killed(_: Iterable[Article]) -> list[str]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def test_a_process_that_was_killed_is_told_of(desk: Desk, engine: Engine) -> None:
    with pytest.raises(StorageError) as raised:
        found(desk, engine, killed, 2)
    assert raised.value.message == "a process that reads articles was ended from outside"
    assert raised.value.hint == (
        "with less memory to spare, ask for fewer articles: `--since`, `--in`"
    )


def mistaken(_: Iterable[Article]) -> list[str]:
    raise ZeroDivisionError("a mistake of ours")


def test_a_mistake_is_met_here(desk: Desk, engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError, match="a mistake of ours"):
        found(desk, engine, mistaken, 2)


def test_who_goes_on_no_further_ends_the_processes(desk: Desk, engine: Engine) -> None:
    ids = [match.id for match in engine.matching(Everything())]
    with by(2):
        parts = found_in(desk, engine, ids, process_and_id, "looking")
        next(parts)
        assert len(active_children()) == 2
        parts.close()  # type: ignore[attr-defined]
    assert active_children() == []


def test_an_index_that_is_damaged_meanwhile_is_named(
    desk: Desk, engine: Engine, location: str
) -> None:
    (articles,) = Path(location).rglob("*.articles")
    whole = articles.read_bytes()
    articles.write_bytes(whole[:-1])
    try:
        with pytest.raises(DamagedIndex) as raised:
            found(desk, engine, process_and_id, 2)
    finally:
        articles.write_bytes(whole)
    assert str(articles) in raised.value.message
    assert raised.value.hint == "build it anew with `newscli index --rebuild`"

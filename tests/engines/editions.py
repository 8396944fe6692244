"""An archive in editions: of each, all articles are replaced, so that a mixture shows."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from fakes import Files, update
from indexes import whoosh

from newscli.core.query import Everything, Word
from newscli.core.results import PageRequest
from newscli.engines.port import Engine


def edition(number: int, articles: int = 3) -> Files:
    """Return the files of an edition; every text tells which it is."""
    texts = {
        f"/news/{at}.txt": f"Edition{number} of the day\n\nStory {at} of edition{number}."
        for at in range(articles + number % 3)
    }
    return Files(texts, times=dict.fromkeys(texts, number))


def publish(location: Path, number: int, articles: int = 3, *, rebuild: bool = False) -> None:
    """Bring the index up to an edition, in one commit."""
    with whoosh(location, fresh=rebuild) as engine:
        update(engine, edition(number, articles))


def edition_of(engine: Engine, articles: int = 3) -> int:
    """Tell which edition an index holds, having checked that it is all of it and nothing else."""
    page = engine.search(Everything(), PageRequest(limit=None))
    first = engine.fetch(page.hits[0].summary.id).content.headline
    number = int(first.split()[0].removeprefix("Edition"))
    assert page.total == articles + number % 3
    assert engine.count(Word(f"edition{number}")) == page.total
    assert len(engine.known()) == page.total
    assert dict(engine.vocabulary("edition")) == {f"edition{number}": page.total}
    return number


def strays(location: Path) -> list[str]:
    """Return the files of an index that are no part of it."""
    with whoosh(location) as engine:
        snapshot = engine._snapshot  # type: ignore[attr-defined]
        own = {*snapshot.sealed, f"seal-{snapshot.generation}.json", "manifest.json"}
        own |= {"writer.lock", os.path.basename(snapshot.directory)}
    return [path.name for path in (location / "index").rglob("*") if path.name not in own]


def in_child(work: Callable[[], object]) -> int:
    """Start a process that does the work and exits with 0, or with 1 if it fails."""
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        work()
        status = 0
    except BaseException as error:  # noqa: BLE001 -- a child must not go on as a test run
        print(repr(error), file=sys.__stderr__)
    finally:
        os._exit(status)


def exit_status(process: int) -> int:
    """Wait for a process; a signal is told as a negative number."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])

"""Which articles can name somebody: as few as the index can tell, and none too few."""

import pytest
from fakes import Files, MemoryEngine, update

from newscli.commands.querying import holding
from newscli.core.query import Everything
from newscli.stemming import stem

TEXTS = {
    "/news/bare.txt": "The ferry of Zoë Howe left.",
    "/news/owned.txt": "Zoë Howe’s ferry left.",
    "/news/other.txt": "The ferry of Howes left.",
}


@pytest.mark.parametrize("typed", ["Howe", "zoe howe", "Zoë B. Howe"])
def test_an_article_with_the_name_or_its_possessive_can_name_somebody(typed: str) -> None:
    engine = MemoryEngine(stem)
    update(engine, Files(TEXTS))
    ids = sorted(match.id for match in engine.matching(holding(typed)))
    paths = {summary.path for summary in engine.summaries(ids)}
    assert paths == {"/news/bare.txt", "/news/owned.txt"}


def test_every_article_can_name_nobody_in_particular() -> None:
    assert holding(None) == Everything()

"""Articles that hold all of a query in one sentence or paragraph."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newscli.commands.desk import Desk
from newscli.commands.querying import Asked
from newscli.core.article import ArticleId
from newscli.core.choices import Unit
from newscli.core.glancing import Glance
from newscli.core.query import both, leaves
from newscli.core.results import Page, PageRequest, Passage
from newscli.core.units import answering, shown, widened
from newscli.engines.port import Engine
from newscli.errors import UsageError
from newscli.stemming import stem


@dataclass(frozen=True, slots=True)
class Together:
    """A part of the answer, with the evidence for each article of it."""

    page: Page
    passages: Mapping[ArticleId, tuple[Passage, ...]]
    ids: Sequence[ArticleId]
    """All articles that answer, in the order asked for."""
    candidates: int
    """How many articles were read to find them."""


def refuse_without_words(asked: Asked, unit: Unit) -> None:
    """Raise UsageError for a query that no unit could answer better than another."""
    if not any(leaves(asked.words)):
        raise UsageError(
            f"`--same {unit}` goes with words: `{asked.raw}` names none that are wanted",
            "leave it out",
        )


def together(
    desk: Desk, engine: Engine, asked: Asked, unit: Unit, request: PageRequest, most: int
) -> Together:
    """Read every article that has the words, and keep those that have them together."""
    tree = both(widened(asked.words), asked.chosen.tree)
    glance = Glance(stem)
    kept: dict[ArticleId, tuple[Passage, ...]] = {}
    candidates = [match.id for match in engine.matching(tree)]
    with desk.progress(len(candidates)) as progress:
        progress.stage("reading", len(candidates))
        for id in candidates:
            article = engine.fetch(id)
            words, directory = glance.at(article.content), os.path.dirname(article.path)
            if found := answering(asked.words, unit, article.content, words, directory):
                kept[id] = tuple(
                    shown(asked.words, article.content, words, *each) for each in found[:most]
                )
            progress.advance()
    ranked = engine.search(tree, PageRequest(None, 0, request.sort)).hits if kept else ()
    hits = tuple(hit for hit in ranked if hit.summary.id in kept)
    end = None if request.limit is None else request.offset + request.limit
    page = Page(hits[request.offset : end], len(hits), request.offset)
    return Together(page, kept, [hit.summary.id for hit in hits], len(candidates))

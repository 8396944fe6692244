"""Articles that hold all of a query in one sentence or paragraph."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from newscli.commands.desk import Desk
from newscli.commands.querying import Asked
from newscli.core.article import Article, ArticleId, Paragraph, Span
from newscli.core.choices import Unit
from newscli.core.query import both, leaves
from newscli.core.results import Page, PageRequest, Passage
from newscli.core.units import Units, widened
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
    """Read every article that has the words, and keep those that have them together.

    Those of the page are read again for their passages: the others need one unit, no more.
    """
    tree = both(widened(asked.words), asked.chosen.tree)
    units = Units(asked.words, unit, stem)
    kept: set[ArticleId] = set()
    candidates = [match.id for match in engine.matching(tree)]
    with desk.progress(len(candidates)) as progress:
        progress.stage("reading", len(candidates))
        for article in engine.articles(candidates):
            if any(_answering(units, article)):
                kept.add(article.id)
            progress.advance()
    ranked = engine.search(tree, PageRequest(None, 0, request.sort)).hits if kept else ()
    hits = tuple(hit for hit in ranked if hit.summary.id in kept)
    page = Page(hits[request.part], len(hits), request.offset)
    passages = {
        article.id: tuple(
            units.shown(article.content, *each) for each in islice(_answering(units, article), most)
        )
        for article in engine.articles(hit.summary.id for hit in page.hits)
    }
    return Together(page, passages, [hit.summary.id for hit in hits], len(candidates))


def _answering(units: Units, article: Article) -> Iterator[tuple[Paragraph, Span]]:
    return units.answering(article.content, os.path.dirname(article.path))

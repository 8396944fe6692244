"""Near-identical articles of a list, folded into the one that stands first."""

from collections.abc import Sequence

from newscli.core.analysis import words
from newscli.core.article import ArticleId
from newscli.core.query import Node
from newscli.core.results import FoldedPage, Page, PageRequest
from newscli.engines.port import Engine
from newscli.research.duplicates import THRESHOLD, likely
from newscli.research.duplicates import groups as confirmed
from newscli.research.shingles import shingles


def folded(engine: Engine, ids: Sequence[ArticleId]) -> list[list[ArticleId]]:
    """Return the ids in groups of near-identical articles, every id in one of them.

    The groups stand in the order of their first ids, and each in the order of the list.
    """
    wanted = set(ids)
    sketches = {id: sketch for id, sketch in engine.sketches() if id in wanted}
    pairs = likely(sketches, THRESHOLD)
    needed = {id for pair in pairs for id in pair}
    texts = {
        each: shingles([word.exact for word in words(engine.fetch(each).content.text)])
        for each in sketches
        if each in needed
    }
    return ordered(ids, confirmed(pairs, texts.__getitem__, THRESHOLD))


def folded_page(engine: Engine, tree: Node, request: PageRequest) -> FoldedPage:
    """Return a page of the matching articles, copies of a better one folded into it."""
    whole = engine.search(tree, PageRequest(None, 0, request.sort))
    hits = {hit.summary.id: hit for hit in whole.hits}
    groups = folded(engine, list(hits))
    end = None if request.limit is None else request.offset + request.limit
    shown = groups[request.offset : end]
    return FoldedPage(
        Page(tuple(hits[group[0]] for group in shown), whole.total, request.offset),
        {group[0]: tuple(group[1:]) for group in shown},
        whole.total - len(groups),
    )


def ordered(
    ids: Sequence[ArticleId], together: Sequence[Sequence[ArticleId]]
) -> list[list[ArticleId]]:
    """Put a list into groups by what belongs together; what belongs to nothing stands alone."""
    leader = {id: group[0] for group in together for id in group}
    found: dict[ArticleId, list[ArticleId]] = {}
    for id in ids:
        found.setdefault(leader.get(id, id), []).append(id)
    return list(found.values())

"""Near-identical articles of a list, folded into the one that stands first."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from newscli.commands.desk import Desk
from newscli.core.analysis import words
from newscli.core.article import ArticleId
from newscli.core.query import Node
from newscli.core.results import FoldedPage, Page, PageRequest
from newscli.engines.port import Engine
from newscli.render.progress import Progress
from newscli.research.duplicates import THRESHOLD, groups, likely
from newscli.research.shingles import jaccard, shingles

_SETS = 1000
"""Texts that are kept as sets of shingles; the others as words, which take less room."""


class Shingled:
    """The shingles of articles, their texts read once and in the order they are stored."""

    def __init__(self, engine: Engine, wanted: Iterable[ArticleId], progress: Progress) -> None:
        self._words: dict[ArticleId, Sequence[str]] = {}
        self.of = lru_cache(maxsize=_SETS)(self._shingles)
        for article in engine.articles(wanted):
            self._words[article.id] = [word.exact for word in words(article.content.text)]
            progress.advance()

    def among(self, wanted: AbstractSet[ArticleId]) -> list[ArticleId]:
        """Return those of the articles, in the order they are stored."""
        return [id for id in self._words if id in wanted]

    def _shingles(self, of: ArticleId) -> frozenset[tuple[str, ...]]:
        return shingles(self._words[of])

    def jaccard(self, one: ArticleId, other: ArticleId) -> float:
        """Return how alike two articles are."""
        return 1.0 if one == other else jaccard(self.of(one), self.of(other))


def folded(engine: Engine, ids: Sequence[ArticleId], progress: Progress) -> list[list[ArticleId]]:
    """Return the ids in groups of near-identical articles, every id in one of them.

    The groups stand in the order of their first ids, and each in the order of the list.
    """
    wanted = set(ids)
    sketches = {id: sketch for id, sketch in engine.sketches() if id in wanted}
    pairs = likely(sketches, THRESHOLD)
    needed = {id for pair in pairs for id in pair}
    shingled = Shingled(engine, filter(needed.__contains__, sketches), progress)
    return ordered(ids, groups(pairs, shingled.of, THRESHOLD))


def folded_page(desk: Desk, engine: Engine, tree: Node, request: PageRequest) -> FoldedPage:
    """Return a page of the matching articles, copies of a better one folded into it."""
    with desk.progress() as progress:
        progress.stage("looking for articles that are alike")
        whole = engine.search(tree, PageRequest(None, 0, request.sort))
        return page_of(
            whole, folded(engine, [hit.summary.id for hit in whole.hits], progress), request
        )


def page_of(
    whole: Page, together: Sequence[Sequence[ArticleId]], request: PageRequest
) -> FoldedPage:
    """Cut a page out of a whole answer that was put into groups."""
    hits = {hit.summary.id: hit for hit in whole.hits}
    shown = together[request.part]
    return FoldedPage(
        Page(tuple(hits[group[0]] for group in shown), whole.total, request.offset),
        {group[0]: tuple(group[1:]) for group in shown},
        whole.total - len(together),
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

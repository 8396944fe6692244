"""Near-identical articles of a list, folded into the one that stands first."""

from collections.abc import Sequence

from newscli.core.analysis import words
from newscli.core.article import ArticleId
from newscli.engines.port import Engine
from newscli.research.duplicates import THRESHOLD, groups, likely
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
    return ordered(ids, groups(pairs, texts.__getitem__, THRESHOLD))


def ordered(
    ids: Sequence[ArticleId], together: Sequence[Sequence[ArticleId]]
) -> list[list[ArticleId]]:
    """Put a list into groups by what belongs together; what belongs to nothing stands alone."""
    leader = {id: group[0] for group in together for id in group}
    found: dict[ArticleId, list[ArticleId]] = {}
    for id in ids:
        found.setdefault(leader.get(id, id), []).append(id)
    return list(found.values())

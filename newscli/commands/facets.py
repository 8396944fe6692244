"""What the articles found have in common: their months, their folders, whom they name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from newscli.commands.desk import Desk
from newscli.commands.gleaning import found_in
from newscli.core.answers import Facet, FacetValue
from newscli.core.article import ArticleDate, ArticleId
from newscli.core.choices import FacetKind
from newscli.core.query import Node
from newscli.core.results import PageRequest
from newscli.engines.port import Engine
from newscli.research.names import NameKind
from newscli.research.who import ranked, tallied

MOST_READ = 1000
"""Articles that are read for their names, the best ones."""

_KINDS = {
    FacetKind.WHO: {NameKind.PERSON, NameKind.ORGANISATION},
    FacetKind.WHERE: {NameKind.PLACE},
}
_UNDATED = "undated"


def facets(
    kinds: Iterable[FacetKind],
    desk: Desk,
    engine: Engine,
    tree: Node,
    among: Sequence[ArticleId] | None,
) -> tuple[Facet, ...]:
    """Count all matches of the tree, or only those among them, by each kind."""
    wanted = tuple(dict.fromkeys(kinds))
    named = _named(desk, engine, wanted, tree, among)
    return tuple(
        named[kind] if kind in named else _counted(desk, engine, kind, tree, among)
        for kind in wanted
    )


def _counted(
    desk: Desk, engine: Engine, kind: FacetKind, tree: Node, among: Sequence[ArticleId] | None
) -> Facet:
    if kind is FacetKind.MONTH:
        counts = _months(engine, tree, among)
        ordered = sorted(counts.items(), key=lambda item: (item[0] == _UNDATED, item[0]))
    else:
        folders = _directories(engine, tree, among)
        counts = Counter({desk.settings.place(name): n for name, n in folders.items()})
        ordered = _by_count(counts)
    values = tuple(FacetValue(name, count) for name, count in ordered)
    return Facet(kind, counts.total(), False, values)


def _months(engine: Engine, tree: Node, among: Sequence[ArticleId] | None) -> Counter[str]:
    dates: Mapping[ArticleDate | None, int] = (
        engine.dates(tree)
        if among is None
        else Counter(summary.date for summary in engine.summaries(among))
    )
    months: Counter[str] = Counter()
    for date, count in dates.items():
        months[f"{date.year:04}-{date.month:02}" if date else _UNDATED] += count
    return months


def _directories(
    engine: Engine, tree: Node, among: Sequence[ArticleId] | None
) -> Mapping[str, int]:
    if among is None:
        return engine.directories(tree)
    return Counter(summary.path.rpartition("/")[0] for summary in engine.summaries(among))


def _named(
    desk: Desk,
    engine: Engine,
    wanted: Iterable[FacetKind],
    tree: Node,
    among: Sequence[ArticleId] | None,
) -> dict[FacetKind, Facet]:
    """Count the names as `newscli who` does; of those of no certain kind nothing is told."""
    asked = [kind for kind in wanted if kind in _KINDS]
    if not asked:
        return {}
    if among is None:
        page = engine.search(tree, PageRequest(MOST_READ))
        among, total = [hit.summary.id for hit in page.hits], page.total
    else:
        among, total = among[:MOST_READ], len(among)
    found = ranked(found_in(desk, engine, among, tallied, "reading names")).names
    return {
        kind: Facet(
            kind,
            len(among),
            len(among) < total,
            tuple(FacetValue(one.name, one.articles) for one in found if one.kind in _KINDS[kind]),
        )
        for kind in asked
    }


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

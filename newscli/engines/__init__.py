"""Full-text engines behind one port."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from newscli.core.analysis import Stem
from newscli.core.article import ArticleId
from newscli.core.changes import Folder, Source
from newscli.engines.port import Engine

if TYPE_CHECKING:
    from newscli.engines.whoosh.bulk.arrays import ArrayQuestion
    from newscli.engines.whoosh.codec.profiling import Profiling
    from newscli.engines.whoosh.codec.sequences import Sequences
    from newscli.engines.whoosh.run import Writing


def open_engine(location: str, stem: Stem, *, fresh: bool = False, create: bool = False) -> Engine:
    """Open the index at a location: the one place that picks an engine.

    With `fresh` whatever stands there is not looked at; the first `apply` replaces it. With
    `create` there may be none; the first `apply` makes it.
    """
    from newscli.engines.whoosh.answers import Loaders
    from newscli.engines.whoosh.engine import WhooshEngine

    loaders = Loaders(_writing, _counting, _profiling, _arrays)
    return WhooshEngine(location, stem, loaders, fresh=fresh, create=create)


def _writing() -> "type[Writing]":
    """Load what writes: most runs only read."""
    from newscli.engines.whoosh.run import Writing

    return Writing


def _counting() -> "type[Sequences]":
    """Load what counts words over whole columns: it brings NumPy."""
    from newscli.engines.whoosh.codec.sequences import Sequences

    return Sequences


def _profiling() -> "type[Profiling]":
    """Load what makes profiles of articles out of whole columns: it brings NumPy too."""
    from newscli.engines.whoosh.codec.profiling import Profiling

    return Profiling


def _arrays() -> "type[ArrayQuestion]":
    """Load what asks large queries: it brings NumPy too."""
    from newscli.engines.whoosh.bulk.arrays import ArrayQuestion

    return ArrayQuestion


def remembered(location: str) -> tuple[tuple[Folder, ...], Mapping[ArticleId, Source] | None]:
    """Return what an index that cannot be opened covers, and the files it has read.

    No folders if they are not known; None if the files are not.
    """
    from newscli.engines.whoosh import remains

    return remains.remembered(location)

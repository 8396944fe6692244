"""A batch of articles to the four files of a segment. Needs NumPy."""

import os
from collections.abc import Callable

from newscli.core.article import Article
from newscli.engines.whoosh import records
from newscli.engines.whoosh.codec import columnfile
from newscli.engines.whoosh.fields import NEVER
from newscli.engines.whoosh.writing.batch import Batch
from newscli.engines.whoosh.writing.gathering import Meta
from newscli.engines.whoosh.writing.postingswriter import collected, write_postings

MOST_TERMS = 250_000
"""More terms would need too much memory; 40 MB of news have some 70,000."""


class SegmentWriter:
    """Gathers articles and writes them as one segment."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._batch = Batch()
        self._meta = Meta()

    def __len__(self) -> int:
        return len(self._batch)

    def is_full(self) -> bool:
        """Tell whether there are so many different words that the segment should be written."""
        return self._batch.different() >= MOST_TERMS

    def add(self, article: Article) -> None:
        """Add an article."""
        date = article.content.date
        text = article.content.text.encode("utf-8", "surrogatepass")
        self._meta.add(
            int(article.id, 16),
            date.first.toordinal() if date else NEVER,
            date.last.toordinal() if date else NEVER,
            os.path.dirname(article.path).encode("utf-8", "surrogateescape"),
            records.record(article),
            records.content(article.content, text),
        )
        self._batch.add(article.content, text)

    def write(self, path: str) -> int:
        """Write the files whose names begin with `path`; returns how many articles they hold."""
        batch, lengths = self._batch, self._batch.lengths()
        names = batch.terms()
        encoded = [name.encode("utf-8", "surrogateescape") for name in names]
        write_postings(path, collected(encoded, batch.postings(names), lengths), self._stem)
        columns = self._meta.columns(batch.words(), lengths, batch.sketches())
        columnfile.write(path + ".articles", columns)
        return len(batch)

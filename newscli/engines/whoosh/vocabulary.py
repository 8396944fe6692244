"""The words of an index as written, and how many articles hold each."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from newscli.core.analysis import words
from newscli.engines.whoosh.records import read_text
from newscli.engines.whoosh.snapshot import Snapshot


def spelt(snapshot: Snapshot, prefix: str) -> Iterator[tuple[str, int]]:
    """Go through the folded forms that begin so, in order, each with its articles."""
    counted: Counter[bytes] = Counter()
    for segment in snapshot.segments:
        dictionary = segment.columns.dictionary
        numbers = dictionary.words(prefix)
        starts = dictionary.postings[numbers.start : numbers.stop + 1]
        terms = dictionary.terms.read(numbers)
        for term, (start, end) in zip(terms, pairwise(starts), strict=True):
            counted[term] += end - start
    gone = _deleted(snapshot)
    for term in sorted(counted):
        form = term.decode("utf-8", "surrogateescape")
        if articles := counted[term] - gone[form]:
            yield form, articles


def _deleted(snapshot: Snapshot) -> Counter[str]:
    """Count, by word, the deleted articles: their postings stay until segments merge."""
    gone: Counter[str] = Counter()
    reader = snapshot.reader
    if reader.has_deletions():
        for number in filter(reader.is_deleted, range(reader.doc_count_all())):
            gone.update({word.exact for word in words(read_text(snapshot.content(number)))})
    return gone

"""Every posting of an index of real articles, compared with reading them word by word.

    python tests/bench/postings.py FOLDER [ARTICLES]

The first 2,000 articles of FOLDER, or as many as said, are indexed by the installed
program. Then each is parsed again from its file, and the positions and the weight of
every term in it, and its length, are compared with what Whoosh's reader gives.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from itertools import islice

from measured import INDEXED, Installed
from peers import paths

HERE = os.path.dirname(__file__)
sys.path[:0] = [os.path.join(HERE, ".."), os.path.join(HERE, "..", "engines")]

ARTICLES = 2_000


def main(arguments: Sequence[str]) -> None:
    if not 1 <= len(arguments) <= 2:
        sys.exit(__doc__)
    wanted = int(arguments[1]) if arguments[1:] else ARTICLES
    with tempfile.TemporaryDirectory() as place:
        folder = os.path.join(place, "articles")
        os.mkdir(folder)
        for path in islice(paths(arguments[0]), wanted):
            shutil.copy(path, folder)
        installed = Installed(os.path.join(place, "home"))
        installed.run("index", folder, allowed=INDEXED)
        compare(os.path.join(installed.home, "index"))


def compare(index: str) -> None:
    """Print how much was compared; exits with what differs, if anything does."""
    # Only now, when the tests' own modules can be found.
    from test_columns_postings import by_definition, by_matchers, lengths

    from newscli.core.changes import Addition, Source
    from newscli.core.results import Skipped
    from newscli.corpus.reading import read_or_skip
    from newscli.engines.whoosh.fields import WORDS
    from newscli.engines.whoosh.snapshot import Snapshot

    snapshot = Snapshot.open(index)
    contents = []
    for number in range(snapshot.reader.doc_count_all()):
        summary = snapshot.record(number).summary
        source = Source(summary.folder, summary.path, os.path.getsize(summary.path), 0)
        article = read_or_skip(Addition(summary.id, source))
        if isinstance(article, Skipped):
            sys.exit(f"{summary.path} cannot be read")
        contents.append(article.content)
    expected, found = by_definition(contents), by_matchers(snapshot.reader)
    for term in expected.keys() | found.keys():
        if expected.get(term) != found.get(term):
            sys.exit(f"the postings of {term} differ")
    for number, length in enumerate(lengths(contents)):
        if snapshot.reader.doc_field_length(number, WORDS) != length:
            sys.exit(f"the length of article {number} differs")
    postings = sum(map(len, found.values()))
    positions = sum(len(at) for each in found.values() for at, _ in each.values())
    print(
        f"{len(contents):,} articles, {len(found):,} terms, {postings:,} postings, "
        f"{positions:,} positions: all alike"
    )


if __name__ == "__main__":
    main(sys.argv[1:])

"""How long an answer takes: in one open process beside stock Whoosh, and from a cold start.

    python tests/bench/queries.py FOLDER

Two tables. In the first, both engines have FOLDER open and return the ten best of a
query, again and again: medians. Stock Whoosh has the stems of all words and nothing else.
In the second, whole processes search FOLDER and, in turns with it, an index of the one
seed article. The words are chosen from a sample of FOLDER, and shown.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any

from commands import Sample
from measured import ANSWERED, INDEXED, Installed, Run, alternated, print_table, typical_seconds
from peers import articles, index_with_whoosh
from whoosh import query
from whoosh.index import open_dir
from whoosh.lang import porter

from newscli.core.query import Node, Or, Phrase, Wildcard, Word
from newscli.core.results import PageRequest
from newscli.engines import open_engine
from newscli.stemming import stem

SEEDS = os.path.join(os.path.dirname(__file__), "..", "..", "seeds")
HITS = 10
LOOKS = 15
STARTS = 9

Queries = Mapping[str, tuple[Node, Any]]
"""By kind: the query as newscli's tree, and as Whoosh's."""


def main(arguments: Sequence[str]) -> None:
    if len(arguments) != 1:
        sys.exit(__doc__)
    folder = arguments[0]
    sample = Sample.take(folder)
    with tempfile.TemporaryDirectory() as place:
        many = Installed(os.path.join(place, "many"))
        one = Installed(os.path.join(place, "one"))
        many.run("index", folder, allowed=INDEXED)
        one.run("index", SEEDS)
        stock = os.path.join(place, "stock")
        os.mkdir(stock)
        index_with_whoosh(articles(folder), stock, every_word=True)
        measure_open(os.path.join(many.home, "index"), stock, sample)
        print()
        measure_cold(many, one, sample)


def queries(sample: Sample) -> Queries:
    """Return the same queries for both engines."""
    rare, common, four = sample.rare, sample.common, sample.frequent
    phrase = sample.phrase.split()
    beginning = four[0][:4]

    def term(word: str) -> Any:
        return query.Term("text", porter.stem(word))

    return {
        f"a rare word: {rare}": (Word(rare), term(rare)),
        f"the commonest word: {common}": (Word(common), term(common)),
        f"a phrase: {sample.phrase}": (
            Phrase(tuple(map(Word, phrase))),
            query.Phrase("text", list(map(porter.stem, phrase))),
        ),
        f"four words: {' '.join(four)}": (
            Or(tuple(map(Word, four))),
            query.Or(list(map(term, four))),
        ),
        f"a wildcard: {beginning}*": (Wildcard(f"{beginning}*"), query.Prefix("text", beginning)),
    }


def measure_open(location: str, stock: str, sample: Sample) -> None:
    """Print how long each engine takes for an answer once it is open."""
    rows = [["in one open process", "newscli ms", "Whoosh ms", "times faster", "found", "found"]]
    engine = open_engine(location, stem)
    with open_dir(stock).searcher() as searcher:
        for name, (tree, like) in queries(sample).items():
            ours = timed(lambda: engine.search(tree, PageRequest(limit=HITS)))  # noqa: B023
            theirs = timed(lambda: searcher.search(like, limit=HITS))  # noqa: B023
            rows.append(
                [
                    name,
                    f"{ours * 1e3:.2f}",
                    f"{theirs * 1e3:.2f}",
                    f"{theirs / ours:.1f}",
                    f"{engine.count(tree):,}",
                    f"{len(searcher.search(like, limit=None)):,}",
                ]
            )
    engine.close()
    print_table(rows)


def timed(work: Callable[[], object]) -> float:
    """Return the median time of several runs, after one that is not counted."""
    times = []
    for _ in range(LOOKS + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times[1:])


def measure_cold(many: Installed, one: Installed, sample: Sample) -> None:
    """Print how long whole processes take, and their ratio to a search of the one seed."""

    def searching(newscli: Installed, words: Sequence[str]) -> Callable[[], Run]:
        return lambda: newscli.run("search", *words, allowed=ANSWERED)

    rows = [["whole processes", "seconds", "one seed", "ratio"]]
    for kind, words in sample.queries().items():
        done = alternated({"many": searching(many, words), "one": searching(one, words)}, STARTS)
        ours, seed = typical_seconds(done["many"]), typical_seconds(done["one"])
        rows.append(
            [f"{kind}: {' '.join(words)}", f"{ours:.3f}", f"{seed:.3f}", f"{ours / seed:.2f}"]
        )
    print_table(rows)


if __name__ == "__main__":
    main(sys.argv[1:])

"""How long commands take as whole processes, as ratios to an interpreter that does nothing.

    python tests/bench/commands.py FOLDER

Two tables: how newscli starts, on an index of one article; and what it needs for FOLDER,
from the first `index` on. A time is the median of several runs, taken in turns within
this one measurement: compare the ratios, not the seconds, with those of another day.
The words searched for are chosen from a sample of FOLDER, and shown.
"""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from measured import (
    ANSWERED,
    INDEXED,
    Installed,
    Run,
    alternated,
    print_table,
    run,
    typical_seconds,
)

from newscli.core.analysis import words
from newscli.core.parsing import parse

STARTS = 15
SEARCHES = 5
LOOKS = 3
SAMPLED_FILES = 400
LONG_WORD = 6
NOTHING = "python -c pass"
ARTICLE = " date 2021-03-04 The harbour at Quillmere reopened after a storm.\n\nBoats returned."

Runs = Mapping[str, Callable[[], Run]]


@dataclass(frozen=True, slots=True)
class Sample:
    """Words of a folder, by how many of the sampled articles hold them."""

    rare: str
    common: str
    phrase: str
    frequent: Sequence[str]

    @classmethod
    def take(cls, folder: str) -> "Sample":
        """Choose words from articles evenly spread over the folder's file names."""
        paths = sorted(
            os.path.join(place, name) for place, _, names in os.walk(folder) for name in names
        )
        articles: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for path in paths[:: max(1, len(paths) // SAMPLED_FILES)]:
            with open(path, encoding="utf-8", errors="replace") as file:
                found = [word.exact for word in words(parse(file.read()).text)]
            articles.update(set(found))
            pairs.update({(a, b) for a, b in pairwise(found) if min(len(a), len(b)) >= LONG_WORD})
        # Ties stand by the alphabet: the same folder gives the same words.
        by_count = sorted(articles, key=lambda word: (-articles[word], word))
        spelt = [word for word in by_count if word.isascii() and word.isalpha()]
        frequent = [word for word in spelt if len(word) >= LONG_WORD][:4]
        if len(frequent) < 4 or not pairs:
            sys.exit(f"{folder}: too few words to choose from")
        phrase = min(pairs, key=lambda pair: (-pairs[pair], pair))
        return cls(spelt[-1], spelt[0], " ".join(phrase), frequent)

    def queries(self) -> dict[str, Sequence[str]]:
        """Return what to search for, by what kind of search it is."""
        return {
            "a rare word": (self.rare,),
            "the commonest word": (self.common,),
            "four words": self.frequent,
            "most of four words": ("--any", *self.frequent),
            "a phrase": (f'"{self.phrase}"',),
            "a wildcard": (f"{self.frequent[0][:4]}*",),
        }


def main(arguments: Sequence[str]) -> None:
    if len(arguments) != 1:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as place:
        measure_start(place)
        print()
        measure_folder(arguments[0], Installed(os.path.join(place, "many")))


def measure_start(place: str) -> None:
    """Print what a command costs before it has anything to do."""
    newscli = Installed(os.path.join(place, "one"))
    folder = os.path.join(place, "article")
    os.mkdir(folder)
    with open(os.path.join(folder, "quillmere.txt"), "w", encoding="utf-8") as file:
        file.write(ARTICLE)
    newscli.run("index", folder)
    runs: Runs = {
        NOTHING: do_nothing,
        "newscli --version": lambda: newscli.run("--version"),
        "newscli search storm": lambda: newscli.run("search", "storm"),
        "newscli list": lambda: newscli.run("list"),
        "newscli show 1": lambda: newscli.run("show", "1"),
        "newscli index": lambda: newscli.run("index"),
    }
    report("starting, one article", alternated(runs, STARTS))


def measure_folder(folder: str, newscli: Installed) -> None:
    """Print what the commands cost for a folder."""
    first = newscli.run("index", folder, allowed=INDEXED)
    looks = alternated(
        {"index, nothing changed": lambda: newscli.run("index", allowed=INDEXED)}, LOOKS
    )

    def searching(query: Sequence[str]) -> Callable[[], Run]:
        return lambda: newscli.run("search", *query, allowed=ANSWERED)

    queries = Sample.take(folder).queries()
    runs: Runs = {
        NOTHING: do_nothing,
        **{f"{kind}: {' '.join(query)}": searching(query) for kind, query in queries.items()},
        "list": lambda: newscli.run("list"),
        "status": lambda: newscli.run("status"),
    }
    done = alternated(runs, SEARCHES)
    report(f"on {folder}", {**done, "index, the first time": [first], **looks})


def do_nothing() -> Run:
    """Run an interpreter that does nothing: the least any command can take."""
    return run([sys.executable, "-c", "pass"])


def report(title: str, done: Mapping[str, Sequence[Run]]) -> None:
    """Print the typical time of each command, its ratio to nothing, and its peak memory."""
    nothing = typical_seconds(done[NOTHING])
    rows = [[title, "seconds", "ratio", "MB"]]
    for name, runs in done.items():
        seconds = typical_seconds(runs)
        memory = max(each.memory for each in runs) / 1e6
        rows.append([name, f"{seconds:.3f}", f"{seconds / nothing:.1f}", f"{memory:.0f}"])
    print_table(rows)


if __name__ == "__main__":
    main(sys.argv[1:])

"""How long the verbs of research take as whole processes.

    python tests/bench/research.py FOLDER [VERB...]

FOLDER is a folder of articles, which is indexed first, or the home of an index
(`NEWSCLI_HOME`) that is there. A time is the median of several runs, taken in turns;
`ratio` is to `newscli --version`, the least the program can take. The words asked for
are chosen by how many of the articles hold them, and shown.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from measured import ANSWERED, INDEXED, Installed, Run, alternated, print_table, typical_seconds

from newscli.core.query import Word
from newscli.engines import open_engine
from newscli.stemming import stem

TIMES = 3
START = "--version"
LETTERS = 5
"""No shorter word is chosen."""
MANY = 200
"""So many queries are asked at once."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an index, by how many of its articles hold them."""

    common: str
    """In about a tenth of the articles."""
    thousand: str
    """With about a thousand occurrences."""
    article: str
    """The id of one that holds the first."""
    many: Sequence[str]
    """Of all frequencies."""

    @classmethod
    def of(cls, index: str) -> "Words":
        """Choose them; ties stand by the alphabet."""
        engine = open_engine(index, stem)
        articles = engine.facts().articles
        held = [(n, word) for word, n in engine.vocabulary() if len(word) >= LETTERS]
        spelt = [(n, word) for n, word in held if word.isascii() and word.isalpha()]

        def nearest(wanted: float) -> str:
            return min(spelt, key=lambda one: (abs(one[0] - wanted), one[1]))[1]

        many = [word for _, word in sorted(spelt)][:: max(1, len(spelt) // MANY)][:MANY]
        common, thousand = nearest(articles / 10), nearest(min(500, articles / 4))
        article = min(match.id for match in engine.matching(Word(common)) if match.date)
        engine.close()
        return cls(common, thousand, article, many)


def commands(words: Words, place: str) -> dict[str, Sequence[str]]:
    """Return what is timed, a row each: the verb is the first word; `place` is for files."""
    listed = os.path.join(place, "queries.txt")
    with open(listed, "w", encoding="utf-8") as file:
        file.writelines(f"{word}\n" for word in words.many)
    common, thousand = words.common, words.thousand
    return {
        "timeline": ("timeline",),
        f"timeline {common}": ("timeline", common),
        f"timeline {common} --vs {thousand}": ("timeline", common, "--vs", thousand),
        f"words {common}": ("words", common),
        f"words {common} --keywords": ("words", common, "--keywords"),
        f"words {common} --collocates 5": ("words", common, "--collocates", "5"),
        f"words {common} --ngrams 2-4": ("words", common, "--ngrams", "2-4"),
        f"compare {common} {thousand}": ("compare", common, thousand),
        f"who {common}": ("who", common),
        f"who {common} --with America": ("who", common, "--with", "America"),
        f"quotes {common}": ("quotes", common),
        f"quotes {common} --by Smith": ("quotes", common, "--by", "Smith"),
        f"kwic {thousand}": ("kwic", thousand),
        f"kwic {thousand} --all --sort left": ("kwic", thousand, "--all", "--sort", "left"),
        f"kwic {common}": ("kwic", common),
        f"kwic {common} --plot": ("kwic", common, "--plot"),
        f"search {thousand} --same sentence": ("search", thousand, common, "--same", "sentence"),
        f"search {common} --facet month": ("search", common, "--facet", "month", "--json"),
        f"search {common} --facet who": ("search", common, "--facet", "who", "--json"),
        f"search --queries ({len(words.many)})": ("search", "--queries", listed),
        f"export {thousand}": ("export", thousand),
        f"search {thousand} --fold": ("search", thousand, "--fold"),
        "similar": ("similar", words.article),
        "dupes": ("dupes",),
        f"dupes {common}": ("dupes", common),
        "stories": ("stories",),
        f"stories {common}": ("stories", common),
        "story": ("story", words.article),
    }


def main(arguments: Sequence[str]) -> None:
    if not arguments:
        sys.exit(__doc__)
    folder, *verbs = arguments
    with tempfile.TemporaryDirectory() as place:
        newscli = Installed(folder if os.path.isdir(os.path.join(folder, "index")) else place)
        if newscli.home == place:
            newscli.run("index", folder, allowed=INDEXED)
        asked = commands(Words.of(os.path.join(newscli.home, "index")), place)
        chosen = {name: run for name, run in asked.items() if not verbs or run[0] in verbs}

        def running(words: Sequence[str]) -> Callable[[], Run]:
            return lambda: newscli.run(*words, allowed=ANSWERED)

        runs = {START: running((START,)), **{name: running(run) for name, run in chosen.items()}}
        report(folder, alternated(runs, TIMES))


def report(title: str, done: Mapping[str, Sequence[Run]]) -> None:
    """Print the typical time of each command, its ratio to the start alone, and its memory."""
    start = typical_seconds(done[START])
    rows = [[title, "seconds", "ratio", "MB"]]
    for name, runs in done.items():
        seconds = typical_seconds(runs)
        memory = max(each.memory for each in runs) / 1e6
        rows.append([name, f"{seconds:.3f}", f"{seconds / start:.1f}", f"{memory:.0f}"])
    print_table(rows)


if __name__ == "__main__":
    main(sys.argv[1:])

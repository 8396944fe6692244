"""How indexing grows with the archive: time per article, memory, segments.

    python tests/bench/growth.py FOLDER [MOST]

The first 2,000 articles of FOLDER, 20,000, all; then archives of up to MOST articles
(500,000 if nothing is said) made of FOLDER's own paragraphs, drawn at random, always the
same. Each is written into a temporary folder, which takes 4 KB an article or more. Once it
is indexed, 100 new articles are, and then none.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from itertools import chain
from random import Random

from measured import INDEXED, Installed, folder_size, print_table
from peers import paths

STEPS = (2_000, 20_000)
MADE = (100_000, 200_000, 500_000)
MOST = 500_000
NEW = 100
SAMPLED = 20_000
IN_A_FOLDER = 1_000
TITLES = (
    *("articles", "text MB", "seconds", "cpu s", "cpu ms each", "segments", "index MB"),
    *("memory MB", "100 more", "none"),
)


def main(arguments: Sequence[str]) -> None:
    match arguments:
        case [folder]:
            measure(folder, MOST)
        case [folder, most] if most.isdecimal():
            measure(folder, int(most))
        case _:
            sys.exit(__doc__)


def measure(folder: str, most: int) -> None:
    """Print a row for each archive; all of them again at the end, as a table."""
    found = list(paths(folder))
    own = sorted({*(each for each in STEPS if each < len(found)), len(found)})
    rows: list[Sequence[str]] = [TITLES]
    for count in [*own, *(each for each in MADE if len(found) < each)]:
        if count > most:
            break
        with tempfile.TemporaryDirectory() as place:
            archive = os.path.join(place, "archive")
            if count <= len(found):
                copy(found[:count], archive)
            else:
                compose(found, count, archive)
            rows.append(measured(archive, count, Installed(os.path.join(place, "home"))))
        print(" ".join(rows[-1]), file=sys.stderr, flush=True)
    print_table(rows)


def measured(archive: str, count: int, newscli: Installed) -> Sequence[str]:
    """Index an archive, then what is added to it, then nothing."""
    text = folder_size(archive)  # reads every entry once, so that none is read first
    whole = newscli.run("index", archive, allowed=INDEXED)
    segments, index = count_segments(newscli.home), folder_size(newscli.home)
    compose(list(paths(archive))[:NEW], NEW, os.path.join(archive, "new"), seed=1)
    added = newscli.run("index", allowed=INDEXED)
    nothing = newscli.run("index", allowed=INDEXED)
    return (
        f"{count:,}",
        f"{text / 1e6:.0f}",
        f"{whole.seconds:.1f}",
        f"{whole.cpu:.1f}",
        f"{whole.cpu / count * 1e3:.3f}",
        str(segments),
        f"{index / 1e6:.0f}",
        f"{max(each.largest for each in (whole, added, nothing)) / 1e6:.0f}",
        f"{added.seconds:.2f}",
        f"{nothing.seconds:.2f}",
    )


def count_segments(home: str) -> int:
    """Return how many segments an index has."""
    names = chain.from_iterable(names for _, _, names in os.walk(home))
    return sum(name.endswith(".terms") for name in names)


def copy(found: Sequence[str], archive: str) -> None:
    """Make an archive of copies of these files."""
    for number, path in enumerate(found):
        shutil.copyfile(path, place_of(archive, number))


def compose(found: Sequence[str], count: int, archive: str, seed: int = 0) -> None:
    """Make an archive of articles composed of the paragraphs of these files."""
    random = Random(seed)
    sample = [read_paragraphs(each) for each in random.sample(found, min(SAMPLED, len(found)))]
    paragraphs = list(chain.from_iterable(sample))
    lengths = list(map(len, sample))
    for number in range(count):
        with open(place_of(archive, number), "w", encoding="utf-8") as file:
            file.write("\n\n".join(random.choices(paragraphs, k=random.choice(lengths))))


def read_paragraphs(path: str) -> list[str]:
    with open(path, encoding="utf-8", errors="replace") as file:
        return [each for each in file.read().split("\n\n") if each and not each.isspace()]


def place_of(archive: str, number: int) -> str:
    """Return the path of an article, in folders of a thousand."""
    folder = os.path.join(archive, f"{number // IN_A_FOLDER:03}")
    if not number % IN_A_FOLDER:
        os.makedirs(folder)
    return os.path.join(folder, f"{number:06}.txt")


if __name__ == "__main__":
    main(sys.argv[1:])

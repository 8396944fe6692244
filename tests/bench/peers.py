"""Indexing with newscli beside other programs, each as a whole process, as ratios.

    python tests/bench/peers.py FOLDER

    newscli            as installed
    newscli --jobs 1   reading in one process
    whoosh             stock Whoosh: one stemmed field, one process
    fts5               SQLite's full-text search with its Porter stemmer
    tantivy            where the `tantivy` package is installed, with two threads
    recoll             where `recollindex` is installed; with as many threads as it likes

The peers keep the text, read the files with nothing more than a decoder, and look for
no parts, dates or forms of a word. Ratios are to stock Whoosh in this same run; the
index's size is also given as a share of the text; memory is that of the largest process.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec

from measured import INDEXED, Installed, Run, folder_size, print_table, run

BUFFER_MB = 512
PROCESSES = 2


def main(arguments: Sequence[str]) -> None:
    match arguments:
        case [folder]:
            compare(folder)
        case [name, folder, index] if name in PEERS:
            PEERS[name](articles(folder), index)
        case _:
            sys.exit(__doc__)


def compare(folder: str) -> None:
    """Print what each program needs for the folder."""
    count = sum(1 for _ in articles(folder))  # reads all once, so that none reads them first
    text = folder_size(folder)
    rows = [["", "seconds", "ratio", "cpu s", "ratio", "articles/s", "MB", "of text", "memory"]]
    measured = {name: (done, size) for name, done, size in every_run(folder)}
    stock, _ = measured["whoosh"]
    for name, (done, size) in measured.items():
        rows.append(
            [
                name,
                f"{done.seconds:.1f}",
                f"{done.seconds / stock.seconds:.2f}",
                f"{done.cpu:.1f}",
                f"{done.cpu / stock.cpu:.2f}",
                f"{count / done.seconds:.0f}",
                f"{size / 1e6:.1f}",
                f"{size / text:.2f}",
                f"{done.largest / 1e6:.0f} MB",
            ]
        )
    print(f"{count:,} articles, {text / 1e6:.1f} MB of text")
    print_table(rows)


def every_run(folder: str) -> Iterator[tuple[str, Run, int]]:
    """Index the folder with one program after the other; yield the run and the index's size."""
    for name, options in {"newscli": (), "newscli --jobs 1": ("--jobs", "1")}.items():
        with tempfile.TemporaryDirectory() as home:
            done = Installed(home).run("index", folder, *options, allowed=INDEXED)
            yield name, done, folder_size(home)
    for name in PEERS:
        if name == "tantivy" and not find_spec("tantivy"):
            continue
        with tempfile.TemporaryDirectory() as index:
            done = run([sys.executable, __file__, name, folder, index])
            if done.status:
                sys.exit(f"{name}: status {done.status}\n{done.stderr}")
            yield name, done, folder_size(index)
    if shutil.which("recollindex"):
        with tempfile.TemporaryDirectory() as index:
            yield "recoll", index_with_recoll(folder, index), folder_size(index)


def index_with_recoll(folder: str, index: str) -> Run:
    """Let Recoll index the folder as files of plain text."""
    with open(os.path.join(index, "recoll.conf"), "w", encoding="utf-8") as file:
        file.write(f"topdirs = {os.path.abspath(folder)}\nnoaspell = 1\n")
    return run(["recollindex", "-c", index])


def paths(folder: str) -> Iterator[str]:
    """Go through the article files below a folder, in order."""
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.endswith(".txt"):
                yield os.path.join(place, name)


def articles(folder: str) -> Iterator[tuple[str, str]]:
    """Go through the paths of the articles, each with its text."""
    for path in paths(folder):
        with open(path, encoding="utf-8", errors="replace") as file:
            yield path, file.read()


def index_with_whoosh(
    found: Iterator[tuple[str, str]], index: str, *, every_word: bool = False
) -> None:
    # Here, and not at the top: a peer's process carries no other peer.
    from whoosh.analysis import StemmingAnalyzer
    from whoosh.fields import ID, TEXT, Schema
    from whoosh.index import create_in

    stemming = StemmingAnalyzer(stoplist=None, minsize=1) if every_word else StemmingAnalyzer()
    schema = Schema(path=ID(stored=True, unique=True), text=TEXT(stored=True, analyzer=stemming))
    writer = create_in(index, schema).writer(limitmb=BUFFER_MB)
    for path, text in found:
        writer.add_document(path=path, text=text)
    writer.commit()


def index_with_fts5(found: Iterator[tuple[str, str]], index: str) -> None:
    import sqlite3

    with sqlite3.connect(os.path.join(index, "articles.db")) as database:
        database.execute(
            "create virtual table article"
            " using fts5(path unindexed, text, tokenize = 'porter unicode61')"
        )
        database.executemany("insert into article values (?, ?)", found)


def index_with_tantivy(found: Iterator[tuple[str, str]], index: str) -> None:
    tantivy = import_module("tantivy")
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("path", stored=True, tokenizer_name="raw")
    schema.add_text_field("text", stored=True, tokenizer_name="en_stem")
    writer = tantivy.Index(schema.build(), path=index).writer(
        heap_size=BUFFER_MB * 1_000_000, num_threads=PROCESSES
    )
    for path, text in found:
        writer.add_document(tantivy.Document(path=path, text=text))
    writer.commit()
    writer.wait_merging_threads()


PEERS: Mapping[str, Callable[[Iterator[tuple[str, str]], str], None]] = {
    "whoosh": index_with_whoosh,
    "fts5": index_with_fts5,
    "tantivy": index_with_tantivy,
}


if __name__ == "__main__":
    main(sys.argv[1:])

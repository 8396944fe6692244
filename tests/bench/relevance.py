"""How well newscli ranks, on collections of documents that people have judged.

    python tests/bench/relevance.py COLLECTION_FOLDER...

A collection folder holds `docs.jsonl` (id, date, title, text; date and title may be
null), `queries.jsonl` (qid, text) and `qrels` (lines of query, 0, document, grade). Each
document becomes an article file, the installed program indexes them in a home of its
own, and each query's words are searched with `--any`.

The measures are those of trec_eval, averaged over the queries that have a relevant
document: nDCG@10 with the grade as gain, MAP over the first 1,000 hits, recall@100.
"""

import json
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean

from measured import ANSWERED, INDEXED, Installed, print_table

from newscli.core.analysis import words

DEPTH = 1000
CUTOFF = 10
RECALL_DEPTH = 100

Judgements = Mapping[str, int]
"""The grade of each judged document of one query; above 0 is relevant."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents and queries, and which documents answer which query."""

    name: str
    documents: Sequence[Mapping[str, str | None]]
    queries: Mapping[str, str]
    judged: Mapping[str, Judgements]

    @classmethod
    def read(cls, folder: str) -> "Collection":
        """Read a collection; queries without a relevant document are left out."""
        judged: dict[str, dict[str, int]] = defaultdict(dict)
        with open(os.path.join(folder, "qrels"), encoding="utf-8") as file:
            for line in file:
                query, _, document, grade = line.split()
                judged[query][document] = int(grade)
        queries = {
            row["qid"]: row["text"]
            for row in _rows(folder, "queries.jsonl")
            if any(grade > 0 for grade in judged[row["qid"]].values())
        }
        name = os.path.basename(os.path.abspath(folder))
        return cls(name, list(_rows(folder, "docs.jsonl")), queries, judged)


def ndcg(ranking: Sequence[str], judged: Judgements) -> float:
    """Return the discounted gain of the first 10, as a share of the best possible one.

    Järvelin & Kekäläinen 2002, with trec_eval's discount: log2(rank + 1).
    """
    best = sorted((grade for grade in judged.values() if grade > 0), reverse=True)
    return _discounted([max(judged.get(each, 0), 0) for each in ranking]) / _discounted(best)


def average_precision(ranking: Sequence[str], judged: Judgements) -> float:
    """Return the mean, over the relevant documents, of the precision where each is found."""
    found, total = 0, 0.0
    for rank, each in enumerate(ranking[:DEPTH], start=1):
        if judged.get(each, 0) > 0:
            found += 1
            total += found / rank
    return total / _relevant(judged)


def recall(ranking: Sequence[str], judged: Judgements) -> float:
    """Return the share of the relevant documents that is among the first 100."""
    found = sum(judged.get(each, 0) > 0 for each in ranking[:RECALL_DEPTH])
    return found / _relevant(judged)


MEASURES: Mapping[str, Callable[[Sequence[str], Judgements], float]] = {
    "nDCG@10": ndcg,
    "MAP": average_precision,
    "recall@100": recall,
}


def main(folders: Sequence[str]) -> None:
    if not folders:
        sys.exit(__doc__)
    rows = [["collection", *MEASURES]]
    for folder in folders:
        collection = Collection.read(folder)
        rankings = rank(collection)
        scores = [
            fmean(measure(rankings[query], collection.judged[query]) for query in rankings)
            for measure in MEASURES.values()
        ]
        rows.append([collection.name, *(f"{score:.4f}" for score in scores)])
    print_table(rows)


def rank(collection: Collection) -> dict[str, list[str]]:
    """Return the documents each query finds, best first."""
    with tempfile.TemporaryDirectory() as place:
        newscli = Installed(os.path.join(place, "home"))
        articles = os.path.join(place, "articles")
        documents = write_articles(collection, articles)
        newscli.run("index", articles, allowed=INDEXED)
        rankings = {}
        for query, text in collection.queries.items():
            limit = ("--any", "--ids", "-n", str(DEPTH))
            found = newscli.run("search", *limit, "--", plain_words(text), allowed=ANSWERED)
            rankings[query] = [documents[id] for id in found.stdout.split()]
    return rankings


def write_articles(collection: Collection, folder: str) -> dict[str, str]:
    """Write each document as an article file; return the documents by article id."""
    os.mkdir(folder)
    documents: dict[str, str] = {}
    for number, document in enumerate(collection.documents):
        id = f"{number:016x}"
        header = f" date {document['date']} " if document["date"] else ""
        title = f"{document['title']}\n\n" if document["title"] else ""
        with open(os.path.join(folder, f"000_{id}.txt"), "w", encoding="utf-8") as file:
            file.write(f"{header}{title}{document['text']}")
        documents[id] = str(document["id"])
    return documents


def plain_words(text: str) -> str:
    """Return the words of a query without capitals, signs or operators."""
    return " ".join(word.exact for word in words(text))


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains[:CUTOFF], start=1))


def _relevant(judged: Judgements) -> int:
    return sum(grade > 0 for grade in judged.values())


def _rows(folder: str, name: str) -> Iterator[dict[str, str]]:
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        yield from map(json.loads, file)


if __name__ == "__main__":
    main(sys.argv[1:])

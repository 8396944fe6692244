"""A buffer of numbered words to a run of postings: sort them, and cut them where they change.

Needs NumPy. The words are three columns, (term, article, position), in the order of the
texts; one sort by term makes postings of them.
"""

from typing import Any

import numpy as np

from newscli.engines.whoosh.codec.postings import HALF
from newscli.engines.whoosh.writing.marks import NO_TERM, NO_WEIGHT, Marked
from newscli.engines.whoosh.writing.rows import Rows
from newscli.engines.whoosh.writing.runs import Run, narrow, running


def inverted(rows: Rows, marked: Marked, nothing: int | None) -> tuple[Run, Any]:
    """Return the postings by the numbers of the terms, and each article's length in halves.

    `nothing` is the term of signs that fold to nothing: they take a place, no more.
    """
    term, article, position, own = rows.term, rows.article, rows.position, rows.advances
    weight = _weights(rows, marked)
    words = np.ones(len(term), bool) if nothing is None else term != nothing
    lengths = rows.sums(weight * (own & words))
    if not words.all():
        term, article, position, weight = (
            column[words] for column in (term, article, position, weight)
        )
    term, article, position, weight = (
        np.concatenate((column, more))
        for column, more in zip(
            (term, article, position, weight), _regions(rows, marked), strict=True
        )
    )
    terms, which = _ranked(term)
    order = np.argsort(which, kind="stable")
    tokens = running(np.bincount(which, minlength=len(terms)))
    return _cut(terms, tokens, article[order], narrow(position)[order], weight[order]), lengths


def _ranked(term: Any) -> tuple[Any, Any]:
    """Return the terms that stand in a column, in order, and for each row which of them it is.

    That takes two bytes if it can: of such numbers NumPy's stable sort goes by their digits.
    """
    stands = np.zeros(int(term.max()) + 1 if len(term) else 0, bool)
    stands[term] = True
    terms = np.flatnonzero(stands)
    which = (np.cumsum(stands, dtype=np.int32) - 1).take(term)
    return terms.astype(np.int32), which.astype(np.uint16) if len(terms) <= 1 << 16 else which


def _weights(rows: Rows, marked: Marked) -> Any:
    """Return what each row weighs, in halves."""
    weight: Any = np.full(len(rows.term), HALF, dtype=np.uint8)
    heavier = np.flatnonzero(marked.halves != NO_WEIGHT)
    starts, ends = (
        rows.at(pieces[heavier], words[heavier]) for pieces, words in (marked.start, marked.end)
    )
    for start, end, halves in zip(
        starts.tolist(), ends.tolist(), marked.halves[heavier].tolist(), strict=True
    ):
        weight[start:end] = halves
    return weight


def _regions(rows: Rows, marked: Marked) -> tuple[Any, ...]:
    """Return term, article, position and weight of where parts begin and end, by turns."""
    named = np.flatnonzero(marked.term != NO_TERM)
    article = marked.article[named]
    starts, ends = (
        rows.words_before(pieces[named], words[named], article)
        for pieces, words in (marked.start, marked.end)
    )
    held = starts < ends  # a part of signs alone is nowhere
    return (
        np.repeat(marked.term[named][held].astype(np.int32), 2),
        np.repeat(article[held].astype(np.int32), 2),
        np.stack((starts[held], ends[held]), axis=1).ravel().astype(np.int32),
        np.zeros(2 * np.count_nonzero(held), np.uint8),
    )


def _cut(terms: Any, tokens: Any, article: Any, position: Any, weight: Any) -> Run:
    """Make a posting of the words of one term in one article.

    The columns have a row a word, in the order of the terms; `tokens` tells where each
    term's begin, and where the last ones end.
    """
    begins = np.ones(len(article), bool)  # of a posting
    np.not_equal(article[1:], article[:-1], out=begins[1:])
    begins[tokens[:-1]] = True
    postings = np.flatnonzero(begins)
    return Run(
        terms=terms,
        starts=np.searchsorted(postings, tokens),
        tokens=tokens,
        articles=article[postings],
        weights=narrow(
            np.add.reduceat(weight, postings, dtype=np.uint32) if len(article) else postings
        ),
        frequencies=narrow(np.diff(postings, append=len(article))),
        positions=position,
    )

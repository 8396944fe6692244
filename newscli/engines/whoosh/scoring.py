"""BM25 over weighted fields.

    score = idf * (k1 + 1) * tf / (tf + norm)
    norm  = k1 * (1 - b + b * length / average)
    idf   = ln(1 + (N - n + 0.5) / (n + 0.5))

tf and length are weighted sums over the parts of the article (see fields.py), n of N
articles hold the term. Robertson & Zaragoza, The Probabilistic Relevance Framework,
2009; the idf is never negative, so a word in every article adds next to nothing and
needs no stop list.
"""

from math import log

K1 = 1.5
B = 0.75


def idf(articles: int, holding: int) -> float:
    """Return how much a term tells that so many of the articles hold."""
    return log(1 + (articles - holding + 0.5) / (holding + 0.5))


def norm(length: float, average: float) -> float:
    """Return the tf that scores half of what any can, in an article of this length."""
    return K1 * (1 - B + B * length / (average or 1))

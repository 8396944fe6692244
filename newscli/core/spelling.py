"""How far apart two spellings are, and which known one is nearest.

An edit is a letter put in, left out or replaced, or two neighbours swapped; no
stretch of a word is edited twice (the optimal string alignment distance, after
Damerau 1964 and Levenshtein 1965). Words are compared as given: fold them first.
"""

from collections.abc import Iterable

from newscli.core.results import Suggestion

_SHORT = 4
"""Words of up to this many letters are only ever one edit away."""


def distance(a: str, b: str, limit: int) -> int | None:
    """Return the number of edits from one word to the other, None if over `limit`."""
    # Cheap refusals first: an edit changes the length by one letter at most, and the
    # set of letters by two.
    if not -limit <= len(a) - len(b) <= limit or len({*a}.symmetric_difference(b)) > 2 * limit:
        return None
    a, b = _without_common_ends(a, b)
    if not a or not b:
        return len(a) + len(b)
    return _aligned(a, b, limit)


def fits(form: str, word: str, edits: int) -> bool:
    """Tell whether the word has the form's first letter and is at most `edits` away."""
    return form[:1] == word[:1] and distance(form, word, edits) is not None


def nearest(form: str, vocabulary: Iterable[tuple[str, int]]) -> Suggestion | None:
    """Return the spelling a person most likely meant, never the word itself.

    The vocabulary pairs each word with the number of articles that have it. Fewest
    edits first (at most 2, or 1 for a word of up to 4 letters), then the same first
    letter, then most articles, then by alphabet. None for a single letter or sign: any
    other would be one edit away.
    """
    if len(form) < 2:
        return None
    limit = 1 if len(form) <= _SHORT else 2
    best: tuple[int, bool, int, str] | None = None
    for word, articles in vocabulary:
        edits = distance(form, word, limit)
        if not edits:
            continue
        rank = (edits, word[:1] != form[:1], -articles, word)
        if best is None or rank < best:
            best, limit = rank, edits
    return Suggestion(best[3], -best[2]) if best else None


def _without_common_ends(a: str, b: str) -> tuple[str, str]:
    """Cut off what both begin and end with: no edit is needed there."""
    shorter = min(len(a), len(b))
    start = 0
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


def _aligned(a: str, b: str, limit: int) -> int | None:
    """Fill the table of distances between beginnings, row by row, near its diagonal."""
    over = limit + 1
    before: list[int] = []
    row = [min(at, over) for at in range(len(b) + 1)]
    for i, letter in enumerate(a, start=1):
        two_before, before, row = before, row, [over] * (len(b) + 1)
        row[0] = min(i, over)
        for j in range(max(1, i - limit), min(len(b), i + limit) + 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != b[j - 1]))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == b[j - 1]:
                cost = min(cost, two_before[j - 2] + 1)
            row[j] = min(cost, over)
        if min(row) > limit and min(before) > limit:
            return None
    return row[-1] if row[-1] <= limit else None

"""Words that stand near others, and words that stand together: collocates and n-grams.

Collocates are counted in windows of some words to either side of what was found, whatever
signs and ends of sentences stand between, as NEAR counts them; a place in two windows
counts once, and what was found counts for nothing. They are weighed against the same
words elsewhere:

    ll     log-likelihood (Dunning 1993), how sure the difference is; see `keyness`
    mi     mutual information (Church & Hanks 1990), how large; it favours rare words
    dice   the Dice coefficient (Dice 1945) of the word and what was found: how far they
           keep to each other

N-grams are words side by side, as a phrase has them. Their score is the log-likelihood of
their count against the one they would have if words fell independently (Quasthoff & Wolff
2002), their effect the mutual information of all their words.

An n-gram that nearly always stands within a longer one that is listed says nothing of its own
and is left out: `the united` beside `the united states`. It is the thought behind the C-value
(Frantzi, Ananiadou & Mima 2000, "Automatic recognition of multi-word terms"), taken as a yes
or a no: no score is lowered by it.

Limits: a window knows no grammar. Counts below five or so make every measure unsteady.
The likelihoods take words to fall independently, which no text does: they order, and
prove nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest
from math import exp, log, log2

from newscli.core.answers import Question
from newscli.core.choices import Measure
from newscli.research.keyness import FUNCTION_WORDS, Key, log_likelihood, log_ratio

NEARLY_ALWAYS = 0.8
"""The part of an n-gram's places, or more, that stand within one longer n-gram."""


class Mode(StrEnum):
    """What is told of the words."""

    FREQUENT = "frequent"
    KEYWORDS = "keywords"
    COLLOCATES = "collocates"
    NGRAMS = "ngrams"


@dataclass(frozen=True, slots=True)
class WordsAnswer:
    """The answer of `words`."""

    question: Question
    mode: Mode
    measure: Measure
    against: str | None
    """The query that the words are weighed against; None is all that is not counted."""
    window: int | None
    least: int
    least_articles: int
    """Articles that each of the words stands in, at least."""
    articles: int
    size: int
    """How many words were counted."""
    other_size: int
    """Among how many words `Key.other` was."""
    total: int
    """How many words there are to tell of."""
    offset: int
    limit: int | None
    words: tuple[Key, ...]


def frequent(one: Mapping[str, int], other: Mapping[str, int], *, least: int) -> list[Key]:
    """Return the words by how often they stand."""
    size, other_size = sum(one.values()), sum(other.values())
    told = sorted(
        ((word, count) for word, count in one.items() if count >= least),
        key=lambda pair: (-pair[1], pair[0]),
    )
    return [
        Key(
            word,
            count,
            others,
            log_likelihood(count, others, size, other_size),
            log_ratio(count, others, size, other_size),
        )
        for word, count in told
        for others in (other.get(word, 0),)
    ]


def collocates(
    counts: Mapping[str, int],
    corpus: Mapping[str, int],
    places: int,
    measure: Measure,
    *,
    least: int,
) -> list[Key]:
    """Weigh words counted in windows around so many places against all of the corpus.

    Only words that are more frequent there than elsewhere are collocates.
    """
    size, whole = sum(counts.values()), sum(corpus.values())
    keys = []
    for word, count in counts.items():
        other = corpus[word] - count
        effect = log_ratio(count, other, size, whole - size)
        if count >= least and effect > 0:
            score = _weighed(count, other, size, whole, places, measure)
            keys.append(Key(word, count, other, score, effect))
    return sorted(keys, key=lambda key: (-key.score, key.word))


def ngrams(
    runs: Mapping[tuple[str, ...], int],
    counts: Mapping[str, int],
    most: int | None,
    *,
    every: bool = False,
) -> tuple[list[Key], int]:
    """Weigh words side by side against falling together by chance.

    Returns the surest, and how many there are in all. `other` is how often the rarest of
    the words stands without the others. Runs of nothing but the words that all English is
    made of, and those that stand within longer ones, are left out unless `every` is asked for.
    """
    if not every:
        runs = by_themselves(
            {run: count for run, count in runs.items() if not FUNCTION_WORDS.issuperset(run)}
        )
    size = sum(counts.values())
    chances = {word: log(count / size) for word, count in counts.items()}
    chance = chances.__getitem__

    def weighed() -> Iterator[tuple[float, tuple[str, ...]]]:
        for run, count in runs.items():
            likely = log(size) + sum(map(chance, run))
            yield 2 * (count - count * (log(count) - likely) - exp(likely)), run

    ordered = list(weighed())
    first = sorted(ordered) if most is None else nsmallest(most, ordered)
    keys = []
    for score, run in first:
        effect = (log(runs[run] / size) - sum(map(chance, run))) / log(2)
        other = min(map(counts.__getitem__, run)) - runs[run]
        keys.append(Key(" ".join(run), runs[run], other, -score, effect))
    return keys, len(ordered)


def by_themselves(runs: Mapping[tuple[str, ...], int]) -> dict[tuple[str, ...], int]:
    """Return the runs of words that do not nearly always stand within one longer run."""
    within: dict[tuple[str, ...], int] = {}
    for run, count in runs.items():
        for inner in (run[:-1], run[1:]):
            if within.get(inner, 0) < count:
                within[inner] = count
    return {run: count for run, count in runs.items() if within.get(run, 0) < NEARLY_ALWAYS * count}


def _weighed(count: int, other: int, size: int, whole: int, places: int, measure: Measure) -> float:
    match measure:
        case Measure.LL:
            return log_likelihood(count, other, size, whole - size)
        case Measure.MI:
            return log2(count * whole / (size * (count + other)))
        case Measure.DICE:
            return 2 * count / (places + count + other)

"""Words that stand near others, and words that stand together: collocates and n-grams.

Collocates are counted in windows of some words to either side of what was found, within
its paragraph; a place in two windows counts once, and what was found counts for nothing.
They are weighed against the same words elsewhere:

    ll     log-likelihood (Dunning 1993), how sure the difference is; see `keyness`
    mi     mutual information (Church & Hanks 1990), how large; it favours rare words
    dice   the Dice coefficient (Dice 1945) of the word and what was found: how far they
           keep to each other

N-grams are words side by side within a paragraph, whatever signs stand between them. Their
score is the log-likelihood of their count against the one they would have if words fell
independently (Quasthoff & Wolff 2002), their effect the mutual information.

Limits: a window knows no grammar. Counts below five or so make every measure unsteady.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log, log2, prod

from newscli.core.analysis import words
from newscli.core.answers import Question
from newscli.core.article import Content
from newscli.core.choices import Measure
from newscli.research.keyness import FUNCTION_WORDS, Key, log_likelihood, log_ratio

_LONGEST_KEPT = 100


@dataclass(frozen=True, slots=True)
class WordsAnswer:
    """The answer of `words`."""

    question: Question
    mode: str
    """`frequent`, `keywords`, `collocates` or `ngrams`."""
    against: str | None
    """What keywords are weighed against; None is all the other articles."""
    articles: int
    size: int
    """How many words were counted."""
    other_size: int
    total: int
    """How many words there are to tell of."""
    offset: int
    limit: int | None
    least: int
    window: int | None
    measure: Measure
    words: tuple[Key, ...]


class Cutter(dict[str, tuple[str, ...]]):
    """The folded words of pieces of text between white space, for pieces met before."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        cut = tuple(word.exact for word in words(piece))
        if len(piece) <= _LONGEST_KEPT:
            self[piece] = cut
        return cut

    def paragraphs(self, content: Content) -> Iterator[list[str]]:
        """Go through the paragraphs as words; a word that folds to nothing holds its place."""
        for paragraph in content.paragraphs:
            pieces = content.text[paragraph.start : paragraph.end].split()
            yield list(chain.from_iterable(map(self.__getitem__, pieces)))


def near(
    paragraphs: Iterable[Sequence[str]], found: Sequence[tuple[int, int]], window: int
) -> Iterator[str]:
    """Go through the words within the window of what was found: positions in rising order."""
    at, first = 0, 0
    for paragraph in paragraphs:
        last = first + len(paragraph)
        inside, places = set[int](), set[int]()
        while at < len(found) and found[at][0] < last:
            start, end = found[at][0] - first, found[at][1] - first
            inside.update(range(start, end))
            places.update(range(max(start - window, 0), min(end + window, len(paragraph))))
            at += 1
        for place in sorted(places - inside):
            if paragraph[place]:
                yield paragraph[place]
        first = last


def collocates(
    counts: Mapping[str, int],
    corpus: Mapping[str, int],
    nodes: int,
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
        other = corpus.get(word, 0) - count
        effect = log_ratio(count, other, size, whole - size)
        if count < least or effect <= 0:
            continue
        match measure:
            case Measure.LL:
                score = log_likelihood(count, other, size, whole - size)
            case Measure.MI:
                score = log2(count * whole / (size * (count + other)))
            case Measure.DICE:
                score = 2 * count / (nodes + count + other)
        keys.append(Key(word, count, other, score, effect))
    return sorted(keys, key=lambda key: (-key.score, key.word))


def ngrams(
    texts: Iterable[Sequence[str]],
    counts: Mapping[str, int],
    shortest: int,
    longest: int,
    *,
    least: int,
) -> list[Key]:
    """Return the runs of words that stand at least so often, the surest first.

    `counts` has every word of the texts. A run is as rare as its rarest part: words,
    then pairs, then longer runs are given numbers, and only pairs of neighbours that
    both have one are counted for the next length (Agrawal & Srikant 1994). Runs of
    nothing but function words are left out.
    """
    names = ["", *sorted(word for word, count in counts.items() if count >= least and word)]
    number = {name: at for at, name in enumerate(names)}
    flat = [at for text in texts for at in (0, *(number.get(word, 0) for word in text))]
    runs: list[tuple[str, ...]] = [(name,) for name in names]
    size = sum(counts.values())
    found: list[Key] = []
    for length in range(2, longest + 1):
        held = Counter(pair for pair in pairwise(flat) if pair[0] and pair[1])
        often = sorted(pair for pair, count in held.items() if count >= least)
        numbered = {pair: at for at, pair in enumerate(often, 1)}
        flat = [numbered.get(pair, 0) for pair in pairwise(flat)]
        runs = [(), *((*runs[one], runs[other][-1]) for one, other in often)]
        if length >= shortest:
            pairs = zip(runs[1:], map(held.__getitem__, often), strict=True)
            found += [_run(run, count, counts, size) for run, count in pairs]
    told = (key for key in found if not FUNCTION_WORDS.issuperset(key.word.split(" ")))
    return sorted(told, key=lambda key: (-key.score, key.word))


def _run(run: tuple[str, ...], count: int, counts: Mapping[str, int], size: int) -> Key:
    expected = size * prod(counts[word] / size for word in run)
    score = 2 * (count * log(count / expected) - count + expected)
    other = min(counts[word] for word in run) - count
    return Key(" ".join(run), count, other, score, log2(count / expected))

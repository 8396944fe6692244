"""A loose query asked once more, with what its best answers have in common.

Pseudo relevance feedback after RM3 (Lavrenko & Croft 2001, Abdul-Jaleel et al. 2004)
with its usual settings: ten articles, ten words, and half of the score.

    share of a word = idf * sum over the ten best of (score / scores) * tf / length
    score again     = score + scale * sum over the ten words of share * score of the word

The scale makes both halves weigh the same in the ten best together. A word that only
one of them holds tells nothing. Only the first articles of an answer are scored again:
nothing is found that did not match, and what follows them stays where it was.
"""

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from newscli.core.analysis import Stem, words
from newscli.core.query import And, Node, Or, Word
from newscli.engines.whoosh.bulk.bulk import Bulk
from newscli.engines.whoosh.records import read_text
from newscli.engines.whoosh.snapshot import Snapshot

POOL = 200
"""How many of the best articles are scored again."""
_ARTICLES = 10
_WORDS = 10

_KEPT = 64
"""Of so many articles the counts stay at hand."""


def is_loose(tree: Node) -> bool:
    """Tell whether the query leaves open which of its words an article holds."""
    return any(isinstance(each, Or) for each in (tree.nodes if isinstance(tree, And) else (tree,)))


@dataclass(frozen=True, slots=True)
class Counted:
    """The words of one article."""

    words: int
    counts: Mapping[str, int]
    """By stem."""
    forms: Set[str]
    """The words as they are looked up."""


class Texts:
    """The words of articles, counted; those counted last are kept.

    The pages of one answer, and queries that are much alike, have their best articles in common.
    """

    def __init__(self, snapshot: Snapshot, stem: Stem) -> None:
        self._snapshot = snapshot
        self._stem = stem
        self._kept: dict[int, Counted] = {}

    def counted(self, number: int) -> Counted:
        """Return the words of an article."""
        if number not in self._kept:
            if len(self._kept) == _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[number] = self._count(read_text(self._snapshot.content(number)))
        return self._kept[number]

    def first_forms(self, articles: Iterable[Counted]) -> dict[str, str]:
        """Return, by stem, the first in order of the forms that stand in any of the articles."""
        forms = set().union(*(each.forms for each in articles))
        return {self._stem(form): form for form in sorted(forms, reverse=True)}

    def _count(self, text: str) -> Counted:
        forms = [each.exact for each in words(text)]
        return Counted(len(forms), Counter(map(self._stem, forms)), frozenset(forms))


def bonuses(texts: Texts, bulk: Bulk, best: Mapping[int, float]) -> dict[int, float]:
    """Return what to add to the scores of these articles, which are given best first."""
    answers = list(best)[:_ARTICLES]
    scores = bulk.scored_again(_shares(texts, bulk, {each: best[each] for each in answers}), best)
    common = sum(scores[each] for each in answers)
    if not common:
        return {}
    scale = sum(best[each] for each in answers) / common
    return {number: scale * score for number, score in scores.items()}


def _shares(texts: Texts, bulk: Bulk, answers: Mapping[int, float]) -> dict[Word, float]:
    """Return the words that tell these articles from the others, with the share of each.

    Of the forms of a word the first in order stands for all.
    """
    shares: defaultdict[str, float] = defaultdict(float)
    holding: Counter[str] = Counter()
    counted = list(map(texts.counted, answers))
    for each, score in zip(counted, answers.values(), strict=True):
        holding.update(each.counts.keys())
        for term, count in each.counts.items():
            shares[term] += score * count / each.words
    first = texts.first_forms(counted)
    common = {first[term]: shares[term] for term, articles in holding.items() if articles > 1}
    return {Word(form): common[form] for form in _most_telling(bulk, common)}


def _most_telling(bulk: Bulk, shares: Mapping[str, float]) -> list[str]:
    """Return the words whose share times rarity is largest.

    The largest shares come first: once no rarity could lift one, the others are not looked up.
    """
    found: list[tuple[float, str]] = []
    highest = bulk.highest_rarity
    for loss, form in sorted((-share, form) for form, share in shares.items()):
        # A share is nothing where the articles score nothing.
        least = found[-1][0] / loss if loss and len(found) == _WORDS else 0.0
        if least > highest:
            break
        insort(found, (loss * bulk.rarity(form, least), form))
        del found[_WORDS:]
    return [form for _, form in found]

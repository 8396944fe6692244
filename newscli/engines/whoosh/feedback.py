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
from collections.abc import Mapping

from newscli.core.analysis import Stem, words
from newscli.core.query import And, Node, Or, Word
from newscli.engines.whoosh.bulk.bulk import Bulk
from newscli.engines.whoosh.records import read_text
from newscli.engines.whoosh.snapshot import Snapshot

POOL = 200
"""How many of the best articles are scored again."""
_ARTICLES = 10
_WORDS = 10


def is_loose(tree: Node) -> bool:
    """Tell whether the query leaves open which of its words an article holds."""
    return any(isinstance(each, Or) for each in (tree.nodes if isinstance(tree, And) else (tree,)))


def bonuses(
    snapshot: Snapshot, bulk: Bulk, stem: Stem, best: Mapping[int, float]
) -> dict[int, float]:
    """Return what to add to the scores of these articles, which are given best first."""
    answers = list(best)[:_ARTICLES]
    scores = bulk.scored_again(
        _shares(snapshot, bulk, stem, {each: best[each] for each in answers}), best
    )
    common = sum(scores[each] for each in answers)
    if not common:
        return {}
    scale = sum(best[each] for each in answers) / common
    return {number: scale * score for number, score in scores.items()}


def _shares(
    snapshot: Snapshot, bulk: Bulk, stem: Stem, answers: Mapping[int, float]
) -> dict[Word, float]:
    """Return the words that tell these articles from the others, with the gain of each.

    Of the forms of a word the first in order stands for all.
    """
    shares: defaultdict[str, float] = defaultdict(float)
    forms: defaultdict[str, set[str]] = defaultdict(set)
    holding: Counter[str] = Counter()
    for number, score in answers.items():
        found = Counter(word.exact for word in words(read_text(snapshot.content(number))))
        stems: Counter[str] = Counter()
        for form, count in found.items():
            stems[stem(form)] += count
            forms[stem(form)].add(form)
        holding.update(stems.keys())
        for term, count in stems.items():
            shares[term] += score * count / stems.total()
    common = {Word(min(forms[term])): shares[term] for term in shares if holding[term] > 1}
    telling = _most_telling(bulk, common)
    return {word: common[word] * gain for word, gain in bulk.gains(telling).items()}


def _most_telling(bulk: Bulk, shares: Mapping[Word, float]) -> list[Word]:
    """Return the words whose share times rarity is largest.

    The largest shares come first: once no rarity could lift one, the others are not looked up.
    """
    found: list[tuple[float, str, Word]] = []
    for word in sorted(shares, key=lambda word: (-shares[word], word.form)):
        if len(found) == _WORDS and -found[-1][0] > shares[word] * bulk.highest_rarity:
            break
        insort(found, (-shares[word] * bulk.rarity(word), word.form, word))
        del found[_WORDS:]
    return [word for *_, word in found]

"""How alike two texts are: word 5-shingles, and bottom-k sketches of them.

A shingle is five words in a row; a text of fewer words is one shingle. Two texts are as
alike as the share of their shingles that both have (Jaccard). Of each text the 32 smallest
numbers of its shingles are kept, and from those of two texts the share is estimated: the
bottom-k sketch of Broder, On the resemblance and containment of documents, 1997.

Limits: an estimate near J errs by the root of J(1 - J)/32, at most 0.09 (of 700 pairs of press
releases by 0.05 above 0.8 and 0.07 below), so it only chooses what is compared whole; two
different shingles have the same number once in 4 billion pairs; the order of paragraphs hardly
counts, and a text with every fifth word changed is another text.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from zlib import crc32

from newscli.core.results import Sketch

SHINGLE = 5
"""Words of a shingle, in a row."""

KEPT = 32
"""Numbers of a sketch: 128 bytes."""

BASE, MIXER = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93
"""Odd numbers of 64 bits without a pattern."""

_MASK = (1 << 64) - 1


def word_number(word: str) -> int:
    """Return a number that stands for a word, the same in every process and on every machine."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def shingle_number(words: Iterable[int]) -> int:
    """Return 32 bits that stand for a shingle, of the numbers of its words."""
    number = 0
    for each in words:
        number = (number * BASE + each) & _MASK
    number ^= number >> 32
    return (number * MIXER & _MASK) >> 32


def shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Return the different shingles of a text, given its folded words."""
    if len(words) < SHINGLE:
        return frozenset((tuple(words),)) if words else frozenset()
    return frozenset(zip(*(words[at:] for at in range(SHINGLE)), strict=False))


def sketch(words: Sequence[str]) -> Sketch:
    """Return the sketch of a text, given its folded words."""
    numbers = {word: word_number(word) for word in set(words)}
    found = {shingle_number(map(numbers.__getitem__, each)) for each in shingles(words)}
    return tuple(sorted(found)[:KEPT])


def jaccard(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """Return the share of all shingles that both texts have; texts without words are alike."""
    common = len(one & other)
    union = len(one) + len(other) - common
    return common / union if union else 1.0


def estimated(one: Sketch, other: Sketch) -> float:
    """Estimate the Jaccard of two texts by their sketches."""
    smallest = sorted({*one, *other})[:KEPT]
    common = {*one}.intersection(other).intersection(smallest)
    return len(common) / len(smallest) if smallest else 1.0

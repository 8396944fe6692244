"""Two sets of articles beside each other: what both have, what one has, and which words differ.

The words that tell them apart are keywords (see `keyness`) of the articles of A alone
against those of B alone. Where all of one set are in the other, they are its articles
against those that only the other has.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from newscli.core.answers import Found, Question
from newscli.core.results import Page
from newscli.research.keyness import Key, is_telling, keywords


@dataclass(frozen=True, slots=True)
class Side:
    """Some of the articles of one kind, and how many there are."""

    total: int
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class CompareAnswer:
    """The answer of `compare`."""

    question: Question
    a: str
    b: str
    both: Side
    only_a: Side
    only_b: Side
    more_in_a: tuple[Key, ...]
    """Counted in A, and then in B."""
    more_in_b: tuple[Key, ...]
    """Likewise: their effect is below 0."""


def numbered(pages: Iterable[Page], place: Callable[[str], str]) -> Iterator[Side]:
    """Turn pages into sides; the ranks of their articles run through all of them."""
    rank = 0
    for page in pages:
        found = tuple(
            Found(rank + nth, hit.summary, place(hit.summary.path), hit.score)
            for nth, hit in enumerate(page.hits, 1)
        )
        rank += len(found)
        yield Side(page.total, found)


def telling(
    a: Mapping[str, int], b: Mapping[str, int], *, least: int, most: int | None
) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    """Return the words that A has more of, then those that B has, the surest first.

    Words that could not be a label (`keyness.is_telling`) are left out.
    """
    of_a = [key for key in keywords(a, b, least=least) if is_telling(key.word)]
    of_b = [key for key in keywords(b, a, least=least) if is_telling(key.word)]
    turned = (Key(key.word, key.other, key.count, key.score, -key.effect) for key in of_b[:most])
    return tuple(of_a[:most]), tuple(turned)

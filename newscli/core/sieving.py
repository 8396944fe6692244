"""Which texts may answer a query, told by which of its words they have at all.

Where the words stand is not looked at: a text that passes may still not answer, one that
does not pass never does. No word reaches over white space, so what the query's words have
to do with a piece of text between white space is found out once for all texts, with one
look for all of the words.
"""

from collections.abc import Iterator

from newscli.core import analysis
from newscli.core.glancing import Glance
from newscli.core.query import (
    And,
    Dated,
    Everything,
    Fuzzy,
    InFolder,
    InPart,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Regex,
    Single,
    Wildcard,
    Word,
)

_MOST_KEPT = 200_000


class Sieve:
    """Passes the texts that may answer one query."""

    def __init__(self, tree: Node, glance: Glance) -> None:
        self._held = _Held(tuple(dict.fromkeys(_singles(tree))), glance)
        self._passing = _Passing(tree, self._held.singles)

    def passes(self, text: str) -> bool:
        """Tell whether the text may answer."""
        held = 0
        for each in set(map(self._held.__getitem__, text.split())):
            held |= each
        return self._passing[held]


class _Held(dict[str, int]):
    """Which words of the query a piece of text has, a bit each."""

    def __init__(self, singles: tuple[Single, ...], glance: Glance) -> None:
        super().__init__()
        self.singles = singles
        self._fits = [(1 << at, glance.asked(single)) for at, single in enumerate(singles)]

    def __missing__(self, piece: str) -> int:
        words = analysis.words(piece)
        held = sum(bit for bit, fits in self._fits if any(map(fits, words)))
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[piece] = held
        return held


class _Passing(dict[int, bool]):
    """Whether a text with these words of the query may answer it."""

    def __init__(self, tree: Node, singles: tuple[Single, ...]) -> None:
        super().__init__()
        self._tree = tree
        self._bits = {single: 1 << at for at, single in enumerate(singles)}

    def __missing__(self, held: int) -> bool:
        self[held] = self._may_match(self._tree, held)
        return self[held]

    def _may_match(self, node: Node, held: int) -> bool:
        match node:
            case And(nodes):
                return all(self._may_match(child, held) for child in nodes)
            case Or(nodes):
                return any(self._may_match(child, held) for child in nodes)
            case Not() | Everything() | Dated() | InFolder():
                return True
            case _:
                return all(held & self._bits[single] for single in _singles(node))


def _singles(node: Node) -> Iterator[Single]:
    """Go through the words and patterns that are wanted; those of a leaf are so together."""
    match node:
        case And(nodes) | Or(nodes) | Phrase(nodes):
            for child in nodes:
                yield from _singles(child)
        case Near(left, right):
            yield from _singles(left)
            yield from _singles(right)
        case InPart(_, leaf):
            yield from _singles(leaf)
        case Word() | Wildcard() | Fuzzy() | Regex():
            yield node
        case Everything() | Dated() | InFolder() | Not():
            return

"""A query as a tree.

    Everything                           every article
    Word Phrase Near                     words, by position
    Wildcard Fuzzy Regex                 any of the words as written that fit
    InPart                               one of the above, within one part of the article
    Dated InFolder                       what is known about the article
    And Or Not                           of any of these

What a node matches is defined once, in `newscli.core.matching`; an engine may be
faster but not different. `newscli.core.language` reads one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar


class View(StrEnum):
    """Which form of a word is compared."""

    STEM = "stem"  # any form of the word
    EXACT = "exact"  # this form, case and accents folded
    CAPITAL = "capital"  # this form in capitals


class Part(StrEnum):
    """A part of an article that can be searched on its own."""

    LEAD = "lead"
    HEADLINE = "headline"
    CAPTION = "caption"
    QUOTE = "quote"
    BYLINE = "by"


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `form` is folded, and in capitals when the view is CAPITAL."""

    form: str
    view: View = View.STEM


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, with at most `slop` other words between them in all."""

    words: tuple[Word, ...]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Near:
    """Two words or phrases in any order, with at most `distance - 1` words between."""

    left: Word | Phrase
    right: Word | Phrase
    distance: int


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words as written that fit: `*` any letters, `?` one."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words as written, the same first letter, at most `edits` edits away.

    An edit is a letter put in, left out or replaced, or two neighbours swapped.
    """

    form: str
    edits: int = 1


@dataclass(frozen=True, slots=True)
class Regex:
    """Words as written that the whole regular expression fits."""

    pattern: str


Pattern = Wildcard | Fuzzy | Regex
"""What many words may fit."""
Single = Word | Pattern
"""A leaf that is one word at a time."""
Leaf = Single | Phrase | Near


@dataclass(frozen=True, slots=True)
class InPart:
    """A leaf that lies wholly within one part."""

    part: Part
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Dated:
    """An article whose date lies wholly from `since` to `until`, both included."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class InFolder:
    """An article below a folder: an absolute path, or names that follow one another in it."""

    name: str


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of them."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Every article but these."""

    node: "Node"


Node = (
    Everything
    | Word
    | Phrase
    | Near
    | Wildcard
    | Fuzzy
    | Regex
    | InPart
    | Dated
    | InFolder
    | And
    | Or
    | Not
)


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was read."""

    tree: Node
    raw: str
    notes: tuple[str, ...] = ()
    """What was understood otherwise than the words may have meant."""


def both(*nodes: Node | None) -> Node:
    """Join nodes that must all match; None and Everything add nothing."""
    kept = tuple(node for node in nodes if node is not None and node != Everything())
    if not kept:
        return Everything()
    return kept[0] if len(kept) == 1 else And(kept)


def leaves(node: Node, *, unwanted: bool = False) -> Iterator[Leaf | InPart]:
    """Go through the leaves in order: those that are wanted, or those below a Not too."""
    match node:
        case And(nodes) | Or(nodes):
            for child in nodes:
                yield from leaves(child, unwanted=unwanted)
        case Word() | Phrase() | Near() | Wildcard() | Fuzzy() | Regex() | InPart():
            yield node
        case Not(child) if unwanted:
            yield from leaves(child, unwanted=True)
        case Everything() | Dated() | InFolder() | Not():
            return


def leaf_words(leaf: Leaf | InPart) -> tuple[Word, ...]:
    """Return the words a leaf spells out: none for a pattern."""
    match leaf:
        case InPart(_, inner):
            return leaf_words(inner)
        case Word():
            return (leaf,)
        case Phrase(words):
            return words
        case Near(left, right):
            return leaf_words(left) + leaf_words(right)
        case Wildcard() | Fuzzy() | Regex():
            return ()


def without_capitals(node: Node, absent: frozenset[str]) -> Node:
    """Return the tree with these capital forms searched in any case."""
    match node:
        case And(nodes):
            return And(tuple(without_capitals(child, absent) for child in nodes))
        case Or(nodes):
            return Or(tuple(without_capitals(child, absent) for child in nodes))
        case Not(child):
            return Not(without_capitals(child, absent))
        case InPart(part, leaf):
            return InPart(part, _any_case(leaf, absent))
        case Word() | Near():
            return _any_case(node, absent)
        case _:
            return node


_Leaf = TypeVar("_Leaf", Leaf, Word | Phrase)


def _any_case(leaf: _Leaf, absent: frozenset[str]) -> _Leaf:
    match leaf:
        case Word(form, View.CAPITAL) if form in absent:
            return Word(form.lower(), View.STEM)
        case Near(left, right, distance):
            return Near(_any_case(left, absent), _any_case(right, absent), distance)
        case _:
            return leaf

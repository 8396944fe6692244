"""A tree as text in the query language, in its shortest form: the way back from `parse`.

For every tree that `newscli.core.language.parse` returns, reading the text gives the
tree again. The one exception are forms that folding has made of signs the tokeniser
cuts otherwise (`½` is looked up as `1⁄2`).
"""

import re

from newscli.core.language.lexing import QUOTES
from newscli.core.query import (
    And,
    Dated,
    Everything,
    Fuzzy,
    InFolder,
    InPart,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Regex,
    View,
    Wildcard,
    Word,
)

_PLAIN_NAME = re.compile(r"[\w./+-]+")
_OPERATORS = {"OR", "AND", "NOT", "NEAR"}


def unparsed(tree: Node) -> str:
    """Return the query that reads as this tree."""
    match tree:
        case Or(()):
            return "?"  # punctuation alone: matches nothing
        case Or(nodes):
            return " OR ".join(map(unparsed, nodes))
        case And(nodes):
            return " ".join(map(_bracketed_or, nodes))
        case Not(And() | Or((_, *_)) | Near() as several):
            return f"-({unparsed(several)})"
        case Not(node):
            return f"-{unparsed(node)}"
        case Everything():
            return "*"
        case Dated():
            return _dates(tree)
        case InFolder(name):
            return f"in:{_name(name)}"
        case InPart(part, Near() as near):
            return f"{part}:({_leaf(near)})"
        case InPart(part, leaf):
            return f"{part}:{_leaf(leaf)}"
        case leaf:
            return _leaf(leaf)


def _bracketed_or(node: Node) -> str:
    return f"({unparsed(node)})" if isinstance(node, Or) else unparsed(node)


def _leaf(leaf: Leaf) -> str:
    match leaf:
        case Word():
            return _word(leaf)
        case Phrase(words, slop):
            return _phrase(words, slop)
        case Near(left, right, distance):
            return f"{_leaf(left)} NEAR/{distance} {_leaf(right)}"
        case Wildcard(pattern):
            return pattern
        case Fuzzy(form, edits):
            return f"{form}~" if edits == 1 else f"{form}~{edits}"
        case Regex(pattern):
            return f"/{pattern}/"


def _word(word: Word) -> str:
    as_written = word.view is View.EXACT or word.form in _OPERATORS
    return f"={word.form}" if as_written else word.form


def _phrase(words: tuple[Word, ...], slop: int) -> str:
    forms = [word.form for word in words]
    if words[0].view is View.STEM:
        return "-".join(forms)
    return f'"{" ".join(forms)}"' + (f"~{slop}" if slop else "")


def _dates(dated: Dated) -> str:
    since, until = (day.isoformat() if day else "" for day in (dated.since, dated.until))
    return f"date:{since}" if since == until else f"date:{since}..{until}"


def _name(name: str) -> str:
    if _PLAIN_NAME.fullmatch(name):
        return name
    escaped = re.sub(rf"([\\{QUOTES}])", r"\\\1", name)
    return f'"{escaped}"'

"""A query tree as Whoosh queries over the fields of fields.py."""

from functools import partial
from typing import Any

from whoosh import query

from matchers.limits import AnyTerm, Narrowed, Without, dated
from matchers.positional import AnyForm, Positional
from newscli.core.analysis import Stem
from newscli.core.matching import is_in_folder
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
    Wildcard,
    Word,
    leaf_words,
)
from newscli.engines.whoosh.fields import REGION, WORDS, term


def translate(node: Node, stem: Stem) -> Any:
    """Return the Whoosh query that matches what the tree matches."""
    match node:
        case Everything():
            return query.Every()
        case And(nodes):
            return _all_of(nodes, stem)
        case Or(()):
            return query.NullQuery
        case Or(nodes):
            return _any_of([translate(child, stem) for child in nodes])
        case Not(child):
            return Without(query.Every(), translate(child, stem))
        case Dated(since, until):
            return dated(since, until)
        case InFolder(name):
            return AnyTerm("folder", lambda directory: is_in_folder(directory, name))
        case InPart(part, leaf):
            region = query.Term(WORDS, REGION + part)
            return Positional(node, Narrowed(_candidates(leaf, stem), region), stem)
        case Phrase() | Near():
            return Positional(node, _candidates(node, stem), stem)
        case Word() | Wildcard() | Fuzzy() | Regex():
            return _candidates(node, stem)


def _all_of(nodes: tuple[Node, ...], stem: Stem) -> Any:
    """Join what must match; what only narrows the answer adds nothing to its scores."""
    of = partial(translate, stem=stem)
    unwanted = [of(node.node) for node in nodes if isinstance(node, Not)]
    narrowing = [of(node) for node in nodes if isinstance(node, Dated | InFolder)]
    scored = [of(node) for node in nodes if not isinstance(node, Not | Dated | InFolder)]
    if not scored:
        found = query.And(narrowing) if narrowing else query.Every()
    else:
        found = query.And(scored) if len(scored) > 1 else scored[0]
        if narrowing:
            found = Narrowed(found, query.And(narrowing))
    return Without(found, _any_of(unwanted)) if unwanted else found


def _any_of(queries: list[Any]) -> Any:
    """Join alternatives; for small indexes Whoosh would take a way that loses scores of 0."""
    found = query.Or(queries)
    found.matcher_type = query.Or.DEFAULT_MATCHER
    return found


def _candidates(leaf: Leaf, stem: Stem) -> Any:
    """Return the query of all articles the leaf could occur in."""
    if isinstance(leaf, Wildcard | Fuzzy | Regex):
        return AnyForm(leaf)
    terms = [query.Term(*term(word, stem)) for word in dict.fromkeys(leaf_words(leaf))]
    return terms[0] if len(terms) == 1 else query.And(terms)


def can_score(node: Node) -> bool:
    """Tell whether Whoosh too has a score of words alone for all that matches the tree."""
    match node:
        case And(nodes):
            scored = [each for each in nodes if not isinstance(each, Not | Dated | InFolder)]
            return bool(scored) and all(map(can_score, scored))
        case Or(nodes):
            return all(map(can_score, nodes))
        case InPart(_, leaf):
            return can_score(leaf)
        case Everything() | Not() | Dated() | InFolder():
            return False
        case _:
            return True

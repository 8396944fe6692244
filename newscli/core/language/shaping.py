"""Trees in their simplest shape, so that one question is written in one way.

An And holds no And and an Or no Or, each node once and in the order given; a Not
holds no Not; one node needs no And or Or around it.
"""

from collections.abc import Iterable

from newscli.core.query import (
    And,
    Dated,
    Everything,
    InFolder,
    InPart,
    Node,
    Not,
    Or,
    Part,
    Wildcard,
    both,
)


def all_of(nodes: Iterable[Node]) -> Node:
    """Return what matches where every node does; no node at all is Everything."""
    flat: dict[Node, None] = {}
    for node in nodes:
        flat |= dict.fromkeys(node.nodes if isinstance(node, And) else (node,))
    return both(*flat)


def any_of(nodes: Iterable[Node]) -> Node:
    """Return what matches where at least one node does; no node at all is `Or(())`."""
    flat: dict[Node, None] = {}
    for node in nodes:
        flat |= dict.fromkeys(node.nodes if isinstance(node, Or) else (node,))
    return next(iter(flat)) if len(flat) == 1 else Or(tuple(flat))


def excluding(node: Node) -> Node:
    """Return what matches where the node does not."""
    return node.node if isinstance(node, Not) else Not(node)


def within(part: Part, node: Node) -> Node:
    """Return the tree with each leaf looked for in that part alone.

    The tree has no parts yet. Everything becomes any word of the part.
    """
    match node:
        case And(nodes):
            return all_of(within(part, child) for child in nodes)
        case Or(nodes):
            return any_of(within(part, child) for child in nodes)
        case Not(child):
            return Not(within(part, child))
        case Everything():
            return InPart(part, Wildcard("*"))
        case InPart() | Dated() | InFolder():
            raise ValueError(f"not within a part: {node}")
        case leaf:
            return InPart(part, leaf)


def only_limits(node: Node) -> bool:
    """Tell whether the node asks for no word, but keeps others out."""
    match node:
        case Everything() | Dated() | InFolder() | Not():
            return True
        case And(nodes) | Or(nodes):
            return all(only_limits(child) for child in nodes)
        case _:
            return False

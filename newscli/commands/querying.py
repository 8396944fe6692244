"""What a query and a selection ask of an index."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newscli.commands.desk import Desk
from newscli.commands.selection import Chosen, Selection, choose
from newscli.core import language
from newscli.core.answers import Question
from newscli.core.meant import sought
from newscli.core.query import (
    Everything,
    Node,
    Or,
    View,
    Word,
    both,
    leaf_words,
    leaves,
    without_capitals,
)
from newscli.engines.port import Engine


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and a selection, understood for one index."""

    raw: str
    words: Node
    """The query alone; Everything if no words were typed."""
    chosen: Chosen
    notes: tuple[str, ...] = ()
    """What was understood otherwise than the words may have meant."""

    @property
    def tree(self) -> Node:
        """All that an article must match."""
        return both(self.words, self.chosen.tree)

    @property
    def question(self) -> Question:
        """What was asked, to be told with the answer."""
        since, until, folder = self.chosen.since, self.chosen.until, self.chosen.folder
        return Question(
            self.raw,
            str(since) if since else None,
            str(until) if until else None,
            folder.name if folder else None,
        )


def ask(desk: Desk, words: Sequence[str], selection: Selection, *, any_word: bool = False) -> Asked:
    """Understand the words and the selection options; raises BadQuery, BadDate or UsageError."""
    chosen = choose(selection, desk.settings)
    raw = " ".join(words)
    if not words:
        return Asked(raw, Everything(), chosen)
    query = language.parse(raw, today=desk.settings.today, any_word=any_word)
    return Asked(raw, query.tree, chosen, query.notes)


def fitted(desk: Desk, engine: Engine, asked: Asked) -> Asked:
    """Search in any case for capital forms that no article has; notes go to standard error."""
    absent = absent_capitals(asked.words, engine)
    for message in asked.notes:
        desk.note(message)
    for form in sorted(absent):
        desk.note(f"no article has `{form}` in capitals: any case")
    return replace(asked, words=without_capitals(asked.words, absent), notes=())


def holding(name: str | None) -> Node:
    """Return what an article must match to name somebody: each word sought, or its possessive."""
    return both(*map(_bare_or_possessive, sought(name or "")))


def spelling(name: str) -> Node:
    """Return the words of a name as they were typed, to see which of them occur."""
    return both(*(Word(word, View.EXACT) for word in sought(name)))


def _bare_or_possessive(word: str) -> Node:
    # Not the stem: that of `Howe's` is not that of `Howe`.
    return Or((Word(word, View.EXACT), Word(f"{word}'s", View.EXACT)))


def in_any_case(tree: Node, engine: Engine) -> Node:
    """Return the tree with capital forms that no article has searched in any case."""
    return without_capitals(tree, absent_capitals(tree, engine))


def absent_capitals(tree: Node, engine: Engine) -> frozenset[str]:
    """Return the capital forms that the tree asks for and no article has."""
    capitals = {
        word.form
        for leaf in leaves(tree, unwanted=True)
        for word in leaf_words(leaf)
        if word.view is View.CAPITAL
    }
    return frozenset(form for form in capitals if not engine.count(Word(form, View.CAPITAL)))

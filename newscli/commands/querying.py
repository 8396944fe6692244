"""What a query asks of an index, and what to say when it finds nothing there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from newscli.commands.desk import Desk
from newscli.commands.selection import Chosen, Selection, choose, unknown_folder
from newscli.core import analysis, language
from newscli.core.answers import Question
from newscli.core.query import (
    And,
    Everything,
    InPart,
    Leaf,
    Node,
    Or,
    View,
    Word,
    both,
    leaf_words,
    leaves,
    without_capitals,
)
from newscli.core.results import Suggestion
from newscli.core.spelling import nearest
from newscli.engines.port import Engine
from newscli.render.counts import counted
from newscli.render.messages import hint

MOST_WORDS_TO_COMBINE = 8
"""So many words can be left out one by one to see what most of them would find."""


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
    absent = _absent_capitals(asked.words, engine)
    for message in asked.notes:
        desk.note(message)
    for form in sorted(absent):
        desk.note(f"no article has `{form}` in capitals: any case")
    return replace(asked, words=without_capitals(asked.words, absent), notes=())


def holding(name: str | None) -> Node:
    """Return what an article must match to name somebody: each word of the name, in any case."""
    return both(*(Word(word.exact, View.EXACT) for word in analysis.words(name or "")))


def say_nothing_matches(desk: Desk, engine: Engine, asked: Asked) -> None:
    """Say that no article matches, and what may find more."""
    if asked.words == Everything():
        desk.note("no article is chosen")
    else:
        desk.note(f"no article matches `{asked.raw}`")
        if found := suggestion(asked.words, engine):
            hint(f"did you mean {found.word}? ({counted(found.articles)})", desk.err, desk.err_look)
    explain(desk, engine, asked)


def suggestion(tree: Node, engine: Engine) -> Suggestion | None:
    """Return the nearest spelling that occurs, for the first word that does not."""
    for leaf in leaves(tree):
        for word in leaf_words(leaf.leaf if isinstance(leaf, InPart) else leaf):
            if not engine.count(word):
                return nearest(word.form.lower(), engine.vocabulary())
    return None


def explain(desk: Desk, engine: Engine, asked: Asked) -> None:
    """Say why nothing was found, as far as the index can tell."""
    tree, chosen = asked.words, asked.chosen
    if message := unknown_folder(chosen, engine):
        desk.note(message)
        return
    if tree == Everything():
        return
    if chosen.tree != both() and (unlimited := engine.count(tree)):
        articles = counted(unlimited, "article matches", "articles match")
        desk.note(f"{articles} without the limits of date and folder")
        return
    wanted = _wanted_together(tree)
    if len(wanted) < 2 or not all(map(engine.count, wanted)):
        return
    for size in range(len(wanted) - 1, 0, -1):
        most = Or(tuple(And(some) for some in combinations(wanted, size)))
        if articles_with_most := engine.count(most):
            articles = counted(articles_with_most, "article has", "articles have")
            hint(
                f"{articles} {size} of the {len(wanted)} words: `--any` ranks those",
                desk.err,
                desk.err_look,
            )
            return


def _wanted_together(tree: Node) -> tuple[Leaf | InPart, ...]:
    """Return the leaves of a query that asks for all of several."""
    if not isinstance(tree, And):
        return ()
    wanted = tuple(leaves(tree))
    return wanted if len(wanted) <= MOST_WORDS_TO_COMBINE else ()


def _absent_capitals(tree: Node, engine: Engine) -> frozenset[str]:
    capitals = {
        word.form
        for leaf in leaves(tree)
        for word in leaf_words(leaf.leaf if isinstance(leaf, InPart) else leaf)
        if word.view is View.CAPITAL
    }
    return frozenset(form for form in capitals if not engine.count(Word(form, View.CAPITAL)))

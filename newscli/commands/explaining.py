"""Why nothing was found, as far as the index can tell, and what may find more."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from newscli.commands.desk import Desk
from newscli.commands.querying import Asked
from newscli.core.query import (
    And,
    Everything,
    InFolder,
    InPart,
    Leaf,
    Node,
    Or,
    Part,
    Word,
    leaf_words,
    leaves,
)
from newscli.core.results import Suggestion
from newscli.core.spelling import nearest
from newscli.engines.port import Engine
from newscli.render.counts import counted

MOST_WORDS_TO_COMBINE = 8
"""Words of a query, at most, of which some are left out to see what the others would find."""

MOST_FOLDERS = 5
"""Folders that are named, those with the most articles."""


def say_nothing_matches(desk: Desk, engine: Engine, asked: Asked, *, has_any: bool = False) -> None:
    """Say that no article matches, and what may find more; not every verb has `--any`."""
    if asked.words == Everything():
        desk.note("no article is chosen")
    else:
        desk.note(f"no article matches `{asked.raw}`")
        suggest(desk, engine, asked.words)
    explain(desk, engine, asked, has_any=has_any)


def suggest(desk: Desk, engine: Engine, words: Node) -> None:
    """Say how the first word that no article has may be spelt."""
    if found := suggestion(words, engine):
        desk.hint(f"did you mean {found.word}? ({counted(found.articles)})")


def suggestion(tree: Node, engine: Engine) -> Suggestion | None:
    """Return the nearest spelling that occurs, for the first word that does not."""
    for leaf in leaves(tree):
        for word in leaf_words(leaf):
            if not engine.count(word):
                found = nearest(word.form.lower(), engine.vocabulary())
                # As many as will be found: those with another form of the word too.
                return found and replace(found, articles=engine.count(Word(found.word, word.view)))
    return None


def explain(desk: Desk, engine: Engine, asked: Asked, *, has_any: bool) -> None:
    """Tell of a folder that is not there, of limits that leave nothing, of words apart."""
    if any(isinstance(leaf, InPart) and leaf.part is Part.QUOTE for leaf in leaves(asked.words)):
        desk.hint("`quote:` is a quote set apart; what people say is found by `newscli quotes`")
    if unknown := [each for each in _folders(asked.tree) if not engine.count(each)]:
        desk.note(f"no indexed folder is called `{unknown[0].name}`")
        _name_folders(desk, engine)
    elif asked.words == Everything():
        _tell_the_time(desk, engine)
    elif asked.chosen.tree != Everything() and (unlimited := engine.count(asked.words)):
        articles = counted(unlimited, "article matches", "articles match")
        desk.note(f"{articles} without the limits of date and folder")
    else:
        _leave_words_out(desk, engine, _wanted_together(asked.words), has_any=has_any)


def _folders(node: Node) -> Iterator[InFolder]:
    """Go through the folders that an article must or may be below."""
    match node:
        case And(nodes) | Or(nodes):
            for child in nodes:
                yield from _folders(child)
        case InFolder():
            yield node


def _name_folders(desk: Desk, engine: Engine) -> None:
    articles: Counter[str] = Counter()
    for directory, held in engine.directories(Everything()).items():
        articles[os.path.basename(directory)] += held
    if articles:
        most = sorted(articles, key=lambda name: (-articles[name], name))
        named = ", ".join(f"`{name}`" for name in most[:MOST_FOLDERS])
        others = " and others" if len(most) > MOST_FOLDERS else ""
        desk.hint(f"articles are in {named}{others}")


def _tell_the_time(desk: Desk, engine: Engine) -> None:
    if dates := [each for each in engine.dates(Everything()) if each]:
        first, last = min(each.first for each in dates), max(each.last for each in dates)
        desk.hint(f"articles are of {first} to {last}")


def _leave_words_out(
    desk: Desk, engine: Engine, wanted: tuple[Leaf | InPart, ...], *, has_any: bool
) -> None:
    """Tell how many articles have the most of the words, if each of them stands somewhere."""
    if len(wanted) < 2 or not all(map(engine.count, wanted)):
        return
    for size in range(len(wanted) - 1, 0, -1):
        most = Or(tuple(And(some) for some in combinations(wanted, size)))
        if articles_with_most := engine.count(most):
            articles = counted(articles_with_most, "article has", "articles have")
            those = "`--any` ranks those" if has_any else "`newscli search --any` finds those"
            desk.hint(f"{articles} {size} of the {len(wanted)} words: {those}")
            return


def _wanted_together(tree: Node) -> tuple[Leaf | InPart, ...]:
    """Return the leaves of a query that asks for all of several."""
    if not isinstance(tree, And):
        return ()
    wanted = tuple(leaves(tree))
    return wanted if len(wanted) <= MOST_WORDS_TO_COMBINE else ()

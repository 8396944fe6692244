"""The query language: words to a tree.

Operators are capitals; `or`, `and`, `not` and `near` are words. NOT binds tightest,
then AND (a space), then OR; a NEAR makes one thing of what it joins before any of
them, so `NOT a NEAR/3 b` excludes the pair, while a `-` belongs to what it touches.
A chain `a NEAR/3 b NEAR/3 c` asks for both pairs. A part of the article distributes
over its bracket, and `caption:*` is any word in a caption.

With `any_word` a space means `as many as match`: what stands side by side becomes an
OR, but for what is excluded, dates and folders. A written AND stays one, and binds first.

`newscli.core.language.lexing` finds the pieces, `newscli.core.language.terms` reads single words,
`newscli.core.language.grammar` puts them together.
"""

from datetime import date

from newscli.core.language.grammar import Reader
from newscli.core.language.lexing import scan
from newscli.core.query import Or, Query
from newscli.errors import BadQuery

__all__ = ["LONGEST", "parse"]

LONGEST = 10_000
"""How many characters a query may have."""


def parse(raw: str, *, today: date, any_word: bool = False) -> Query:
    """Read a query; `today` is what dates such as `last week` count from.

    A query of punctuation alone matches nothing, and a note says so. Raises BadQuery,
    with the place, for anything that could only be read by guessing.
    """
    if not raw.strip():
        raise BadQuery("the query is empty", raw, 0, "type what to look for")
    if len(raw) > LONGEST:
        raise BadQuery(
            f"the query is longer than {LONGEST:,} characters",
            raw,
            LONGEST,
            "search for its most telling words",
        )
    pieces, notes = scan(raw)
    reader = Reader(raw, pieces, notes, today, any_word)
    tree = reader.whole()
    if tree is None:
        return Query(Or(()), raw, (f"`{raw.strip()}` holds no word",))
    return Query(tree, raw, tuple(dict.fromkeys(notes)))

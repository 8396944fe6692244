"""What a single written word, or a phrase, of a query stands for.

A word that the tokeniser cuts into several, such as `covid-19`, is a phrase. A word
of 2 to 5 capitals is searched in capitals when it stands alone; within a phrase any
case will do. In quotes, and after `=`, words are searched as written.
"""

import re
from itertools import groupby

from newscli.core import analysis
from newscli.core.query import And, Everything, Fuzzy, Node, Phrase, View, Wildcard, Word
from newscli.errors import BadQuery

MOST_EDITS = 2

_URL = re.compile(r"[^\W_]+://")
_FUZZY = re.compile(r"((?:\\.|[^\\~])*)~([0-9]*)[?!.,;:…]*", re.DOTALL)
_SIGN = re.compile(r"\\.|\*+|\?(?=\?*(?:\*|[^\W_]))", re.DOTALL)

# The tokeniser decides where words part, so the signs of a wildcard go through it as
# letters that no news text has: two of the syllabary of Linear A.
_ANY = "\U00010600"
_ONE = "\U00010601"


def holds_word(text: str) -> bool:
    """Tell whether there is anything in the text that can be looked up."""
    return any(token.word.exact for token in analysis.tokens(text))


def quoted(text: str, slop: int = 0) -> Word | Phrase:
    """Read what stands in quotes; `text` must hold a word."""
    found = _spelled(text, View.EXACT)
    return Phrase(found.words, slop) if isinstance(found, Phrase) else found


def written(text: str) -> tuple[Node, str | None]:
    """Read a written word, which must hold a word or be `*`, and what to note about it.

    Raises BadQuery about the text, with the place in it.
    """
    if not text.strip("*"):
        return Everything(), None
    view = View.EXACT if text.startswith("=") else View.STEM
    if _URL.match(text):
        return _spelled(text, view), None
    if (fuzzy := _FUZZY.fullmatch(text)) and holds_word(fuzzy[1]):
        return _fuzzy(text, fuzzy[1], fuzzy[2]), None
    signed = _SIGN.sub(_as_letter, text)
    if signed != text:
        return _wildcards(text, signed, view)
    note = "`NEAR` is searched as a word; write NEAR/5 for `within 5 words`"
    return _spelled(text, view), note if text == "NEAR" else None


def _spelled(text: str, view: View) -> Word | Phrase:
    found = list(analysis.tokens(text))
    if len(found) > 1:
        return Phrase(tuple(Word(token.word.exact, view) for token in found))
    token = found[0]
    # `US's` is a form of `US`; but who asks for the form `US's` wants no other.
    if token.word.capital and (view is View.STEM or text[token.start : token.end].isupper()):
        return Word(token.word.capital, View.CAPITAL)
    return Word(token.word.exact, view)


def _fuzzy(text: str, spelling: str, edits: str) -> Fuzzy:
    """Make a fuzzy word of `spelling~edits`."""
    place = len(spelling)
    if _SIGN.sub(_as_letter, spelling) != spelling:
        raise BadQuery(
            "a word with `*` or `?` cannot be fuzzy too", text, place, "leave out the `~`"
        )
    found = analysis.words(spelling)
    if len(found) > 1:
        raise BadQuery(
            f"only one word can be fuzzy, and `{spelling}` is {len(found)}",
            text,
            place,
            "put the ~ after each word that may be misspelt",
        )
    if edits not in {"", *map(str, range(1, MOST_EDITS + 1))}:
        raise BadQuery(
            f"a word can be 1 or {MOST_EDITS} edits away, not `~{edits}`",
            text,
            place,
            f"write {spelling}~1 or {spelling}~{MOST_EDITS}",
        )
    return Fuzzy(found[0].exact, int(edits or "1"))


def _as_letter(sign: re.Match[str]) -> str:
    if sign[0].startswith("*"):
        return _ANY
    return _ONE if sign[0] == "?" else sign[0]


def _wildcards(text: str, signed: str, view: View) -> tuple[Node, str | None]:
    """Make wildcards of the words with signs, and words or phrases of those between."""
    nodes: dict[Node, None] = {}
    for plain, run in groupby(analysis.tokens(signed), key=_is_plain):
        stretch = list(run)
        if plain:
            between = signed[stretch[0].start : stretch[-1].end].replace(_ONE, " ")
            nodes[_spelled(between, view)] = None
        else:
            patterns = map(_pattern, stretch)
            nodes |= {Wildcard(pattern): None for pattern in patterns if pattern.strip("*?")}
    if len(nodes) == 1:
        return next(iter(nodes)), None
    note = f"`{text}` is several words: each is searched on its own, anywhere in the article"
    return And(tuple(nodes)), note


def _is_plain(token: analysis.Token) -> bool:
    pattern = _pattern(token)
    return pattern != "" and set("*?").isdisjoint(pattern)


def _pattern(token: analysis.Token) -> str:
    """Return the word with its signs; a `?` at its end is punctuation."""
    return token.word.exact.replace(_ANY, "*").replace(_ONE, "?").rstrip("?")

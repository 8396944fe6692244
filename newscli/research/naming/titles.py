"""Titles among words with capitals: `Foreign Minister`, `Secretary of State`, `Mr`."""

from collections.abc import Sequence

from newscli.research.naming import lexicon
from newscli.research.naming.forms import Token
from newscli.research.naming.gazetteer import FIRST_NAMES
from newscli.research.naming.heads import HEADS


def title(chunk: Sequence[Token]) -> tuple[int, int] | None:
    """Return where the first title begins and ends."""
    for at, token in enumerate(chunk):
        if _is_title(chunk, at, token.word):
            start, end = at, at + 1
            while start and chunk[start - 1].word in lexicon.MODIFIERS:
                start -= 1
            while end < len(chunk) and _goes_on(chunk, end):
                end += 1
            if start and end == len(chunk) and chunk[start - 1].is_small:
                return None  # `House of Representatives`
            return start, _behind_portfolio(chunk, end)
    return None


def _goes_on(chunk: Sequence[Token], at: int) -> bool:
    word = chunk[at].word
    more = at + 1 < len(chunk) and not chunk[at + 1].is_small
    return word in lexicon.PRECISE_TITLES or (word in lexicon.LOOSE_TITLES and more)


def _is_title(chunk: Sequence[Token], at: int, word: str) -> bool:
    if word in lexicon.PRECISE_TITLES:
        return True
    if "-" in word:
        return word.rpartition("-")[2] in {"President", "Chairman", "Minister"}
    if word not in lexicon.LOOSE_TITLES or at + 1 == len(chunk) or chunk[-1].word in HEADS:
        return False
    if chunk[at + 1].is_small:
        return False
    if at and chunk[at - 1].word in HEADS:  # `Supreme Court Justice Ada Quill`
        return chunk[at + 1].word in FIRST_NAMES
    return all(before.word in lexicon.MODIFIERS for before in chunk[:at])


def _behind_portfolio(chunk: Sequence[Token], end: int) -> int:
    """Go on behind `of State`, `of Health and Human Services`."""
    if end + 1 >= len(chunk) or chunk[end].word != "of":
        return end
    at = end
    while at < len(chunk) and chunk[at].word in lexicon.PORTFOLIOS:
        at += 1
    return at if at > end + 1 and not chunk[at - 1].is_small else end

"""Which words as written fit a wildcard, a fuzzy word or a regular expression.

Words are given folded, as `newscli.core.analysis` folds them: no case, no accents.
"""

import re
import warnings
from collections.abc import Callable

from newscli.core.analysis import fold
from newscli.core.query import Fuzzy, Pattern, Regex, Wildcard
from newscli.core.spelling import fits
from newscli.errors import BadQuery

DEEPEST = 50
"""How many brackets may stand open at once, in a regular expression as in a query."""

LONGEST = 1_000
"""How many characters a regular expression may have."""

_ESCAPE_OR_FOREIGN = re.compile(r"\\[\x00-\x7f]|\\?[^\x00-\x7f]+")
_STEP = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*+\]|.", re.DOTALL)
_REPEATED = re.compile(r"(?:[*+]|\{\d*,\})(\+?)")
"""A repetition without a limit; with a `+` behind it, one that is never tried again shorter."""
_OPTIONAL = re.compile(r"(?:\?|\{\d*,\d+\})(\+?)")

MOST_REPEATED, MOST_OPTIONAL = 5, 12
"""Repetitions of a regular expression, without a limit and with one."""

_LITERAL_START = re.compile(r"\^?((?:(?!_)[\w'])*)([?*{]?)")


def matcher(leaf: Pattern) -> Callable[[str], bool]:
    """Return the test of whether a word fits."""
    match leaf:
        case Wildcard(pattern):
            fullmatch = wildcard(pattern).fullmatch
        case Regex(pattern):
            fullmatch = regex(pattern).fullmatch
        case Fuzzy(form, edits):
            return lambda word: fits(form, word, edits)
    return lambda word: fullmatch(word) is not None


def prefix(leaf: Pattern) -> str:
    """Return what every word that fits begins with; it may be empty."""
    match leaf:
        case Wildcard(pattern):
            return re.split("[*?]", pattern, maxsplit=1)[0]
        case Fuzzy(form):
            return form[:1]
        case Regex(pattern):
            return _literal_start(pattern)


def wildcard(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which `*` is any letters, or none, and `?` is one.

    A piece between two stars is taken where it first stands, for good: what follows can
    only have more room there. So no pattern takes long, however long the word.
    """
    first, *others = (
        "".join("." if sign == "?" else re.escape(sign) for sign in piece)
        for piece in pattern.split("*")
    )
    inner = "".join(f"(?>.*?{piece})" for piece in others[:-1])
    ending = f".*{others[-1]}" if others else ""
    return re.compile(first + inner + ending, re.DOTALL)


def regex(pattern: str) -> re.Pattern[str]:
    """Compile a regular expression for folded words; escapes such as `\\S` keep their case.

    Raises BadQuery about the pattern, with the place in it, when it cannot be compiled.
    """
    _check_size(pattern)
    _refuse_nested_repetition(pattern)
    _refuse_many_repetitions(pattern)
    try:
        with warnings.catch_warnings():
            # What Python may one day read otherwise is no concern of a reader's.
            warnings.simplefilter("ignore")
            return re.compile(_folded(pattern), re.IGNORECASE)
    except re.error as error:
        place = min(error.pos or 0, len(pattern))
        raise _broken(error.msg, pattern, place) from error
    except (ValueError, OverflowError) as error:
        raise _broken(str(error), pattern, 0) from error


def _broken(trouble: str, pattern: str, place: int) -> BadQuery:
    return BadQuery(
        f"this regular expression is broken: {trouble}",
        pattern,
        place,
        "put \\ before a sign that should stand for itself",
    )


def _check_size(pattern: str) -> None:
    if len(pattern) > LONGEST:
        raise _broken(f"over {LONGEST:,} characters long", pattern, LONGEST)
    depth = 0
    for step in _STEP.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(step[0], 0)
        if depth > DEEPEST:
            raise _broken(f"over {DEEPEST} brackets deep", pattern, step.start())


def _refuse_nested_repetition(pattern: str) -> None:
    """Refuse `(a+)+`: a word that does not fit is tried in more ways than ever end."""
    within = [False]  # whether what is read of each open bracket has a repetition
    closed = False  # whether what the bracket just closed holds has one
    end = 0
    for step in _STEP.finditer(pattern):
        sign, place = step[0], step.start()
        if place < end:
            continue
        if repeated := _REPEATED.match(pattern, place):
            end = repeated.end()
            if closed:
                raise _broken("a repetition within a repetition may never end", pattern, place)
            within[-1] = within[-1] or not repeated[1]
        closed = False
        if sign == "(":
            within.append(False)
        elif sign == ")" and len(within) > 1:
            closed = within.pop()
            within[-1] = within[-1] or closed


def _refuse_many_repetitions(pattern: str) -> None:
    """Refuse `.*.*.*.*.*.*x`: each that follows multiplies the ways in which a word is tried."""
    repeated = optional = end = 0
    for step in _STEP.finditer(pattern):
        place = step.start()
        if place < end:
            continue
        if found := _REPEATED.match(pattern, place):
            end = found.end()
            repeated += not found[1]
        elif found := _OPTIONAL.match(pattern, place):
            end = found.end()
            # Behind a bracket it says what kind of bracket that is.
            optional += pattern[place - 1 : place] != "(" and not found[1]
        if repeated > MOST_REPEATED or optional > MOST_OPTIONAL:
            raise _broken("too many repetitions: it may take for ever", pattern, place)


def _folded(pattern: str) -> str:
    """Fold letters beyond ASCII only: the rest is case-blind, and may be an escape."""
    return _ESCAPE_OR_FOREIGN.sub(_fold_foreign, pattern)


def _fold_foreign(found: re.Match[str]) -> str:
    if found[0].isascii():
        return found[0]
    # Folding turns some signs into brackets and the like, which mean nothing here.
    return re.escape(fold(found[0].removeprefix("\\")))


def _literal_start(pattern: str) -> str:
    if _has_alternatives(pattern):
        return ""
    found = _LITERAL_START.match(_folded(pattern))
    if not found:
        return ""
    letters, repeated = found.groups()
    return fold(letters[:-1] if repeated else letters)


def _has_alternatives(pattern: str) -> bool:
    """Tell whether a `|` may stand outside all brackets."""
    if "(?#" in pattern:
        return True  # a comment: brackets in it would be counted
    depth = 0
    for step in _STEP.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(step[0], 0)
        if step[0] == "|" and depth == 0:
            return True
    return False

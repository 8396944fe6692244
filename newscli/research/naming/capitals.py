"""Runs of words with capitals, cut into what could be names. It knows no article.

A run goes from a capital to the last word that can belong to it: `Secretary of State
Mike Pompeo`, `Rio de Janeiro`, `Department of Health and Human Services`. Here it is
cut at titles, at `and`, at words that are part of no name; what is left are pieces,
each with the kind that its own words tell, if they tell any.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from newscli.core.abbreviations import OF_NAMES
from newscli.research.naming import gazetteer, lexicon
from newscli.research.naming.forms import NameKind, Piece, Token
from newscli.research.naming.heads import HEADS, NO_NAMES
from newscli.research.naming.joins import (
    ANDS,
    ANY_JOIN,
    GENERIC,
    SPLIT_OFF,
    piece,
    plain,
    without_ends,
)
from newscli.research.naming.kinds import kind_of, known
from newscli.research.naming.titles import title

_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽǍ-ǛΆ-ΏΑ-ΫЀ-ЯḀ-Ỹ"
_SHORTENED = frozenset(word for word in OF_NAMES if not word.isupper())
_SHORT = "|".join(
    rf"(?<=\b(?:{'|'.join(sorted(word for word in _SHORTENED if len(word) == length))})\.)"
    for length in sorted(set(map(len, _SHORTENED)))  # what looks behind has one length
)
_WORD = (
    rf"[{_UPPER}](?<![\w@#].)\w*+(?:-\w++|&[{_UPPER}]\w*+|['’](?!s\b|S\b)\w++"
    rf"|\.(?:(?<=\b[{_UPPER}]\.)(?:-?[{_UPPER}]\.)*+(?:[{_UPPER}](?!\w))?+|{_SHORT}))*+"
)
_JOIN = (
    r"(?:of|for|on)(?: the)?|and(?: the)?|&|de(?: las?| los)?|del|della|di|da|dos|do|du|des"
    r"|la|le|el|v[ao]n(?: de[rn]?)?|der|ter|zu|bin|bint|ibn|ben|af|al|y"
)
_GAP = rf"(?:[ \u00a0]|(?<=\b[{_UPPER}])  )"
RUN = re.compile(
    rf"{_WORD}(?:{_GAP}(?:(?:{_JOIN})[ \u00a0])?+(?:(?:al|el|ul|as|ad|d|l)[-'’])?+{_WORD}"
    r"|,? (?:Jr|Sr|Inc|Ltd|LLC|(?<=Washington, )D\.C)\b\.?)*+"
)
"""A run, however it will be cut."""

_CONTRACTION = re.compile(r"n['’]t$|['’](?:m|re|ve|ll|d)$", re.IGNORECASE)
_MOST_WORDS = 6  # of a person
_PARTIES = frozenset("DRI")
_HOMES = gazetteer.STATE_CODES | gazetteer.STATES
_LONGEST = 14
"""A run of more words is a headline with capitals, or a list."""
_PLAIN = (
    lexicon.OPENERS
    | lexicon.HEADLINE_VERBS
    | lexicon.DAYS
    | lexicon.PEOPLES
    | lexicon.PRECISE_TITLES
    | lexicon.LOOSE_TITLES
    | lexicon.PARTICLES
    | NO_NAMES
    | ANY_JOIN
    | {form.split(" ", 1)[0] for form in SPLIT_OFF}
    | gazetteer.STATES
    | {""}
)
"""A short run without these words is one name, if it is any."""
_TWO_NAMES = 4
"""A run of so many words may be two names side by side."""
_BREAKS = lexicon.OPENERS | lexicon.HEADLINE_VERBS
_FIRST = re.compile(r"\w{2,}+(?= |\Z)")
"""A first word that stands in the text as among the tokens: no points, no initial."""
_SIGNS = re.compile(r"[^\w '’]|\d|['’](?:m|re|ve|ll|d|t)(?!\w)|\b\w\b")


@lru_cache(maxsize=1 << 17)
def pieces(run: str) -> tuple[Piece, ...]:
    """Cut a run within a sentence into possible names."""
    words = run.split(" ")
    is_plain = len(words) < _TWO_NAMES and _PLAIN.isdisjoint(words)
    if is_plain and not (_SIGNS.search(run) or GENERIC.issuperset(words)):
        kind = known(run) or (kind_of(words) if len(words) > 1 else None)
        return (Piece(0, len(run), run, kind, False),)
    return _cut(_tokens(run))


@lru_cache(maxsize=1 << 17)
def opening_pieces(run: str) -> tuple[Piece, ...]:
    """Cut a run that a sentence begins with: its first word may have its capital from that."""
    if _first_word(run) not in lexicon.SOFT_OPENERS:
        return pieces(run)
    tokens = _tokens(run)
    if len(tokens) <= _LONGEST and not _is_known(tokens):
        tokens = tokens[1:]
    return _cut(tokens)


def _first_word(run: str) -> str:
    first = _FIRST.match(run)
    return first[0] if first else _tokens(run)[0].word


def _cut(tokens: Sequence[Token]) -> tuple[Piece, ...]:
    if len(tokens) > _LONGEST:
        return ()
    found = [one for chunk in _chunks(tokens) for one in _titled(chunk)]
    words = [token.word for token in tokens]
    if not lexicon.HEADLINE_VERBS.isdisjoint(words):
        found = [one for one in found if one.kind]
    elif not lexicon.OPENERS.isdisjoint(words[1:]):  # `Rest In Peace`
        found = [one for one in found if one.kind or " " in one.form]
    return tuple(found)


def _tokens(run: str) -> list[Token]:
    """Cut a run into its words; initials that stand apart (`U S`) are one."""
    tokens: list[Token] = []
    new = tuple.__new__  # Token's own constructor takes longer than all the rest of a word
    start = behind = 0
    for between in run.replace("\u00a0", " ").split(" "):
        start, behind = behind, behind + len(between) + 1
        written = between.rstrip(",")
        if not written:
            continue
        word = _bare(written)
        end = start + len(written)
        if len(word) == 1 and tokens and tokens[-1].word.isupper() and word.isupper():
            first, _, before, _ = tokens[-1]
            if before == _bare(run[first:start]).replace(" ", ""):
                tokens[-1] = Token(first, end, before + word, False)
                continue
        is_small = written == "&" or written.islower()
        tokens.append(new(Token, (start, end, word, is_small)))
    return tokens


def _bare(word: str) -> str:
    """Take the points away: `U.S.` is `US`, `Mr.` is `Mr`."""
    return word.replace(".", "") if "." in word else word


def _is_known(tokens: Sequence[Token]) -> bool:
    """Tell whether the first words are a place, or the run an organisation or a place."""
    words = [token.word for token in tokens]
    if any(" ".join(words[:size]) in gazetteer.PLACES for size in (2, 3)):
        return True
    return len(words) > 2 and words[-1] in HEADS


def _chunks(tokens: Sequence[Token]) -> list[list[Token]]:
    """Part the tokens at words that belong to no name."""
    chunks: list[list[Token]] = [[]]
    for at, token in enumerate(tokens):
        word = token.word
        if "-" in word and word[word.rindex("-") + 1 :].islower() and not token.is_small:
            chunks += [[token], []]  # `Award-winning`
        elif len(word) < 6 and _is_party(tokens, at):
            chunks.append([])
        elif (
            token.is_small
            or not _parts(word, chunks[-1])
            or (len(word) == 1 and _is_initial(token, chunks[-1], tokens[at + 1 :]))
        ):
            if chunks[-1] or not token.is_small:
                chunks[-1].append(token)
        else:
            chunks.append([])
    return [chunk for chunk in map(without_ends, chunks) if chunk]


def _parts(word: str, before: Sequence[Token]) -> bool:
    if word in _BREAKS or _CONTRACTION.search(word):
        return True
    if word in lexicon.DAYS:  # `Theresa May`, but not `Monday March`
        return not before or before[-1].word not in gazetteer.FIRST_NAMES
    return len(word) == 1 and not before and word in "AIOQ"


def _is_party(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is of `D NY` behind a name: a party's letter, or the state's code."""
    word = tokens[at].word
    if word in _PARTIES:
        return at + 1 < len(tokens) and tokens[at + 1].word in _HOMES
    return at > 0 and tokens[at - 1].word in _PARTIES and word in gazetteer.STATE_CODES


def _is_initial(token: Token, before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Tell `Barbara A. Mikulski` from `In August A Plan`."""
    if not before or not behind or behind[0].is_small or behind[0].word in lexicon.OPENERS:
        return False
    if before[-1].word in gazetteer.FIRST_NAMES:
        return True
    has_point = token.end - token.start > 1
    return has_point and before[-1].word not in GENERIC


def _titled(chunk: list[Token]) -> list[Piece]:
    """Part a chunk at its first title: what follows that is a person."""
    span = title(chunk)
    if span is None:
        return plain(chunk)
    start, end = span
    found = plain(without_ends(chunk[:start]))
    behind = chunk[end:]
    if not behind:
        return found
    if behind[0].word in ANY_JOIN:
        return found + _titled(without_ends(behind))
    stop = next(
        (at for at, token in enumerate(behind) if token.is_small and token.word in ANY_JOIN),
        len(behind),
    )
    person, rest = behind[:stop], behind[stop:]
    found += _person(person)
    if rest and rest[0].word in ANDS and chunk[end - 1].word.endswith("s"):  # `Senators`
        return found + _titled([chunk[end - 1], *without_ends(rest)])
    return found + _titled(without_ends(rest))


def _person(tokens: list[Token]) -> list[Piece]:
    words = [token.word for token in tokens]
    if len(words) > _MOST_WORDS or words[-1] in HEADS or title(tokens):
        return _titled(tokens)
    if words[0] in lexicon.PEOPLES or (len(words) == 1 and words[0] in NO_NAMES):
        return plain(tokens)
    return [piece(tokens, NameKind.PERSON, titled=True)]

"""Words with capitals and without titles, cut where what joins them joins no name."""

from collections.abc import Sequence

from newscli.research.naming import gazetteer, heads, lexicon
from newscli.research.naming.forms import NameKind, Piece, Token
from newscli.research.naming.kinds import JOINS, kind_of, known

ANDS = frozenset(("and", "&"))
ANY_JOIN = JOINS | ANDS
SPLIT_OFF = gazetteer.COUNTRIES | gazetteer.ORGANISATIONS | frozenset(gazetteer.SAME)
"""What is a name of its own before other words: `US Congressman`."""
GENERIC = (
    heads.HEADS
    | heads.ORGANISATION_STARTS
    | heads.PLACE_STARTS
    | heads.NO_NAMES
    | lexicon.MODIFIERS
    | lexicon.PORTFOLIOS
    | lexicon.PRECISE_TITLES
    | lexicon.LOOSE_TITLES
    | lexicon.PEOPLES
    | lexicon.DAYS
    | lexicon.SOFT_OPENERS
    | lexicon.SUFFIXES
) - gazetteer.PLACES
"""Words of which alone no name is made."""

_STARTS = heads.ORGANISATION_STARTS | heads.ORGANISATION_HEADS
_PERSON = NameKind.PERSON
_NO_PERSONS = gazetteer.PLACES - gazetteer.FIRST_NAMES
_NEVER_SECOND = gazetteer.KNOWN | SPLIT_OFF | gazetteer.FIRST_NAMES


def plain(chunk: list[Token]) -> list[Piece]:
    """Part a chunk without titles at those joins that join no name."""
    found: list[Piece] = []
    current: list[Token] = []
    at = 0
    while at < len(chunk):
        token = chunk[at]
        if token.is_small and token.word in ANY_JOIN:
            end = at + 1 + (chunk[at + 1].word == "the")
            following = _group(chunk, end)
            apart = token.word == "and" and end == at + 2
            if apart or not _joined(current, token.word, following):
                found += _finished(current)
                current, at = [], end
                continue
        current.append(token)
        at += 1
    return found + _finished(current)


def _group(chunk: Sequence[Token], start: int) -> list[Token]:
    end = start
    while end < len(chunk) and not (chunk[end].is_small and chunk[end].word in ANY_JOIN):
        end += 1
    return list(chunk[start:end])


def _joined(before: Sequence[Token], join: str, after: Sequence[Token]) -> bool:
    if not before or not after or join == "&":
        return bool(before and after)
    first, last = before[0].word, before[-1].word
    if join in JOINS:
        return last in _STARTS or (join == "of" and last in heads.PLACE_STARTS)
    form = " ".join(token.word for token in (*before, *after))
    if form.replace(f" {after[0].word}", f" and {after[0].word}", 1) in gazetteer.PLACES:
        return True
    if after[0].word in _NEVER_SECOND:
        return False
    if any(token.word in JOINS for token in before):
        return first in heads.ORGANISATION_STARTS or last in lexicon.PORTFOLIOS
    if len(before) > 1 and first in GENERIC and after[-1].word in heads.ORGANISATION_HEADS:
        return True  # `National Search and Rescue Agency`
    if len(before) > 1 or last in gazetteer.KNOWN or last in lexicon.PEOPLES:
        return False
    return (len(after) > 1 and after[-1].word in heads.ORGANISATION_HEADS) or (
        last in lexicon.PORTFOLIOS and after[0].word in lexicon.PORTFOLIOS
    )


def _finished(tokens: Sequence[Token]) -> list[Piece]:
    """Make pieces of words that belong together; peoples and countries before them are cut off."""
    tokens = without_ends(list(tokens))
    if not tokens:
        return []
    words = [token.word for token in tokens]
    form = " ".join(words)
    if form in gazetteer.PLACES or form in gazetteer.ORGANISATIONS:
        return [piece(tokens, known(form))]
    if len(words) == 1:
        return _single(tokens[0])
    if words[-1] in lexicon.DAYS and words[0] not in gazetteer.FIRST_NAMES:
        return _finished(tokens[:-1])
    if words[-1] in heads.NO_NAMES and words[0] not in gazetteer.FIRST_NAMES:
        return []  # `Iraq War`, `Nobel Prize`: things
    ended = words[-1] in heads.HEADS
    headed = ended or words[1] in _STARTS  # `European Court of Justice`
    if words[0] in lexicon.PEOPLES and not headed:
        return _finished(tokens[1:])
    for size in (3, 2, 1):
        front = " ".join(words[:size])
        if size < len(words) and front in SPLIT_OFF and not ended:
            if size == 1 and front in gazetteer.FIRST_NAMES and len(words) == 2:
                break
            return [piece(tokens[:size], known(front)), *_finished(tokens[size:])]
        if front in _NO_PERSONS and _begins_person(words[size:]):  # `Vermont Ada Quill`
            return [piece(tokens[:size], NameKind.PLACE), *_finished(tokens[size:])]
    if _is_generic(tokens, ended):
        return []
    for at in range(2, len(words) - 1):
        if _may_end(words[:at]) and _begins_person(words[at:]) and kind_of(words[at:]) is _PERSON:
            return [*_finished(tokens[:at]), *_finished(tokens[at:])]
    return [piece(tokens, kind_of(words))]


def _begins_person(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0] in gazetteer.FIRST_NAMES and words[-1] not in heads.HEADS


def _may_end(words: Sequence[str]) -> bool:
    """Tell whether a name may be all there is before a person: `Ferry Committee Ada Quill`."""
    last = words[-1]
    if last in heads.ORGANISATION_HEADS:
        return True
    return words[0] in gazetteer.FIRST_NAMES and not (
        len(last) == 1 or last in gazetteer.FIRST_NAMES or last in lexicon.PARTICLES
    )


def _is_generic(tokens: Sequence[Token], ended: bool) -> bool:
    """Tell whether nothing names: `Foreign Relations Committee` is a name, `Vice Chief` is none."""
    if not all(token.is_small or token.word in GENERIC for token in tokens):
        return False
    joined = any(token.word in JOINS for token in tokens)
    return not (joined or ended)


def _single(token: Token) -> list[Piece]:
    word = token.word
    if word not in gazetteer.KNOWN and any(map(str.isdigit, word)):
        return []
    if "-" in word:
        return _hyphened(token)
    if word in GENERIC or len(word) == 1:
        return []
    return [piece([token], None)]


def _hyphened(token: Token) -> list[Piece]:
    """Take `US` from `US-led`, and both from `US-Taiwan`; leave `Hewlett-Packard`."""
    front, _, back = token.word.partition("-")
    cut = token.end - len(back)
    if len(front) == 1:  # `D-Ohio`
        return [Piece(cut, token.end, back, known(back), False)] if back in gazetteer.KNOWN else []
    first = (
        [Piece(token.start, cut - 1, front, known(front), False)]
        if front in gazetteer.KNOWN
        else []
    )
    if not back[:1].isupper():
        return first
    if front in gazetteer.KNOWN and back in gazetteer.KNOWN:
        return [*first, Piece(cut, token.end, back, known(back), False)]
    if front in lexicon.PEOPLES or back in lexicon.PEOPLES:
        return first
    return [piece([token], None)] if not back.isdigit() else []


def piece(tokens: Sequence[Token], kind: NameKind | None, titled: bool = False) -> Piece:
    """Make one possible name of the tokens."""
    form = " ".join(token.word for token in tokens)
    if kind is None and len(tokens) == 1:
        kind = known(form)
    return Piece(tokens[0].start, tokens[-1].end, form, kind, titled)


def without_ends(tokens: list[Token]) -> list[Token]:
    """Drop small words that join nothing."""
    end = len(tokens)
    while end and tokens[end - 1].is_small:
        end -= 1
    start = 0
    while start < end and tokens[start].is_small:
        start += 1
    return tokens[start:end]

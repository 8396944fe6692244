"""A headline for an article that gives none, cut from the first sentence of its lead."""

import re
import unicodedata

from newscli.core.article import Span
from newscli.core.parsing.phrases import DANGLING
from newscli.core.parsing.sentences import ends_sentence

NO_TEXT = "(no text)"
"""The headline of an article without a word of its own."""

_CUT = " ..."
_LONGEST = 84  # and a sentence of up to so many characters is not cut at all
_SHORTEST_SENTENCE = 20
_SHORTEST_CLAUSE = 60
_UNSPACED = 40  # of a script without spaces, whose characters are wide
_GAP = 3  # spaces in a row that stand where a page had a full stop
_WORD = re.compile(r"\S+")
_FULL_STOPS = "。！？.!?"
_STOP = re.compile(r"[。！？]|[.!?](?=\s)")
_PAUSE = re.compile(r"[，、；：,;:]")
_ABBREVIATION = re.compile(
    r"(?:[A-Z]|Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|St|Jr|Sr|No|vs|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$|(?:\w\.){2,}$"
)


def derived_headline(text: str, start: int, end: int) -> tuple[str, Span]:
    """Cut a headline from the front of `text[start:end]`, and tell which part it is.

    The first sentence if it is short; else what fits of it, up to a clause's or
    a word's end, with ` ...` behind it.
    """
    words, whole = _opening_words(text, start, end)
    too_long = not whole and (not words or words[-1][1] - words[0][0] < _SHORTEST_SENTENCE)
    if too_long or _is_unspaced(text, words):
        span = _opening_characters(text, start, end)
        whole = span.end == end or text[span.end - 1] in _FULL_STOPS
    else:
        span = Span(words[0][0], words[-1 if whole else _last_fit(text, words)][1])
    headline = " ".join(span.of(text).split())
    if whole:
        return _without_stop(headline), span
    return _without_stop(headline.rstrip(",;:–—- ，、；：")) + _CUT, span


def _opening_words(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], bool]:
    """Return the words that fit, and whether a sentence or the text ends with them."""
    words: list[tuple[int, int]] = []
    length = -1
    for match in _WORD.finditer(text, start, end):
        first, last = match.span()
        length += 1 + last - first
        if length > _LONGEST:
            return words, False
        words.append((first, last))
        if (
            length >= _SHORTEST_SENTENCE
            and not text[last - 1].isalnum()
            and _ends_here(text, match, end)
        ):
            return words, True
    return words, True


def _ends_here(text: str, word: re.Match[str], end: int) -> bool:
    if not ends_sentence(word[0]) or _ABBREVIATION.search(word[0]):
        return False
    following = _WORD.search(text, word.end(), end)
    return following is None or not text[following.start()].islower()


def _last_fit(text: str, words: list[tuple[int, int]]) -> int:
    """Return the index of the word to cut behind: the last of a clause, or one that can end."""
    first = words[0][0]
    shortest = min(_SHORTEST_CLAUSE, words[-1][1] - first)
    for i in range(len(words) - 2, 0, -1):
        if words[i][1] - first < shortest:
            break
        if text[words[i][1] - 1] in ",;:–—" or words[i + 1][0] - words[i][1] >= _GAP:
            return i
    last = len(words) - 1
    while last > 3 and text[words[last][0] : words[last][1]].lower() in DANGLING:
        last -= 1
    return last


def _opening_characters(text: str, start: int, end: int) -> Span:
    """Return the part to take of a text whose words are too long to be counted in words."""
    limit = min(end, start + _UNSPACED)
    if sentence := _STOP.search(text, min(start + 8, limit), limit):
        return Span(start, sentence.end())
    if limit == end:
        return Span(start, end)
    pauses = [match.end() for match in _PAUSE.finditer(text, start + _UNSPACED // 2, limit)]
    if pauses:
        return Span(start, pauses[-1])
    while limit < min(end, start + 2 * _UNSPACED) and _clings(text[limit]):
        limit += 1
    return Span(start, start + len(text[start:limit].rstrip()))


def _is_unspaced(text: str, words: list[tuple[int, int]]) -> bool:
    """Tell whether a word must be several, in a script that puts no spaces between them."""
    if text[words[0][0] : words[-1][1]].isascii():  # the common case, and a cheap look
        return False
    return any(last - first > _UNSPACED and not text[first:last].isascii() for first, last in words)


def _clings(character: str) -> bool:
    """Tell whether the character cannot be parted from the one before it."""
    return unicodedata.category(character).startswith("M") or character in "\u200c\u200d"


def _without_stop(headline: str) -> str:
    """Take the full stop off, unless it belongs to an abbreviation or is one of several."""
    bare = headline[:-1].rstrip()
    if not bare or headline[-1] not in ".。" or bare[-1] == ".":
        return headline
    return headline if _ABBREVIATION.search(headline) else bare

"""A headline for an article that gives none, cut from the first sentence of its lead."""

import re
import unicodedata
from collections.abc import Sequence

from newscli.core.abbreviations import ABBREVIATED, TITLES
from newscli.core.article import Span
from newscli.core.parsing.openings import Statement, behind_place, office, statement
from newscli.core.parsing.phrases import DANGLING
from newscli.core.parsing.sentences import ends_sentence

NO_TEXT = "(no text)"
"""The headline of an article without a word of its own."""

_CUT = " ..."
_LONGEST = 84  # and a sentence of up to so many characters is not cut at all
_SHORTEST_SENTENCE = 20
_SHORTEST_CLAUSE = 60
_UNSPACED = 40  # of a script without spaces, whose characters are wide
_FEWEST_WORDS = 4
_GAP = 3  # spaces in a row that stand where a page had a full stop
_MOST_WORDS = _LONGEST // 2 + 1  # that can fit, each of a letter, and one that cannot
_FULL_STOPS = "。！？.!?"
_STOP = re.compile(r"[。！？]|[.!?](?=\s)")
_PAUSE = re.compile(r"[，、；：,;:]")
_ABBREVIATION = re.compile(rf"(?:^|(?<=[\s(\[“\"'])){ABBREVIATED}\.[)\]]?$")


def derived_headline(
    text: str, start: int, end: int, following: Span | None = None
) -> tuple[str, Span]:
    """Cut a headline from the front of `text[start:end]`, and tell which part it is.

    The first sentence if it is short; else what fits of it, up to a clause's or
    a word's end, with ` ...` behind it. Left out is what would hide the matter (see
    `openings`): of a sentence that only says that there is a statement, what it is on
    is taken, or what comes behind it, if only in the `following` paragraph.
    """
    start = behind_place(text, start, end)
    stated = statement(text, start, end)
    if (
        stated
        and (end - start > _LONGEST or not stated.about)
        and (told := _stated(text, stated, end, following))
    ):
        return told
    headline, span = _cut(text, start, end)
    if headline.endswith(_CUT) and (between := office(text, start, end)):
        name = text[start : between.start]
        headline, rest = _cut(f"{name}{text[between.end : end]}", 0, len(name) + end - between.end)
        return headline, Span(start, max(rest.end - len(name), 0) + between.end)
    return headline, span


def _stated(
    text: str, stated: Statement, end: int, following: Span | None
) -> tuple[str, Span] | None:
    """Cut a headline from what a statement is on, or from what it says."""
    if stated.about:
        headline, span = _cut(text, stated.noun, end)
        return headline[0].upper() + headline[1:].rstrip(" :"), span
    start = stated.following
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        return _cut(text, start, end)
    return _cut(text, *following) if following else None


def _cut(text: str, start: int, end: int) -> tuple[str, Span]:
    if plain := _plain_part(text[start : min(end, start + _LONGEST + 1)]):
        return _cut_short(plain), Span(start, start + len(plain))
    words, ends, whole = _opening_words(text[start:end])
    too_long = not whole and (not words or ends[-1] < _SHORTEST_SENTENCE)
    if too_long or _is_unspaced(words):
        span = _opening_characters(text, start, end)
        whole = span.end == end or text[span.end - 1] in _FULL_STOPS
        headline = " ".join(span.of(text).split())
    else:
        fitting = len(words) if whole else _fitting(text, start, words, ends)
        span = Span(start, start + ends[fitting - 1])
        headline = " ".join(words[:fitting])
    if whole:
        return _without_stop(headline), span
    return _cut_short(headline), span


def _plain_part(opening: str) -> str | None:
    """Return the part to take of an opening that is plain: one space between words, no full stop.

    Most are, and words need not be counted then; None if something else may be in it.
    """
    if len(opening) <= _LONGEST or "  " in opening:
        return None
    if not (opening.isascii() and opening.isprintable()):
        return None
    sentence = opening[opening.rfind(" ", 0, _SHORTEST_SENTENCE) + 1 :]
    if "." in sentence or "!" in sentence or "?" in sentence:
        return None
    end = opening.rfind(" ")
    if end < _SHORTEST_SENTENCE:
        return None
    clause = opening.rfind(" ", 0, end)
    while clause >= _SHORTEST_CLAUSE:
        if opening[clause - 1] in ",;:" and " " in opening[:clause]:
            return opening[:clause]
        clause = opening.rfind(" ", 0, clause)
    spaces = opening.count(" ", 0, end)
    while spaces >= _FEWEST_WORDS:
        last = opening.rfind(" ", 0, end)
        if opening[last + 1 : end].lower() not in DANGLING:
            break
        end = last
        spaces -= 1
    return opening[:end]


def _opening_words(text: str) -> tuple[list[str], list[int], bool]:
    """Return the words that fit, where each ends, and if a sentence or the text ends with them."""
    words = text.split(None, _MOST_WORDS)
    ends: list[int] = []
    length = -1
    whole = True
    for following, word in enumerate(words, 1):
        length += 1 + len(word)
        if length > _LONGEST:
            whole = False
            break
        ends.append(length)
        if (
            length >= _SHORTEST_SENTENCE
            and not word[-1].isalnum()
            and ends_sentence(word)
            and not _ABBREVIATION.search(word)
            and (following == len(words) or not words[following][0].islower())
        ):
            break
    del words[len(ends) :]
    if not text.startswith(" ".join(words)):  # for some have more than a space between them
        ends = _ends(text, words)
    return words, ends, whole


def _ends(text: str, words: Sequence[str]) -> list[int]:
    ends: list[int] = []
    end = 0
    for word in words:
        end = text.index(word, end) + len(word)
        ends.append(end)
    return ends


def _fitting(text: str, start: int, words: Sequence[str], ends: Sequence[int]) -> int:
    """Return how many words to keep: up to the last of a clause, or one that can end."""
    shortest = min(_SHORTEST_CLAUSE, ends[-1])
    for count in range(len(words) - 1, 1, -1):
        length = ends[count - 1]
        if length < shortest:
            break
        end = start + length
        if text[end - 1] in ",;:–—" or text[end : end + _GAP].isspace():
            return count
    count = len(words)
    while count > _FEWEST_WORDS and _dangles(words[count - 1]):
        count -= 1
    return count


def _dangles(word: str) -> bool:
    return word.lower() in DANGLING or (word[-1] == "." and word[:-1] in TITLES)


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


def _is_unspaced(words: Sequence[str]) -> bool:
    """Tell whether a word must be several, in a script that puts no spaces between them."""
    return len(max(words, key=len)) > _UNSPACED and any(
        len(word) > _UNSPACED and not word.isascii() for word in words
    )


def _cut_short(headline: str) -> str:
    """Return what was taken of a sentence with the sign that it goes on."""
    return _without_stop(headline.rstrip(",;:–—- ，、；：")) + _CUT


def _clings(character: str) -> bool:
    """Tell whether the character cannot be parted from the one before it."""
    return unicodedata.category(character).startswith("M") or character in "\u200c\u200d"


def _without_stop(headline: str) -> str:
    """Take the full stop off, unless it belongs to an abbreviation or is one of several."""
    if not headline.endswith((".", "。")):
        return headline
    bare = headline[:-1].rstrip()
    if not bare or bare[-1] == ".":
        return headline
    return headline if _ABBREVIATION.search(headline) else bare

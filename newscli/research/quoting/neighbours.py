"""What stands beside a verb of speech, and whether it is the one who speaks."""

import re
from collections.abc import Sequence

from newscli.core.article import Span
from newscli.research.quoting.verbs import NAMELESS, SAYING
from newscli.research.quoting.voices import Voice

_OF = re.compile(r" (?:of|from|at|with|for) (?:the |an? )?[^,;.]{0,60}")
_TAG = 40


def with_apposition(text: str, persons: Sequence[Voice], edge: int) -> Voice | None:
    """Return the first person with a comma behind and more words: `Ada Quill, a pilot, said`."""
    fitting = [each for each in persons if each.end < edge and text[each.end : each.end + 1] == ","]
    return next(iter(fitting), None)


def with_host(text: str, full: Sequence[Voice], adjacent: Voice) -> Voice | None:
    """Return who is `of` what stands at the verb: `Ada Quill of the Ferry Trust said`."""
    for voice in full:
        if voice.end < adjacent.start and _OF.fullmatch(text, voice.end, adjacent.start):
            return voice
    return None


def is_tag(verb: re.Match[str], tail: Span, begins: int) -> bool:
    """Tell whether a sentence behind a full stop only says who spoke: `Ms Quill said.`"""
    is_short = verb.start() - begins <= _TAG and tail.end - verb.end() <= _TAG
    return is_short and verb[0] in SAYING


def is_nameless(text: str, start: int, end: int) -> bool:
    """Tell whether somebody without a name comes between a name and the verb."""
    return NAMELESS.search(text, start, end) is not None and "," not in text[start : start + 1]


def quotes_on(text: str, start: int, end: int) -> bool:
    """Tell whether a verb introduces the next words in marks, and not those before it."""
    rest = text[start : end + 2].rstrip()
    return rest in {"", ",", ":"} and text[end : end + 3].strip()[:1] in {'"', "“"}

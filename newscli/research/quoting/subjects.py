"""Whose verb of speech it is: its subject stands before it or behind it, or is who spoke last."""

import re
from collections.abc import Sequence

from newscli.core.article import Span
from newscli.research.names import NameKind
from newscli.research.quoting import descriptions
from newscli.research.quoting.descriptions import Description
from newscli.research.quoting.forms import Attribution, Confidence
from newscli.research.quoting.neighbours import is_nameless, with_apposition, with_host
from newscli.research.quoting.verbs import (
    ADVERB,
    AWAY,
    GOING_ON,
    NAMELESS,
    PARTICIPLES,
    PRONOUN,
)
from newscli.research.quoting.voices import Turn, Voice, Voices

FARTHEST_BACK = 110
"""How long a subject before its verb may be."""

_BREAK = re.compile(r"[;:!?\"“”]|, (?:who|which|but|and|while|as)\b")
"""Where a subject behind its verb ends; a full stop within a sentence is an abbreviation's."""
_TITLE = re.compile(r" (?:[A-Z][\w.-]* )+of (?:the )?(?:[A-Z][\w.-]* )*\Z")
"""What stands before a name as its title: `Mayor of`, `Secretary of State`."""
_ONLY = re.compile(r"[\s,;]*(?:and |also |then |later |further |[a-z]+ly )*")


class Subjects:
    """Finds subjects in one text; `turn` is who spoke last before them."""

    def __init__(self, text: str, voices: Voices, turn: Turn | None) -> None:
        self._text = text
        self._voices = voices
        self._turn = turn

    def before(self, start: int, verb: re.Match[str], is_direct: bool) -> Attribution:
        """Find whose verb it is, before it."""
        text = self._text
        adverb = ADVERB.search(text[start : verb.start()])
        edge = start + (adverb.start() if adverb else verb.start() - start)
        has_comma = "," in text[edge : verb.start()]
        voices = self._voices.within(start, verb.start())
        persons = [voice for voice in voices if voice.is_person and not voice.is_possessive]
        pronoun = last_match(PRONOUN, text, Span(start, edge))
        if pronoun and pronoun.end() == edge:
            return self._by_pronoun(pronoun, verb, is_direct)
        full = [voice for voice in voices if voice.could_be_person and not voice.is_possessive]
        is_noun = not has_comma and verb[0] not in PARTICIPLES
        noun = descriptions.subject(text, start, edge) if is_noun else None
        if noun and not self._is_joined(noun, start):
            if voice := self._called(noun, verb):
                return attributed(voice, verb, is_direct, Confidence.PRONOUN)
            if noun.is_several or not self._voices.within(noun.start, noun.end):
                return attributed(None, verb, is_direct)
        if verb[0] in PARTICIPLES and voices:
            known = persons or full or voices
            voice = known[-1] if text.endswith("as ", start, verb.start()) else known[0]
            return attributed(voice, verb, is_direct)
        adjacent = next((voice for voice in voices if voice.end == edge), None)
        if has_comma and (before := with_apposition(text, persons, edge)):
            return attributed(before, verb, is_direct)
        if adjacent and (host := with_host(text, full, adjacent)):
            return attributed(host, verb, is_direct)
        if adjacent and (adjacent.is_person or not persons):
            nameless = NAMELESS.search(text, start, adjacent.start)
            between = text[nameless.end() : adjacent.start] if nameless else ","
            if "," not in between and AWAY.search(between):
                return attributed(None, verb, is_direct)
            return attributed(adjacent, verb, is_direct)
        if persons and not is_nameless(text, persons[-1].end, edge):
            return attributed(persons[-1], verb, is_direct)
        if pronoun and not persons:
            return self._by_pronoun(pronoun, verb, is_direct)
        owner = next((voice for voice in reversed(voices) if voice.is_possessive), None)
        if owner and not owner.is_person and text.count(" ", owner.end, edge) <= 1:
            return attributed(with_host(text, full, owner) or owner, verb, is_direct)
        if full and not is_nameless(text, full[0].end, edge):
            return attributed(full[0], verb, is_direct)
        return attributed(None, verb, is_direct)

    def behind(self, verb: re.Match[str], end: int, is_direct: bool) -> Attribution:
        """Find the subject that stands behind its verb: `said Ada Fennimore`."""
        text = self._text
        stop = _BREAK.search(text, verb.end(), end)
        stop_at = stop.start() if stop else end
        if pronoun := PRONOUN.match(text, verb.end() + 1, stop_at):
            return self._by_pronoun(pronoun, verb, is_direct)
        near: list[Voice] = []
        for voice in self._voices.within(verb.end(), stop_at):
            if not AWAY.search(text, verb.end(), voice.start):
                near.append(voice)
            elif title := _TITLE.match(text[verb.end() : voice.start]):
                near += [] if title[0].endswith(("of ", "the ")) else [voice]
            else:
                break
        persons = [voice for voice in near if voice.is_person and not voice.is_possessive]
        full = [voice for voice in near if voice.could_be_person and not voice.is_possessive]
        others = [voice for voice in near if not (voice.is_person and voice.has_group)]
        chosen = _first(persons) or _first(full) or _first(others)
        noun = None if chosen else descriptions.object_behind(text, verb.end() + 1, stop_at)
        called = noun and self._called(noun, verb)
        if called:
            return attributed(called, verb, is_direct, Confidence.PRONOUN)
        return attributed(chosen, verb, is_direct)

    def doer(self, verb: re.Match[str], end: int) -> Voice | None:
        """Return who is named by `by` behind a passive: `he was told by Mr Quill that`."""
        if not self._text.startswith(" by ", verb.end()):
            return None
        voices = self._voices.within(verb.end(), min(end, verb.end() + FARTHEST_BACK))
        persons = [voice for voice in voices if voice.is_person]
        return _first(persons or voices)

    def speaking_on(self, start: int, verb: re.Match[str]) -> Voice | None:
        """Return who spoke last, if only `, adding` stands between their words and the next."""
        turn, text = self._turn, self._text
        if turn is None or verb[0] not in PARTICIPLES or not turn.end <= start <= turn.end + 2:
            return None
        return turn.voice if _ONLY.fullmatch(text, start, verb.start()) else None

    def _by_pronoun(
        self, pronoun: re.Match[str], verb: re.Match[str], is_direct: bool
    ) -> Attribution:
        voice = self._voices.meant(pronoun[0], pronoun.start(), self._turn)
        return attributed(voice, verb, is_direct, Confidence.PRONOUN)

    def _called(self, noun: Description, verb: re.Match[str]) -> Voice | None:
        """Return whom a noun means: who is called so, or who spoke last if he `added`."""
        if not noun.is_known:
            return None
        if voice := self._voices.called(noun.noun, noun.start, self._turn):
            return voice
        turn = self._turn
        is_near = turn is not None and "\n\n" not in self._text[turn.end : noun.start]
        return turn.voice if turn and is_near and verb[0] in GOING_ON else None

    def _is_joined(self, noun: Description, start: int) -> bool:
        """Tell whether a name speaks with a noun or by it: `Ada Quill and the mayor`."""
        before = self._text[start : noun.start].rstrip()
        end = start + len(before.removesuffix(" and").removesuffix(" or"))
        is_alone = end == start + len(before)
        return any(
            not is_alone or voice.name.kind is NameKind.ORGANISATION  # `Ferry Board officials`
            for voice in self._voices.within(start, end)
            if voice.end == end
        )


def attributed(
    voice: Voice | None,
    verb: re.Match[str],
    is_direct: bool,
    known: Confidence = Confidence.NAMED,
) -> Attribution:
    """Return whose verb it is, and how that is known."""
    confidence = known if voice else Confidence.NONE
    return Attribution(voice, verb[0], confidence, is_direct, verb.start())


def last_match(pattern: re.Pattern[str], text: str, within: Span) -> re.Match[str] | None:
    """Return the last place within a span that a pattern fits."""
    found = None
    for match in pattern.finditer(text, within.start, within.end):
        found = match
    return found


def _first(voices: Sequence[Voice]) -> Voice | None:
    return voices[0] if voices else None

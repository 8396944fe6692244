"""Who says what stands between quotation marks: the clauses before and behind it are read."""

import re
from collections.abc import Sequence

from newscli.core.article import Span
from newscli.core.passages import sentences
from newscli.research.names import NameKind
from newscli.research.quoting import descriptions
from newscli.research.quoting.descriptions import Description
from newscli.research.quoting.forms import NOBODY, Attribution, Confidence
from newscli.research.quoting.marks import Stretch
from newscli.research.quoting.neighbours import (
    is_nameless,
    is_tag,
    quotes_on,
    with_apposition,
    with_host,
)
from newscli.research.quoting.verbs import (
    ACCORDING,
    ADVERB,
    AWAY,
    GOING_ON,
    NAMELESS,
    PARTICIPLES,
    PRONOUN,
    VERB,
)
from newscli.research.quoting.voices import Turn, Voice, Voices

_STOPS = frozenset(".!?")
_NEAR_END = re.compile(r"(?:[\s,:;—–-]|\bthat\b|\bin a \w+\b)*\Z")
_JOINED = re.compile(
    r"[\s,;—–-]*(?:and|or|but|as|which|who|had|has|have|by|in|on|for|to|at|with|of|from|is|was|are|were|when|"
    r"while|had|has|have|after|before|if|than|into|where|because|since|though|although)\b"
)
_AFTER_COMMA = re.compile(r"[\s,;—–-]*")
_BREAK = re.compile(r"[;:!?\"“”]|, (?:who|which|but|and|while|as)\b")
"""Where a subject behind its verb ends; a full stop within a sentence is an abbreviation's."""
_TITLE = re.compile(r" (?:[A-Z][\w.-]* )+of (?:the )?(?:[A-Z][\w.-]* )*\Z")
"""What stands before a name as its title: `Mayor of`, `Secretary of State`."""
_ONLY = re.compile(r"[\s,;]*(?:and |also |then |later |further |[a-z]+ly )*")
_FARTHEST, _FARTHEST_BACK = 160, 110
"""How far behind the words the verb may be, and how long a subject before it."""


class Clauses:
    """Reads the clauses around a stretch; `turn` is who spoke last before it."""

    def __init__(self, text: str, voices: Voices, turn: Turn | None = None) -> None:
        self._text = text
        self._voices = voices
        self._turn = turn

    def before(self, start: int, stretch: Stretch) -> Attribution:
        """Read the sentence that runs into the words; it begins at `start` or later."""
        lead = self.lead(start, stretch)
        return NOBODY if lead is None else self.introduces(lead)

    def introduces(self, lead: Span) -> Attribution:
        """Read a sentence that runs into the words behind it."""
        text = self._text
        according = _last(ACCORDING, text, lead)
        source = according and _first(self._voices.within(according.end(), lead.end))
        if source:
            return Attribution(source, "according to", Confidence.NAMED)
        verb = _last(VERB, text, lead)
        if verb is None:
            is_colon = text[lead.start : lead.end].rstrip().endswith(":")
            return self._introduced(lead) if is_colon else NOBODY
        is_paused = text[lead.start : lead.end].rstrip()[-1] in ",:"
        is_direct = is_paused or _NEAR_END.match(text, verb.end(), lead.end) is not None
        if voice := self._doer(verb, lead.end):
            return _attributed(voice, verb, is_direct)
        if voice := self._speaks_on(lead.start, verb):
            return _attributed(voice, verb, is_direct, Confidence.PRONOUN)
        found = self._subject(lead.start, verb, is_direct)
        if found.voice is None and text[lead.start : verb.start()].strip(' ,“”"') == "":
            return self._behind_verb(verb, lead.end, is_direct)
        return found

    def behind(self, stretch: Stretch, end: int) -> Attribution:
        """Read what follows the words, up to `end` at most."""
        text, start = self._text, stretch.end + 1
        end = min(end, stretch.last.end, start + _FARTHEST)
        found = sentences(text, Span(start, end)) if start < end else []
        if not found:
            return NOBODY
        tail = Span(start, found[0].end)
        if according := ACCORDING.search(text, tail.start, tail.end):
            voices = self._voices.within(according.end(), tail.end)
            if voices and according.start() - start < _FARTHEST_BACK // 4:
                return Attribution(voices[0], "according to", Confidence.NAMED, True)
        verb = VERB.search(text, tail.start, tail.end)
        begins = _AFTER_COMMA.match(text, tail.start, tail.end)
        if verb is None or begins is None or _JOINED.match(text, tail.start, tail.end):
            return NOBODY
        last, following = text[stretch.end - 1], text[start]
        is_finished = text[tail.end - 1] in _STOPS or tail.end == stretch.last.end
        if last in _STOPS and not is_finished and text[begins.end()].isupper():
            return NOBODY  # the sentence runs into the next words in marks
        is_said = verb.start() == begins.end() or is_tag(verb, tail, begins.end())
        if verb[0] in PARTICIPLES or (last == "." and not is_said):
            return NOBODY
        is_paused = last in ",!?—–;…" or following in ",—–;"
        if verb.start() == begins.end():
            return self._behind_verb(verb, tail.end, True)
        if verb.start() - begins.end() > _FARTHEST_BACK:
            return NOBODY
        attribution = self._subject(begins.end(), verb, is_paused or last in _STOPS)
        is_clause = is_paused or last in _STOPS or attribution.voice is not None
        return attribution if is_clause and not quotes_on(text, verb.end(), tail.end) else NOBODY

    def told_before(self, start: int, stretch: Stretch) -> Voice | None:
        """Return the first of the sentence before the words who is surely a person."""
        found = sentences(self._text, Span(start, stretch.opens)) if start < stretch.opens else []
        if not found:
            return None
        voices = self._voices.within(found[-1].start, found[-1].end)
        persons = [voice for voice in voices if voice.is_person and not voice.is_possessive]
        if persons:
            return persons[0]
        pronoun = PRONOUN.search(self._text, found[-1].start, found[-1].end)
        return self._voices.meant(pronoun[0], pronoun.start(), self._turn) if pronoun else None

    def is_bare(self, lead: Span) -> bool:
        """Tell whether an open sentence names nobody and has no verb of speech."""
        if VERB.search(self._text, lead.start, lead.end):
            return False
        return not any(voice.could_be_person for voice in self._voices.within(lead.start, lead.end))

    def lead(self, start: int, stretch: Stretch) -> Span | None:
        """Return the sentence that is still open where the words begin."""
        if start >= stretch.opens:
            return None
        found = sentences(self._text, Span(start, stretch.opens))
        if not found or self._text[found[-1].end - 1] in _STOPS:
            return None
        return found[-1]

    def _introduced(self, lead: Span) -> Attribution:
        """Read a sentence without a verb of speech that ends in a colon."""
        voices = self._voices.within(lead.start, lead.end)
        persons = [voice for voice in voices if voice.could_be_person and not voice.is_possessive]
        if not persons:
            return NOBODY
        return Attribution(persons[0], None, Confidence.NAMED, is_direct=True)

    def _subject(self, start: int, verb: re.Match[str], is_direct: bool) -> Attribution:
        """Find whose verb it is, before it."""
        text = self._text
        adverb = ADVERB.search(text[start : verb.start()])
        edge = start + (adverb.start() if adverb else verb.start() - start)
        has_comma = "," in text[edge : verb.start()]
        voices = self._voices.within(start, verb.start())
        persons = [voice for voice in voices if voice.is_person and not voice.is_possessive]
        pronoun = _last(PRONOUN, text, Span(start, edge))
        if pronoun and pronoun.end() == edge:
            return self._by_pronoun(pronoun, verb, is_direct)
        full = [voice for voice in voices if voice.could_be_person and not voice.is_possessive]
        is_noun = not has_comma and verb[0] not in PARTICIPLES
        noun = descriptions.subject(text, start, edge) if is_noun else None
        if noun and not self._is_joined(noun, start):
            if voice := self._called(noun, verb):
                return _attributed(voice, verb, is_direct, Confidence.PRONOUN)
            if noun.is_several or not self._voices.within(noun.start, noun.end):
                return _attributed(None, verb, is_direct)
        if verb[0] in PARTICIPLES and voices:
            known = persons or full or voices
            voice = known[-1] if text.endswith("as ", start, verb.start()) else known[0]
            return _attributed(voice, verb, is_direct)
        adjacent = next((voice for voice in voices if voice.end == edge), None)
        if has_comma and (before := with_apposition(text, persons, edge)):
            return _attributed(before, verb, is_direct)
        if adjacent and (host := with_host(text, full, adjacent)):
            return _attributed(host, verb, is_direct)
        if adjacent and (adjacent.is_person or not persons):
            nameless = NAMELESS.search(text, start, adjacent.start)
            between = text[nameless.end() : adjacent.start] if nameless else ","
            if "," not in between and AWAY.search(between):
                return _attributed(None, verb, is_direct)
            return _attributed(adjacent, verb, is_direct)
        if persons and not is_nameless(text, persons[-1].end, edge):
            return _attributed(persons[-1], verb, is_direct)
        if pronoun and not persons:
            return self._by_pronoun(pronoun, verb, is_direct)
        owner = next((voice for voice in reversed(voices) if voice.is_possessive), None)
        if owner and not owner.is_person and text.count(" ", owner.end, edge) <= 1:
            return _attributed(with_host(text, full, owner) or owner, verb, is_direct)
        if full and not is_nameless(text, full[0].end, edge):
            return _attributed(full[0], verb, is_direct)
        return _attributed(None, verb, is_direct)

    def _speaks_on(self, start: int, verb: re.Match[str]) -> Voice | None:
        """Return who spoke last, if only `, adding` stands between their words and the next."""
        turn, text = self._turn, self._text
        if turn is None or verb[0] not in PARTICIPLES or not turn.end <= start <= turn.end + 2:
            return None
        return turn.voice if _ONLY.fullmatch(text, start, verb.start()) else None

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

    def _doer(self, verb: re.Match[str], end: int) -> Voice | None:
        """Return who is named by `by` behind a passive: `he was told by Mr Quill that`."""
        if not self._text.startswith(" by ", verb.end()):
            return None
        voices = self._voices.within(verb.end(), min(end, verb.end() + _FARTHEST_BACK))
        persons = [voice for voice in voices if voice.is_person]
        return _first(persons or voices)

    def _by_pronoun(
        self, pronoun: re.Match[str], verb: re.Match[str], is_direct: bool
    ) -> Attribution:
        voice = self._voices.meant(pronoun[0], pronoun.start(), self._turn)
        return _attributed(voice, verb, is_direct, Confidence.PRONOUN)

    def _behind_verb(self, verb: re.Match[str], end: int, is_direct: bool) -> Attribution:
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
            return _attributed(called, verb, is_direct, Confidence.PRONOUN)
        return _attributed(chosen, verb, is_direct)


def _attributed(
    voice: Voice | None,
    verb: re.Match[str],
    is_direct: bool,
    known: Confidence = Confidence.NAMED,
) -> Attribution:
    """Return whose verb it is, and how that is known."""
    confidence = known if voice else Confidence.NONE
    return Attribution(voice, verb[0], confidence, is_direct, verb.start())


def _last(pattern: re.Pattern[str], text: str, within: Span) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text, within.start, within.end):
        found = match
    return found


def _first(voices: Sequence[Voice]) -> Voice | None:
    return voices[0] if voices else None

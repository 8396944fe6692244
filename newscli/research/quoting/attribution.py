"""Who says what stands between quotation marks: the clauses before and behind it are read."""

import re

from newscli.core.article import Span
from newscli.core.passages import sentences
from newscli.research.quoting.forms import NOBODY, Attribution, Confidence
from newscli.research.quoting.marks import Stretch
from newscli.research.quoting.neighbours import is_tag, quotes_on
from newscli.research.quoting.subjects import FARTHEST_BACK, Subjects, attributed, last_match
from newscli.research.quoting.verbs import ACCORDING, PARTICIPLES, PRONOUN, VERB
from newscli.research.quoting.voices import Turn, Voice, Voices

_STOPS = frozenset(".!?")
_NEAR_END = re.compile(r"(?:[\s,:;—–-]|\bthat\b|\bin a \w+\b)*\Z")
_JOINED = re.compile(
    r"[\s,;—–-]*(?:and|or|but|as|which|who|had|has|have|by|in|on|for|to|at|with|of|from|is|was|are|were|when|"
    r"while|had|has|have|after|before|if|than|into|where|because|since|though|although)\b"
)
_AFTER_COMMA = re.compile(r"[\s,;—–-]*")
_FARTHEST = 160
"""How far behind the words the verb may be."""


class Clauses:
    """Reads the clauses around a stretch; `turn` is who spoke last before it."""

    def __init__(self, text: str, voices: Voices, turn: Turn | None = None) -> None:
        self._text = text
        self._voices = voices
        self._turn = turn
        self._subjects = Subjects(text, voices, turn)

    def before(self, start: int, stretch: Stretch) -> Attribution:
        """Read the sentence that runs into the words; it begins at `start` or later."""
        lead = self.lead(start, stretch)
        return NOBODY if lead is None else self.introduces(lead)

    def introduces(self, lead: Span) -> Attribution:
        """Read a sentence that runs into the words behind it."""
        text = self._text
        according = last_match(ACCORDING, text, lead)
        source = according and next(iter(self._voices.within(according.end(), lead.end)), None)
        if source:
            return Attribution(source, "according to", Confidence.NAMED)
        verb = last_match(VERB, text, lead)
        if verb is None:
            is_colon = text[lead.start : lead.end].rstrip().endswith(":")
            return self._introduced(lead) if is_colon else NOBODY
        is_paused = text[lead.start : lead.end].rstrip()[-1] in ",:"
        is_direct = is_paused or _NEAR_END.match(text, verb.end(), lead.end) is not None
        if voice := self._subjects.doer(verb, lead.end):
            return attributed(voice, verb, is_direct)
        if voice := self._subjects.speaking_on(lead.start, verb):
            return attributed(voice, verb, is_direct, Confidence.PRONOUN)
        found = self._subjects.before(lead.start, verb, is_direct)
        if found.voice is None and text[lead.start : verb.start()].strip(' ,“”"') == "":
            return self._subjects.behind(verb, lead.end, is_direct)
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
            if voices and according.start() - start < FARTHEST_BACK // 4:
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
            return self._subjects.behind(verb, tail.end, True)
        if verb.start() - begins.end() > FARTHEST_BACK:
            return NOBODY
        attribution = self._subjects.before(begins.end(), verb, is_paused or last in _STOPS)
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

"""Who could be speaking: the names of an article by place, and whom a pronoun means."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newscli.core.article import Content, Kind, Span
from newscli.core.passages import sentences
from newscli.research.names import Name, NameKind
from newscli.research.naming import gazetteer
from newscli.research.naming.heads import LAND_HEADS
from newscli.research.quoting.descriptions import described
from newscli.research.quoting.genders import GENDERS, Gender, gender
from newscli.research.quoting.marks import Stretch
from newscli.research.quoting.verbs import ACCORDING, AWAY, GROUPS, VERB

_GROUP = re.compile(rf" (?:{'|'.join(sorted(GROUPS))})\b")
_TOLD = re.compile(r"\b(?:to|with|by|told|against)(?: (?:the )?[\w.-]+){0,3} \Z")
_ARTICLE = frozenset(("the ", "The "))
_RUNNING = frozenset((Kind.LEAD, Kind.BODY))
_BACK = 3
"""So many paragraphs back a pronoun may reach."""
_FAR = 40
_ENDS = frozenset('.!?"”')
_OPENING = 7
"""So many words may stand before the name that a sentence begins with."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A name where it stands."""

    start: int
    end: int
    name: Name
    is_possessive: bool
    """Whether another may speak who is theirs: `Quill's lawyer`, `the Quill campaign`."""
    has_group: bool
    """Whether it only says whose people speak: `the Quill campaign`."""
    has_article: bool
    """Whether `the` stands before it somewhere, as before no person."""

    @property
    def is_person(self) -> bool:
        """Whether it is known to be a person."""
        return self.name.kind is NameKind.PERSON

    @property
    def could_be_person(self) -> bool:
        """Whether it is a person, or a full name of nobody knows whom."""
        if self.name.kind is None:
            return " " in self.name.name and not self.has_article
        return self.is_person


@dataclass(frozen=True, slots=True)
class Turn:
    """Who spoke last, and where."""

    voice: Voice | None
    """None is somebody without a name."""
    end: int
    """Where the words and their verb are over."""


class Voices:
    """The names of one article, in order of place."""

    def __init__(
        self, content: Content, found: Sequence[Name], marked: Sequence[Stretch] = ()
    ) -> None:
        self._content = content
        self._marked = [each for each in marked if not each.is_single]
        self._opened = [each.start for each in self._marked]
        self._descriptions: dict[str, frozenset[str]] = {}
        self._genders: dict[str, Gender | None] = {}
        text = content.text
        self._all = sorted(
            (voice for name in found if not _is_land(name) for voice in _voices(text, name)),
            key=lambda voice: voice.start,
        )
        self._starts = [voice.start for voice in self._all]

    def within(self, start: int, end: int) -> list[Voice]:
        """Return the names that lie in a stretch of text."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [voice for voice in self._all[first:last] if voice.end <= end]

    def meant(self, pronoun: str, at: int, turn: Turn | None = None) -> Voice | None:
        """Return whom a pronoun means; names within quotation marks are nobody it could.

        It is the person a sentence since the last words spoken begins with, then who
        spoke them in the same paragraph or the one before, then the first person of the
        nearest sentence that has one. `it` is an organisation; `they` is nobody in
        particular.
        """
        wanted = pronoun.casefold()
        if wanted == "they":
            return None
        before = self._before(at)
        if turn is not None and turn.end >= self._recent(at):
            is_over = turn.voice is not None
            since = [one for one in before if (one.start if is_over else one.end) >= turn.end]
            for sentence in since:
                if voice := self._opens(sentence, at, wanted):
                    return voice
            if turn.voice is None or self._fits(turn.voice, wanted):
                return turn.voice
        for sentence in before:
            fitting = self._fitting(sentence, at, wanted)
            if fitting:
                return next((voice for voice in fitting if voice.is_person), fitting[0])
        return None

    def called(self, noun: str, at: int, turn: Turn | None) -> Voice | None:
        """Return whom `the mayor` means: who spoke last, is near or is the only one called so."""
        near = turn.voice if turn is not None and turn.end >= self._recent(at) else None
        if near is not None and noun in self._described(near):
            return near
        for sentence in self._before(at):
            for voice in self.within(sentence.start, min(sentence.end, at)):
                if voice.could_be_person and noun in self._described(voice):
                    return voice
        far = [
            voice
            for voice in self.within(0, at)
            if voice.could_be_person and noun in self._described(voice)
        ]
        return far[-1] if len({voice.name.name for voice in far}) == 1 else None

    def _described(self, voice: Voice) -> frozenset[str]:
        name = voice.name
        if name.name not in self._descriptions:
            self._descriptions[name.name] = described(self._content.text, name)
        return self._descriptions[name.name]

    def _fitting(self, sentence: Span, at: int, pronoun: str) -> list[Voice]:
        """Return whom a pronoun could mean of those a sentence names outside of marks."""
        is_open = self._content.text[sentence.end - 1] not in _ENDS
        return [
            voice
            for voice in self.within(sentence.start, min(sentence.end, at))
            if self._fits(voice, pronoun)
            and not self._is_quoted(voice)
            and not (is_open and self._is_told(voice))
        ]

    def _is_told(self, voice: Voice) -> bool:
        """Tell whether somebody is no subject: `Speaking to the pilot Ada Quill, he said`."""
        start = max(0, voice.start - _FAR)
        return _TOLD.search(self._content.text, start, voice.start) is not None

    def begins(self, sentence: Span, voice: Voice) -> bool:
        """Tell whether a sentence begins with a name, give or take what is said of it."""
        before = self._content.text[sentence.start : voice.start]
        return not voice.is_possessive and _is_opening(before)

    def _opens(self, sentence: Span, at: int, pronoun: str) -> Voice | None:
        """Return the person a sentence begins with or is told by: `The mayor, Odo Marsh, ...`."""
        text = self._content.text
        found = self._fitting(sentence, at, pronoun)
        if according := ACCORDING.search(text, sentence.start, sentence.end):
            told = (voice for voice in found if voice.start >= according.end())
            if voice := next(told, None):
                return voice
        first = [voice for voice in found if self.begins(sentence, voice)]
        return next((voice for voice in first if voice.is_person), first[0] if first else None)

    def _is_quoted(self, voice: Voice) -> bool:
        number = bisect_right(self._opened, voice.start) - 1
        return number >= 0 and voice.end <= self._marked[number].end

    def _recent(self, at: int) -> int:
        """Return where the paragraph before the one of a place begins."""
        starts = [each.start for each in self._content.paragraphs if each.kind in _RUNNING]
        number = bisect_right(starts, at) - 1
        return starts[max(number - 1, 0)] if starts else 0

    def _fits(self, voice: Voice, pronoun: str) -> bool:
        if pronoun == "it":
            return voice.name.kind is NameKind.ORGANISATION
        if not voice.could_be_person:
            return False
        wanted = GENDERS.get(pronoun)
        return wanted is None or self._gender(voice) in {wanted, None}

    def _gender(self, voice: Voice) -> Gender | None:
        name = voice.name
        if name.name not in self._genders:
            self._genders[name.name] = gender(self._content.text, name, self._starts)
        return self._genders[name.name]

    def _before(self, at: int) -> list[Span]:
        """Return the sentences up to a place, the nearest first."""
        found: list[Span] = []
        back = 0
        for paragraph in reversed(self._content.paragraphs):
            if paragraph.start < at and paragraph.kind in {Kind.LEAD, Kind.BODY, Kind.HEADING}:
                within = Span(paragraph.start, min(paragraph.end, at))
                found += reversed(sentences(self._content.text, within))
                back += 1
                if back == _BACK:
                    break
        return found


def _is_opening(before: str) -> bool:
    """Tell whether what follows is still who a sentence begins with."""
    since = before.rpartition(",")[2]
    return before.count(" ") <= _OPENING and not (AWAY.search(since) or VERB.search(since))


def _voices(text: str, name: Name) -> Iterator[Voice]:
    has_article = any(text[max(0, start - 4) : start] in _ARTICLE for start, _ in name.spans)
    for start, end in name.spans:
        has_group = _GROUP.match(text, end) is not None
        is_possessive = has_group or text[end : end + 2] in {"'s", "’s", "' ", "’ "}
        yield Voice(start, end, name, is_possessive, has_group, has_article)


def _is_land(name: Name) -> bool:
    """Tell whether it is a sea, a river or a region: `Iran said`, but no ocean says anything."""
    if name.kind is not NameKind.PLACE:
        return False
    return name.name in gazetteer.LANDS or name.name.rpartition(" ")[2] in LAND_HEADS

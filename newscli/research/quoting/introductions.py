"""Statements that a line introduces: who speaks where a whole paragraph stands in marks.

`Sen. Ada Quill issued the following statement today:`, `Statement by Ada Quill` and
`Ada Quill's remarks, as prepared, are below:` each tell who says the paragraph behind
it. A line that introduces without a name, or is only a date, hands on to the one
before. Several who speak together are nobody in particular.
"""

import re
from collections.abc import Sequence

from newscli.core.article import Content, Kind, Paragraph, Span
from newscli.core.passages import sentences
from newscli.research.quoting.attribution import Clauses
from newscli.research.quoting.forms import NOBODY, Attribution, Confidence
from newscli.research.quoting.marks import Stretch
from newscli.research.quoting.verbs import ADVERB, PRONOUN
from newscli.research.quoting.voices import Turn, Voice, Voices

_WORDS = (
    "statements?|remarks?|comments?|speech|testimony|message|response|reaction|tribute|letter|"
    "op-ed|column|editorial|address|excerpts?|words|reply|answer|press release|eulogy|text"
)
_FORMAL = "made|makes|issued?|issues|released?|releases|deliver(?:s|ed)?|gave|gives|offered"
_MAKES = f"{_FORMAL}|submitted|submits|provided|read|published|posted|sent|wrote|entered|presented"
_FOLLOWING = re.compile(
    rf"\b(?:{_MAKES})\b[^.;:]{{0,40}}?\b(?:the following|(?:this|these)\b[^.;:]{{0,40}}?"
    rf"\b(?:{_WORDS}))\b"
    r"|\b(?:had (?:this|the following) to say|said (?:this|the following))\b"
)
"""A predicate that introduces whatever ends its sentence."""
_FORMALLY = re.compile(rf"\b(?:{_FORMAL}|sent|wrote)\s(?:[\w'’-]+ ){{0,4}}?(?:{_WORDS})\b")
"""One that introduces what stands alone behind it."""
_BY = re.compile(
    rf"\b(?:{_WORDS})(?: (?:was|is|were|are))?(?: (?:made|issued|released|delivered|given))?"
    r"(?: (?:today|jointly))? (?:by|from|of) ",
    re.IGNORECASE,
)
_OWN = re.compile(rf"['’]s? (?:[\w'’-]+ ){{0,4}}(?:{_WORDS})\b")
_HIS = re.compile(rf"\b(his|her) (?:[\w'’-]+ ){{0,3}}(?:{_WORDS})\b", re.IGNORECASE)
_SHOWS = re.compile(r"\b(?:[Ff]ollow(?:s|ing)?|[Bb]elow|text|excerpts?)\b")
_PRONOUNS = {"his": "he", "her": "she"}
_NOUN = re.compile(_WORDS)
_INTRODUCES = re.compile(
    rf"\b(?:follow(?:s|ing)?|below|text|full|quotes|highlights|{_WORDS})\b|\ADear \w", re.IGNORECASE
)
"""What a line has that introduces something, though it names nobody."""
_OPENING = re.compile(
    r"(?:After|Following|In|On|Prior|During|With|As|At|When|While|Before|Since|Upon|Responding|"
    r"Reacting|Speaking|Citing|Regarding|Because|For|To)\b[^,]*,"
)
_AGENT = re.compile(r"\b(?:[Ss]pokes\w+|[Oo]ffices?|[Oo]fficials?|[Aa]ides?|[Ss]taff)\b[^,]*\Z")
_PHRASE = re.compile(
    r"(?:\b(?:of|from|at|on|in|for|with|to|by|and|&),?(?: the| an?)?|,)(?: [A-Z][\w.]*)* \Z"
)
_ASIDE = re.compile(r"\s*\([^)]*\)|,? [DRI]-[\w.]+,?")
_AND = re.compile(r",? (?:(?:and|&|joined by|along with) )?(?:[A-Z][\w.]* )*")
_SHORT = 160
_LINES = 4
"""So many lines may stand between who speaks and what is said."""


def introduced(
    content: Content, voices: Voices, clauses: Clauses, stretch: Stretch, turn: Turn | None
) -> Attribution:
    """Return who is told to say the paragraph that a stretch begins."""
    text = content.text
    behind = text[stretch.end + 1 : stretch.last.end].strip(" .\"'”’")
    for line in _before(content.paragraphs, stretch.paragraph):
        if line.kind is Kind.META:
            continue
        is_colon = text[line.start : line.end].rstrip().endswith(":")
        if behind and not is_colon:
            return NOBODY
        found = sentences(text, Span(line.start, line.end))
        last = found[-1] if is_colon and found else None
        by = _Reading(text, voices, clauses, turn).line(line, found, last)
        if by is not None:
            return by
        if not _INTRODUCES.search(text, line.start, line.end):
            return NOBODY
    return NOBODY


def _before(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> Sequence[Paragraph]:
    end = next(at for at, each in enumerate(paragraphs) if each.number == paragraph.number)
    return paragraphs[max(0, end - _LINES) : end][::-1]


class _Reading:
    """Reads one line after the other."""

    def __init__(self, text: str, voices: Voices, clauses: Clauses, turn: Turn | None) -> None:
        self._text = text
        self._voices = voices
        self._clauses = clauses
        self._turn = turn

    def line(self, line: Paragraph, found: Sequence[Span], last: Span | None) -> Attribution | None:
        """Return who speaks, or None where the line does not say; `last` ends in a colon."""
        text = self._text
        is_label = line.end - line.start <= _SHORT and text[line.end - 1] != "."
        for sentence in reversed(found):
            is_last = sentence is found[-1]
            predicate = _FOLLOWING.search(text, *sentence)
            if predicate is None and is_last:
                predicate = _FORMALLY.search(text, *sentence)
            if predicate and (by := self._subject(sentence, predicate)):
                return by
            if (sentence is last or is_label) and (owner := self._owner(sentence)):
                return owner
        return self._speaker(last) if last else None

    def _speaker(self, sentence: Span) -> Attribution | None:
        """Read a sentence that ends in a colon and tells of no statement."""
        by = self._clauses.introduces(sentence)
        if by.voice is None:
            return by if by.verb and not _NOUN.fullmatch(by.verb) else None
        if by.verb is None and not self._voices.begins(sentence, by.voice):
            return None
        return by if by.voice.name.kind else None

    def _owner(self, sentence: Span) -> Attribution | None:
        """Find whose words they are: `Statement by Ada Quill`, `Ada Quill's statement`."""
        text = self._text
        by = _BY.search(text, *sentence)
        for voice in self._voices.within(*sentence):
            if not voice.could_be_person:
                continue
            if _OWN.match(text, voice.end, sentence.end):
                return _named(voice)
            if by and by.end() <= voice.start and "," not in text[by.end() : voice.start]:
                return _named(voice)
        his = _HIS.search(text, *sentence)
        if his and (his.start() == sentence.start or _SHOWS.search(text, *sentence)):
            return self._meant(_PRONOUNS[his[1].casefold()], his.start())
        return None

    def _meant(self, pronoun: str, at: int) -> Attribution | None:
        voice = self._voices.meant(pronoun, at, self._turn)
        return Attribution(voice, None, Confidence.PRONOUN, True) if voice else None

    def _subject(self, sentence: Span, predicate: re.Match[str]) -> Attribution | None:
        text, edge = self._text, predicate.start()
        opening = _OPENING.match(text, sentence.start, edge)
        voices = [
            voice for voice in self._voices.within(sentence.start, edge) if not voice.is_possessive
        ]
        persons = [voice for voice in voices if voice.could_be_person]
        if voices and self._is_adjacent(sentence, voices[-1], edge):
            return self._one(sentence, voices[-1:])
        if opening:
            persons = [each for each in persons if each.start >= opening.end()] or persons
        if persons:
            return self._one(sentence, persons)
        pronoun = PRONOUN.match(text, opening.end() + 1 if opening else sentence.start, edge)
        if pronoun:
            return self._meant(pronoun[0], pronoun.start())
        return None

    def _is_adjacent(self, sentence: Span, voice: Voice, edge: int) -> bool:
        """Tell whether a name is the subject because it stands at the verb and in no phrase."""
        text = self._text
        between = text[voice.end : edge]
        is_near = "," not in between and ADVERB.match(between) is not None
        return is_near and not _PHRASE.search(text, sentence.start, voice.start)

    def _one(self, sentence: Span, persons: Sequence[Voice]) -> Attribution:
        """Return the first, if nobody speaks with them or for them."""
        text, first = self._text, persons[0]
        if _AGENT.search(text, sentence.start, first.start):
            return NOBODY
        if len(persons) > 1:
            between = _ASIDE.sub("", text[first.end : persons[1].start])
            if _AND.fullmatch(between):
                return NOBODY
        return _named(first)


def _named(voice: Voice) -> Attribution:
    return Attribution(voice, None, Confidence.NAMED, is_direct=True)

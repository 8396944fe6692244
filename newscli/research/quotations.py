"""What is said in an article, and by whom.

A quotation is what stands between quotation marks and is attributed to somebody, or is
long enough to be said by somebody; or a pull quote that the text does not have again. A
few words in marks without a verb of speech at them are not: they are names, titles and
words held at arm's length. The clause with the verb is looked for before the words and
behind them, and for a whole paragraph in marks in the line that introduces it; a
quotation that goes on behind its clause or over paragraphs keeps its speaker. This is
the reading of verbs, names and marks of Pouliquen, Steinberger and Best 2007
("Automatic detection of quotations in multilingual news"), with a rule for pronouns:
one means who spoke last, or the first person of the nearest sentence that names any,
but nobody whom the words in marks name, and nobody told to be of the other gender.

Its verbs are English. It reads no indirect speech (`she said that ...`), tells no
irony and no quotation within a quotation; and a pronoun's person is a guess, which
`Confidence.PRONOUN` says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newscli.core.article import Article, Content, Kind, Paragraph
from newscli.research.mention import Mention
from newscli.research.names import Name, names
from newscli.research.quoting.attribution import Clauses
from newscli.research.quoting.forms import NOBODY, Attribution, Confidence
from newscli.research.quoting.introductions import introduced
from newscli.research.quoting.marks import Stretch, squeezed_words, stretches
from newscli.research.quoting.verbs import VERBS
from newscli.research.quoting.voices import Turn, Voices

__all__ = ["Confidence", "Quotation", "quotations"]

_FEWEST = 4
"""So many words are a quotation if a verb of speech is in the sentence."""
_FEWEST_UNSAID = 7
"""So many are one if nothing but the marks tells it."""
_NAMING = frozenset(("called", "calls", "calling", "described", "describes", "describing", "read"))
_LONGEST_VERB = 16
_ENDS = frozenset(".!?,;…—")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an article puts into somebody's mouth."""

    mention: Mention
    """Where the words stand, without their marks; the paragraph is that of the first."""
    text: str
    """The words, as written."""
    speaker: str | None
    """The fullest form of the name that the article has."""
    aliases: tuple[str, ...]
    """Its other forms."""
    verb: str | None
    confidence: Confidence


def quotations(article: Article, found: Sequence[Name] | None = None) -> list[Quotation]:
    """Return the quotations of an article in order; `found` are its names, if known already."""
    content = article.content
    text = content.text
    quoted = list(stretches(content))
    marked = [each for each in quoted if _could_be_said(text, each)]
    pulled = [each for each in content.paragraphs if each.kind is Kind.QUOTE]
    if not marked and not pulled:
        return []
    voices = Voices(content, names(content) if found is None else found, quoted)
    said = [
        _quotation(article, stretch.paragraph, *_bare(text, stretch), attribution)
        for stretch, attribution in _attributed(content, marked, voices)
        if _is_quotation(text, stretch, attribution)
    ]
    heard = [" ".join(squeezed_words(each.text)) for each in said] if pulled else []
    for paragraph in pulled:
        pull = _pull_quote(article, paragraph, voices)
        words = " ".join(squeezed_words(pull.text))
        if not any(words in each for each in heard):
            said.append(pull)
    said.sort(key=lambda each: each.mention.start)
    return said


def _attributed(
    content: Content, marked: Sequence[Stretch], voices: Voices
) -> Iterator[tuple[Stretch, Attribution]]:
    before, former, turn = NOBODY, None, None
    for number, stretch in enumerate(marked):
        same = former is not None and former.last.number == stretch.paragraph.number
        start = former.end + 1 if former and same else stretch.paragraph.start
        following = marked[number + 1] if number + 1 < len(marked) else None
        end = stretch.last.end
        if following and following.paragraph.number == stretch.last.number:
            end = following.opens
        clauses = Clauses(content.text, voices, turn)
        attribution = _choose(clauses, stretch, start, end, before if same else NOBODY)
        if attribution.voice is None and attribution.verb is None:
            if not same and not content.text[start : stretch.opens].strip():
                attribution = introduced(content, voices, clauses, stretch, turn)
            if attribution.voice is None and attribution.verb is None:
                attribution = _inferred(
                    content, clauses, stretch, start, before if same else None, turn
                )
        yield stretch, attribution
        former, before = stretch, attribution
        if attribution.voice is not None or attribution.is_direct:
            turn = Turn(attribution.voice, max(stretch.end, attribution.at))


def _choose(
    clauses: Clauses, stretch: Stretch, start: int, end: int, former: Attribution
) -> Attribution:
    """Take the clause that stands nearest; one that two quotations share is that of both."""
    before, behind = clauses.before(start, stretch), clauses.behind(stretch, end)
    if former.voice and before.at >= 0 and before.at == former.at:
        return former
    for attribution in (before, behind):
        if attribution.is_direct and attribution.voice:
            return attribution
    for attribution in (before, behind):
        if attribution.voice:
            return attribution
    return before if before.verb else behind


def _inferred(
    content: Content,
    clauses: Clauses,
    stretch: Stretch,
    start: int,
    former: Attribution | None,
    turn: Turn | None,
) -> Attribution:
    """Say who speaks on: who spoke in the same paragraph, was told of, or spoke before."""
    lead = clauses.lead(start, stretch)
    if lead is not None and not clauses.is_bare(lead):
        return NOBODY
    if former is not None and (former.voice or former.verb):
        return Attribution(former.voice, former.verb, former.confidence)
    if lead is not None:
        stretch = replace(stretch, start=lead.start + 1)
    if voice := clauses.told_before(start, stretch):
        return Attribution(voice, None, Confidence.PRONOUN)
    text = content.text
    is_alone = not text[start : stretch.opens].strip() and not text[
        stretch.end + 1 : stretch.last.end
    ].strip(" .\"'”’")
    if is_alone and turn and turn.voice and _follows(content, turn, stretch):
        return Attribution(turn.voice, None, Confidence.PRONOUN)
    return NOBODY


def _follows(content: Content, turn: Turn, stretch: Stretch) -> bool:
    """Tell whether the paragraph before is the one in which somebody spoke."""
    before = (
        each.start
        for each in reversed(content.paragraphs)
        if each.number < stretch.paragraph.number and each.kind in {Kind.LEAD, Kind.BODY}
    )
    return turn.end > next(before, turn.end)


def _bare(text: str, stretch: Stretch) -> tuple[int, int]:
    """Leave out the white space that some tongues set inside the marks."""
    written = text[stretch.start : stretch.end]
    start = stretch.start + len(written) - len(written.lstrip())
    return start, start + len(written.strip())


def _could_be_said(text: str, stretch: Stretch) -> bool:
    """Rule out at a glance a few words without a pause at either end: `the “bridge affair”`."""
    written = text[stretch.start : stretch.end].strip()
    if not written:
        return False
    if written.count(" ") >= _FEWEST - 1 or written[-1] in _ENDS:
        return True
    before = text[max(0, stretch.opens - _LONGEST_VERB) : stretch.opens].rstrip()
    behind = text[stretch.end + 1 : stretch.end + 2]
    return before[-1:] in {",", ":"} or behind == "," or before.rpartition(" ")[2] in VERBS


def _is_quotation(text: str, stretch: Stretch, attribution: Attribution) -> bool:
    """Tell what is said from names, titles and words held at arm's length."""
    written = text[stretch.start : stretch.end].strip()
    words = written.split()
    is_whole = written[:1].isupper() and written[-1] in ".!?"
    is_ended = written[-1] in _ENDS or text[stretch.end + 1 : stretch.end + 2] == ","
    is_attributed = attribution.voice is not None or attribution.verb is not None
    is_said = is_whole or (attribution.is_direct and written[-1] in _ENDS)
    if stretch.is_single and not (is_attributed and (len(words) >= _FEWEST or is_said)):
        return False
    if _is_heading(words) and not (is_ended and attribution.is_direct):
        return False
    if attribution.is_direct and attribution.verb not in _NAMING:
        return len(words) > 1 or is_ended
    if is_attributed:
        return len(words) >= _FEWEST or (is_whole and len(words) > 1)
    return len(words) >= _FEWEST_UNSAID and (is_ended or words[0][:1].isupper())


def _is_heading(words: Sequence[str]) -> bool:
    """Tell whether all longer words have capitals: a title or a name."""
    longer = [word for word in words if len(word) > 3]
    return len(words) < 12 and all(word[0].isupper() for word in longer)


def _pull_quote(article: Article, paragraph: Paragraph, voices: Voices) -> Quotation:
    text = article.content.text
    by = paragraph.attribution
    end = by.start if by and by.start > paragraph.start else paragraph.end
    start = paragraph.start + (text[paragraph.start] in '"“„«')
    end = start + len(text[start:end].rstrip(' \t\n-–—―,|"”»'))
    found = voices.within(by.start, by.end) if by else []
    attribution = Attribution(found[0], None, Confidence.NAMED) if found else NOBODY
    return _quotation(article, paragraph, start, end, attribution)


def _quotation(
    article: Article, paragraph: Paragraph, start: int, end: int, by: Attribution
) -> Quotation:
    name = by.voice.name if by.voice else None
    return Quotation(
        Mention(article.id, paragraph.number, start, end),
        article.content.text[start:end],
        name.name if name else None,
        name.aliases if name else (),
        by.verb,
        by.confidence,
    )

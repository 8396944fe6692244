"""The forms of names in one article: which runs of capitals are to be believed."""

import re
from collections.abc import Sequence

from newscli.core.article import Content, Kind, Paragraph
from newscli.core.parsing.sentences import ends_sentence
from newscli.research.naming import gazetteer, lexicon
from newscli.research.naming.capitals import RUN, opening_pieces, pieces
from newscli.research.naming.forms import Form, Piece
from newscli.research.naming.kinds import known


def forms_in(content: Content) -> dict[str, Form]:
    """Return the forms by their words, each with its places."""
    return _Reading(content).forms


class _Openings(dict[str, bool]):
    """Whether a sentence may begin behind two characters."""

    def __missing__(self, before: str) -> bool:
        last = before[-1:]
        if last in " \u00a0":
            opens = not before[:-1] or not (before[0].isalnum() or before[0] in ",;)%’'-–—&")
        else:
            opens = last in "\n\r\t\"“‘'«„"
        self[before] = opens
        return opens


_openings = _Openings()
_SHOUTED = 6
"""Longer words of capitals alone are no initials."""
_FIRST_WORD = re.compile(r"\S+\s+")
_WORDS = re.compile(r"[^\W\d_]{4,}")
_NOTHING = lexicon.OPENERS | lexicon.DAYS | lexicon.PEOPLES
"""Nearly half of all runs: they are looked up no further."""
_LONGEST_TITLE = 300
_NOWHERE = (1 << 60, 1 << 60, False)
_SHOUTED_PLACES = {form.casefold(): form for form in gazetteer.PLACES if len(form) > 3}
_SHOUTED_HEADS = {form.split(" ", 1)[0] for form in _SHOUTED_PLACES}


class _Reading:
    """The forms of names in one article."""

    def __init__(self, content: Content) -> None:
        self._text = content.text
        self.forms: dict[str, Form] = {}
        apart = [
            (each.start, each.end, each.kind is Kind.META)
            for each in reversed(content.paragraphs)
            if each.kind is Kind.META or _is_title(each, content)
        ]
        start, end, is_meta = apart.pop() if apart else _NOWHERE
        doubtful: list[tuple[Piece, int]] = []
        unsure: list[tuple[str, int]] = []
        text, add = self._text, self._add
        for found in RUN.finditer(text):
            run = found[0]
            if run in _NOTHING:
                continue
            at = found.start()
            while at >= end:
                start, end, is_meta = apart.pop() if apart else _NOWHERE
            if at >= start:
                unsure += [] if is_meta else [(run, at)]
                continue
            if run.isupper() and len(run) > 3 and _is_shouted(run):
                unsure.append((run, at))
                continue
            opening = _openings[text[max(at - 2, 0) : at]]
            for piece in opening_pieces(run) if opening else pieces(run):
                if opening and piece.start == 0 and not piece.titled:
                    doubtful.append((piece, at))
                else:
                    add(piece, at)
        self._decide(doubtful)
        self._look_up(unsure)

    def _add(self, piece: Piece, at: int) -> None:
        start, end, written, kind, titled = piece
        form = self.forms.get(written)
        if form is None:
            form = self.forms[written] = Form(written.split(" "), kind)
        if titled:
            form.titled = True
        form.spans.append((at + start, at + end))

    def _decide(self, doubtful: Sequence[tuple[Piece, int]]) -> None:
        """Take the names at the heads of sentences that something else speaks for."""
        singles = []
        for piece, at in doubtful:
            if " " not in piece.form:
                singles.append((piece, at))
            elif piece.form in self.forms or not self._is_ordinary(piece):
                self._add(piece, at)
            else:
                cut = piece.form.index(" ") + 1
                form = piece.form[cut:]
                second = _FIRST_WORD.match(self._text, at + piece.start)
                start = second.end() - at if second else piece.start
                if form in self.forms or " " in form or form in gazetteer.PLACES:
                    self._add(Piece(start, piece.end, form, None, False), at)
        held = {word for form in self.forms.values() for word in form.words}
        for piece, at in singles:
            if piece.form in held or piece.kind or (piece.form.isupper() and len(piece.form) > 1):
                self._add(piece, at)

    def _is_ordinary(self, piece: Piece) -> bool:
        """Tell whether the first word is one that the article also writes small."""
        first = piece.form.split(" ", 1)[0]
        if first in gazetteer.FIRST_NAMES or first.isupper():
            return False
        return first.endswith("ly") or f" {first.lower()} " in self._text

    def _look_up(self, unsure: Sequence[tuple[str, int]]) -> None:
        """Find the known names in headlines and lines of capitals."""
        if not unsure:
            return
        written = {form.casefold(): form for form in self.forms}
        heads = {form.split(" ", 1)[0] for form in written} | _SHOUTED_HEADS
        for run, at in unsure:
            words = [(each.start(), each.end()) for each in re.finditer(r"[^\s,]+", run)]
            done = 0
            for first in range(len(words)):
                head = run[words[first][0] : words[first][1]]
                if first < done or head.replace(".", "").casefold() not in heads:
                    continue
                for last in range(min(len(words), first + 6) - 1, first - 1, -1):
                    start, end = words[first][0], words[last][1]
                    folded = " ".join(run[start:end].replace(".", "").split()).casefold()
                    form = written.get(folded) or _SHOUTED_PLACES.get(folded)
                    if form:
                        self._add(Piece(start, end, form, known(form), False), at)
                        done = last + 1
                        break


def _is_shouted(run: str) -> bool:
    return len(run) > 2 * _SHOUTED or any(len(word) > _SHOUTED for word in run.split())


def _is_title(paragraph: Paragraph, content: Content) -> bool:
    """Tell whether capitals mean nothing in a paragraph: a headline that has them throughout."""
    if paragraph.kind is not Kind.HEADING and paragraph.number > 1:
        return False
    text = paragraph.span.of(content.text)
    if len(text) > _LONGEST_TITLE or ends_sentence(text):
        return False
    words = _WORDS.findall(text)
    small = sum(1 for word in words if word[0].islower())
    return len(words) >= 4 and small * 5 < len(words)

"""What kind a name is of, told by the words around it."""

import re
from collections.abc import Iterable, Sequence

from newscli.research.naming import gazetteer, lexicon
from newscli.research.naming.forms import Form, NameKind
from newscli.research.naming.heads import NO_NAMES

_LOWER = re.compile(r"[a-zß-ÿ]")
_AFTER_PERSON = re.compile(
    rf",? (?:who )?(?:has |had )?(?:{'|'.join(lexicon.SPEECH.split())})\b|, \d\d,| administration\b"
)
_BEFORE_PERSON = re.compile(rf"\b(?:{'|'.join(lexicon.SPEECH.split())}) \Z")
_LAST_WORD = re.compile(r"\b([\w'-]+),? \Z")
_AFTER_PLACE = re.compile(r", ([A-Z]\w+(?: [A-Z]\w+)?)(?!['’\w])")
_IN = frozenset(("in", "near", "outside", "In", "Near", "at"))


def tell_kinds(text: str, forms: Iterable[Form]) -> None:
    """Give a kind to the forms whose neighbours tell it."""
    for form in forms:
        if form.titled and form.kind is not NameKind.PLACE:
            form.kind = NameKind.PERSON
        if form.kind is None and not _is_thing(form.words):
            form.kind = _kind_in_context(text, form)


def _is_thing(words: Sequence[str]) -> bool:
    return words[-1] in NO_NAMES or words[0] in lexicon.STORMS


def _kind_in_context(text: str, form: Form) -> NameKind | None:
    is_word = any(_LOWER.search(word) for word in form.words)
    could_be_person = is_word and len(form.words) <= 4 and "of" not in form.words
    for start, end in form.spans[:4]:
        before = _LAST_WORD.search(text, max(0, start - 24), start)
        word = before[1] if before else ""
        if could_be_person and (word in lexicon.CALLINGS or _AFTER_PERSON.match(text, end)):
            return NameKind.PERSON
        following = _AFTER_PLACE.match(text, end)
        if following and following[1] in gazetteer.PLACES:
            return NameKind.PLACE
        if word in _IN and is_word and len(form.words) < 3:
            return NameKind.PLACE
        if could_be_person and word and _BEFORE_PERSON.search(text, max(0, start - 16), start):
            return NameKind.PERSON
    return None

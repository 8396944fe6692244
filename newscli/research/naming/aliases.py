"""Forms of names that mean the same: `Pompeo` and `Mike Pompeo`, `WHO` and its long form.

Within one article a last name alone is the person whose full name ends with it; if
several do, the one mentioned most, then the one named first. A first name alone is the
person likewise, but only where the full name is known to be a person's. Middle names
may be missing. A word of capitals alone is no last or first name beside words that are
not: `REAL ID` is no Mr `ID`. Initials stand for what their letters begin the words of;
if they are two, only where the full name is a known place's or one of both stands in
brackets behind the other, since so many are codes of states or parts of numbers.
"""

from collections.abc import Iterable, Mapping, Sequence

from newscli.research.naming import gazetteer
from newscli.research.naming.forms import Form, NameKind

_FEWEST_INITIALS, _MOST_INITIALS = 2, 7


def folded(text: str, forms: Mapping[str, Form]) -> list[list[Form]]:
    """Group the forms of each name in a text, its fullest form first."""
    longer = _by_last_word(forms.values())
    first: dict[str, Form] = {}
    initials: dict[str, Form] = {}
    for form in forms.values():
        if len(form.words) > 1:
            if form.kind is NameKind.PERSON:
                first.setdefault(form.words[0], form)
            else:
                letters = "".join(word[0] for word in form.words if word[0].isupper())
                initials.setdefault(letters, form)
                if form.words[0] == "United":  # `United States Coast Guard`
                    initials.setdefault(letters[2:], form)
    above: dict[str, Form] = {}
    for key, form in forms.items():
        full = (
            _full_name(form, longer.get(form.words[-1], ()))
            or _of_first_name(form, first)
            or _of_initials(text, key, form, initials, forms)
        )
        if full is not None:
            above[key] = full
    return _grouped(forms, above)


def _by_last_word(forms: Iterable[Form]) -> dict[str, list[Form]]:
    found: dict[str, list[Form]] = {}
    for form in forms:
        if len(form.words) > 1:
            last = form.words[-1]
            if last in {"Jr", "Sr"} and len(form.words) > 2:
                last = form.words[-2]
            found.setdefault(last, []).append(form)
            if "-" in last:  # `al-Assad`
                found.setdefault(last.rpartition("-")[2], []).append(form)
    return found


def _full_name(form: Form, candidates: Sequence[Form]) -> Form | None:
    """Return the longer name that ends like this one."""
    if not candidates or (form.kind is NameKind.PLACE and not form.titled):
        return None
    fitting = [
        other
        for other in candidates
        if len(other.words) > len(form.words) and _is_short_for(form, other)
    ]
    return min(
        fitting,
        key=lambda other: (-(other.kind is NameKind.PERSON), -len(other.spans), other.spans[0]),
        default=None,
    )


def _is_short_for(form: Form, other: Form) -> bool:
    size = len(form.words)
    if size == 1:
        if other.kind not in {None, NameKind.PERSON} or "of" in other.words:
            return False
        return not _is_acronym(form.words[0]) or all(map(_is_acronym, other.words))
    if form.kind and other.kind and form.kind is not other.kind:
        return False
    if other.words[-size:] == form.words:
        return True
    missing = len(other.words) - size
    return (
        form.kind is not NameKind.ORGANISATION
        and size == 2
        and missing <= 2
        and other.words[0] == form.words[0]
        and other.words[-1] == form.words[-1]
        and other.kind is NameKind.PERSON
    )


def _of_first_name(form: Form, first: Mapping[str, Form]) -> Form | None:
    if len(form.words) > 1 or form.kind not in {None, NameKind.PERSON}:
        return None
    return first.get(form.words[0])


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _of_initials(
    text: str, key: str, form: Form, initials: Mapping[str, Form], forms: Mapping[str, Form]
) -> Form | None:
    if usual := forms.get(gazetteer.SAME.get(key, "")):
        return usual
    if not (_FEWEST_INITIALS <= len(key) <= _MOST_INITIALS and key.isupper()):
        return None
    full = initials.get(key)
    if full is None or full is form or form.titled:
        return None
    if len(key) > _FEWEST_INITIALS:
        return full
    if key in gazetteer.KNOWN:
        return None
    is_sure = " ".join(full.words) in gazetteer.PLACES or _introduces(text, full, form)
    return full if is_sure else None


def _introduces(text: str, full: Form, form: Form) -> bool:
    """Tell whether one stands in brackets behind the other: `Zelný Ferries (ZF)`."""
    return _is_bracketed(text, full, form) or _is_bracketed(text, form, full)


def _is_bracketed(text: str, before: Form, form: Form) -> bool:
    ends = {end + len(" (") for _, end in before.spans}
    return any(start in ends and text[start - 1] in "([" for start, _ in form.spans)


def _grouped(forms: Mapping[str, Form], above: Mapping[str, Form]) -> list[list[Form]]:
    keys = {id(form): key for key, form in forms.items()}
    groups: dict[str, list[Form]] = {key: [form] for key, form in forms.items() if key not in above}
    for key, form in forms.items():
        if key in above:
            top = above[key]
            while keys[id(top)] in above:  # each is longer than the one below
                top = above[keys[id(top)]]
            groups[keys[id(top)]].append(form)
    return list(groups.values())

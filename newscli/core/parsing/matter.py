"""Front matter: the lines `key: value` between two rules with which notes and blog posts open.

Three dashes fence YAML, as Obsidian, Hugo and Jekyll write it, and three plus
signs TOML. Only what fits on lines is read: a key, its value with or without
quotation marks, a list. Of anything else nothing is told.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newscli.core.article import FENCES, ArticleDate, Span
from newscli.core.parsing.byline import Byline
from newscli.core.parsing.header import told_date
from newscli.core.parsing.published import date_line

_FENCED = re.compile(
    r"(?P<fence>---|\+\+\+)[^\S\n]*\n(?P<lines>(?:.*\n){1,60}?)(?P=fence)[^\S\n]*(?:\n|\Z)"
)
_KEY = r"[^\W\d][\w-]*(?:\ [\w-]+){0,2}"
_SIGNS = {"---": r"[^\S\n]*:(?=\s|\Z)", "+++": r"[^\S\n]*="}
_ENTRIES = {
    fence: re.compile(
        rf"^(?P<key>{_KEY}){sign}[^\S\n]*(?P<value>.*(?:\n(?:[^\S\n]+\S|-\s|[\]}}]).*)*)",
        re.MULTILINE,
    )
    for fence, sign in _SIGNS.items()
}
_LINES = {fence: re.compile(rf"{_KEY}{sign}|\s|-\s|[\[\]}}#]|\Z") for fence, sign in _SIGNS.items()}
"""What a line may open with: a key, what goes on with its value, a section, a remark."""

_SECTION = re.compile(r"^\[", re.MULTILINE)
_ITEM = re.compile(r"^[^\S\n]*-[^\S\n]+(?P<value>\S.*)", re.MULTILINE)
_FLOWING_ITEM = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,\[\]"'][^,\[\]]*""", re.DOTALL)
_QUOTED = re.compile(
    r"""(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^']|'')*)')(?:\s+\#.*)?""", re.DOTALL
)
_REMARK = re.compile(r"\s#\s.*", re.DOTALL)
_ESCAPED = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|([\"\\/]))")
_NOT_FLAT = tuple(">|&*!{%@`")  # what opens a value that is no plain line of words
_NOTHING = frozenset({"", "~", "null", "none", "true", "false"})
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_BY = re.compile(r"by\s+", re.IGNORECASE)
_LONGEST_NAME = 120
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:[Tt ]\s*[0-9].*)?)?", re.DOTALL)

_TITLE_KEYS = ("title", "headline")
_BYLINE_KEYS = ("author", "authors", "by", "byline")
_DATE_KEYS = ("published", "publishdate", "datepublished", "pubdate", "date")
_CREATED = "created"  # of a clipping the day it was cut out, if it has a key for the other
_KNOWN_KEYS = frozenset((*_TITLE_KEYS, *_BYLINE_KEYS, *_DATE_KEYS, _CREATED))


class Value(NamedTuple):
    """One value, its white space squeezed, and where it stands, quotation marks left out."""

    words: str
    span: Span


class Matter(NamedTuple):
    """What front matter tells of the article; it stands before `end`."""

    end: int
    title: Value | None
    byline: Byline | None
    date: ArticleDate | None
    notes: tuple[str, ...]
    """That its date is one no calendar has."""


_Values = Mapping[str, Sequence[Value]]
"""Maps keys, small and without hyphens and spaces, to what could be read of their values."""


def read_matter(text: str) -> Matter | None:
    """Read the front matter a text opens with; None if it opens with anything else.

    Every line must be one of its kind, and no blank one the first: words between
    two rules are no front matter.
    """
    if not text.startswith(FENCES):
        return None
    fenced = _FENCED.match(text)
    if not fenced:
        return None
    lines = fenced["lines"].split("\n")
    if not lines[0].strip() or not all(map(_LINES[fenced["fence"]].match, lines)):
        return None
    values = _values(text, fenced)
    if not values:
        return None
    date, notes = _date(values)
    end = fenced.start() + len(fenced[0].rstrip())
    return Matter(end, _title(values), _byline(values), date, notes)


def _values(text: str, fenced: re.Match[str]) -> _Values:
    """Return the values by key; none at all if every key could be who speaks in a talk."""
    fence, start, end = fenced["fence"], fenced.start("lines"), fenced.end("lines")
    if fence == "+++" and (section := _SECTION.search(text, start, end)):
        end = section.start()
    values: dict[str, Sequence[Value]] = {}
    telling = False
    for entry in _ENTRIES[fence].finditer(text, start, end):
        key = re.sub(r"[-_ ]", "", entry["key"]).casefold()
        telling = telling or entry["key"][0].islower() or key in _KNOWN_KEYS
        values.setdefault(key, _read(text, entry.start("value"), entry.end("value")))
    return values if telling else {}


def _read(text: str, start: int, end: int) -> Sequence[Value]:
    """Return the scalar `text[start:end]`, or the items of the list that it is."""
    written = text[start:end]
    if written.startswith("\n"):
        items = [match.span("value") for match in _ITEM.finditer(text, start, end)]
    elif written.startswith("[") and not written.startswith("[["):
        items = [match.span() for match in _FLOWING_ITEM.finditer(text, start, end)]
    else:
        items = [(start, end)]
    return [value for item in items if (value := _scalar(text, *item))]


def _scalar(text: str, start: int, end: int) -> Value | None:
    written = text[start:end].rstrip()
    if written.startswith(_NOT_FLAT):
        return None
    quoted = _QUOTED.fullmatch(written)
    if not quoted:
        written = _REMARK.sub("", written).rstrip()
        span = Span(start, start + len(written))
    elif quoted["single"] is None:
        span = Span(start + quoted.start("double"), start + quoted.end("double"))
        written = _ESCAPED.sub(_unescaped, quoted["double"])
    else:
        span = Span(start + quoted.start("single"), start + quoted.end("single"))
        written = quoted["single"].replace("''", "'")
    words = " ".join(written.split())
    return None if words.casefold() in _NOTHING else Value(words, span)


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    if code is None:
        return escape[3]
    character = chr(int(code, 16))
    return character if character.isprintable() else escape[0]


def _title(values: _Values) -> Value | None:
    for key in _TITLE_KEYS:
        for value in values.get(key, ()):
            if any(map(str.isalnum, value.words)):
                return value
    return None


def _byline(values: _Values) -> Byline | None:
    """Return the names under the first key that has any, joined as in a sentence."""
    for key in _BYLINE_KEYS:
        names = [name for value in values.get(key, ()) for name in _names(value)]
        if names:
            *others, last = [name.words for name in names]
            joined = f"{', '.join(others)} and {last}" if others else last
            span = Span(names[0].span.start, names[-1].span.end)
            return Byline(joined, span, frozenset({0}))
    return None


def _names(value: Value) -> Sequence[Value]:
    """Return the names in a value: those of `[[links]]`, or all of it but a `By`."""
    start, end = value.span
    links = list(_LINK.finditer(value.words))
    if links and len(value.words) == end - start:
        found = [Value(link[1], Span(start + link.start(1), start + link.end(1))) for link in links]
    else:
        by = _BY.match(value.words)
        skipped = by.end() if by else 0
        found = [Value(value.words[skipped:], Span(start + skipped, end))]
    return [
        name
        for name in found
        if len(name.words) <= _LONGEST_NAME
        and any(map(str.isalpha, name.words))
        and "@" not in name.words
        and "://" not in name.words
    ]


def _date(values: _Values) -> tuple[ArticleDate | None, tuple[str, ...]]:
    """Return the first date that is one, and what there is to note about it."""
    keys = [key for key in _DATE_KEYS if key in values] or [_CREATED]
    for key in keys:
        for value in values.get(key, ()):
            day = value.words.strip("[]")
            if iso := _ISO.fullmatch(day):
                return told_date(*iso.groups())
            if published := date_line(day):
                return published.date, ()
    return None, ()

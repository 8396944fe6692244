"""The pieces a query is written in: brackets, operators, quotes, prefixes, words.

`scan` tells the pieces apart and where each stands; what they mean together is
for `newscli.core.language`, what a single word means for `newscli.core.language.terms`.

A written word ends at white space, a bracket or a double quote (curly ones count),
unless a `\\` stands before it. Pieces that hold no word are punctuation and dropped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from newscli.core.language import fields
from newscli.core.language.terms import holds_word
from newscli.errors import BadQuery

QUOTES = '"“”„‟'

_SPACE = re.compile(r"\s+")
_NAME = re.compile(r"([^\W\d_]+:)(?!//)")
_QUOTED = re.compile(rf"[{QUOTES}]((?:\\.|[^\\{QUOTES}])*)[{QUOTES}]", re.DOTALL)
_SLOP = re.compile("~([0-9]*)")
_REGEX = re.compile(r"/((?:\\\S|[^/\\\s])+)/(?=[\s)]|\Z)")
_WRITTEN = re.compile(rf"(?:\\.|[^\s()\\{QUOTES}]|\\\Z)+", re.DOTALL)
_SIGNS_BEFORE = re.compile(rf"-?(?:=(?=[{QUOTES}]))?")
_NEAR = re.compile("NEAR/([0-9]+)")


class Role(Enum):
    """What a piece of a query is."""

    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    AND = auto()
    NOT = auto()
    NEAR = auto()  # the text is the number
    MINUS = auto()  # a `-` that touches what it excludes
    PART = auto()  # `lead:`, touching what is searched there
    FOLDER = auto()  # the text is its name
    DATES = auto()  # the text is what follows `date:`
    QUOTED = auto()  # the text stands between the quotes
    SLOP = auto()  # `~5` after a closing quote; the text is the number
    REGEX = auto()  # the text stands between the slashes
    WORD = auto()


_SIGNS = {"(": Role.OPEN, ")": Role.CLOSE}
_OPERATORS = {"OR": Role.OR, "AND": Role.AND, "NOT": Role.NOT}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a query; `start` is where its text, or its sign, begins."""

    role: Role
    text: str
    start: int


def scan(raw: str) -> tuple[list[Piece], list[str]]:
    """Cut a query into its pieces, with notes on what looks like a field but is none.

    Raises BadQuery for a quote that is never closed and for a misspelt field.
    """
    scanner = _Scanner(raw)
    return list(scanner.pieces()), scanner.notes


@dataclass(slots=True)
class _Scanner:
    raw: str
    at: int = 0
    notes: list[str] = field(default_factory=list)

    def pieces(self) -> Iterator[Piece]:
        while self.at < len(self.raw):
            if space := _SPACE.match(self.raw, self.at):
                self.at = space.end()
                continue
            prefixes = list(self._prefixes())
            yield from prefixes
            if not prefixes or prefixes[-1].role in {Role.MINUS, Role.PART}:
                yield from self._searched(prefixed=bool(prefixes))

    def _prefixes(self) -> Iterator[Piece]:
        """Take `-` and `lead:` before what they touch; `in:` and `date:` with their values."""
        begins = self._begins_word()
        while self.at < len(self.raw):
            if begins and self._minus_stands_here():
                yield Piece(Role.MINUS, "-", self.at)
                self.at += 1
            elif name := self._field():
                begins = True
                if name not in fields.PARTS:
                    yield from self._value(name)
                    return
                yield Piece(Role.PART, name, self.at)
                self.at += len(name)
            else:
                return

    def _searched(self, prefixed: bool) -> Iterator[Piece]:
        """Take what is searched for: a bracket, a quote, a regular expression, a word."""
        raw, at = self.raw, self.at
        if raw[at] == "=" and raw[at + 1 : at + 2] in tuple(QUOTES):
            self.at += 1  # what stands in quotes is searched as written anyway
            yield from self._quoted()
        elif sign := _SIGNS.get(raw[at]):
            self.at += 1
            yield Piece(sign, raw[at], at)
        elif raw[at] in QUOTES:
            yield from self._quoted()
        elif (prefixed or self._begins_word()) and (regex := _REGEX.match(raw, at)):
            self.at = regex.end()
            yield Piece(Role.REGEX, regex[1], regex.start(1))
        elif written := _WRITTEN.match(raw, at):
            self.at = written.end()
            yield from _word(written[0], at, prefixed)

    def _quoted(self) -> Iterator[Piece]:
        quoted = self._closed_quote()
        self.at = quoted.end()
        slop = _SLOP.match(self.raw, self.at)
        if slop:
            self.at = slop.end()
        if holds_word(quoted[1]):
            yield Piece(Role.QUOTED, quoted[1], quoted.start())
            if slop:
                yield Piece(Role.SLOP, slop[1], slop.start())

    def _closed_quote(self) -> re.Match[str]:
        quoted = _QUOTED.match(self.raw, self.at)
        if quoted:
            return quoted
        raise BadQuery(
            "this quote is never closed",
            self.raw,
            self.at,
            'write \\" to search for the character itself',
        )

    def _minus_stands_here(self) -> bool:
        following = self.raw[self.at + 1 : self.at + 2]
        return self.raw[self.at] == "-" and following != "-" and self._touches(self.at + 1)

    def _begins_word(self) -> bool:
        return self.at == 0 or self.raw[self.at - 1].isspace() or self.raw[self.at - 1] == "("

    def _touches(self, at: int) -> bool:
        """Tell whether a prefix that ends here touches something to search for."""
        if signs := _SIGNS_BEFORE.match(self.raw, at):
            at = signs.end()
        if self.raw[at : at + 1] == "(" or _REGEX.match(self.raw, at):
            return True
        if self.raw[at : at + 1] in tuple(QUOTES):
            quoted = _QUOTED.match(self.raw, at)
            return quoted is None or holds_word(quoted[1])
        written = _WRITTEN.match(self.raw, at)
        return written is not None and _is_searched(written[0])

    def _field(self) -> str | None:
        """Return the known field whose name and value stand here."""
        found = _NAME.match(self.raw, self.at)
        if not found:
            return None
        name = found[1].lower()
        if name in {fields.FOLDER, fields.DATE}:
            return name if fields.value_at(self.raw, found.end()) else None
        if not self._touches(found.end()):
            return None
        if name in fields.PARTS:
            return name
        self._warn_of(found[1])
        return None

    def _warn_of(self, name: str) -> None:
        if meant := fields.meant_by(name):
            raise BadQuery(
                f"`{name}` is no field, did you mean `{meant}`?",
                self.raw,
                self.at,
                f"write {name[:-1]}\\: to search for the word itself",
            )
        self.notes.append(f"`{name}` is no field, searched as text")

    def _value(self, name: str) -> Iterator[Piece]:
        """Take a folder or a date with its field: text up to the next space, or quoted."""
        start = self.at = self.at + len(name)
        if self.raw[start] == "(":
            raise BadQuery(
                f"`{name}` takes one value, not a bracket",
                self.raw,
                start,
                f"write ({name}... OR {name}...)",
            )
        if self.raw[start] in QUOTES:
            quoted = self._closed_quote()
            self.at = quoted.end()
            value = quoted[1]
        else:
            value = fields.value_at(self.raw, start)
            self.at = start + len(value)
        if name == fields.FOLDER:
            yield Piece(Role.FOLDER, fields.folder(value), start)
        elif self.raw.startswith("..", self.at) or not set(QUOTES).isdisjoint(value):
            raise BadQuery(
                "a range with spaces goes into one pair of quotes",
                self.raw,
                start,
                'write date:"10 jan 2021..12 jan 2021"',
            )
        else:
            yield Piece(Role.DATES, fields.dates(value), start)


def _word(text: str, start: int, prefixed: bool) -> Iterator[Piece]:
    if not prefixed and text in _OPERATORS:
        yield Piece(_OPERATORS[text], text, start)
    elif not prefixed and (near := _NEAR.fullmatch(text)):
        yield Piece(Role.NEAR, near[1], start)
    elif _is_searched(text):
        yield Piece(Role.WORD, text, start)


def _is_searched(text: str) -> bool:
    return holds_word(text) or not text.strip("*")

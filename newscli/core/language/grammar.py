"""The grammar of the query language: pieces to a tree.

    query     =  every  { OR every }
    every     =  item  { [ AND ] item }          a space is AND
    item      =  { NOT }  near
    near      =  one  { NEAR/k one }             words and phrases only
    one       =  [ - ] [ lead: ] ( word | "phrase" | /regex/ | "(" query ")" )
              |  [ - ] ( in:folder | date:range )

`newscli.core.language` says what they mean.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from newscli.core.dates import dated
from newscli.core.language import fields
from newscli.core.language.lexing import Piece, Role
from newscli.core.language.shaping import all_of, any_of, excluding, only_limits, within
from newscli.core.language.terms import quoted, written
from newscli.core.patterns import DEEPEST, regex
from newscli.core.query import InFolder, Near, Node, Part, Phrase, Regex, Word
from newscli.errors import BadDate, BadQuery

_IN_QUOTES = f'{BadDate.hint}; one of several words goes in quotes: date:"10 jan 2021"'

LARGEST_SLOP = 99
FARTHEST = 99


@dataclass(slots=True)
class Reader:
    """Goes through the pieces once; a method that finds nothing to read returns None.

    `notes` gains what was understood otherwise than it may have been meant.
    """

    raw: str
    pieces: list[Piece]
    notes: list[str]
    today: date
    any_word: bool
    at: int = 0
    brackets: int = 0
    part: str | None = None

    def whole(self) -> Node | None:
        """Read all the pieces; None when they hold nothing to search for."""
        tree = self._query()
        if piece := self._take(Role.CLOSE):
            raise self._error(
                "this bracket was never opened",
                piece,
                "write \\) to search for the character itself",
            )
        return tree

    def _query(self) -> Node | None:
        """Read `a OR b ...`."""
        nodes = [self._every()]
        while operator := self._take(Role.OR):
            nodes.append(self._every())
            if nodes[0] is None or nodes[-1] is None:
                raise self._lacking(operator)
        found = [node for node in nodes if node]
        return any_of(found) if found else None

    def _every(self) -> Node | None:
        """Read things side by side; those with an AND between them stay together."""
        groups: list[list[Node]] = []
        while self._next_role not in {None, Role.OR, Role.CLOSE}:
            operator = self._take(Role.AND)
            node = self._item()
            if operator and (node is None or not groups):
                raise self._lacking(operator)
            if operator and node is not None:
                groups[-1].append(node)
            elif node is not None:
                groups.append([node])
        return self._side_by_side([all_of(group) for group in groups]) if groups else None

    def _side_by_side(self, nodes: list[Node]) -> Node:
        wanted = [node for node in nodes if not only_limits(node)]
        if not self.any_word or not wanted:
            return all_of(nodes)
        return all_of([any_of(wanted), *filter(only_limits, nodes)])

    def _item(self) -> Node | None:
        """Read `NOT NOT a`; two of them cancel out."""
        excluded = False
        operator = None
        while further := self._take(Role.NOT):
            operator, excluded = further, not excluded
        node = self._near()
        if operator and node is None:
            raise self._lacking(operator)
        return excluding(node) if node and excluded else node

    def _near(self) -> Node | None:
        """Read `a NEAR/3 b NEAR/3 c`."""
        left = self._one()
        pairs: list[Node] = []
        while operator := self._take(Role.NEAR):
            right = self._one()
            distance = self._number(operator, 1, FARTHEST, "NEAR takes a number of words")
            if left is None or right is None:
                raise self._lacking(operator)
            if not isinstance(left, Word | Phrase) or not isinstance(right, Word | Phrase):
                hint = "write NEAR/5 between them, and a part around: lead:(one NEAR/5 two)"
                raise self._error("NEAR joins only words and phrases", operator, hint)
            pairs.append(Near(left, right, distance))
            left = right
        return all_of(pairs) if pairs else left

    def _one(self) -> Node | None:
        """Read one thing with what is attached to it."""
        if minus := self._take(Role.MINUS):
            return excluding(self._filled(minus))
        if part := self._take(Role.PART):
            return self._in_part(part)
        if bracket := self._take(Role.OPEN):
            return self._in_brackets(bracket)
        if piece := self._take(Role.QUOTED):
            return self._phrase(piece)
        if piece := self._take(Role.WORD, Role.REGEX, Role.DATES, Role.FOLDER):
            try:
                return self._term(piece)
            except BadDate as bad:
                hint = _IN_QUOTES if bad.hint == BadDate.hint else bad.hint
                raise self._error(bad.message, piece, hint) from bad
        return None

    def _term(self, piece: Piece) -> Node:
        """Make a node of a piece that stands for itself."""
        match piece.role:
            case Role.REGEX:
                with self._placed_at(piece):
                    regex(piece.text)
                return Regex(piece.text)
            case Role.DATES:
                self._check_outside_parts(fields.DATE, piece)
                return dated(piece.text, self.today)
            case Role.FOLDER:
                self._check_outside_parts(fields.FOLDER, piece)
                if not piece.text:
                    raise self._error("this names no folder", piece, "write in:NAME")
                return InFolder(piece.text)
            case _:
                with self._placed_at(piece):
                    node, note = written(piece.text)
                self.notes += [note] if note else []
                return node

    def _in_part(self, piece: Piece) -> Node:
        """Read what is looked for in one part; parts do not nest."""
        self._check_outside_parts(piece.text, piece)
        self.part = piece.text
        found = self._filled(piece)
        self.part = None
        return within(Part(piece.text.removesuffix(":")), found)

    def _in_brackets(self, bracket: Piece) -> Node | None:
        self.brackets += 1
        if self.brackets > DEEPEST:
            raise self._error(f"brackets go over {DEEPEST} deep", bracket, "leave some out")
        found = self._query()
        self.brackets -= 1
        if self._take(Role.CLOSE):
            return found
        hint = "write \\( to search for the character itself"
        raise self._error("this bracket is never closed", bracket, hint)

    def _filled(self, prefix: Piece) -> Node:
        """Read the one thing that a prefix touches."""
        found = self._one()
        if found is None:
            raise self._error(f"`{prefix.text}` has only empty brackets after it", prefix)
        return found

    def _phrase(self, piece: Piece) -> Word | Phrase:
        """Read what stands in quotes, with the `~5` behind it."""
        slop = 0
        if number := self._take(Role.SLOP):
            slop = self._number(number, 0, LARGEST_SLOP, "a phrase takes a number of other words")
        found = quoted(piece.text, slop)
        if slop and isinstance(found, Word):
            self.notes.append(f'`"{piece.text}"` is one word, so `~{slop}` changes nothing')
        return found

    def _number(self, piece: Piece, least: int, most: int, what: str) -> int:
        number = int(piece.text) if 0 < len(piece.text) <= len(str(most)) else -1
        if least <= number <= most:
            return number
        raise self._error(f"{what} from {least} to {most}", piece, "for example 5")

    def _take(self, *roles: Role) -> Piece | None:
        """Step over the next piece if it is one of these."""
        if self._next_role not in roles:
            return None
        self.at += 1
        return self.pieces[self.at - 1]

    @property
    def _next_role(self) -> Role | None:
        return self.pieces[self.at].role if self.at < len(self.pieces) else None

    def _check_outside_parts(self, name: str, piece: Piece) -> None:
        if self.part:
            hint = f"write them side by side: {self.part}... {name}..."
            raise self._error(f"`{name}` cannot stand within `{self.part}`", piece, hint)

    @contextmanager
    def _placed_at(self, piece: Piece) -> Iterator[None]:
        """Let an error about the piece's text point into the query."""
        try:
            yield
        except BadQuery as bad:
            place = piece.start + bad.position
            raise BadQuery(bad.message, self.raw, place, bad.hint) from bad

    def _lacking(self, operator: Piece) -> BadQuery:
        verb = "exclude" if operator.role is Role.NOT else "join"
        name = operator.role.name
        hint = f'write "{name}" to search for the word itself'
        return self._error(f"`{name}` has nothing to {verb}", operator, hint)

    def _error(self, message: str, piece: Piece, hint: str | None = None) -> BadQuery:
        return BadQuery(message, self.raw, piece.start, hint)

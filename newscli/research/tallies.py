"""The names of many articles, counted in pieces that can be put together.

Names are counted by their fullest forms, case, accents and points aside; a short form that
everybody writes (`US`) is its long one; `Ferry Department` is `Department of Ferry`.
What is one name under two forms is told when all pieces are together, in
`newscli.research.sameness`: so each name knows its articles.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from newscli.core.analysis import fold
from newscli.core.article import ArticleId
from newscli.research.mention import Mention
from newscli.research.naming.forms import NameKind
from newscli.research.naming.gazetteer import SAME

TOLD = 0.2
"""What part of the articles that have a name must tell its kind, but for the first few."""
FEW = 5
"""So many articles may tell nothing: in a small archive a name is told of once, if at all."""

NATION = "us"
"""The first word of what is the United States', in keys."""

_NATIONS = (["us"], ["u", "s"], ["united", "states"])
_LONGEST_ACRONYM = 5


@dataclass(slots=True)
class Tally:
    """A name over some articles."""

    first: Mention
    forms: dict[str, int] = field(default_factory=dict)  # a Counter takes twice as long to add to
    kinds: dict[NameKind, int] = field(default_factory=dict)
    articles: list[ArticleId] = field(default_factory=list)
    """Those that have it, each once."""
    mentions: int = 0
    aliases: dict[str, int] = field(default_factory=dict)

    def kind(self) -> NameKind | None:
        """Return what most articles tell, if they are enough."""
        kind = max(self.kinds, key=lambda kind: (self.kinds[kind], kind), default=None)
        enough = TOLD * (len(self.articles) - FEW)
        return kind if kind and self.kinds[kind] >= enough else None

    def add(self, other: "Tally") -> None:
        """Add the counts of the same name in other articles."""
        _add(self.forms, other.forms)
        self._add_all_but_forms(other)

    def join(self, other: "Tally") -> None:
        """Add the counts of another name, now an alias, that may stand in the same articles."""
        _add(self.aliases, other.forms)
        self._add_all_but_forms(other)
        self.articles = list(dict.fromkeys(self.articles))

    def _add_all_but_forms(self, other: "Tally") -> None:
        _add(self.kinds, other.kinds)
        _add(self.aliases, other.aliases)
        self.articles += other.articles
        self.mentions += other.mentions
        self.first = min(self.first, other.first, key=place)


_Counted = TypeVar("_Counted")


def _add(ours: dict[_Counted, int], theirs: Mapping[_Counted, int]) -> None:
    for each, count in theirs.items():
        ours[each] = ours.get(each, 0) + count


def place(first: Mention) -> tuple[ArticleId, int]:
    """Return what mentions are ordered by."""
    return first.id, first.start


@lru_cache(maxsize=1 << 16)
def key(form: str) -> str:
    """Return what equal names share: words parted by spaces."""
    form = form.replace(".", "").replace(",", "")
    if is_spaced(form):
        form = form.replace(" ", "")
    form = SAME.get(form, form)
    if form.isupper() and 1 < len(form) <= _LONGEST_ACRONYM and form.isalpha():
        return form  # `DOE` is no `Doe`, or may be
    words = [word for word in fold(form).split(" ") if word != "the"] or [fold(form)]
    nation = next((each for each in _NATIONS if words[: len(each)] == each), [])
    if len(words) > len(nation):
        words = words[len(nation) :]
        if words[-1] == "department" and len(words) > 1:
            words = ["department", "of", *words[:-1]]
        if nation:
            words.insert(0, NATION)
    return " ".join(words)


def is_spaced(form: str) -> bool:
    """Tell whether a form is initials written apart: `U S`."""
    return form[1:2] == " " and all(len(letter) == 1 for letter in form.split(" "))

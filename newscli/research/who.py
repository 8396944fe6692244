"""Who and what is named in many articles, and who is named beside whom.

The names of each article are those of `newscli.research.names`. Across articles names
are one if their fullest forms are, case, accents, points and middle initials aside; a short
form that everybody writes (`US`) is its long one. A last name that stands alone in an
article, without the full name, counts for a person whose full name ends with it if the
other articles leave little doubt who that is: of the articles with such full names, at
least three in four must have the same. And there must be as many of those as of the
articles that the last name would bring in, or one for ten of them if the last name alone
is mostly told to be a person's: else one `Howard Country` would have every `Country`.
Without all that it keeps a line of its own. So namesakes
are one, and a person is two if spelt in two ways. An article with several names that
are one counts once.

Its kind is the one that most articles tell, if they are at least one in five of those that
have it: what is a person in one article and nothing in fifty is no person.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from newscli.core.analysis import fold
from newscli.core.answers import Question
from newscli.core.article import Article, ArticleId
from newscli.core.meant import is_meant
from newscli.research.mention import Mention
from newscli.research.names import Name, NameKind, mentions, names
from newscli.research.naming.gazetteer import SAME

SHARE = 0.75
"""What part of the articles with full names must have the one that a last name stands for."""

MOST = {True: 10, False: 1}
"""How many articles with a last name alone one with the full name may bring in.

It depends on whether at least half of those with the last name alone tell that it is a person's.
"""

TOLD = 0.2
"""What part of the articles that have a name must tell its kind."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name over many articles."""

    name: str
    kind: NameKind | None
    """The kind that most articles tell, if enough of them do."""
    articles: int
    mentions: int
    aliases: tuple[str, ...]
    """Its other forms, those of most articles first."""
    first: Mention
    """Where it is first mentioned in the article whose id is the least."""


@dataclass(frozen=True, slots=True)
class Count:
    """Some of the names that articles have."""

    names: tuple[Named, ...]
    total: int
    """How many names there are in all."""
    articles: int
    """How many articles counted."""


@dataclass(frozen=True, slots=True)
class WhoAnswer:
    """The answer of `who`."""

    question: Question
    beside: str | None
    places: bool
    """Whether only places were asked for."""
    articles: int
    """How many articles were read; with `beside`, those that name it."""
    total: int
    offset: int
    names: tuple[Named, ...]
    paths: Mapping[ArticleId, str]
    """Where the articles of the first mentions are."""


@dataclass(slots=True)
class _Tally:
    first: Mention
    forms: dict[str, int] = field(default_factory=dict)  # a Counter takes twice as long to add to
    kinds: dict[NameKind, int] = field(default_factory=dict)
    articles: int = 0
    mentions: int = 0
    aliases: dict[str, int] = field(default_factory=dict)

    latest: ArticleId | None = None  # the article that was counted last

    def join(self, other: "_Tally", both: int) -> None:
        """Add the counts of a person's last name; so many articles have both."""
        self.aliases = Counter(self.aliases) + Counter(other.forms) + Counter(other.aliases)
        self.articles += other.articles - both
        self.kinds = {NameKind.PERSON: self.articles}
        self.mentions += other.mentions
        self.first = min(self.first, other.first, key=_place)

    def add(self, other: "_Tally") -> None:
        """Add the counts of the same name in other articles."""
        _add(self.forms, other.forms)
        _add(self.kinds, other.kinds)
        _add(self.aliases, other.aliases)
        self.articles += other.articles
        self.mentions += other.mentions
        self.first = min(self.first, other.first, key=_place)


_Key = TypeVar("_Key")


def _add(ours: dict[_Key, int], theirs: Mapping[_Key, int]) -> None:
    for key, count in theirs.items():
        ours[key] = ours.get(key, 0) + count


@dataclass(slots=True)
class Tallied:
    """The names of some articles, counted; those of others can be added."""

    articles: int = 0
    names: dict[str, _Tally] = field(default_factory=dict)
    both: dict[str, int] = field(default_factory=dict)
    """By full name, how many articles have it and its last word alone."""

    def add(self, other: "Tallied") -> None:
        """Add the names of other articles."""
        self.articles += other.articles
        _add(self.both, other.both)
        for key, tally in other.names.items():
            known = self.names.setdefault(key, tally)
            if known is not tally:
                known.add(tally)


def tallied(articles: Iterable[Article], beside: str | None = None) -> Tallied:
    """Count the names of the articles.

    With `beside`, only articles that name it count, and it is left out itself: a name is
    meant if one of its forms has all the words of `beside`.
    """
    counted = Tallied()
    for article in articles:
        found = names(article.content)
        if beside:
            others = [name for name in found if not _has_form(name, beside)]
            if len(others) == len(found):
                continue
            found = others
        counted.articles += 1
        _count(counted.names, counted.both, found, article)
    return counted


def ranked(
    parts: Iterable[Tallied], kind: NameKind | None = None, page: slice = slice(None)
) -> Count:
    """Put the counts together, the names of most articles first, then those of most mentions.

    With `kind`, only such names. Of all of them, those of the `page` are told.
    """
    counted = Tallied()
    for part in parts:
        counted.add(part)
    _join_last_names(counted.names, counted.both)
    chosen = [
        (key, tally) for key, tally in counted.names.items() if kind is None or _kind(tally) is kind
    ]
    chosen.sort(key=lambda each: (-each[1].articles, -each[1].mentions, each[0]))
    return Count(tuple(_named(tally) for _, tally in chosen[page]), len(chosen), counted.articles)


def _has_form(name: Name, typed: str) -> bool:
    return any(is_meant(typed, form) for form in (name.name, *name.aliases))


def _plain(form: str) -> str:
    """Take case, accents and points away."""
    return fold(form.replace(".", ""))


def _count(
    tallies: dict[str, _Tally], both: dict[str, int], found: Sequence[Name], article: Article
) -> None:
    """Add the names of an article; `both` tells how many have a full name and its last word."""
    full = {}
    for name in found:
        key, last = _key(name.name, name.kind is NameKind.PERSON)
        if last:
            full[key] = last
        tally = tallies.get(key)
        if tally is None:
            tally = tallies[key] = _Tally(_first(article, name))
        elif article.id <= tally.first.id:
            tally.first = min(tally.first, _first(article, name), key=_place)
        tally.forms[name.name] = tally.forms.get(name.name, 0) + 1
        if name.kind:
            tally.kinds[name.kind] = tally.kinds.get(name.kind, 0) + 1
        if tally.latest != article.id:
            tally.articles += 1
            tally.latest = article.id
        tally.mentions += len(name.spans)
        for alias in name.aliases:
            tally.aliases[alias] = tally.aliases.get(alias, 0) + 1
    for key, last in full.items():
        if last in tallies and tallies[last].latest == article.id:
            both[key] = both.get(key, 0) + 1


def _first(article: Article, name: Name) -> Mention:
    return mentions(article, name.spans[:1])[0]


def _place(first: Mention) -> tuple[ArticleId, int]:
    return first.id, first.start


@lru_cache(maxsize=1 << 16)
def _key(form: str, is_person: bool) -> tuple[str, str]:
    """Return what equal names share, and its last word if it has several."""
    form = form.replace(".", "").replace(",", "")
    if _is_spaced(form):
        form = form.replace(" ", "")
    form = SAME.get(form, form)
    if is_person and form.count(" ") > 1:
        first, *middle, last = form.split(" ")
        form = " ".join([first, *(word for word in middle if len(word) > 1), last])
    key = fold(form)
    return key, key.rpartition(" ")[2] if " " in key else ""


def _is_spaced(form: str) -> bool:
    """Tell whether a form is initials written apart: `U S`."""
    return form[1:2] == " " and all(len(letter) == 1 for letter in form.split(" "))


def _join_last_names(tallies: dict[str, _Tally], both: Mapping[str, int]) -> None:
    """Count a last name alone for the person that it can hardly fail to mean."""
    by_last: dict[str, list[str]] = {}
    for key, tally in tallies.items():
        if " " in key and _kind(tally) is NameKind.PERSON:
            by_last.setdefault(key.rpartition(" ")[2], []).append(key)
    for last, full in by_last.items():
        alone = tallies.get(last)
        if alone is None or _kind(alone) not in {None, NameKind.PERSON}:
            continue
        most = max(full, key=lambda key: (tallies[key].articles, key))
        if tallies[most].articles < SHARE * sum(tallies[key].articles for key in full):
            continue
        together = both.get(most, 0)
        is_person = alone.kinds.get(NameKind.PERSON, 0) * 2 >= alone.articles
        if alone.articles - together <= MOST[is_person] * tallies[most].articles:
            tallies[most].join(tallies.pop(last), together)


def _kind(tally: _Tally) -> NameKind | None:
    kind = max(tally.kinds, key=lambda kind: (tally.kinds[kind], kind), default=None)
    return kind if kind and tally.kinds[kind] >= TOLD * tally.articles else None


def _named(tally: _Tally) -> Named:
    name = max(
        tally.forms, key=lambda form: (not _is_spaced(form), tally.forms[form], len(form), form)
    )
    others = Counter(tally.aliases) + Counter(tally.forms)
    others = Counter({form: many for form, many in others.items() if _plain(form) != _plain(name)})
    aliases = tuple(sorted(others, key=lambda form: (-others[form], form)))
    return Named(name, _kind(tally), tally.articles, tally.mentions, aliases, tally.first)

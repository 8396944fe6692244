"""Who and what is named in many articles, and who is named beside whom.

The names of each article are those of `newscli.research.names`. Which of them are one
across articles, `newscli.research.tallies` and `newscli.research.sameness` tell. An
article with several names that are one counts once.

Its kind is the one that most articles tell, if they are at least one in five of those that
have it: what is a person in one article and nothing in fifty is no person.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newscli.core.analysis import fold
from newscli.core.answers import Question
from newscli.core.article import Article
from newscli.core.meant import is_meant
from newscli.research.mention import Mention
from newscli.research.names import Name, NameKind, mentions, names
from newscli.research.sameness import join_same
from newscli.research.tallies import Tally, is_spaced, key, place


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


@dataclass(slots=True)
class Tallied:
    """The names of some articles, counted; those of others can be added."""

    articles: int = 0
    names: dict[str, Tally] = field(default_factory=dict)

    def add(self, other: "Tallied") -> None:
        """Add the names of other articles."""
        self.articles += other.articles
        for same, tally in other.names.items():
            known = self.names.setdefault(same, tally)
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
        _count(counted.names, found, article)
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
    join_same(counted.names)
    chosen = [
        (key, tally) for key, tally in counted.names.items() if kind is None or tally.kind() is kind
    ]
    chosen.sort(key=lambda each: (-len(each[1].articles), -each[1].mentions, each[0]))
    return Count(tuple(_named(tally) for _, tally in chosen[page]), len(chosen), counted.articles)


def _has_form(name: Name, typed: str) -> bool:
    return any(is_meant(typed, form) for form in (name.name, *name.aliases))


def _plain(form: str) -> str:
    """Take case, accents and points away."""
    return fold(form.replace(".", ""))


def _count(tallies: dict[str, Tally], found: Sequence[Name], article: Article) -> None:
    """Add the names of an article."""
    for name in found:
        same = key(name.name)
        tally = tallies.get(same)
        if tally is None:
            tally = tallies[same] = Tally(_first(article, name))
        elif article.id <= tally.first.id:
            tally.first = min(tally.first, _first(article, name), key=place)
        tally.forms[name.name] = tally.forms.get(name.name, 0) + 1
        if name.kind:
            tally.kinds[name.kind] = tally.kinds.get(name.kind, 0) + 1
        if not tally.articles or tally.articles[-1] != article.id:
            tally.articles.append(article.id)
        tally.mentions += len(name.spans)
        for alias in name.aliases:
            tally.aliases[alias] = tally.aliases.get(alias, 0) + 1


def _first(article: Article, name: Name) -> Mention:
    return mentions(article, name.spans[:1])[0]


def _named(tally: Tally) -> Named:
    name = max(
        tally.forms, key=lambda form: (not is_spaced(form), tally.forms[form], len(form), form)
    )
    others = Counter(tally.aliases) + Counter(tally.forms)
    others = Counter({form: many for form, many in others.items() if _plain(form) != _plain(name)})
    aliases = tuple(sorted(others, key=lambda form: (-others[form], form)))
    return Named(name, tally.kind(), len(tally.articles), tally.mentions, aliases, tally.first)

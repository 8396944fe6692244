"""How a reader names an article: by id, by its beginning, by file, by number in the last list."""

import os
import re
from collections.abc import Iterable, Iterator

from newscli.commands.desk import Desk
from newscli.core.article import ArticleId
from newscli.engines.port import Engine
from newscli.errors import AmbiguousReference, NoSuchArticle, UsageError
from newscli.memory import recall

_NUMBER = re.compile(r"@(\d{1,9})|(\d{1,3})")
_PLAIN = re.compile(r"@\d{1,9}|-")
"""What can be no words of a query."""
_PREFIX = re.compile(r"[0-9a-fA-F]{4,16}")


def resolve(desk: Desk, engine: Engine, references: Iterable[str]) -> list[ArticleId]:
    """Return the article each reference names.

    Raises NoSuchArticle, AmbiguousReference or UsageError for the first that names none.
    """
    resolved = [_resolve_one(desk, engine, each) for each in _spelt_out(desk, references)]
    if not resolved:
        raise NoSuchArticle(
            "standard input names no article",
            "pipe a list into it: `newscli search WORDS | newscli show -`",
        )
    return resolved


def are_references(words: Iterable[str]) -> bool:
    """Tell whether there are words, and none of them can be anything but a reference."""
    typed = list(words)
    return bool(typed) and all(map(_PLAIN.fullmatch, typed))


def _spelt_out(desk: Desk, references: Iterable[str]) -> Iterator[str]:
    """Put the lines of standard input in place of `-`: of a table, the first column."""
    for each in references:
        if each != "-":
            yield each
            continue
        listed = (line.rstrip("\r\n").split("\t", 1)[0] for line in desk.lines())
        # Of several lines on one article, one.
        yield from dict.fromkeys(each for each in listed if each.strip())


def _resolve_one(desk: Desk, engine: Engine, reference: str) -> ArticleId:
    if not reference.strip():
        raise UsageError("an empty reference names no article", NoSuchArticle.hint)
    if number := _NUMBER.fullmatch(reference):
        return _numbered(desk, int(number[1] or number[2]), reference)
    if _PREFIX.fullmatch(reference):
        found = engine.resolve(reference.lower())
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousReference(reference, found)
    return _filed(desk, engine, reference)


def _numbered(desk: Desk, number: int, reference: str) -> ArticleId:
    last = recall(desk.settings.state, desk.settings.index)
    if last is None:
        raise NoSuchArticle(
            f"`{reference}` is a number in the last list, and there is none yet",
            "make one with `newscli search WORDS` or `newscli list`",
        )
    found = last.at(number)
    if found is None:
        first, end = last.offset + 1, last.offset + len(last.ids)
        shown = f"{first} to {end}" if last.offset else f"{end}"
        noun = "article" if end == 1 and not last.offset else "articles"
        kind = f"shows articles {shown}" if last.offset else f"has {shown} {noun}"
        raise NoSuchArticle(f"there is no `{reference}`: the last list {kind}")
    return found


def _filed(desk: Desk, engine: Engine, reference: str) -> ArticleId:
    """Find an article by its file's path or name."""
    known = engine.known()
    path = desk.settings.absolute(reference)
    for id, source in known.items():
        if source.path == path:
            return id
    ending = os.path.join("", *reference.split("/"))
    named = [id for id, source in known.items() if source.path.endswith("/" + ending)]
    if not named:
        named = [id for id, source in known.items() if _bare_name(source.path) == reference]
    if len(named) > 1:
        raise AmbiguousReference(reference, named)
    if not named:
        raise NoSuchArticle(_unknown(reference))
    return named[0]


def _bare_name(path: str) -> str:
    """Return the file's name without what stands behind its last point."""
    return os.path.splitext(os.path.basename(path))[0]


def _unknown(reference: str) -> str:
    if re.fullmatch(r"[0-9a-fA-F]{16}", reference):
        return f"no article has the id `{reference}`"
    if _PREFIX.fullmatch(reference):
        return f"no article has an id that begins with `{reference}`"
    if re.fullmatch(r"[0-9a-fA-F]{1,3}", reference):
        return f"`{reference}` is too short for an id: 4 characters or more"
    return f"no article has the id or the file name `{reference}`"

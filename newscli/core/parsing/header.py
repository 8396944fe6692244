"""The `date 2021-01-10` before an article's text. What follows it is left as it is."""

import re
from functools import lru_cache
from typing import NamedTuple

from newscli.core.article import ArticleDate
from newscli.core.parsing.published import article_date

_HEADER = re.compile(r"\s{0,8}date ([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?(?:[^\S\n]+|(?=\n)|\Z)")


class Header(NamedTuple):
    """What the header told, and the text without it."""

    text: str
    date: ArticleDate | None = None
    notes: tuple[str, ...] = ()


def cut_header(raw: str) -> Header:
    """Split a decoded file into its date header and its text, with newlines as `\\n`."""
    text = raw.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    match = _HEADER.match(text)
    if not match:
        return Header(text)
    return Header(text[match.end() :], *told_date(*match.groups()))


@lru_cache(maxsize=1 << 12)
def told_date(year: str, month: str, day: str | None) -> tuple[ArticleDate | None, tuple[str, ...]]:
    """Return the date that is written in digits, and what there is to note about it."""
    if found := article_date(int(year), int(month), int(day) if day else None):
        return found, ()
    written = "-".join(part for part in (year, month, day) if part)
    return None, (f"impossible date {written}",)

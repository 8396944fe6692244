"""Clippings as a table: a row for each passage, one for an article that has none.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and runs it,
so such a text gets an apostrophe before it, which spreadsheets do not show. Programs that
want the very characters read JSONL.
"""

import csv
from typing import TextIO

from newscli.core.analysis import count_words
from newscli.core.answers import Clipping
from newscli.core.results import Passage
from newscli.render.untrusted import file_name, visible

COLUMNS = (
    *("id", "date", "date_source", "headline", "headline_derived", "byline", "dateline"),
    *("path", "words", "paragraph", "kind", "start", "end", "passage"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Writer:
    """Writes the table's head when it is made."""

    def __init__(self, stream: TextIO) -> None:
        self._rows = csv.writer(stream, lineterminator="\n")
        self._rows.writerow(COLUMNS)

    def write(self, clipping: Clipping) -> None:
        """Write the rows of an article."""
        article, content = clipping.article, clipping.article.content
        about = (
            article.id,
            str(content.date or ""),
            content.date_source or "",
            cell(content.headline),
            "yes" if content.headline_derived else "no",
            cell(content.byline or ""),
            cell(content.dateline or ""),
            harmless(file_name(clipping.place)),
            count_words(content.text),
        )
        for passage in clipping.passages or (None,):
            self._rows.writerow((*about, *_passage(passage)))


def cell(text: str) -> str:
    """Make text safe on a screen, and in a spreadsheet."""
    return harmless(visible(text))


def harmless(text: str) -> str:
    """Keep a spreadsheet from taking text for a formula."""
    return f"'{text}" if text.lstrip(" \n").startswith(_FORMULA) else text


def _passage(passage: Passage | None) -> tuple[str | int, ...]:
    if passage is None:
        return ("",) * 5
    text = cell(passage.text)
    return passage.paragraph, passage.kind, passage.start, passage.end, text

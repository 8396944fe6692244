"""Clippings as BibTeX, an entry an article.

The key is the article's id: nothing else of it is sure to stay. A brace counts for BibTeX
even behind a backslash, so braces of the text are written by name.
"""

import re
from typing import TextIO

from newscli.core.answers import Clipping
from newscli.core.article import ArticleDate
from newscli.render.clippings.said import origin
from newscli.render.untrusted import file_name, one_line, visible

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SIGN = re.compile(r"[\\{}#$%&_~^]")
_NAMED = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
}


class Writer:
    """Writes entries."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, clipping: Clipping) -> None:
        """Write the entry of an article."""
        article, content = clipping.article, clipping.article.content
        known = (*origin(clipping), f"id {article.id}", f"file {file_name(clipping.place)}")
        fields = [("title", f"{{{{{plain(one_line(content.headline))}}}}}")]
        if content.byline:
            # The second braces keep a byline whole: it may be no person's name.
            fields.append(("author", f"{{{{{plain(one_line(content.byline))}}}}}"))
        fields += _dated(content.date)
        fields.append(("note", f"{{{plain('; '.join(known))}}}"))
        if clipping.passages:
            quoted = (
                f"[par. {one.paragraph}, characters {one.start}-{one.end}] "
                f"{' '.join(visible(one.text).split())}"
                for one in clipping.passages
            )
            fields.append(("annote", f"{{{plain('; '.join(quoted))}}}"))
        told = ",\n".join(f"  {name} = {value}" for name, value in fields)
        self._stream.write(f"@misc{{newscli-{article.id},\n{told}\n}}\n\n")


def plain(text: str) -> str:
    """Write text so that TeX sets its very signs."""
    return _SIGN.sub(lambda found: _NAMED.get(found[0], f"\\{found[0]}"), text)


def _dated(date: ArticleDate | None) -> list[tuple[str, str]]:
    if date is None:
        return []
    fields = [("date", f"{{{date}}}"), ("year", f"{{{date.year:04}}}")]
    return [*fields, ("month", _MONTHS[date.month - 1])]

"""Clippings as Markdown (CommonMark): a section an article, a quotation a passage."""

import re
from typing import TextIO

from newscli.core.answers import Clipping
from newscli.render.clippings.said import origin
from newscli.render.story import body
from newscli.render.untrusted import file_name, visible

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&$]")
_LIST = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)


class Writer:
    """Writes sections."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, clipping: Clipping) -> None:
        """Write the section of an article."""
        article, content = clipping.article, clipping.article.content
        place = file_name(clipping.place)
        self._stream.write(f"## {_one_line(content.headline)}\n\n")
        facts = [str(content.date or "undated"), f"`{article.id}`", plain(place)]
        if content.byline:
            facts.append(f"by {_one_line(content.byline)}")
        self._stream.write(" · ".join(facts) + "\n")
        if told := origin(clipping):
            self._stream.write(f"({'; '.join(told)})\n")
        self._stream.write("\n")
        if clipping.is_whole:
            for paragraph in body(content):
                self._stream.write(plain(paragraph.span.of(content.text)) + "\n\n")
        for passage in clipping.passages:
            quoted = plain(passage.text).replace("\n", "\n> ")
            where = f"¶{passage.paragraph}, characters {passage.start}–{passage.end}"
            self._stream.write(f"> {quoted}\n\n{where}\n\n")


def plain(text: str) -> str:
    """Write text so that none of its signs is taken for Markdown's."""
    return _LIST.sub(_escaped_start, _SIGNS.sub(r"\\\g<0>", visible(text)))


def _one_line(text: str) -> str:
    return plain(" ".join(text.split()))


def _escaped_start(found: re.Match[str]) -> str:
    start = found[2]
    return f"{found[1]}{start}\\" if start.isdigit() else f"{found[1]}\\{start}"

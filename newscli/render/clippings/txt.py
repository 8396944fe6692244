"""Clippings as text to be read: the headline, what is known of the article, its passages."""

from typing import TextIO

from newscli.core.answers import Clipping
from newscli.render.clippings.said import origin
from newscli.render.story import body
from newscli.render.untrusted import file_name, one_line, visible


class Writer:
    """Writes articles, two empty lines between one and the next."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_first = True

    def write(self, clipping: Clipping) -> None:
        """Write an article."""
        article, content = clipping.article, clipping.article.content
        if not self._is_first:
            self._stream.write("\n\n")
        self._is_first = False
        facts = [str(content.date or "undated"), article.id, file_name(clipping.place)]
        if content.byline:
            facts.append(f"by {one_line(content.byline)}")
        self._stream.write(f"{one_line(content.headline)}\n{' · '.join(facts)}\n")
        if told := origin(clipping):
            self._stream.write(f"({'; '.join(told)})\n")
        if clipping.is_whole:
            for paragraph in body(content):
                self._stream.write(f"\n{visible(paragraph.span.of(content.text))}\n")
        for passage in clipping.passages:
            where = f"¶{passage.paragraph} {passage.start}–{passage.end}"
            self._stream.write(f"\n{where}\n{visible(passage.text)}\n")

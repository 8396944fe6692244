"""For other commands: ids, paths or a count, and nothing else.

What is not about articles (`index`, `status`, `doctor`) is printed as in a pipe.
"""

import os
from collections.abc import Iterable, Sequence
from typing import TextIO, TypeVar

from newscli.core.answers import Found, ListAnswer, SearchAnswer, ShowAnswer
from newscli.render.form import Look
from newscli.render.plain import PlainRenderer
from newscli.render.untrusted import file_name
from newscli.render.view import View

Answer = TypeVar("Answer")


class IdRenderer(PlainRenderer):
    """Prints the ids of articles, one a line."""

    def search(self, answer: SearchAnswer) -> None:
        """Print the ids found, the best first."""
        self._ids(answer.found)

    def listing(self, answer: ListAnswer) -> None:
        """Print the ids in the order of the list."""
        self._ids(answer.found)

    def show(self, answers: Sequence[ShowAnswer]) -> None:
        """Print the ids of the articles."""
        for answer in answers:
            self._record(answer.article.id)

    def report(self, answer: Answer, view: View[Answer]) -> None:
        """Print the ids of the articles told of."""
        for id, _ in view.articles(answer):
            self._record(id)

    def _ids(self, found: Iterable[Found]) -> None:
        for one in found:
            self._record(one.summary.id)


class PathRenderer(PlainRenderer):
    """Prints the articles' paths: made safe on lines, the exact bytes of the name with NUL."""

    def __init__(self, stream: TextIO, look: Look) -> None:
        super().__init__(stream, look)
        self._nul = look.nul

    def search(self, answer: SearchAnswer) -> None:
        """Print the paths found, the best first."""
        self._paths(found.place for found in answer.found)

    def listing(self, answer: ListAnswer) -> None:
        """Print the paths in the order of the list."""
        self._paths(found.place for found in answer.found)

    def show(self, answers: Sequence[ShowAnswer]) -> None:
        """Print the paths of the articles."""
        self._paths(answer.place for answer in answers)

    def report(self, answer: Answer, view: View[Answer]) -> None:
        """Print the paths of the articles told of."""
        self._paths(place for _, place in view.articles(answer))

    def _paths(self, places: Iterable[str]) -> None:
        if not self._nul:
            for place in places:
                self._record(file_name(place, self._ascii))
            return
        self._stream.flush()
        for place in places:
            self._stream.buffer.write(os.fsencode(place) + b"\0")


class CountRenderer(PlainRenderer):
    """Prints how many articles there are in all."""

    def search(self, answer: SearchAnswer) -> None:
        """Print how many articles match."""
        self._record(str(answer.total))

    def listing(self, answer: ListAnswer) -> None:
        """Print how many articles are chosen."""
        self._record(str(answer.total))

    def show(self, answers: Sequence[ShowAnswer]) -> None:
        """Print how many articles there are to show."""
        self._record(str(len(answers)))

    def report(self, answer: Answer, view: View[Answer]) -> None:
        """Print how many there are of what the verb tells."""
        self._record(str(view.total(answer)))

"""What every renderer promises: one answer in, text out on the stream it was made with."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from newscli.core.answers import ListAnswer, SearchAnswer, ShowAnswer
from newscli.render.view import View

if TYPE_CHECKING:
    from newscli.core.reports import DoctorAnswer, IndexAnswer, StatusAnswer

Answer = TypeVar("Answer")


class Renderer(Protocol):
    """Prints answers in one form. A failing stream raises OSError, nothing else does."""

    def search(self, answer: SearchAnswer) -> None:
        """Print ranked articles with their passages."""

    def listing(self, answer: ListAnswer) -> None:
        """Print articles, one a line."""

    def show(self, answers: Sequence[ShowAnswer]) -> None:
        """Print whole articles to be read."""

    def index(self, answer: "IndexAnswer") -> None:
        """Print what an index run did."""

    def status(self, answer: "StatusAnswer") -> None:
        """Print what the index holds."""

    def doctor(self, answer: "DoctorAnswer") -> None:
        """Print what is wrong and what to do about it."""

    def report(self, answer: Answer, view: View[Answer]) -> None:
        """Print the answer of a research verb, as its view tells it."""

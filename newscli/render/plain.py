"""For pipes: one record a line and tabs between its fields; articles as unwrapped text.

No value holds a tab or a newline, so a record always has the same number of fields.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO, TypeVar

from newscli.core.answers import About, Found, ListAnswer, SearchAnswer, ShowAnswer
from newscli.core.article import Span
from newscli.render.aside import NOBODY, groups
from newscli.render.form import Look
from newscli.render.glyphs import ellipses, glyphs
from newscli.render.lighting import NO_MARKS, marked, marks
from newscli.render.story import about, body
from newscli.render.untrusted import file_name, one_line, visible
from newscli.render.view import Place, View

if TYPE_CHECKING:
    from newscli.core.reports import DoctorAnswer, IndexAnswer, StatusAnswer

Answer = TypeVar("Answer")
Value = str | int


class PlainRenderer:
    """Prints tab-separated lines; a record ends with NUL where the look says so."""

    def __init__(self, stream: TextIO, look: Look) -> None:
        self._stream = stream
        self._look = look
        self._ascii = not look.unicode

    def search(self, answer: SearchAnswer) -> None:
        """Print id, date, score, headline and the best passage."""
        for found in answer.found:
            summary = found.summary
            date, headline = str(summary.date or ""), self._text(summary.headline)
            self._record(summary.id, date, f"{found.score:.4f}", headline, self._passage(found))

    def listing(self, answer: ListAnswer) -> None:
        """Print id, date, headline and path."""
        for found in answer.found:
            summary = found.summary
            date, headline = str(summary.date or ""), self._text(summary.headline)
            self._record(summary.id, date, headline, self._place(found.place))

    def show(self, answers: Sequence[ShowAnswer]) -> None:
        """Print articles as text, two empty lines between one and the next."""
        for number, answer in enumerate(answers):
            if number and not self._look.nul:
                self._stream.write("\n\n")
            self._record("\n\n".join(self._article(answer)))

    def index(self, answer: "IndexAnswer") -> None:
        """Print one line that sums the run up; a dry run's is outcome, id and path of each file."""
        report = answer.report
        if answer.dry_run:
            for outcome, ids in report.outcomes.items():
                for id in ids:
                    self._record(outcome, id, self._place(answer.places.get(id, "")))
            return
        counts = [f"{len(ids)} {outcome}" for outcome, ids in report.outcomes.items()]
        counts += [f"{report.unchanged} unchanged", f"{len(report.skipped)} skipped"]
        held = "1 article" if answer.articles == 1 else f"{answer.articles} articles"
        self._record(f"{', '.join(counts)}; {held} in the index; {answer.seconds:.1f} s")

    def status(self, answer: "StatusAnswer") -> None:
        """Print the facts by name; a bar's name is its year, month or day."""
        pending = answer.pending
        self._facts(
            ("location", self._place(answer.location)),
            ("format", self._text(answer.format)),
            ("bytes", answer.size),
            ("age in seconds", round(answer.age)),
            ("articles", answer.articles),
            ("words", answer.words),
            ("undated", answer.undated),
            ("first", str(answer.first or "")),
            ("last", str(answer.last or "")),
            ("pending added", pending.added),
            ("pending changed", pending.changed),
            ("pending renamed", pending.renamed),
            ("pending removed", pending.removed),
            *(
                ("missing folder" if folder.missing else "folder", self._place(folder.place))
                for folder in answer.folders
            ),
            *((self._text(bar.label), bar.articles) for bar in answer.bars),
        )

    def doctor(self, answer: "DoctorAnswer") -> None:
        """Print how much was looked at, then kind, message and path, file by file."""
        self._facts(
            ("location", self._place(answer.location)),
            ("articles", answer.articles),
            ("findings", len(answer.findings)),
        )
        for one in answer.findings:
            for place in one.places or ("",):
                self._record(self._text(one.kind), self._text(one.message), self._place(place))

    def report(self, answer: Answer, view: View[Answer]) -> None:
        """Print the view's rows."""
        for row in view.rows(answer):
            self._record(*map(self._value, row))

    def _value(self, value: Value) -> str:
        if isinstance(value, Place):
            return self._place(value)
        return self._text(value) if isinstance(value, str) else str(value)

    def _article(self, answer: ShowAnswer) -> Iterable[str]:
        """Return the headline with the line about the article, then the paragraphs."""
        content = answer.article.content
        text = visible(content.text, self._ascii)
        is_seen = self._look.colour or answer.lit_on_request
        by = marks(self._look) if is_seen else NO_MARKS
        headline = visible(content.headline, self._ascii)
        lit = marked(headline, Span(0, len(headline)), answer.headline_hits, by)
        facts = (self._text(fact) for fact in about(content, str(content.date or "")))
        dot = glyphs(self._look.unicode).dot
        yield "\n".join(filter(None, (lit, dot.join(facts))))
        for paragraph in body(content):
            yield marked(text, paragraph.span, answer.hits, by)
        if answer.about:
            yield "\n".join(self._about(answer.about))

    def _about(self, about: About) -> Iterable[str]:
        """Return the names by kind and the quotations, a line each."""
        for heading, names in groups(about):
            yield f"{heading}: {self._text(', '.join(names))}"
        for quote in about.quotes:
            inferred = " ~" if quote.confidence == "pronoun" else ""
            speaker = self._text((quote.speaker or NOBODY) + inferred)
            yield self._text(f"{speaker}: “{quote.text}”")

    def _passage(self, found: Found) -> str:
        if not found.passages:
            return ""
        best = found.passages[0]
        hits = [Span(hit.start - best.start, hit.end - best.start) for hit in best.hits]
        text = visible(best.text, self._ascii)
        before, after = ellipses(best, glyphs(self._look.unicode))
        return before + marked(text, Span(0, len(text)), hits, marks(self._look)) + after

    def _text(self, text: str) -> str:
        return one_line(text, self._ascii)

    def _place(self, path: str) -> str:
        return file_name(path, self._ascii)

    def _facts(self, *facts: tuple[str, Value]) -> None:
        for name, value in facts:
            self._record(name, str(value))

    def _record(self, *fields: str) -> None:
        self._stream.write("\t".join(fields) + ("\0" if self._look.nul else "\n"))

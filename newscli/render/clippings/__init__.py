"""Articles and their passages written out for other programs: one module a form.

A form's `Writer` writes to one stream, article by article, and holds nothing back.
Everything but JSON is made safe as for a screen, character for character, so that the
offsets stay true. What newscli has derived is said to be: a headline cut from the text,
where a date was read. An author is named only where the article has a byline.
"""

from collections.abc import Callable
from typing import Protocol, TextIO

from newscli.core.answers import Clipping
from newscli.core.choices import ExportForm
from newscli.render.clippings import bib, csv, jsonl, md, txt


class Writer(Protocol):
    """Writes articles in one form."""

    def write(self, clipping: Clipping, /) -> None:
        """Write one article."""


_WRITERS: dict[ExportForm, Callable[[TextIO], Writer]] = {
    ExportForm.MD: md.Writer,
    ExportForm.CSV: csv.Writer,
    ExportForm.JSONL: jsonl.Writer,
    ExportForm.TXT: txt.Writer,
    ExportForm.BIB: bib.Writer,
}


def writer(form: ExportForm, stream: TextIO) -> Writer:
    """Return what writes this form on the stream; a table begins with its head."""
    return _WRITERS[form](stream)

"""Clippings as JSON, an article a line: all that `show --json` tells, and the passages."""

import json
from typing import TextIO

from newscli.core.answers import Clipping, ShowAnswer
from newscli.render import records
from newscli.render.json import escaped

SCHEMA = "newscli.export/1"


class Writer:
    """Writes lines."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._encode = json.JSONEncoder(ensure_ascii=False).encode

    def write(self, clipping: Clipping) -> None:
        """Write the line of an article."""
        told = records.article(ShowAnswer(clipping.article, clipping.place, clipping.hits))
        passages = list(map(records.passage, clipping.passages))
        line = self._encode({**told, "schema": SCHEMA, "passages": passages})
        self._stream.write(escaped(line) + "\n")

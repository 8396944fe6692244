"""One file to one article."""

import os

from newscli.core.article import Article
from newscli.core.changes import Addition
from newscli.core.parsing import parse
from newscli.core.results import Skipped
from newscli.corpus.causes import CannotRead, Cause, failed, refused
from newscli.corpus.decoding import CERTAIN, NotText, decode
from newscli.corpus.files import OPENING, hashed, read_open


def read(addition: Addition) -> Article:
    """Read the article of one source; raises CannotRead, which says what to report, and no other.

    The file is looked at again as it is opened, so it may have changed in any
    way since it was found.
    """
    source = addition.source
    raw = _bytes(source.path)
    try:
        text, encoding = decode(raw)
    except NotText as error:
        raise CannotRead(Skipped(source.path, Cause.BINARY, str(error))) from error
    if not text or text.isspace():
        raise CannotRead(Skipped(source.path, Cause.EMPTY, "only white space"))
    content = parse(text)
    if encoding not in CERTAIN:
        content = content._replace(notes=(*content.notes, f"decoded as {encoding}"))
    return Article(
        id=addition.id,
        folder=source.folder,
        path=source.path,
        content=content,
        digest=hashed(raw).hexdigest(),
    )


def read_or_skip(addition: Addition) -> Article | Skipped:
    """Read the article of one source, or say why it could not be."""
    try:
        return read(addition)
    except CannotRead as unread:
        return unread.skipped


def _bytes(path: str) -> bytes:
    try:
        descriptor = os.open(path, OPENING)  # no file object: it asks the system for more
        try:
            status = os.fstat(descriptor)
            if skipped := refused(path, status):
                raise CannotRead(skipped)
            return read_open(descriptor, status.st_size)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise CannotRead(failed(path, error)) from error

"""Bytes to text: byte order marks, UTF-8, and a guess for everything older."""

import codecs
import re

from newscli.corpus.detection import guess

CERTAIN = frozenset({"utf-8", "utf-16", "utf-32"})
"""The encodings that `decode` never guesses."""

SAMPLE = 65_536
"""How many bytes a guess looks at, whatever the file's size."""

# UTF-32 stands before UTF-16, whose little-endian mark its own begins with.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_ANY_MARK = tuple(mark for mark, _, _ in _MARKS)
_BREAK = re.compile(rb"[ \n]")


class NotText(ValueError):
    """The bytes are no text in any encoding that is understood."""


def decode(content: bytes) -> tuple[str, str]:
    """Return the text without its byte order mark, and the encoding it was read in.

    A byte order mark decides; else it is UTF-8 if that fits, and a guess if not.
    Where bytes had to be replaced, the encoding's name says how many: `cp1252
    with 2 characters replaced`. Raises NotText where there is a NUL.
    """
    if content.startswith(_ANY_MARK):
        return _marked(content)
    if (nul := content.find(0)) >= 0:
        raise NotText(f"NUL byte at offset {nul}")
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _guessed(content, error.start)


def _marked(content: bytes) -> tuple[str, str]:
    mark, codec, name = next(known for known in _MARKS if content.startswith(known[0]))
    text, encoding = _replacing(content[len(mark) :], codec, name)
    if (nul := text.find("\0")) >= 0:
        raise NotText(f"NUL character at offset {nul}")
    return text, encoding


def _guessed(content: bytes, failure: int) -> tuple[str, str]:
    """Decode what is not UTF-8 from the byte at `failure` on."""
    sample = _around(content, failure)
    if _mostly_utf8(sample):
        return _replacing(content, "utf-8", "utf-8")
    if encoding := guess(sample):
        return _replacing(content, encoding, encoding)
    try:
        return content.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return content.decode("latin-1"), "latin-1"


def _replacing(content: bytes, codec: str, name: str) -> tuple[str, str]:
    try:
        return content.decode(codec), name
    except UnicodeDecodeError:
        text = content.decode(codec, "replace")
    replaced = text.count("\N{REPLACEMENT CHARACTER}")
    return text, f"{name} with {replaced} character{'s' * (replaced != 1)} replaced"


def _around(content: bytes, failure: int) -> bytes:
    """Return a part of the bytes that shows what they are, cut where no character is split.

    No multi-byte encoding has a space or a newline within a character.
    """
    if len(content) <= SAMPLE:
        return content
    start = max(0, failure - SAMPLE // 2)
    if start and (first := _BREAK.search(content, start, failure)):
        start = first.start()
    end = start + SAMPLE
    last = max(content.rfind(b"\n", failure, end), content.rfind(b" ", failure, end))
    return content[start : end if last < 0 else last]


def _mostly_utf8(sample: bytes) -> bool:
    """Tell whether a few broken bytes spoil what else is UTF-8.

    Sequences that are valid UTF-8 hardly ever arise by chance in another encoding.
    """
    text = sample.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    return len(text) - len(text.encode("ascii", "ignore")) > 2 * broken

"""Text from strangers, made safe to show: articles, file names, queries, messages.

What can drive a terminal or turn the order of letters around is shown as a visible
character in its place. Styling and wrapping are not done here.
"""

import re
import unicodedata

DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # marks, embeddings, overrides, isolates
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # separators, byte order mark, interlinear notes
    "\ud800-\udfff"  # lone surrogates: undecodable bytes of a file's name
    "\U000e0000-\U000e007f]"  # tags: letters nobody sees
)
"""One character that must not reach a screen as it is."""

_WHITE = re.compile(r"[\t\n]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ALIKE = {
    **dict.fromkeys("‘’ʼ′‚‛", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000", " "),
    **dict(zip("…•·×ßøØłŁđĐ", ".*-xsoOlLdD", strict=True)),
}


def visible(text: str, ascii_only: bool = False) -> str:
    """Show each dangerous character as one that can be seen, the others as they are.

    Tabs and newlines stay. The length never changes, so spans over the text stay
    valid. With `ascii_only` every character that is not ASCII becomes the nearest one
    that is (`é` an `e`, a dash a `-`), or `?`.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = DANGEROUS.sub(_picture, text.replace("\r\n", " \n"))
    return _NOT_ASCII.sub(_nearest, shown) if ascii_only else shown


def flat(text: str, ascii_only: bool = False) -> str:
    """Show the text in one line of the same length: a space for each tab and newline."""
    return _WHITE.sub(" ", visible(text, ascii_only))


def one_line(text: str, ascii_only: bool = False) -> str:
    """Show the text in one line, any run of white space as one space, none at the ends."""
    return visible(" ".join(text.split()), ascii_only)


def file_name(path: str, ascii_only: bool = False) -> str:
    """Show a path in one line; `?` stands for what ASCII lacks, as it would in a shell."""
    shown = flat(path)
    return _NOT_ASCII.sub("?", shown) if ascii_only else shown


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _nearest(found: re.Match[str]) -> str:
    character = found[0]
    near = _ALIKE.get(character) or unicodedata.normalize("NFD", character)[0]
    return near if near.isascii() else "?"

"""How well quotations and names are found, on articles that somebody has marked.

    python tests/bench/voices.py MARKED...

MARKED are files, or folders of files, whose quotations are marked by reading them:
`{Ada Fennimore}“No ferry,”{/} said Ms Fennimore.` Before the opening mark stands who
says it, or nothing if the article does not name the speaker; behind the closing one
`{/}`. What is no quotation has no mark. A line `====` parts the articles of one file.
In an article that begins with a line `{names}` every name is marked with its kind
instead: `{place}Quillmere{/}`, or `{name}` where the article does not tell the kind.

A quotation is found if its first and its last character are, give or take two. Its
speaker is right if the last word of the one marked is in its name, or both are nobody;
the last column tells of how many of those found that is so, and of names whose kind is.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from measured import print_table

from newscli.core.article import Article
from newscli.core.parsing import parse
from newscli.research.names import names
from newscli.research.quotations import Confidence, Quotation, quotations

_MARK = re.compile(r"\{([^{}]*)\}")
_NAMES = "{names}\n"
_NEAR = 2
_SIGNS = "\"'“”„‘’«»「」"


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch that a reader has marked: `text[start:end]` without quotation marks."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Score:
    """How the program's answer compares with the marks."""

    marked: int
    found: int
    right: int
    attributed: int
    """Of the right ones, those whose speaker is right."""


def main(arguments: Sequence[str]) -> None:
    if not arguments:
        sys.exit(__doc__)
    verbose = "-v" in arguments
    texts = list(_texts(each for each in arguments if each != "-v"))
    scores = [score_quotations(path, text, verbose) for path, text in texts if text[0] != _NAMES]
    named = [score_names(path, text, verbose) for path, text in texts if text[0] == _NAMES]
    rows = [["", "marked", "found", "precision", "recall", "speaker"]]
    rows += [_row("quotations", scores)] if scores else []
    rows += [_row("names", named)] if named else []
    print_table(rows)


def read(marked: str) -> tuple[Article, list[Marked]]:
    """Take the marks out of a text; the rest is read as an article."""
    plain: list[str] = []
    found: list[Marked] = []
    at = length = start = 0
    label = ""
    for mark in _MARK.finditer(marked):
        piece = marked[at : mark.start()]
        plain.append(piece)
        length += len(piece)
        at = mark.end()
        if mark[1] == "/":
            found.append(Marked(start, length, label))
        else:
            start, label = length, mark[1]
    plain.append(marked[at:])
    text = "".join(plain)
    content = parse(text)
    shift = text.find(content.text)  # the header before the text is cut off
    if shift < 0:
        sys.exit("a text that is not kept as it is written cannot be measured")
    article = Article("0" * 16, "/", "/marked", content, "")
    return article, [_bare(text, each, shift) for each in found]


def score_quotations(path: str, text: Sequence[str], verbose: bool) -> Score:
    """Compare the quotations of one article with its marks."""
    article, marked = read("".join(text))
    found = quotations(article)
    right = attributed = 0
    missed = list(marked)
    for each in found:
        fitting = next((one for one in missed if _is_same(one, each)), None)
        if fitting is None:
            _tell(verbose, path, "not marked", each.text, each.speaker)
            continue
        missed.remove(fitting)
        right += 1
        if _is_speaker(fitting.label, each):
            attributed += 1
        else:
            _tell(verbose, path, f"said by {fitting.label or 'nobody'}", each.text, each.speaker)
    for one in missed:
        _tell(verbose, path, "not found", article.content.text[one.start : one.end], one.label)
    return Score(len(marked), len(found), right, attributed)


def score_names(path: str, text: Sequence[str], verbose: bool) -> Score:
    """Compare the names of one article with its marks: `right` are places both have.

    `attributed` are those whose kind is right, of those that the program tells a kind of.
    """
    article, marked = read("".join(text[1:]))
    wanted = {(each.start, each.end): each.label for each in marked}
    right = kinds = found = 0
    for name in names(article.content):
        for span in name.spans:
            found += 1
            if span not in wanted:
                _tell(verbose, path, "not marked", name.name, str(name.kind))
                continue
            right += 1
            kind = wanted.pop(span)
            if kind == (name.kind or "name"):
                kinds += 1
            else:
                _tell(verbose, path, f"marked {kind}", name.name, str(name.kind))
    for (start, end), kind in wanted.items():
        _tell(verbose, path, "not found", article.content.text[start:end], kind)
    return Score(len(marked), found, right, kinds)


def _bare(text: str, each: Marked, shift: int) -> Marked:
    start, end = each.start, each.end
    while start < end and text[start] in _SIGNS:
        start += 1
    while end > start and text[end - 1] in _SIGNS:
        end -= 1
    return Marked(start - shift, end - shift, each.label)


def _is_same(marked: Marked, found: Quotation) -> bool:
    place = found.mention
    return abs(marked.start - place.start) <= _NEAR and abs(marked.end - place.end) <= _NEAR


def _is_speaker(label: str, found: Quotation) -> bool:
    if found.confidence is Confidence.NONE or found.speaker is None:
        return not label
    forms = (found.speaker, *found.aliases)
    said_by = {word.casefold() for form in forms for word in form.split()}
    return bool(label) and label.split()[-1].casefold() in said_by


def _texts(places: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    for place in places:
        paths = (
            sorted(os.path.join(place, name) for name in os.listdir(place))
            if os.path.isdir(place)
            else [place]
        )
        for path in paths:
            with open(path, encoding="utf-8") as file:
                for article in file.read().split("====\n"):
                    yield path, article.splitlines(keepends=True)


def _row(what: str, scores: Sequence[Score]) -> list[str]:
    marked, found = sum(each.marked for each in scores), sum(each.found for each in scores)
    right, attributed = sum(each.right for each in scores), sum(each.attributed for each in scores)
    parts = ((right, found), (right, marked), (attributed, right))
    return [what, str(marked), str(found), *(f"{a / max(b, 1):.3f}" for a, b in parts)]


def _tell(verbose: bool, path: str, what: str, text: str, who: str | None) -> None:
    if verbose:
        squeezed = " ".join(text.split())
        print(f"{os.path.basename(path)}: {what}: {squeezed[:70]!r} ({who})")


if __name__ == "__main__":
    main(sys.argv[1:])

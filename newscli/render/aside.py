"""What is told below an article of who is named and quoted in it: the same words in any form."""

from collections.abc import Iterable

from newscli.core.answers import About, NameTold

_HEADINGS = (
    ("person", "people"),
    ("organisation", "organisations"),
    ("place", "places"),
    (None, "also named"),
)
QUOTATIONS = "quotations"
NOBODY = "nobody named"


def groups(about: About) -> Iterable[tuple[str, list[str]]]:
    """Go through the headings that have names, each name with its mentions if it has several."""
    for kind, heading in _HEADINGS:
        if held := [_counted(each) for each in about.names if each.kind == kind]:
            yield heading, held


def _counted(each: NameTold) -> str:
    many = len(each.mentions)
    return f"{each.name} {many:,}" if many > 1 else each.name

"""What a web page leaves around an article: crumbs, labels, addresses, rules."""

import re

from newscli.core.parsing.phrases import CRUMBS, LABELS_OPEN, SECTIONS

LONGEST_LEFTOVER = 160

_LABEL = re.compile(  # what these open with is in LABELS_OPEN
    r"(?:--\s+)?(?:"
    r"(?:Source|Sources|Category|Categories|Tags?|Topics?|Section|Via"
    r"|Keywords|Filed under|Reading time|Read (?:more|also)|(?:Also|See) (?:read|also)|Related)\s*:"
    r"|(?:(?:Media|Press) )?Contacts?\s?(?::|\s\s)"
    r"|Date\b\s*:?\s*\d{1,2}[ ./-]\d{1,2}[ ./-]\d{4}$"
    r"|(?:(?:Last )?Updated|(?:Last )?Modified|Published|Posted)(?::| (?:on|at|by)\b| (?=\d))"
    r"|(?:Copyright\b|©|\(c\) ?\d{4})"
    r"|Read (?:the )?(?:full|original) (?:article|story)\b|All rights reserved"
    r"|\d+ (?:min(?:ute)?s? read|(?:minute|hour|day)s? ago|comments?|shares?)$"
    r")",
    re.IGNORECASE,
)
_NEWSROOM = re.compile(
    r"(?:Press|News) ?(?:Room|Releases?)\b.*|.*\b(?:Press|News) ?(?:Room|Releases?)"
)
_ADDRESS = re.compile(r"(?:--\s+)?(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+)")
_TELEPHONE = re.compile(r"(?:\+\d[\d() .-]{8,16}|\d{3}\)?[ .-]{1,3}\d{3}[ .-]{1,3}\d{4})$")
_LONGEST_TELEPHONE = 20
_LONGEST_CRUMB, _LONGEST_NEWSROOM = 60, 80


def is_leftover(line: str, *, at_top: bool) -> bool:
    """Tell whether the line is about the page and not of the article.

    At the top a section's name is a crumb; further down it may be a heading. A line
    there that ends in a telephone number tells whom to ask.
    """
    if len(line) > LONGEST_LEFTOVER:
        return False
    if len(line) <= _LONGEST_CRUMB:
        folded = " ".join(line.casefold().split()).strip(" .:|»›>")
        if folded in CRUMBS or (at_top and folded in SECTIONS):
            return True
    if at_top and (_names_newsroom(line) or (line[-1:].isdigit() and _ends_in_telephone(line))):
        return True
    opening = line[:3].lower()
    may_be_label = opening in LABELS_OPEN or opening[:1] in "-0123456789" or not opening.isascii()
    if may_be_label and _LABEL.match(line):
        return line[-1:] != "." or line.count(" ") < 8
    if (" " not in line or opening[:2] == "--") and _ADDRESS.fullmatch(line):
        return True
    return not (line[:1].isalnum() or any(map(str.isalnum, line)))


def _names_newsroom(line: str) -> bool:
    return (
        len(line) <= _LONGEST_NEWSROOM
        and ("Room" in line or "Release" in line)
        and _NEWSROOM.fullmatch(line) is not None
    )


def _ends_in_telephone(line: str) -> bool:
    return _TELEPHONE.search(line[-_LONGEST_TELEPHONE:]) is not None

"""What a web page leaves around an article: crumbs, labels, addresses, rules."""

import re

from newscli.core.parsing.phrases import CRUMBS, LABELS_OPEN, SECTIONS

LONGEST_LEFTOVER = 160

_LABEL = re.compile(  # what these open with is in LABELS_OPEN
    r"(?:--\s+)?(?:"
    r"(?:Source|Sources|Category|Categories|Tags?|Topics?|Section|Contact|Media contact|Via"
    r"|Keywords|Filed under|Reading time|Read (?:more|also)|(?:Also|See) (?:read|also)|Related)\s*:"
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
_LONGEST_CRUMB = 60


def is_leftover(line: str, *, at_top: bool) -> bool:
    """Tell whether the line is about the page and not of the article.

    At the top a section's name is a crumb; further down it may be a heading.
    """
    if len(line) > LONGEST_LEFTOVER:
        return False
    if len(line) <= _LONGEST_CRUMB:
        folded = " ".join(line.casefold().split()).strip(" .:|»›>")
        if folded in CRUMBS or (at_top and (folded in SECTIONS or _names_newsroom(line))):
            return True
    opening = line[:3].lower()
    may_be_label = opening in LABELS_OPEN or opening[:1] in "-0123456789" or not opening.isascii()
    if may_be_label and _LABEL.match(line):
        return line[-1:] != "." or line.count(" ") < 8
    if (" " not in line or opening[:2] == "--") and _ADDRESS.fullmatch(line):
        return True
    return not (line[:1].isalnum() or any(map(str.isalnum, line)))


def _names_newsroom(line: str) -> bool:
    return ("Room" in line or "Release" in line) and _NEWSROOM.fullmatch(line) is not None

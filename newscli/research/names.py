"""The people, organisations and places that an article names, by a grammar of capitals.

A name is a run of words with capitals, cut and joined as `newscli.research.naming`
tells. A word at the head of a sentence has a capital in any case: it counts as a name
if a title or a first name stands before its neighbour, if it is known beforehand, or
if the article has it elsewhere within a sentence. Names in a headline whose every word
has a capital, or in a line all of capitals, count if the text below has them.

A kind is told only where something tells it: a title, a calling, a first name or a verb
of speech for a person; a word such as `Committee`, `Inc` or `River`, a short table, or
`in X` and `X, Ohio` for the others. Else the kind is None.

The method is that of rules over capitals and context, as in the systems of the sixth
and seventh Message Understanding Conferences (Mikheev, Moens and Grover 1999, "Named
entity recognition without gazetteers"), but without their learning, and it is no
entity recognition: it knows no world. It finds nothing in scripts without capitals,
too much in tongues that write every noun with one, and takes titles of films and names
of laws for names. Its tables are English.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newscli.core.article import Article, Content
from newscli.research.mention import Mention
from newscli.research.naming.aliases import folded
from newscli.research.naming.contexts import tell_kinds
from newscli.research.naming.forms import Form, NameKind
from newscli.research.naming.reading import forms_in

__all__ = ["Name", "NameKind", "mentions", "names"]

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something an article names."""

    name: str
    """The fullest form, as it is first written."""
    kind: NameKind | None
    aliases: tuple[str, ...]
    """The other forms it has in the article, as written, the most frequent first."""
    spans: tuple[Place, ...]
    """Every place of any form, in order, as offsets into the article's text; no titles."""


def names(content: Content) -> list[Name]:
    """Return the names of an article, those mentioned most first, then by place."""
    forms = forms_in(content)
    tell_kinds(content.text, forms.values())
    found = [_name(content.text, group) for group in folded(content.text, forms)]
    found.sort(key=lambda name: (-len(name.spans), name.spans[0]))
    return found


def mentions(article: Article, spans: Iterable[Place]) -> list[Mention]:
    """Return the places with their paragraphs; they are in order."""
    paragraphs = iter(article.content.paragraphs)
    current = next(paragraphs)
    found = []
    for start, end in spans:
        while current.end <= start:
            current = next(paragraphs)
        found.append(Mention(article.id, current.number, start, end))
    return found


def _name(text: str, group: Sequence[Form]) -> Name:
    """Make one name of forms, the fullest first."""
    spans = group[0].spans
    if len(group) == 1 and len(spans) == 1:  # as most names are
        start, end = spans[0]
        return Name(_squeezed(text[start:end]), group[0].kind, (), tuple(spans))
    spans = [at for form in group for at in form.spans]
    start, end = min(group[0].spans)
    first = _squeezed(text[start:end])
    others: dict[str, None] = {}
    if len({end - start for start, end in spans}) > 1:  # else all are written alike
        written = Counter(_squeezed(text[start:end]) for start, end in spans)
        others = dict.fromkeys(form for form, _ in written.most_common() if form != first)
    kind = next((form.kind for form in group if form.kind), None)
    return Name(first, kind, tuple(others), tuple(sorted(spans)))


def _squeezed(written: str) -> str:
    return " ".join(written.split())

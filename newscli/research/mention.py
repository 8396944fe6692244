"""Where something stands, so that every line of an answer can be looked up."""

from dataclasses import dataclass

from newscli.core.article import ArticleId


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in an article: `text[start:end]` of its text, within one paragraph."""

    id: ArticleId
    paragraph: int
    """The paragraph's number, counted from 1."""
    start: int
    end: int

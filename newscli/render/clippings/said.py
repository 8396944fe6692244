"""What is told of an article in more than one form, in words."""

from newscli.core.answers import Clipping

DERIVED = "headline derived from the first words of the text"


def origin(clipping: Clipping) -> list[str]:
    """Tell which of the article's fields newscli has derived, and from what."""
    content = clipping.article.content
    told = [DERIVED] if content.headline_derived else []
    if content.date_source:
        told.append(f"date read in the {content.date_source}")
    return told

"""`newscli show --about`: who is named in an article, and what is said in it."""

from newscli.core.answers import About, NameTold, QuoteTold
from newscli.core.article import Article, Span
from newscli.research.names import mentions, names
from newscli.research.quotations import quotations


def about(article: Article) -> About:
    """Read the names and the quotations of one article."""
    found = names(article.content)
    return About(
        names=tuple(
            NameTold(
                each.name,
                each.kind,
                each.aliases,
                tuple(
                    (place.paragraph, Span(place.start, place.end))
                    for place in mentions(article, each.spans)
                ),
            )
            for each in found
        ),
        quotes=tuple(
            QuoteTold(
                each.mention.paragraph,
                Span(each.mention.start, each.mention.end),
                each.text,
                each.speaker,
                each.verb,
                each.confidence,
            )
            for each in quotations(article, found)
        ),
    )

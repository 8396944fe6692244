"""An article in the order it is read: what is told about it, then its paragraphs, none twice."""

from newscli.core.article import FENCES, Content, Kind, Paragraph


def about(content: Content, day: str) -> list[str]:
    """Return what is known of when, where and by whom; `day` is the date as it is to be shown."""
    byline = f"by {content.byline}" if content.byline else ""
    return [fact for fact in (day, content.dateline or "", byline) if fact]


def body(content: Content) -> list[Paragraph]:
    """Return the paragraphs to print under the headline and the line about the article."""
    return [paragraph for paragraph in content.paragraphs if not _is_told(paragraph, content)]


def _is_told(paragraph: Paragraph, content: Content) -> bool:
    if paragraph.kind is Kind.HEADING:
        headline = content.headline_span
        whole = headline.start <= paragraph.start and paragraph.end <= headline.end
        return whole and not content.headline_derived
    if paragraph.kind is not Kind.META:
        return False
    written = paragraph.span.of(content.text)
    if written.startswith(FENCES) and "\n" in written:  # front matter
        return True
    told = " ".join(written.split()).casefold()
    return content.byline is not None and told.removeprefix("by ") == content.byline.casefold()

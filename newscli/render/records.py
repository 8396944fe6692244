"""Answers as plain values, in the shapes and under the names that programs rely on."""

from collections.abc import Iterable, Mapping, Sequence

from newscli.core.analysis import count_words
from newscli.core.answers import About, Facet, Found, Question, ShowAnswer
from newscli.core.article import ArticleDate, ArticleId, Paragraph, Span
from newscli.core.results import Passage, Suggestion

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]
Record = Mapping[str, Value]


def hit(found: Found) -> Record:
    """Return one line of the answer of `search`."""
    return {
        **listed(found),
        "score": round(found.score, 4),
        "words": found.summary.words,
        "passages": list(map(passage, found.passages)),
        **({} if found.duplicates is None else {"duplicates": found.duplicates}),
    }


def passage(lit: Passage) -> Record:
    """Return a stretch of a paragraph with its hits."""
    return {
        "paragraph": lit.paragraph,
        "kind": lit.kind,
        "start": lit.start,
        "end": lit.end,
        "text": lit.text,
        "hits": pairs(lit.hits),
    }


def facet(counted: Facet) -> Record:
    """Return what is counted beside the hits."""
    return {
        "facet": counted.kind,
        "articles": counted.articles,
        "sample": counted.is_sample,
        "values": [{"name": one.name, "articles": one.articles} for one in counted.values],
    }


def entry(found: Found) -> Record:
    """Return one line of the answer of `list`."""
    return {**listed(found), "words": found.summary.words}


def article(answer: ShowAnswer) -> Record:
    """Return `newscli.article/1`; `names` and `quotes` only if they were asked for."""
    shown, content = answer.article, answer.article.content
    return {
        "schema": "newscli.article/1",
        "id": shown.id,
        "date": day(content.date),
        "date_source": content.date_source,
        "headline": content.headline,
        "headline_derived": content.headline_derived,
        "byline": content.byline,
        "dateline": content.dateline,
        "path": answer.place,
        "words": count_words(content.text),
        "text": content.text,
        "paragraphs": [_paragraph(paragraph) for paragraph in content.paragraphs],
        "hits": pairs(answer.hits),
        "notes": content.notes,
        **(_told_about(shown.id, answer.about) if answer.about else {}),
    }


def question(asked: Question) -> Record:
    """Return what a research verb was asked."""
    return {
        "raw": asked.raw,
        "since": asked.since,
        "until": asked.until,
        "in": asked.folder,
    }


def suggestion(meant: Suggestion | None) -> Value:
    """Return the word that does occur, and in how many articles."""
    return {"word": meant.word, "articles": meant.articles} if meant else None


def pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return spans as pairs of offsets."""
    return [(span.start, span.end) for span in spans]


def day(date: ArticleDate | None) -> str | None:
    """Return a date as far as it is known."""
    return str(date) if date else None


def identity(found: Found) -> Record:
    """Return which article it is, and where; the same fields wherever one is named."""
    summary = found.summary
    return {
        "id": summary.id,
        "date": day(summary.date),
        "headline": summary.headline,
        "headline_derived": summary.headline_derived,
        "path": found.place,
    }


def listed(found: Found) -> Record:
    """Return the same with its number in the list."""
    return {"rank": found.rank, **identity(found)}


def _told_about(of: ArticleId, about: About) -> Record:
    return {
        "names": [
            {
                "name": each.name,
                "kind": each.kind,
                "aliases": each.aliases,
                "mentions": [_mention(of, *place) for place in each.mentions],
            }
            for each in about.names
        ],
        "quotes": [
            {
                **_mention(of, each.paragraph, each.span),
                "text": each.text,
                "speaker": each.speaker,
                "verb": each.verb,
                "confidence": each.confidence,
            }
            for each in about.quotes
        ],
    }


def _mention(of: ArticleId, paragraph: int, span: Span) -> Record:
    return {"id": of, "paragraph": paragraph, "start": span.start, "end": span.end}


def _paragraph(paragraph: Paragraph) -> Record:
    parts = {"attribution": paragraph.attribution, "credit": paragraph.credit}
    return {
        "number": paragraph.number,
        "kind": paragraph.kind,
        "start": paragraph.start,
        "end": paragraph.end,
        **{name: (span.start, span.end) for name, span in parts.items() if span},
    }

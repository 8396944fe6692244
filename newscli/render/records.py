"""Answers as plain values, in the shapes and under the names that programs rely on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from newscli.core.analysis import count_words
from newscli.core.answers import About, Facet, Found, Question, ShowAnswer
from newscli.core.article import ArticleDate, ArticleId, Paragraph, Span
from newscli.core.results import Passage, Suggestion

if TYPE_CHECKING:
    from newscli.core.reports import DoctorAnswer, IndexAnswer, StatusAnswer

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]
Record = Mapping[str, Value]


def hit(found: Found) -> Record:
    """Return one line of the answer of `search`."""
    summary = found.summary
    return {
        "rank": found.rank,
        "id": summary.id,
        "date": day(summary.date),
        "headline": summary.headline,
        "headline_derived": summary.headline_derived,
        "path": found.place,
        "score": round(found.score, 4),
        "words": summary.words,
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
    summary = found.summary
    return {
        "rank": found.rank,
        "id": summary.id,
        "date": day(summary.date),
        "headline": summary.headline,
        "headline_derived": summary.headline_derived,
        "path": found.place,
        "words": summary.words,
    }


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


def index_document(answer: "IndexAnswer") -> Record:
    """Return `newscli.index/1`."""
    report = answer.report
    return {
        "schema": "newscli.index/1",
        "dry_run": answer.dry_run,
        "folders": answer.folders,
        "articles": answer.articles,
        "seconds": round(answer.seconds, 3),
        "counts": {
            **{outcome: len(ids) for outcome, ids in report.outcomes.items()},
            "unchanged": report.unchanged,
            "skipped": len(report.skipped),
        },
        **{outcome: _files(ids, answer) for outcome, ids in report.outcomes.items()},
        "skipped": [
            {"path": one.path, "cause": one.cause, "detail": one.detail} for one in report.skipped
        ],
        "notes": [{"path": path, "notes": notes} for path, notes in sorted(report.notes.items())],
    }


def status_document(answer: "StatusAnswer") -> Record:
    """Return `newscli.status/1`."""
    pending = answer.pending
    return {
        "schema": "newscli.status/1",
        "location": answer.location,
        "format": answer.format,
        "size": answer.size,
        "age": round(answer.age, 3),
        "articles": answer.articles,
        "words": answer.words,
        "undated": answer.undated,
        "first": day(answer.first),
        "last": day(answer.last),
        "pending": {
            "added": pending.added,
            "changed": pending.changed,
            "renamed": pending.renamed,
            "removed": pending.removed,
        },
        "folders": [
            {
                "path": folder.place,
                "articles": folder.articles,
                "globs": folder.globs,
                "missing": folder.missing,
            }
            for folder in answer.folders
        ],
        "by": answer.by,
        "bars": [{"label": bar.label, "articles": bar.articles} for bar in answer.bars],
    }


def doctor_document(answer: "DoctorAnswer") -> Record:
    """Return `newscli.doctor/1`."""
    return {
        "schema": "newscli.doctor/1",
        "location": answer.location,
        "articles": answer.articles,
        "findings": [
            {
                "kind": finding.kind,
                "message": finding.message,
                "advice": finding.advice,
                "serious": finding.serious,
                "paths": finding.places,
                "notes": [{"path": path, "notes": notes} for path, notes in finding.notes.items()],
            }
            for finding in answer.findings
        ],
    }


def _paragraph(paragraph: Paragraph) -> Record:
    parts = {"attribution": paragraph.attribution, "credit": paragraph.credit}
    return {
        "number": paragraph.number,
        "kind": paragraph.kind,
        "start": paragraph.start,
        "end": paragraph.end,
        **{name: (span.start, span.end) for name, span in parts.items() if span},
    }


def _files(ids: Iterable[ArticleId], answer: "IndexAnswer") -> list[Record]:
    return [{"id": id, "path": answer.places.get(id)} for id in ids]


def pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return spans as pairs of offsets."""
    return [(span.start, span.end) for span in spans]


def day(date: ArticleDate | None) -> str | None:
    """Return a date as far as it is known."""
    return str(date) if date else None

"""What programs are told of an index as a whole: by `index`, `status` and `doctor`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newscli.core.article import ArticleId
from newscli.render.records import Record, day

if TYPE_CHECKING:
    from newscli.core.reports import DoctorAnswer, IndexAnswer, StatusAnswer


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


def _files(ids: Iterable[ArticleId], answer: "IndexAnswer") -> list[Record]:
    return [{"id": id, "path": answer.places.get(id)} for id in ids]

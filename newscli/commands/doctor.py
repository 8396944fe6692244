"""`newscli doctor`: what is wrong with the index or the files, and what to do about it."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newscli.commands import inventory
from newscli.commands.desk import Desk
from newscli.core.article import ArticleId
from newscli.core.changes import Changes, Source, clashes
from newscli.core.reports import DoctorAnswer, Finding
from newscli.core.results import Skipped
from newscli.corpus.causes import Cause
from newscli.engines.port import Engine, Record
from newscli.errors import (
    DamagedIndex,
    Exit,
    IndexUnusable,
    NoIndex,
    OtherVersion,
    UnsafeIndex,
)
from newscli.render.counts import counted

_UNUSABLE = {
    UnsafeIndex: "unsafe-permissions",
    OtherVersion: "other-version",
    DamagedIndex: "damaged-index",
}
_HAVE = "article has", "articles have"
_ARE = "file is", "files are"
_ADVICE = {
    Cause.TOO_LARGE: "cut the file into its articles, or move it out of the folder",
    Cause.UNREADABLE: "give yourself the right to read it, or move it out of the folder",
    Cause.BROKEN_LINK: "mend or remove the link",
}


def doctor(desk: Desk) -> Exit:
    """Examine the index and its folders; findings are no error of the program."""
    articles = 0
    findings: list[Finding] = []
    try:
        with desk.engine() as engine:
            records = list(engine.records())
            articles = len(records)
            findings += _in_articles(desk, records)
            findings += _on_disk(desk, engine)
            engine.verify()
    except NoIndex:
        raise
    except IndexUnusable as error:
        findings.insert(0, _unusable(error))
    desk.printer.doctor(
        DoctorAnswer(desk.settings.place(desk.settings.index), articles, tuple(findings))
    )
    return Exit.NOTHING_FOUND if findings else Exit.DONE


def _unusable(error: IndexUnusable) -> Finding:
    kind = _UNUSABLE.get(type(error), "unusable-index")
    return Finding(kind, error.message, error.hint or "", serious=True)


def _in_articles(desk: Desk, records: Sequence[Record]) -> Iterator[Finding]:
    """Find what is odd about the articles themselves."""
    undated = [
        each for each in records if each.summary.date is None and not _noted(each, "impossible")
    ]
    if undated:
        yield Finding(
            "undated",
            f"{counted(len(undated), *_HAVE)} no date, so searches by date never find "
            f"{'it' if len(undated) == 1 else 'them'}",
            "begin the file with a line such as `date 2021-01-10`",
            _places(desk, undated),
        )
    if impossible := [each for each in records if _noted(each, "impossible")]:
        yield Finding(
            "impossible-date",
            f"{counted(len(impossible), *_HAVE)} a date that no calendar has, "
            "and counts as undated",
            "correct the date in the first line of the file",
            _places(desk, impossible),
            notes=_notes(desk, impossible, "impossible"),
        )
    if odd := [each for each in records if _noted(each, "decoded")]:
        yield Finding(
            "encoding",
            f"{counted(len(odd), *_HAVE)} an encoding that had to be guessed",
            "look for wrong letters; convert the file to UTF-8 with `iconv`",
            _places(desk, odd),
            notes=_notes(desk, odd, "decoded"),
        )
    for same in _duplicates(records):
        yield Finding(
            "duplicate",
            f"{len(same)} files are the same to the byte",
            "keep one of them, if that is not on purpose",
            _places(desk, same),
        )


def _on_disk(desk: Desk, engine: Engine) -> Iterator[Finding]:
    """Find where the folders and the index have parted."""
    known = engine.known()
    taken = inventory.take(
        engine.folders(), known, index=desk.settings.index, unread=engine.unread()
    )
    changes = taken.changes
    barred = _barred(engine, changes)
    left_out = {each.path for each in barred}
    new = [path for each in changes.added if (path := each.source.path) not in left_out]
    place = desk.settings.place
    kinds = (
        ("stale", "no more as indexed", [each.source.path for each in changes.changed]),
        ("missing", "gone", [known[id].path for id in changes.vanished]),
        ("new", "not indexed yet", new),
        ("renamed", "under another name now", [each.source.path for each in changes.renamed]),
    )
    for kind, state, paths in kinds:
        if paths:
            yield Finding(
                kind,
                f"{counted(len(paths), *_ARE)} {state}",
                "run `newscli index`, which names what it cannot read"
                if kind == "new"
                else "run `newscli index`",
                tuple(map(place, paths)),
                serious=kind in {"stale", "missing"},
            )
    yield from _clashes(desk, known, taken)
    yield from _skipped(desk, (*taken.skipped, *barred))


def _barred(engine: Engine, changes: Changes) -> list[Skipped]:
    """Return what was found to be unreadable, and still is: it is no news."""
    unread = engine.unread()
    paths = (each.source.path for each in changes.added)
    return [
        unread[path].skipped for path in paths if path in unread and not os.access(path, os.R_OK)
    ]


def _clashes(
    desk: Desk, known: Mapping[ArticleId, Source], taken: inventory.Inventory
) -> Iterator[Finding]:
    """Find the ids that several files claim; the one that has it is named first."""
    owners = {id: each.path for id, each in known.items()}
    owners |= {each.id: each.source.path for each in taken.changes.to_read}
    for id, claimants in clashes(taken.sources).items():
        has_it = owners.get(id) in claimants
        yield Finding(
            "id-clash",
            f"{len(claimants)} files have the id `{id}` in their names; "
            f"{'the first' if has_it else 'none of them'} keeps it",
            "the others are found by their path or by the id that `newscli list` shows",
            tuple(
                map(desk.settings.place, sorted(claimants, key=lambda path: path != owners.get(id)))
            ),
        )


def _skipped(desk: Desk, skipped: Iterable[Skipped]) -> Iterator[Finding]:
    causes: dict[str, list[str]] = defaultdict(list)
    for each in skipped:
        causes[each.cause].append(desk.settings.place(each.path))
    if lost := causes.pop(Cause.MISSING_FOLDER, []):
        some = counted(len(lost), "folder is missing", "folders are missing")
        yield Finding(
            "missing-folder",
            f"{some}; the index keeps what it has of {'it' if len(lost) == 1 else 'them'}",
            "bring it back, or take it out of the index: `newscli index --forget FOLDER`",
            tuple(lost),
        )
    for cause, paths in causes.items():
        advice = _ADVICE.get(Cause(cause), "mend or remove the file")
        yield Finding(
            "left-out", f"{counted(len(paths), *_ARE)} left out: {cause}", advice, tuple(paths)
        )


def _duplicates(records: Sequence[Record]) -> list[list[Record]]:
    by_digest: dict[str, list[Record]] = defaultdict(list)
    for each in records:
        by_digest[each.digest].append(each)
    return [same for same in by_digest.values() if len(same) > 1]


def _noted(record: Record, beginning: str) -> bool:
    return any(note.startswith(beginning) for note in record.notes)


def _places(desk: Desk, records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(sorted(desk.settings.place(each.summary.path) for each in records))


def _notes(desk: Desk, records: Iterable[Record], beginning: str) -> Mapping[str, tuple[str, ...]]:
    """Return the notes of that kind, by the file's place."""
    return {
        desk.settings.place(each.summary.path): tuple(
            note for note in each.notes if note.startswith(beginning)
        )
        for each in records
    }

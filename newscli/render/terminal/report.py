"""What the index holds, what a run did to it, and what is wrong with it."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from newscli.core.article import ArticleId
from newscli.core.reports import DoctorAnswer, Finding, IndexAnswer, Pending, StatusAnswer
from newscli.render.counts import counted
from newscli.render.terminal.histogram import histogram
from newscli.render.terminal.screen import BOLD, PLAIN, QUIET, Screen

NAMED = 20
"""Files that are named under each heading."""


def index_report(answer: IndexAnswer, screen: Screen) -> Iterator[Text]:
    """Tell what was done; a dry run names the files."""
    report = answer.report
    if answer.dry_run:
        for outcome, ids in report.outcomes.items():
            yield from _would(outcome, ids, answer, screen)
    counts = [f"{len(ids):,} {outcome}" for outcome, ids in report.outcomes.items() if ids]
    counts += [f"{len(report.skipped):,} skipped"] if report.skipped else []
    counts += [f"{report.unchanged:,} unchanged"] if report.unchanged else []
    told = ", ".join(counts) or "no article found"
    held = f"{counted(answer.articles)} in the index"
    facts = (
        ("nothing was written: a dry run", told)
        if answer.dry_run
        else (told, held, f"{answer.seconds:.1f} s")
    )
    yield from screen.wrap(screen.line(screen.glyphs.dot.join(facts)), screen.width)


def status_report(answer: StatusAnswer, screen: Screen) -> Iterator[Text]:
    """Tell what the index holds, where it is, how old, and what has changed on disk since."""
    span = f"{answer.first} to {answer.last}" if answer.first and answer.last else ""
    held = Text().append(counted(answer.articles), BOLD)
    undated = f"{answer.undated:,} undated" if answer.undated else ""
    for fact in filter(None, (counted(answer.words, "word"), span, undated)):
        held.append(screen.glyphs.dot, PLAIN).append_text(screen.line(fact))
    yield from screen.wrap(held, screen.width)
    kept = screen.path(answer.location)
    facts = (size(answer.size), answer.format, f"written {age(answer.age)}")
    kept.append(screen.glyphs.dot).append_text(screen.facts(*facts))
    yield from screen.wrap(kept, screen.width)
    if answer.bars:
        yield Text()
        yield screen.line(f"articles by {answer.by}", BOLD)
        yield from histogram(answer.bars, screen)
    if answer.folders:
        yield Text()
        yield screen.line("folders", BOLD)
    for folder in answer.folders:
        line = screen.path(folder.place)
        missing = "missing" if folder.missing else ""
        told = screen.facts(counted(folder.articles), " ".join(folder.globs), missing)
        line.append(screen.glyphs.dot, QUIET).append_text(told)
        yield from screen.wrap(line, screen.width)
    yield Text()
    yield from screen.wrap(screen.line(_since(answer.pending)), screen.width)


def doctor_report(answer: DoctorAnswer, screen: Screen) -> Iterator[Text]:
    """Name each finding and its files, the serious ones first; what to do, once for like ones."""
    findings = sorted(answer.findings, key=lambda one: not one.serious)
    followers = (*findings[1:], None)
    for finding, follower in zip(findings, followers, strict=False):
        mark = Text("! " if finding.serious else "- ", BOLD if finding.serious else QUIET)
        message = screen.line(finding.message, BOLD if finding.serious else PLAIN)
        yield from screen.wrap(message, screen.width, mark, "  ")
        yield from _places([_noted(place, finding) for place in finding.places], screen)
        if follower is None or follower.advice != finding.advice:
            advice = screen.line(f"{screen.glyphs.arrow} {finding.advice}")
            yield from screen.wrap(advice, screen.width, rest="  ")
        yield Text()
    found = len(answer.findings)
    told = {0: "nothing is wrong", 1: "1 finding"}.get(found, f"{found:,} findings")
    verdict = screen.line(f"{told}{screen.glyphs.dot}{counted(answer.articles)}")
    where = screen.path(answer.location, QUIET)
    yield from screen.wrap(verdict.append(screen.glyphs.dot).append_text(where), screen.width)


def size(count: int) -> str:
    """Write a number of bytes as it is read: `4.1 MB`."""
    amount = float(count)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"


def age(seconds: float) -> str:
    """Write how long ago: `3 hours ago`."""
    units = (("day", 86400), ("hour", 3600), ("minute", 60))
    for unit, length in units:
        if seconds >= length:
            count = int(seconds // length)
            return f"{count:,} {unit}{'s' if count > 1 else ''} ago"
    return "just now"


def _since(pending: Pending) -> str:
    counts = {
        "new": pending.added,
        "changed": pending.changed,
        "renamed": pending.renamed,
        "removed": pending.removed,
    }
    told = ", ".join(f"{count:,} {what}" for what, count in counts.items() if count)
    if not told:
        return "nothing has changed on disk since"
    return f"on disk since: {told}; `newscli index` brings the index up to date"


def _would(
    outcome: str, ids: Sequence[ArticleId], answer: IndexAnswer, screen: Screen
) -> Iterator[Text]:
    if not ids:
        return
    yield screen.line(f"would be {outcome}", BOLD)
    yield from _places([answer.places.get(id, id) for id in ids], screen)
    yield Text()


def _places(places: Sequence[str], screen: Screen) -> Iterator[Text]:
    for place in places[:NAMED]:
        yield from screen.wrap(screen.path(place, QUIET), screen.width, rest="  ")
    if len(places) > NAMED:
        more = f"... and {len(places) - NAMED:,} more (`--json` lists all)"
        yield from screen.wrap(screen.line(more, QUIET), screen.width, rest="  ")


def _noted(place: str, finding: Finding) -> str:
    return ": ".join((place, *finding.notes.get(place, ())))

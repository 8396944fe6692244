"""`newscli timeline`: how many articles match over time, and what their peaks are about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from newscli.commands.desk import Desk
from newscli.commands.explaining import say_nothing_matches
from newscli.commands.querying import Asked, ask, fitted
from newscli.commands.selection import Selection
from newscli.core.choices import Period
from newscli.core.query import Dated, Node, both, leaf_words, leaves
from newscli.engines.port import Engine
from newscli.errors import Exit, UsageError
from newscli.render.form import Form
from newscli.render.views import timeline as view
from newscli.research.calendar import bins, fitting
from newscli.research.keyness import Key, keywords_of_part, labels
from newscli.research.timeline import Bin, Dates, Series, TimelineAnswer, series, starts
from newscli.stemming import stem

MOST_BINS = 50_000
"""More than a century of days."""

MOST_LABELLED = 7
"""Peaks of a series that are labelled, the highest."""

_LOOKED_AT = 8
"""The first words of a peak; where two have equal scores, the more frequent one comes first."""

_LEAST = 3
_LEAST_SHARE = 0.2
"""Articles of a peak that a word must stand in to label it, and what part of them."""


@dataclass(frozen=True, slots=True)
class TimelineRequest:
    """What was typed after `timeline`."""

    words: tuple[str, ...]
    selection: Selection
    by: Period | None = None
    versus: tuple[str, ...] = ()


def timeline(desk: Desk, request: TimelineRequest) -> Exit:
    """Count, and print the bins."""
    queries = (request.words, *((each,) for each in request.versus))
    asked = [ask(desk, words, request.selection) for words in queries]
    with desk.engine() as engine:
        asked = [fitted(desk, engine, each) for each in asked]
        found = [engine.dates(each.tree) for each in asked]
        everything = engine.dates(asked[0].chosen.tree)
        by = request.by or fitting(when for dates in found for when in dates if when)
        refuse_too_many(found, by)
        days = starts(found, by)
        told = tuple(
            series(each.raw, dates, everything, by, days)
            for each, dates in zip(asked, found, strict=True)
        )
        if desk.form is not Form.COUNT:
            told = tuple(
                _labelled(engine, each, one) for each, one in zip(asked, told, strict=True)
            )
        desk.printer.report(TimelineAnswer(asked[0].question, by, told), view)
        for each, one in zip(asked, told, strict=True):
            if not one.articles:
                say_nothing_matches(desk, engine, each)
    return Exit.DONE if any(one.articles for one in told) else Exit.NOTHING_FOUND


def refuse_too_many(found: Sequence[Dates], by: Period) -> None:
    """Raise UsageError for more bins than anybody reads."""
    held = [when.first for dates in found for when in dates if when]
    if not held or (max(held) - min(held)).days < MOST_BINS:
        return
    for number, _ in enumerate(bins(min(held), max(held), by), 1):
        if number > MOST_BINS:
            raise UsageError(
                f"from {min(held)} to {max(held)} there are more than {MOST_BINS:,} {by}s",
                "choose a longer `--by`, or a shorter time with `--since` and `--until`",
            )


def _labelled(engine: Engine, asked: Asked, one: Series) -> Series:
    """Name what the peaks have more of than the rest of what matches."""
    peaks = sorted((each for each in one.bins if each.peak), key=lambda each: -each.articles)
    if not peaks:
        return one
    within = [both(asked.tree, Dated(each.start, each.end)) for each in peaks[:MOST_LABELLED]]
    known = _forms(asked.words)
    words: dict[Bin, tuple[str, ...]] = {}
    counts = engine.document_frequencies(within, asked.tree, _LEAST)
    for peak, tree, of_peak in zip(peaks, within, counts, strict=False):
        least = max(_LEAST, ceil(peak.articles * _LEAST_SHARE))
        keys = keywords_of_part(of_peak, peak.articles, one.articles, least=least)
        without = {stem(form) for form in known | _names(peak)}
        words[peak] = labels(_settled(keys, engine, tree), without=without, stem=stem)
    return replace(one, bins=tuple(replace(each, words=words.get(each, ())) for each in one.bins))


def _settled(keys: list[Key], engine: Engine, tree: Node) -> list[Key]:
    """Put those of equal scores, many where a peak is of few articles, by how often they stand."""
    if len({key.score for key in keys[:_LOOKED_AT]}) == len(keys[:_LOOKED_AT]):
        return keys
    often = engine.frequencies(tree)
    return sorted(keys, key=lambda key: (-key.score, -often[key.word], key.word))


def _names(peak: Bin) -> set[str]:
    """Return how articles call the days and months of a bin's ends, in English."""
    return {day.strftime(name).lower() for day in (peak.start, peak.end) for name in ("%A", "%B")}


def _forms(tree: Node) -> set[str]:
    """Return the words that a query spells out."""
    return {word.form.lower() for leaf in leaves(tree) for word in leaf_words(leaf)}

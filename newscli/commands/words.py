"""`newscli words`: the words of what matches, those near it, and those that stand together."""

import re
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace

from newscli.commands.desk import Desk
from newscli.commands.explaining import say_nothing_matches
from newscli.commands.querying import Asked, ask, fitted
from newscli.commands.selection import Selection
from newscli.core.choices import Measure, Sort
from newscli.core.query import And, Not, leaves
from newscli.engines.port import Engine
from newscli.errors import Exit, UsageError
from newscli.render.form import Form
from newscli.render.progress import Silent
from newscli.render.views import words as view
from newscli.research.keyness import LEAST, Key, is_telling, keywords, rest
from newscli.research.wordlists import Mode, WordsAnswer, collocates, frequent, ngrams

MANY = 5_000
"""Articles whose n-grams take long enough to count for a progress bar."""
SPREAD = 3
"""Articles that a keyword must stand in, where there are enough of them."""
MANY_ENOUGH = 10
"""Articles that are enough for that."""
LONGEST = 9
"""The most words of an n-gram."""

_SPREAD_MODES = {Mode.FREQUENT, Mode.KEYWORDS}
_LENGTHS = re.compile("([0-9])(?:-([0-9]))?")


@dataclass(frozen=True, slots=True)
class WordsRequest:
    """What was typed after `words`."""

    words: tuple[str, ...]
    selection: Selection
    window: int | None = None
    lengths: str | None = None
    keywords: bool = False
    against: str | None = None
    measure: Measure | None = None
    least: int = LEAST
    least_articles: int | None = None
    every: bool = False
    """Whether numbers, letters and the words that all English has are told of too."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """The words that were weighed, and among how many."""

    keys: list[Key]
    """At least as many as are shown."""
    total: int
    size: int
    other_size: int


def words(desk: Desk, request: WordsRequest) -> Exit:
    """Count, and print the words that stand first."""
    mode = _mode(request)
    lengths = _lengths(request.lengths) if request.lengths else None
    asked, against = _asked(desk, request, mode)
    page = request.selection.page(Sort.RELEVANCE)
    with desk.engine() as engine:
        asked = fitted(desk, engine, asked)
        against = fitted(desk, engine, against) if against else None
        count: dict[Mode, Callable[[], _Counted]] = {
            Mode.FREQUENT: lambda: _frequent(engine, asked, request),
            Mode.KEYWORDS: lambda: _keywords(engine, asked, against, request),
            Mode.COLLOCATES: lambda: _collocates(engine, asked, request),
            Mode.NGRAMS: lambda: _ngrams(desk, engine, asked, lengths or (2, 2), request, page.end),
        }
        counted = count[mode]()
        articles = engine.count(asked.tree)
        spread = _spread(request, mode, articles)
        if mode in _SPREAD_MODES:
            counted = _spread_out(engine, asked, counted, spread)
        answer = WordsAnswer(
            question=asked.question,
            mode=mode,
            measure=request.measure or Measure.LL,
            against=against.raw if against else None,
            window=request.window,
            least=request.least,
            least_articles=spread,
            articles=articles,
            size=counted.size,
            other_size=counted.other_size,
            total=counted.total,
            offset=page.offset,
            limit=page.limit,
            words=tuple(counted.keys[page.part]),
        )
        desk.printer.report(answer, view)
        if not answer.words and desk.form is not Form.COUNT:
            _say_none(desk, engine, asked, against, answer)
    return desk.ended(answer.total, len(answer.words))


def _asked(desk: Desk, request: WordsRequest, mode: Mode) -> tuple[Asked, Asked | None]:
    """Understand whose words are counted, and the query that they are weighed against."""
    asked = ask(desk, request.words, request.selection)
    if mode is Mode.COLLOCATES and not any(leaves(asked.words)):
        raise UsageError(
            "collocates stand near words, and none is named",
            "name one: `newscli words harbour --collocates 5`",
        )
    if request.against is None:
        return asked, None
    return asked, ask(desk, (request.against,), Selection())


def _mode(request: WordsRequest) -> Mode:
    keys = request.keywords or request.against is not None
    chosen = [
        (request.window is not None, "--collocates", Mode.COLLOCATES),
        (request.lengths is not None, "--ngrams", Mode.NGRAMS),
        (keys, "--keywords" if request.keywords else "--vs", Mode.KEYWORDS),
    ]
    wanted = [(option, mode) for given, option, mode in chosen if given]
    if len(wanted) > 1:
        one, other = wanted[0][0], wanted[1][0]
        raise UsageError(f"`{one}` and `{other}` contradict each other", "choose one")
    mode = wanted[0][1] if wanted else Mode.FREQUENT
    if request.measure and mode is not Mode.COLLOCATES:
        raise UsageError("`--by` weighs collocates", "add `--collocates 5`, or leave it out")
    if request.least_articles is not None and mode not in _SPREAD_MODES:
        raise UsageError(
            "`--min-articles` goes without `--collocates` and `--ngrams`", "leave it out"
        )
    return mode


def _lengths(typed: str) -> tuple[int, int]:
    """Read `3` or `2-4`."""
    if read := _LENGTHS.fullmatch(typed):
        shortest, longest = int(read[1]), int(read[2] or read[1])
        if 2 <= shortest <= longest <= LONGEST:
            return shortest, longest
    raise UsageError(
        f"`--ngrams` takes from 2 to {LONGEST} words, not `{typed}`", "write 3, or 2-4"
    )


def _frequent(engine: Engine, asked: Asked, request: WordsRequest) -> _Counted:
    counts, others = _beside(engine, asked)
    keys = _told(frequent(counts, others, least=request.least), request)
    return _Counted(keys, len(keys), sum(counts.values()), sum(others.values()))


def _keywords(
    engine: Engine, asked: Asked, against: Asked | None, request: WordsRequest
) -> _Counted:
    """Weigh against the articles of the other selection that are not in this one."""
    if against is None:
        counts, others = _beside(engine, asked)
    else:
        counts = dict(engine.frequencies(asked.tree))
        others = dict(engine.frequencies(And((against.tree, Not(asked.tree)))))
    keys = _told(keywords(counts, others, least=request.least), request)
    return _Counted(keys, len(keys), sum(counts.values()), sum(others.values()))


def _told(keys: list[Key], request: WordsRequest) -> list[Key]:
    return keys if request.every else [key for key in keys if is_telling(key.word)]


def _spread(request: WordsRequest, mode: Mode, articles: int) -> int:
    """Return in how many articles a word must stand to be told of."""
    if request.least_articles is None:
        return SPREAD if mode is Mode.KEYWORDS and articles >= MANY_ENOUGH else 1
    return request.least_articles


def _spread_out(engine: Engine, asked: Asked, counted: _Counted, least: int) -> _Counted:
    """Count the articles of each word, and leave out words of too few."""
    (held,) = engine.document_frequencies([asked.tree], asked.tree)
    kept = [
        replace(key, articles=articles)
        for key in counted.keys
        if (articles := held[key.word][0]) >= least
    ]
    return replace(counted, keys=kept, total=len(kept))


def _beside(engine: Engine, asked: Asked) -> tuple[dict[str, int], dict[str, int]]:
    """Count the words of what matches, and those of all other articles."""
    counts = dict(engine.frequencies(asked.tree))
    return counts, rest(engine.frequencies(And(())), counts)


def _collocates(engine: Engine, asked: Asked, request: WordsRequest) -> _Counted:
    counts = engine.near(asked.tree, request.window or 0)
    corpus = engine.frequencies(asked.chosen.tree)
    places = sum(len(each.starts) for each in engine.located(asked.tree))
    measure = request.measure or Measure.LL
    keys = _told(collocates(counts, corpus, places, measure, least=request.least), request)
    size = sum(counts.values())
    return _Counted(keys, len(keys), size, sum(corpus.values()) - size)


def _ngrams(
    desk: Desk,
    engine: Engine,
    asked: Asked,
    lengths: tuple[int, int],
    request: WordsRequest,
    most: int | None,
) -> _Counted:
    counts = engine.frequencies(asked.tree)
    few = engine.count(asked.tree) < MANY
    with nullcontext(Silent()) if few else desk.progress() as progress:
        progress.stage("counting n-grams")
        runs = engine.runs(asked.tree, *lengths, request.least)
    keys, total = ngrams(runs, counts, most, every=request.every)
    size = sum(counts.values())
    return _Counted(keys, total, size, size)


def _say_none(
    desk: Desk, engine: Engine, asked: Asked, against: Asked | None, answer: WordsAnswer
) -> None:
    if not answer.articles:
        say_nothing_matches(desk, engine, asked)
    elif against and not engine.count(against.tree):
        say_nothing_matches(desk, engine, against)
    elif answer.total:
        desk.note(f"nothing at offset {answer.offset}: {answer.total:,} words in all")
    elif answer.mode is Mode.KEYWORDS and answer.articles == engine.facts().articles:
        desk.note("these are all articles, and none is left to tell them from")
        desk.hint("choose some: `newscli words harbour --keywords`")
    else:
        times = "once" if answer.least == 1 else f"{answer.least} times"
        desk.note(f"no word stands {times} or more, and more often than elsewhere")
        if answer.least > 1:
            desk.hint("`--min 1` takes in rare words")

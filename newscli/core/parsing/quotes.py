"""Pull quotes: words set apart from the running text, with who said them run on behind.

Without quotation marks one is known only by coming again: its first part
stands, up to a pause, in another paragraph. Seeing one where there is none
would take words out of an article, so every doubt leaves the paragraph alone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newscli.core.article import Span
from newscli.core.parsing.blocks import Block
from newscli.core.parsing.sentences import (
    CLOSING_QUOTES,
    DASHES,
    OPENING_QUOTES,
    STOPS,
    ends_sentence,
)
from newscli.core.repetition import (
    FEWEST,
    common_length,
    folded_words,
    word_spans,
)

_FEWEST, _FEWEST_UNQUOTED = 8, 12  # words that must come again, in quotation marks or without
_MOST_TRIES = 8  # a refrain stands everywhere, and is no quote
_MOST_IN_ATTRIBUTION = 12
_FEW = 16  # candidates, for which a glance through the text costs less than its words
_SHORTEST, _LONGEST = 40, 700
_DASHES = frozenset(DASHES)
_RUNS_ON = frozenset(":;,")  # no name ends in these
_QUOTED = re.compile(rf"[{OPENING_QUOTES}].*[{CLOSING_QUOTES}]", re.DOTALL)
_SIGNED = re.compile(
    rf"[{OPENING_QUOTES}].*[{CLOSING_QUOTES}]\s*[{DASHES}]{{1,2}}\s*(?P<who>[^{DASHES}\n]\S.*)",
    re.DOTALL,
)
_ENOUGH_WORDS = re.compile(rf"\w++(?:\W++\w++){{{_FEWEST}}}")
_PAUSE = re.compile(rf"\s*(?:[^\w\s'’&-]|\Z)|\s+[{DASHES}]")

_Places = list[tuple[int, int]]
_Wanted = dict[tuple[str, ...], int]
"""Maps the first words of what could be a pull quote to the index of its block."""


def with_attributions(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Join each quotation to the `— Jane Roe` that stands as a block of its own behind it."""
    if _DASHES.isdisjoint([text[start] for start, _, _ in blocks]):
        return list(blocks)
    joined: list[Block] = []
    for block in blocks:
        if (
            joined
            and text[block.start] in DASHES
            and _is_attribution(block.of(text).lstrip(DASHES + " "))
            and joined[-1].end - joined[-1].start <= _LONGEST
            and _is_one_quotation(joined[-1].of(text))
        ):
            joined[-1] = Block(joined[-1].start, block.end, joined[-1].apart)
        else:
            joined.append(block)
    return joined


def signed_quote(text: str, start: int, end: int) -> Span | None:
    """Return the attribution of a block that is a quotation, a dash and a name."""
    if (
        text[start] not in OPENING_QUOTES
        or end - start > _LONGEST
        or ends_sentence(text[start:end])
    ):
        return None
    match = _SIGNED.fullmatch(text, start, end)
    if not match or not _is_attribution(match["who"]):
        return None
    quotation = text[start : match.start("who")].rstrip(DASHES + " \n\t")
    return Span(match.start("who"), end) if _is_one_quotation(quotation) else None


def repeated_quotes(
    text: str, blocks: Sequence[Block], lead: int, in_doubt: Sequence[int]
) -> Mapping[int, Span]:
    """Return the attributions of the blocks in doubt whose first words come again in another one.

    Keys are indexes of `blocks`, and nothing before the lead is looked at. Linear in the
    text: every run of words is looked up once, whatever the number of candidates.
    """
    wanted = _wanted_runs(text, blocks, [lead, *in_doubt]) if in_doubt else None
    if not wanted:
        return {}
    found: dict[int, Span] = {}
    tries: Counter[int] = Counter()
    for i, j, first_word in _runs(text, blocks, wanted, lead):
        if i == j or i in found or tries[i] == _MOST_TRIES:
            continue
        tries[i] += 1
        attribution = _run_on_attribution(text, blocks[i], blocks[j], first_word)
        if attribution:
            found[i] = attribution
    return found


def _could_be_quote(written: str) -> bool:
    if ends_sentence(written):
        return False
    return '"' not in written and (
        written.isascii() or not any(mark in written for mark in "“”„«»")
    )


def _wanted_runs(text: str, blocks: Sequence[Block], candidates: Sequence[int]) -> _Wanted:
    """Return the first words of every block that could be a pull quote, with its index."""
    wanted: _Wanted = {}
    for i in candidates:
        start, end, _ = blocks[i]
        if (
            text[end - 1] not in STOPS
            and _SHORTEST <= end - start <= _LONGEST
            and text[start].isalnum()
            and _could_be_quote(text[start:end])
        ):
            opening = _ENOUGH_WORDS.match(text, start, end)
            if opening:
                wanted.setdefault(tuple(folded_words(opening[0])[:FEWEST]), i)
    return {run: i for run, i in wanted.items() if text[blocks[i].end - 1] not in _RUNS_ON}


def _runs(
    text: str, blocks: Sequence[Block], wanted: _Wanted, lead: int
) -> Iterator[tuple[int, int, int]]:
    """Yield who wants a run of words, the block it stands in, and which word it begins with."""
    for j in _likely(text, blocks, wanted, lead):
        words = folded_words(blocks[j].of(text))
        runs = zip(*(words[shift:] for shift in range(FEWEST)), strict=False)
        for first_word, run in enumerate(runs):
            if run in wanted:
                yield wanted[run], j, first_word


def _likely(text: str, blocks: Sequence[Block], wanted: _Wanted, lead: int) -> Sequence[int]:
    """Return the indexes of the blocks that may hold what another one wants, told at a glance."""
    if len(wanted) > _FEW:
        return range(lead, len(blocks))
    folded = text.casefold()
    rarest_first = [(sorted(run, key=len, reverse=True), i) for run, i in wanted.items()]
    repeated = [
        (words, i)
        for words, i in rarest_first
        if all(folded.find(word, folded.find(word) + 1) >= 0 for word in words)
    ]
    if not repeated:
        return ()
    return [
        j
        for j, written in enumerate((block.of(text).casefold() for block in blocks[lead:]), lead)
        if any(
            words[0] in written and i != j and all(word in written for word in words)
            for words, i in repeated
        )
    ]


def _run_on_attribution(text: str, quote: Block, body: Block, first_word: int) -> Span | None:
    """Return what follows in `quote` after the words that stand in `body` from `first_word` on."""
    own = folded_words(quote.of(text))
    common = common_length(own, folded_words(body.of(text))[first_word:])
    own_places = word_spans(text, quote.start, quote.end, common + 1)
    other_places = word_spans(text, body.start, body.end, first_word + common)[first_word:]
    common = _before_closing_quote(text, other_places, common)
    before = other_places[0][0] - 1
    quoted = before >= body.start and text[before] in OPENING_QUOTES
    fewest = _FEWEST if quoted else _FEWEST_UNQUOTED
    if common < max(fewest, len(own) // 2) or common >= len(own):
        return None
    if not _PAUSE.match(text, other_places[common - 1][1], body.end):
        return None
    attribution = Span(own_places[common][0], quote.end)
    seam = text[own_places[common - 1][1] : attribution.start]
    if seam.strip(" ,\n" + DASHES) or not _is_attribution(attribution.of(text)):
        return None
    return attribution


def _before_closing_quote(text: str, places: _Places, common: int) -> int:
    """Return how many of the words stand before the quotation mark that closes them."""
    for i in range(1, common):
        if any(mark in CLOSING_QUOTES for mark in text[places[i - 1][1] : places[i][0]]):
            return i
    return common


def _is_attribution(written: str) -> bool:
    return (
        all(word[0].isupper() for word in written.split()[:2])
        and written[-1:] not in _RUNS_ON
        and not ends_sentence(written)
        and 2 <= len(written) <= 120
        and written.count(" ") < _MOST_IN_ATTRIBUTION
        and "\n" not in written
    )


def _is_one_quotation(written: str) -> bool:
    """Tell whether quotation marks open at the first character and close at the last only."""
    return (
        written[0] in OPENING_QUOTES
        and _QUOTED.fullmatch(written) is not None
        and not any(mark in OPENING_QUOTES + CLOSING_QUOTES for mark in written[1:-1])
    )

"""Text is cut into pieces and numbered a buffer at a time; the tokeniser says what is right."""

from typing import Any

import numpy as np
import pytest
from fakes import article
from hypothesis import example, given
from hypothesis import strategies as st
from odd import ODD_WORDS, odd_texts

from newscli.core import analysis
from newscli.engines.whoosh.writing import batch, cutting
from newscli.engines.whoosh.writing.alike import alike
from newscli.engines.whoosh.writing.cutting import Pieces, cut
from newscli.engines.whoosh.writing.marks import places
from newscli.engines.whoosh.writing.postingswriter import collected
from newscli.engines.whoosh.writing.recall import Recall

texts = (
    odd_texts()
    | st.text()
    | st.lists(st.sampled_from("aZ9_.,'’-é鈴 \n“”…"), max_size=40).map("".join)
)


def encoded(text: str) -> bytes:
    return f"\n{text}\n".encode("utf-8", "surrogatepass")


def spelt(pieces: Pieces) -> list[tuple[str, bool]]:
    """Return every piece, a plain one in small letters, and whether it is odd."""
    found = []
    spans = zip(pieces.starts.tolist(), pieces.ends.tolist(), pieces.odd.tolist(), strict=True)
    for start, end, odd in spans:
        text = pieces.text if odd else pieces.lower
        found.append((text[start:end].decode("utf-8", "surrogatepass"), odd))
    return found


@given(text=texts)
@example(text=" ".join(ODD_WORDS))
@example(text="x" * 101 + " " + "y" * 99)
@example(text="“One,” he said – “two…”")
def test_the_pieces_have_the_words_of_the_text_in_their_order(text: str) -> None:
    found = []
    for piece, odd in spelt(cut(encoded(text))):
        words = analysis.words(piece)
        assert odd or words == [analysis.Word(piece, None)]
        found += words
    assert found == analysis.words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill, closed.", [("the", False), ("mill", False), ("closed", False)]),
        ("NATO and Nato", [("NATO", True), ("and", False), ("nato", False)]),
        ("F-16 U.S. 1,400", [("f", False), ("16", False), ("U.S", True), ("1,400", True)]),
        ("O'Brien's 'tis'", [("O'Brien's", True), ("tis", False)]),
        ("“Yes,” it’s …", [("yes", False), ("it’s", True)]),
        ("snow_man ... café", [("snow_man", True), ("café", True)]),
        (" \t\r\n . , '", []),
    ],
)
def test_a_piece_is_plain_where_the_tokeniser_need_not_be_asked(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    assert spelt(cut(encoded(text))) == expected


@pytest.mark.parametrize("sign", cutting._SIGNS)
def test_a_sign_that_parts_pieces_parts_words(sign: str) -> None:
    assert len(sign.encode()) == 3
    for text in (
        f"a{sign}b",
        f"U{sign}.{sign}S.",
        f"1{sign},{sign}4",
        f"o{sign}'{sign}b",
        f"é{sign}́",
    ):
        assert analysis.words(text) == analysis.words(text.replace(sign, " "))


def laid_out(pieces: list[bytes]) -> tuple[bytes, Any, Any]:
    """Return pieces as a buffer, where each begins, and its size."""
    sizes = np.array([len(each) for each in pieces], np.int64)
    return b"".join(pieces) + cutting.SPARE, np.cumsum(sizes) - sizes, sizes


@given(pieces=st.lists(st.binary(max_size=40).map(lambda each: each.replace(b"\0", b"x"))))
@example(pieces=[b"12345678", b"123456789", b"12345678", b"123456789012", b"123456789"])
@example(pieces=[b"a", b"b", b"", b"a", b""])
def test_pieces_are_alike_that_are_the_same_bytes(pieces: list[bytes]) -> None:
    chosen = alike(*laid_out(pieces)).tolist()
    assert [pieces[at] for at in chosen] == pieces
    short = {at for at, each in zip(chosen, pieces, strict=True) if len(each) <= 24}
    assert len(short) == len({each for each in pieces if len(each) <= 24})


def test_many_different_pieces_are_told_apart() -> None:
    pieces = [b"%07d" % (each % 90_000) for each in range(200_000)]
    chosen = alike(*laid_out(pieces))
    assert len(set(chosen.tolist())) == 90_000
    assert np.array_equal(chosen[:90_000], chosen[90_000:180_000])


some_pieces = st.lists(
    st.binary(min_size=1, max_size=12).map(lambda each: each.replace(b"\0", b"x"))
    | st.sampled_from([b"a", b"ab", b"12345678", b"123456789"]),
    min_size=1,
)


@given(buffers=st.lists(some_pieces))
@example(buffers=[[b"12345678", b"a"], [b"123456789", b"a", b"ab"]])
def test_a_short_piece_is_known_again_and_has_its_number(buffers: list[list[bytes]]) -> None:
    recall, own = Recall(), dict[bytes, int]()
    for pieces in buffers:
        numbers, unknown = recall.numbers(*laid_out(pieces))
        for at in set(range(len(pieces))).difference(unknown.tolist()):
            assert own[pieces[at]] == numbers[at]
        numbers = np.array([own.setdefault(each, len(own)) for each in pieces], np.int32)
        recall.learn(*laid_out(pieces), numbers)
        _, unknown = recall.numbers(*laid_out(pieces[-1:]))
        assert bool(len(unknown)) == (len(pieces[-1]) > 8)


def test_more_words_than_two_bytes_can_number_are_inverted_at_once() -> None:
    count = (1 << 16) + 1_000
    forms = [f"w{number:06}" for number in range(count)]
    filled = batch.Batch()
    for at in range(2):  # the second time, all are known
        read = article(" ".join(forms[:: 1 - 2 * at]))
        filled.add(read.content, read.content.text.encode())
    names = filled.terms()
    postings = collected(
        [each.encode() for each in names], filled.postings(names), filled.lengths()
    )
    first = names.index(forms[0])
    assert names[first : first + count] == forms
    tokens = int(postings.frequencies[: postings.counts[:first].sum()].sum())
    positions = postings.positions[tokens : tokens + 2 * count].reshape(-1, 2)
    assert np.array_equal(positions[:, 0], np.arange(count))
    assert np.array_equal(positions[:, 1], np.arange(count)[::-1])


@given(text=texts)
@example(text=" ".join(ODD_WORDS))
@example(text="a.b.c'd,e_f")
def test_a_place_has_as_many_words_before_it_as_begin_there(text: str) -> None:
    pieces = cut(encoded(text))
    offsets = np.array([len(encoded(text[:at])) - 1 for at in range(len(text) + 1)])
    counts = [0]
    for piece, _ in spelt(pieces):
        counts.append(counts[-1] + len(analysis.words(piece)))
    piece, words = places(pieces, offsets)
    before = [counts[at] + more for at, more in zip(piece.tolist(), words.tolist(), strict=True)]
    starts = [token.start for token in analysis.tokens(text)]
    assert before == [sum(start < at for start in starts) for at in range(len(text) + 1)]

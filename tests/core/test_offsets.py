"""Where words at known positions stand: the same as a text cut into all its words says."""

from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newscli.core import analysis
from newscli.core.offsets import Offsets
from newscli.core.reading import Words
from newscli.stemming import stem

TEXT = st.text(alphabet="ab.,' \n\x1c\u2003’-1US北京مرحباกé\u00ad\u0301(“", max_size=60)


@given(TEXT)
@example("The U.S. ferry, at 2.5 knots — O’Brien’s.")
@example("北京 ferry 鈴の町")
def test_every_word_stands_where_the_tokeniser_says(text: str) -> None:
    words, offsets = Words(text, stem), Offsets(text)
    assert len(offsets) == len(words.tokens)
    for start in range(len(words.tokens)):
        for end in range(start + 1, len(words.tokens) + 1):
            assert offsets.span((start, end)) == words.span((start, end))


@given(TEXT, st.integers(0, 70))
def test_the_position_of_an_offset_is_that_of_the_next_word(text: str, offset: int) -> None:
    words = Words(text, stem)
    assert Offsets(text).position(offset) == sum(1 for at in words.starts if at < offset)


def test_a_position_beyond_the_last_word_is_none() -> None:
    with pytest.raises(IndexError):
        Offsets("one two").span((2, 3))


def test_a_long_piece_is_cut_once_however_many_of_its_words_are_asked_about() -> None:
    text = "one " + "a-" * 300
    with patch.object(analysis, "tokens", wraps=analysis.tokens) as cut:
        places = Offsets(text)
        spans = [places.span((at, at + 1)) for at in range(len(places))]
        assert [places.position(span.start) for span in spans] == list(range(301))
    assert [span.of(text) for span in spans] == ["one", *["a"] * 300]
    assert cut.call_count == 2

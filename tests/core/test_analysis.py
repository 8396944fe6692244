import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.analysis import Token, Word, count_words, fold, tokens, words

TRICKY = "aAbzUS éÉßıΣ 019 .,'’ʼ-&/_()\n\u0301\u00ad\u200d\ufe0f中文한กำ한हि½²ﷺﬁ😀"
TEXTS = st.text() | st.text(st.sampled_from(TRICKY))


def exact(text: str) -> list[str]:
    return [word.exact for word in words(text)]


def surfaces(text: str) -> list[str]:
    return [text[token.start : token.end] for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor spoke", ["the", "mayor", "spoke"]),
        ("", []),
        (" \n\t", []),
        ("— … ?! 😀 %", []),
        # Apostrophes, straight and curly
        ("O'Brien", ["o'brien"]),
        ("O’Brien", ["o'brien"]),
        ("Malta’s", ["malta's"]),
        ("the drivers' union", ["the", "drivers", "union"]),
        ("'tis 'quoted'", ["tis", "quoted"]),
        ("rock'n'roll", ["rock'n'roll"]),
        ("O''Brien", ["o", "brien"]),
        # Signs that part words
        ("covid-19", ["covid", "19"]),
        ("AT&T", ["at", "t"]),
        ("co-operate", ["co", "operate"]),
        ("and/or", ["and", "or"]),
        ("@QuayWatch #ferry", ["quaywatch", "ferry"]),
        ("file_name", ["file", "name"]),
        ("end.Next", ["end", "next"]),
        # Numbers
        ("2.5", ["2.5"]),
        ("It rose 2.5. Then", ["it", "rose", "2.5", "then"]),
        ("It rose 12.5. Then", ["it", "rose", "12.5", "then"]),
        ("1,400,000.50", ["1,400,000.50"]),
        ("1,400, or so", ["1,400", "or", "so"]),
        ("1.2.3.", ["1.2.3"]),
        ("$3.5m", ["3.5m"]),
        ("G.7 and B.1.1.7", ["g", "7", "and", "b", "1.1.7"]),
        ("50%", ["50"]),
        ("２０２１", ["2021"]),
        ("9.", ["9"]),
        ("1,๑", ["1", "๑"]),
        # Initials
        ("U.S.", ["us"]),
        ("U.S", ["us"]),
        ("u.s.", ["us"]),
        ("3 p.m. today", ["3", "pm", "today"]),
        ("J.K.Harbour", ["jk", "harbour"]),
        ("A.Harbour", ["a", "harbour"]),
        ("plan B. Then", ["plan", "b", "then"]),
        ("U.S.-led", ["us", "led"]),
        ("the U.S.'s", ["the", "us", "s"]),
        ("Σ.Δ.", ["σδ"]),
        # Accents and case
        ("Málaga Ma\u0301laga", ["malaga", "malaga"]),
        ("Øresund Łódź", ["oresund", "lodz"]),
        ("İstanbul ISTANBUL", ["istanbul", "istanbul"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("ﬁsh", ["fish"]),
        ("co\u00adoperate", ["cooperate"]),
        # Scripts without spaces: characters side by side
        ("北京a京", ["北", "京", "a", "京"]),
        ("東京タワー", ["東", "京", "タ", "ワ", "ー"]),
        ("がか\u3099", ["が", "が"]),
        ("กรุง", ["ก", "ร\u0e38", "ง"]),
        # Marks belong to their word
        ("हिन्दी", ["हिन्दी"]),
        ("مُدُن", ["مدن"]),
        ("שָׁלוֹם", ["שלום"]),
        ("ꦲꦏ꧀ꦱꦫ", ["ꦲꦏ꧀ꦱꦫ"]),
        ("ꯃꯤꯇꯩ", ["ꯃꯤꯇꯩ"]),
        ("𞤀𞥄𞤁", ["𞤢𞥄𞤣"]),
        ("1\ufe0f\u20e3", ["1"]),
        # A ligature of several words stands as one
        ("ﷺ", ["صلىاللهعليهوسلم"]),
    ],
)
def test_a_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert exact(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S. and", ["the", "U.S.", "and"]),
        ("(Malta’s)", ["Malta’s"]),
        ("up 2.5.", ["up", "2.5"]),
        ("cafe\u0301!", ["cafe\u0301"]),
        ("co\u00adop.", ["co\u00adop"]),
    ],
)
def test_a_word_covers_all_its_characters_and_no_others(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("US", "US"),
        ("U.S.", "US"),
        ("US's", "US"),
        ("US’s", "US"),
        ("NATO", "NATO"),
        ("ÉU", "EU"),
        ("E\u0301U", "EU"),
        ("ΔΝΤ", "ΔΝΤ"),
        ("us", None),
        ("Us", None),
        ("u.s.", None),
        ("I", None),
        ("UNESCO", None),
        ("G7", None),
        ("US’S", None),
        ("O'B", None),
        ("2.5", None),
        ("北", None),
    ],
)
def test_a_word_of_two_to_five_capitals_has_a_capital_form(text: str, capital: str | None) -> None:
    assert [word.capital for word in words(text)] == [capital]


def test_a_token_says_where_its_word_stands() -> None:
    assert list(tokens("In the U.S., yes")) == [
        Token(0, 2, Word("in", None)),
        Token(3, 6, Word("the", None)),
        Token(7, 11, Word("us", "US")),
        Token(13, 16, Word("yes", None)),
    ]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Über", "uber"),
        ("ΜΆΪΟΣ", "μαιοσ"),
        ("ǅ", "dz"),
        ("O’Brien", "o'brien"),
        ("Æsop", "aesop"),
        ("KELVIN", "kelvin"),
        ("ﬃ", "ffi"),
    ],
)
def test_folding_takes_case_and_accents_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "text", ["", "two words", "北京", "हिन्दी", "мир", "2.5", "한국", "o'brien"]
)
def test_folding_leaves_alone_what_is_plain(text: str) -> None:
    assert fold(text) == text


def test_every_letter_folds_alike_in_either_case() -> None:
    letters = filter(str.isalpha, map(chr, range(sys.maxunicode + 1)))
    differing = [one for one in letters if not fold(one) == fold(one.upper()) == fold(one.lower())]
    # Only where Unicode itself makes a letter of a mark: the iota below a Greek vowel.
    assert all("\u0345" in unicodedata.normalize("NFKD", one) for one in differing)


def test_every_letter_and_digit_of_every_script_is_a_word() -> None:
    characters = [one for one in map(chr, range(sys.maxunicode + 1)) if one.isalnum()]
    assert [one for one in characters if surfaces(one) != [one]] == []


def test_nothing_but_letters_and_digits_is_a_word() -> None:
    others = [one for one in map(chr, range(sys.maxunicode + 1)) if not one.isalnum()]
    assert surfaces(" ".join(others)) == []


def test_no_word_holds_white_space() -> None:
    letters = filter(str.isalnum, map(chr, range(sys.maxunicode + 1)))
    assert [one for one in letters for form in exact(one) if form.split() not in ([form], [])] == []


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("ab", 1),
        ("1", 1),
        ("ab.", 100_000),
        ("中", 100_000),
        ("''", 0),
        ("__", 0),
        ("..", 0),
        # A word of hundreds of pieces is cut, or each of them would be held in memory.
        ("a.", 391),
        ("a'", 393),
        ("1,", 393),
        ("a\u0301", 393),
        ("a\u00ad", 393),
        # Marks are put in order, and some letters spelt out, in the square of their number.
        ("\u0315\u0327", 0),
        ("a\u0315\u0327", 393),
        ("क\u094d\u093c", 393),
        ("ﷺ", 1),
    ],
)
def test_a_text_without_spaces_is_cut_as_fast_as_any(unit: str, expected: int) -> None:
    assert len(list(tokens(unit * 100_000))) == expected


def test_a_word_may_carry_any_number_of_marks() -> None:
    assert exact("a" + "\u0315\u0327" * 100_000 + "b c") == ["a", "c"]


def test_of_an_endless_word_only_the_beginning_counts() -> None:
    assert exact("ab" * 1_000) == ["ab" * 127 + "a"]
    assert surfaces("ab" * 1_000) == ["ab" * 1_000]


@given(TEXTS)
def test_words_stand_in_order_and_never_overlap(text: str) -> None:
    ends = [end for token in tokens(text) for end in (token.start, token.end)]
    assert ends == sorted(ends)
    assert all(surfaces(text))


@given(TEXTS)
def test_words_alone_are_those_of_the_tokens(text: str) -> None:
    assert words(text) == [token.word for token in tokens(text)]
    assert count_words(text) == len(words(text))


@given(TEXTS)
def test_every_letter_and_digit_is_in_some_word(text: str) -> None:
    covered = {at for token in tokens(text) for at in range(token.start, token.end)}
    assert [text[at] for at in range(len(text)) if text[at].isalnum() and at not in covered] == []


@given(TEXTS)
def test_a_word_begins_with_a_letter_or_digit_and_holds_no_white_space(text: str) -> None:
    assert all(surface[0].isalnum() for surface in surfaces(text))
    assert not any(one.isspace() for surface in surfaces(text) for one in surface)
    assert not any(one.isspace() for form in exact(text) for one in form)


@given(TEXTS, TEXTS)
def test_a_space_parts_two_texts(before: str, after: str) -> None:
    width = len(before) + 1
    moved = [Token(start + width, end + width, word) for start, end, word in tokens(after)]
    assert list(tokens(f"{before} {after}")) == [*tokens(before), *moved]


@given(TEXTS, st.sampled_from('\n)"”—:!'))
def test_any_sign_parts_words_as_a_space_does(text: str, sign: str) -> None:
    assert words(text) == words(text.replace(" ", sign))


@given(TEXTS)
def test_a_word_is_the_same_alone_as_in_its_text(text: str) -> None:
    assert [words(surface) for surface in surfaces(text)] == [[word] for word in words(text)]


@given(TEXTS)
def test_folding_twice_changes_no_more(text: str) -> None:
    assert [fold(form) for form in exact(text)] == exact(text)


@given(st.text(st.characters(categories=["Lu", "Ll", "Lt", "Lo", "Nd"])))
def test_case_makes_no_difference_to_a_word(text: str) -> None:
    plain = "".join(one for one in text if "\u0345" not in unicodedata.normalize("NFKD", one))
    assert fold(plain.upper()) == fold(plain.lower()) == fold(plain)

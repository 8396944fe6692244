"""Bytes to text: every sentence here is made up, and must come back as it was written."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.corpus.decoding import SAMPLE, NotText, decode

ENGLISH = "The board said “nobody was told” about the toll — and the ferry’s owners weren’t asked."
CAFE = "The café on Quay Street shut in May, its owner said."
FRENCH = (
    "Le conseil du port a déclaré que « personne n’avait été prévenu » du nouveau péage, "
    "déjà reçu à l’été comme une forêt d’ennuis, où tout coûte cher."
)
GERMAN = "Der Hafenrat erklärte, „niemand“ müsse größere Schiffe künftig überprüfen."
PORTUGUESE = "O conselho do porto disse que as decisões sobre as balsas não são suas, mas de avós."
CZECH = "Přístavní rada v pondělí uvedla, že o novém poplatku nikdo nevěděl. Žluťoučký kůň šel dál."
POLISH = "Rada portu oświadczyła, że nikt nie został powiadomiony o opłacie. Łódź stoi pusta, źle."
TURKISH = "Liman kurulu geçiş ücretinden kimsenin haberi olmadığını söyledi. İşçiler şaşırdı."
RUSSIAN = "Совет порта в понедельник заявил, что о новой пошлине никто из владельцев не знал."
GREEK = "Το συμβούλιο του λιμανιού είπε τη Δευτέρα ότι κανείς δεν γνώριζε για τα νέα διόδια."
ARABIC = "قال مجلس الميناء يوم الاثنين إن أحدا لم يبلغ بالرسوم الجديدة ولم يتلق ردا."
JAPANESE = (
    "港湾委員会は月曜日、新しい通行料について誰も知らされていなかったと述べた。"
    "フェリーの所有者は二度問い合わせたが、返事はなかったという。"
)
CHINESE = "港口委员会星期一表示，没有人被告知新的通行费，渡轮的船主两次询问，都没有得到答复。"
KOREAN = "항만위원회는 월요일 새로운 통행료에 대해 아무도 통보받지 못했다고 밝혔다."


@pytest.mark.parametrize("text", [ENGLISH, CZECH, ARABIC, JAPANESE, "", " ", "a\r\nb", "\x1b[31m"])
@pytest.mark.parametrize(
    ("mark", "codec", "noted"),
    [
        (b"", "utf-8", "utf-8"),
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(
    text: str, mark: bytes, codec: str, noted: str
) -> None:
    assert decode(mark + text.encode(codec)) == (text, noted)


@pytest.mark.parametrize(
    ("text", "codec", "noted"),
    [
        (ENGLISH, "cp1252", "cp1252"),
        (CAFE, "cp1252", "cp1252"),
        (CAFE, "latin-1", "cp1252"),
        (FRENCH, "cp1252", "cp1252"),
        (GERMAN, "cp1252", "cp1252"),
        (PORTUGUESE, "cp1252", "cp1252"),
        (PORTUGUESE, "latin-1", "cp1252"),
        (ENGLISH, "mac_roman", "mac_roman"),
        (CZECH, "cp1250", "cp1250"),
        (POLISH, "cp1250", "cp1250"),
        (TURKISH, "cp1254", "cp1254"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8_r", "koi8_r"),
        (RUSSIAN, "cp866", "cp866"),
        (GREEK, "cp1253", "cp1253"),
        (ARABIC, "cp1256", "cp1256"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (CHINESE, "gb18030", "gb18030"),
        (KOREAN, "euc_kr", "cp949"),
    ],
)
@pytest.mark.parametrize("times", [1, 30, 2000])
def test_older_encodings_are_guessed(text: str, codec: str, noted: str, times: int) -> None:
    written = (text + "\r\n") * times
    assert decode(written.encode(codec)) == (written, noted)


@pytest.mark.parametrize(
    ("content", "decoded"),
    [
        (b"caf\xe9", ("café", "cp1252")),
        (b"\x93Told\x94", ("“Told”", "cp1252")),
        (b"\xa320", ("£20", "cp1252")),
        (b"\xc5land", ("Åland", "cp1252")),
        (b"\x81\x8d\xe9", ("\x81\x8dé", "latin-1")),
    ],
)
def test_a_few_words_are_taken_for_western_ones(content: bytes, decoded: tuple[str, str]) -> None:
    assert decode(content) == decoded


def test_a_broken_character_does_not_spoil_the_rest_of_a_utf_8_text() -> None:
    broken = CHINESE.encode()[:-1]
    assert decode(broken) == (CHINESE[:-1] + "�", "utf-8 with 1 character replaced")
    assert decode(FRENCH.encode() + b" \xe9\xe8 ") == (
        FRENCH + " �� ",
        "utf-8 with 2 characters replaced",
    )


def test_a_marked_text_that_is_cut_is_read_as_far_as_it_goes() -> None:
    assert decode("\ufeffFerry".encode("utf-16-le")[:-1]) == (
        "Ferr�",
        "utf-16 with 1 character replaced",
    )
    assert decode(codecs.BOM_UTF8 + b"caf\xe9") == ("caf�", "utf-8 with 1 character replaced")


def test_a_large_text_is_guessed_from_a_part_and_its_oddities_counted() -> None:
    plain = "The ferry was late again. " * (SAMPLE // 10)
    content = (plain + ENGLISH + " " + plain).encode("cp1252") + b"\x81\x8d"
    assert decode(content) == (
        plain + ENGLISH + " " + plain + "��",
        "cp1252 with 2 characters replaced",
    )


def test_a_sample_never_splits_a_character() -> None:
    for shift in range(4):
        written = "x" * shift + (JAPANESE + " ") * 2000
        assert decode(written.encode("shift_jis")) == (written, "cp932")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\0", "NUL byte at offset 0"),
        (b"The ferry\0was late", "NUL byte at offset 9"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "NUL byte at offset 8"),
        ("Ferry".encode("utf-16-le"), "NUL byte at offset 1"),
        (codecs.BOM_UTF8 + b"a\0", "NUL character at offset 1"),
        (codecs.BOM_UTF16_BE + b"\0a\0\0", "NUL character at offset 1"),
    ],
)
def test_a_nul_is_no_text(content: bytes, reason: str) -> None:
    with pytest.raises(NotText) as raised:
        decode(content)
    assert str(raised.value) == reason


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_whatever_is_written_in_utf_8_comes_back(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == (text, "utf-8")


@given(st.binary(max_size=300).map(lambda content: b" " + content.replace(b"\0", b"")))
def test_any_bytes_without_a_mark_or_a_nul_become_text_that_can_be_written(content: bytes) -> None:
    text, _ = decode(content)
    text.encode()

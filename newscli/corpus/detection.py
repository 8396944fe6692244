"""Guessing a text's encoding, for files that are not Unicode.

charset-normalizer tells scripts apart well, and the code pages of Western
Europe from their neighbours badly when there is little text. So a text made of
nothing but what Western languages write is taken for cp1252 before it is asked.
"""

from string import ascii_letters

# What newspapers were written in; the detector's longer list only adds wrong answers.
# cp1252 is not among them: cp1254 is the same but for six Turkish letters, and stands for both.
_EUROPEAN = ("cp1250", "cp1253", "cp1254", "cp1257", "iso8859_2", "mac_roman")
_CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "cp866")
_ASIAN = ("cp1255", "cp1256", "tis_620", "cp932", "euc_jp", "gb18030", "big5", "cp949")
_CANDIDATES = [*_EUROPEAN, *_CYRILLIC, *_ASIAN]
_SHORTEST = 32
"""Bytes under which no guess is worth having."""

# Left out, though Western, is what stands here when another code page is misread:
# ý þ ð (ı ş ğ), š ž (Slovenian has the same beside its č), Ò Õ (Mac quotes), and õ (ő)
# but where it is surely Portuguese.
_WESTERN_LETTERS = "àáâãäåæçèéêëìíîïñòóôöøùúûüßœÿÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÙÚÛÜŒ"
_WESTERN_SIGNS = "€…‘’“”„•–—™‹›\N{NO-BREAK SPACE}¡¢£§©«»®°´·¿½¼¾±"
_ASCII = bytes(range(128))
_WESTERN = _ASCII + (_WESTERN_LETTERS + _WESTERN_SIGNS).encode("cp1252")
_NOT_ASCII_LETTERS = bytes(set(range(256)) - set(ascii_letters.encode()))
_NOT_HIGH_LETTERS = bytes(range(0xC0))
_PORTUGUESE = "õe".encode("cp1252")
_TURKISH = "ĞİŞğış".encode("cp1254")


def guess(sample: bytes) -> str | None:
    """Return the likeliest encoding of some bytes that are not UTF-8; None if undecided."""
    if _is_western(sample):
        return "cp1252"
    if len(sample) < _SHORTEST:
        return None
    from charset_normalizer import from_bytes  # few archives need it

    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    if best is None:
        return None
    if best.encoding == "cp1254" and not set(_TURKISH) & set(sample):
        return "cp1252"
    return best.encoding


def _is_western(sample: bytes) -> bool:
    """Tell whether everything in it is usual in Western text, and accents are the exception."""
    if sample.replace(_PORTUGUESE, b"").translate(None, _WESTERN):
        return False
    accented = len(sample.translate(None, _NOT_HIGH_LETTERS))
    return 4 * accented <= len(sample.translate(None, _NOT_ASCII_LETTERS))

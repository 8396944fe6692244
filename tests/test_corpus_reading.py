"""One file to one article: what is kept of it, and what keeps it out."""

import os
from pathlib import Path

import pytest

from newscli.core.changes import Addition, Source
from newscli.core.results import Skipped
from newscli.corpus.causes import MAX_BYTES, CannotRead, Cause, NotRegular
from newscli.corpus.files import read_bytes, read_open
from newscli.corpus.reading import read

TEXT = "The ferry was late.\n\nNobody on the quay was told why."


def addition(path: Path) -> Addition:
    """An addition as a walk made it some time ago; its size and time are long out of date."""
    return Addition("00000000000000aa", Source(str(path.parent), str(path), 1, 1))


def reason(path: Path) -> Skipped:
    with pytest.raises(CannotRead) as raised:
        read(addition(path))
    return raised.value.skipped


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_article_keeps_its_place_its_words_and_the_digest_of_its_bytes(article: Path) -> None:
    found = read(addition(article))
    assert (found.id, found.folder, found.path) == (
        "00000000000000aa",
        str(article.parent),
        str(article),
    )
    assert found.content.text == TEXT
    assert found.content.notes == ()
    assert found.digest == "e392791a294b0339afafac70e39ed2a9"


@pytest.mark.parametrize(
    ("content", "text", "notes"),
    [
        (b"The caf\xc3\xa9 shut.", "The café shut.", ()),
        (b"\xef\xbb\xbfThe caf\xc3\xa9 shut.", "The café shut.", ()),
        ("\ufeffThe café shut.".encode("utf-16-le"), "The café shut.", ()),
        ("\ufeffThe café shut.".encode("utf-16-be"), "The café shut.", ()),
        ("\ufeffThe café shut.".encode("utf-32-le"), "The café shut.", ()),
        (b"It shut.\r\n\r\nSo we left.", "It shut.\n\nSo we left.", ()),
        (b"The caf\xe9 on the quay shut.", "The café on the quay shut.", ("decoded as cp1252",)),
        (
            b"\xef\xbb\xbfThe caf\xe9 shut.",
            "The caf� shut.",
            ("decoded as utf-8 with 1 character replaced",),
        ),
    ],
)
def test_a_guessed_encoding_is_noted(
    tmp_path: Path, content: bytes, text: str, notes: tuple[str, ...]
) -> None:
    path = tmp_path / "café \n\udcff.txt"
    path.write_bytes(content)
    found = read(addition(path)).content
    assert (found.text, found.notes) == (text, notes)


def test_the_note_stands_after_what_the_text_itself_gave_rise_to(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_bytes(b" date 2021-02-30 The caf\xe9 on the quay shut.")
    assert read(addition(path)).content.notes == (
        "impossible date 2021-02-30",
        "decoded as cp1252",
    )


@pytest.mark.parametrize(
    ("content", "cause", "detail"),
    [
        (b"", Cause.EMPTY, ""),
        (b" \r\n\t\n", Cause.EMPTY, "only white space"),
        (b"\xef\xbb\xbf", Cause.EMPTY, "only white space"),
        (b"\xff\xfe", Cause.EMPTY, "only white space"),
        ("\ufeff\u2003\n".encode("utf-16-le"), Cause.EMPTY, "only white space"),
        (b"The ferry\0was late", Cause.BINARY, "NUL byte at offset 9"),
    ],
)
def test_what_holds_no_text_is_named_with_its_cause(
    tmp_path: Path, content: bytes, cause: Cause, detail: str
) -> None:
    path = tmp_path / "ferry.txt"
    path.write_bytes(content)
    assert reason(path) == Skipped(str(path), cause, detail)


def test_a_file_that_has_grown_too_large_is_not_read(article: Path) -> None:
    os.truncate(article, MAX_BYTES + 1)
    assert reason(article) == Skipped(str(article), Cause.TOO_LARGE, "50.0 MB")


def test_a_file_that_has_vanished_is_named(article: Path) -> None:
    article.unlink()
    assert reason(article) == Skipped(str(article), Cause.VANISHED)
    article.parent.rmdir()
    article.parent.write_text("a file where the folder was", encoding="utf-8")
    assert reason(article) == Skipped(str(article), Cause.VANISHED)


def test_a_file_that_has_become_a_pipe_is_not_waited_for(article: Path) -> None:
    article.unlink()
    os.mkfifo(article)
    assert reason(article) == Skipped(str(article), Cause.NOT_REGULAR, "a pipe")
    with pytest.raises(NotRegular):
        read_bytes(str(article))


def test_a_file_that_has_become_a_folder_is_named(article: Path) -> None:
    article.unlink()
    article.mkdir()
    assert reason(article) == Skipped(str(article), Cause.NOT_REGULAR, "a folder")


def test_a_file_that_has_become_a_circle_of_links_is_named(article: Path) -> None:
    article.unlink()
    article.symlink_to(article)
    assert reason(article).cause == Cause.BROKEN_LINK


def test_a_file_that_may_not_be_read_is_named(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "open", refusing)
    assert reason(article) == Skipped(str(article), Cause.UNREADABLE, "permission denied")


def test_a_failing_disk_is_named_and_no_file_stays_open(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    opening, looking = os.open, os.fstat

    def remembering(path: str, flags: int) -> int:
        opened.append(opening(path, flags))
        return opened[-1]

    def failing(descriptor: int) -> os.stat_result:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", remembering)
        patch.setattr(os, "fstat", failing)
        assert reason(article) == Skipped(str(article), Cause.UNREADABLE, "input/output error")
    with pytest.raises(OSError, match="Bad file descriptor"):
        looking(opened[0])


@pytest.mark.parametrize("size", [0, 3, 4, 5, 4096])
def test_a_file_is_read_to_its_end_whatever_size_it_had_before(tmp_path: Path, size: int) -> None:
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"tide")
    descriptor = os.open(path, os.O_RDONLY)
    try:
        assert read_open(descriptor, size) == b"tide"
    finally:
        os.close(descriptor)


def test_raw_bytes_are_the_file_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"\xef\xbb\xbf caf\xe9\r\n\0")
    assert read_bytes(str(path)) == b"\xef\xbb\xbf caf\xe9\r\n\0"


def test_raw_bytes_of_a_missing_file_are_the_systems_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_bytes(str(tmp_path / "gone.txt"))

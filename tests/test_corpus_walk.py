"""Finding the files: which, once, under which name, and why others are left out."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscli.core.changes import Folder, Source
from newscli.core.results import Skipped
from newscli.corpus import walk
from newscli.corpus.causes import MAX_BYTES, Cause
from newscli.corpus.folders import Territory
from newscli.corpus.walk import Scan, scan
from newscli.errors import BadFolder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The temporary folder by its real name, in case the system's own is behind a link."""
    return Path(os.path.realpath(tmp_path))


def write(path: Path, text: str = "The ferry was late.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def scanned(*folders: Path) -> Scan:
    return scan([Folder(str(folder)) for folder in folders])


def names(found: Scan, root: Path) -> list[str]:
    return [os.path.relpath(source.path, root) for source in found.sources]


def test_a_source_carries_the_size_and_time_of_its_file(root: Path) -> None:
    article = write(root / "ferry.txt")
    os.utime(article, ns=(1, 1_600_000_000_123_456_789))
    assert scanned(root) == Scan(
        [Source(str(root), str(article), 19, 1_600_000_000_123_456_789)], []
    )


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("ferry.txt", True),
        ("ferry.text", True),
        ("ferry.md", True),
        ("FERRY.TXT", True),
        ("a.b.txt", True),
        ("two words.txt", True),
        ("two\nlines.txt", True),
        ("[red].txt", True),
        ("-n.txt", True),
        ("фера.txt", True),
        ("ferry.html", False),
        ("ferry", False),
        ("txt", False),
        ("ferry.txt.gz", False),
        ("ferry.txt\n", False),
        (".ferry.txt", False),
        (".txt", False),
    ],
)
def test_text_files_are_found_by_their_suffix(root: Path, name: str, wanted: bool) -> None:
    write(root / name)
    assert names(scanned(root), root) == [name] * wanted


def test_a_name_that_is_not_utf_8_keeps_its_bytes(root: Path) -> None:
    name = os.path.join(os.fsencode(root), b"caf\xe9 \xff.txt")
    with open(name, "wb") as file:
        file.write(b"The ferry was late.")
    assert [os.fsencode(source.path) for source in scanned(root).sources] == [name]


@pytest.mark.parametrize(
    ("globs", "found"),
    [
        ((), ["a.txt", "b.md"]),
        (("*.html",), ["c.html"]),
        (("*.html", "*.txt"), ["a.txt", "c.html"]),
        (("?.*",), ["a.txt", "b.md", "c.html"]),
        (("*",), ["a.txt", "b.md", "c.html", "readme"]),
        (("[ab].*",), ["a.txt", "b.md"]),
        (("*.HTML",), []),
        (("[",), []),
    ],
)
def test_globs_take_the_place_of_the_suffixes(
    root: Path, globs: tuple[str, ...], found: list[str]
) -> None:
    for name in ("a.txt", "b.md", "c.html", "readme", ".d.txt", ".d.html"):
        write(root / name)
    assert names(scan([Folder(str(root), globs)]), root) == found


def test_folders_are_read_to_the_bottom_in_the_order_of_their_paths(root: Path) -> None:
    for name in ("z.txt", "a/z.txt", "a/b/c/d.txt", "a.txt", "a/dir.txt/x.txt"):
        write(root / name)
    assert names(scanned(root), root) == [
        "a.txt",
        "a/b/c/d.txt",
        "a/dir.txt/x.txt",
        "a/z.txt",
        "z.txt",
    ]


def test_hidden_folders_are_left_out(root: Path) -> None:
    write(root / ".git" / "notes.txt")
    write(root / "news" / ".trash" / "old.txt")
    assert scanned(root) == Scan([], [])


def test_a_hidden_folder_is_read_when_it_is_named(root: Path) -> None:
    article = write(root / ".private" / "ferry.txt")
    folder = str(root / ".private")
    found = scanned(root / ".private")
    assert [(one.folder, one.path) for one in found.sources] == [(folder, str(article))]


def test_a_file_in_two_given_folders_belongs_to_the_outer_one(root: Path) -> None:
    article = write(root / "2021" / "ferry.txt")
    found = scanned(root / "2021", root, root)
    assert [(one.folder, one.path) for one in found.sources] == [(str(root), str(article))]


def test_an_inner_folder_adds_what_its_own_globs_ask_for(root: Path) -> None:
    for name in ("a.html", "a.txt", "web/b.html", "web/b.txt", "web/deep/c.html", "webb/d.html"):
        write(root / name)
    found = scan([Folder(str(root)), Folder(str(root / "web"), ("*.html",))])
    assert names(found, root) == ["a.txt", "web/b.html", "web/b.txt", "web/deep/c.html"]
    assert {source.folder for source in found.sources} == {str(root)}


def test_a_hidden_inner_folder_is_read_by_its_own_globs_alone(root: Path) -> None:
    for name in ("a.txt", ".web/a.txt", ".web/b.html", ".web/.deep/c.html"):
        write(root / name)
    found = scan([Folder(str(root)), Folder(str(root / ".web"), ("*.html",))])
    assert names(found, root) == [".web/b.html", "a.txt"]
    assert {source.folder for source in found.sources} == {str(root)}


def test_what_folders_ask_for_is_what_a_walk_of_them_finds(root: Path) -> None:
    places = ("a.txt", "a.html", "web/b.html", "web/b.txt", ".web/c.html", "web/.d.html", "e.TXT")
    paths = [str(write(root / name)) for name in places]
    folders = [Folder(str(root)), Folder(str(root / "web"), ("*.html",))]
    asked_for = Territory(folders).asks_for()
    assert sorted(filter(asked_for, paths)) == [each.path for each in scan(folders).sources]


def test_a_listed_file_belongs_to_the_outermost_covered_folder_walked_or_not(root: Path) -> None:
    listed = write(root / "web" / "deep" / "b.html")
    write(root / "web" / "a.txt")
    found = scan([], [str(listed)], besides=[Folder(str(root)), Folder(str(root / "web"))])
    assert [(one.folder, one.path) for one in found.sources] == [(str(root), str(listed))]


def test_what_a_link_leads_to_in_a_folder_not_walked_keeps_its_own_name(root: Path) -> None:
    for name in ("a/one.txt", "a/two.html", "b/three.txt"):
        write(root / name)
    (root / "b" / "all").symlink_to(root / "a")
    (root / "b" / "link.txt").symlink_to(root / "a" / "one.txt")
    (root / "page.txt").symlink_to(root / "a" / "two.html")
    walked = Folder(str(root / "b"), ("*.txt", "*.html"))
    found = scan([walked], [str(root / "page.txt")], besides=[Folder(str(root / "a")), walked])
    # The page is no article of that folder.
    assert names(found, root) == ["a/one.txt", "b/all/two.html", "b/three.txt"]
    assert [os.path.basename(one.folder) for one in found.sources] == ["a", "b", "b"]


def test_a_folder_whose_name_begins_like_another_is_not_inside_it(root: Path) -> None:
    write(root / "news" / "a.txt")
    write(root / "newsroom" / "b.txt")
    found = scanned(root / "news", root / "newsroom")
    assert [one.folder for one in found.sources] == [str(root / "news"), str(root / "newsroom")]


def test_a_link_round_in_a_circle_is_entered_once(root: Path) -> None:
    write(root / "news" / "ferry.txt")
    (root / "news" / "again").symlink_to(root / "news")
    (root / "news" / "up").symlink_to(root)
    (root / "news" / "self").symlink_to("self")
    (root / "news" / "self.txt").symlink_to("self.txt")
    found = scanned(root)
    assert names(found, root) == ["news/ferry.txt"]
    assert found.skipped == [
        Skipped(
            str(root / "news" / "self.txt"),
            Cause.BROKEN_LINK,
            "too many levels of symbolic links",
        )
    ]


def test_a_linked_folder_is_read_under_the_link(root: Path) -> None:
    write(root / "elsewhere" / "deep" / "ferry.txt")
    (root / "news").mkdir()
    (root / "news" / "link").symlink_to(root / "elsewhere")
    found = scanned(root / "news")
    assert names(found, root) == ["news/link/deep/ferry.txt"]
    assert {source.folder for source in found.sources} == {str(root / "news")}


def test_a_file_and_a_link_to_it_are_one_file_under_its_own_name(root: Path) -> None:
    write(root / "m.txt")
    (root / "a.txt").symlink_to("m.txt")
    (root / "z.txt").symlink_to(root / "m.txt")
    assert names(scanned(root), root) == ["m.txt"]


def test_a_folder_and_a_link_to_it_are_one_folder_under_its_own_name(root: Path) -> None:
    write(root / "m" / "ferry.txt")
    (root / "a").symlink_to("m")
    (root / "z").symlink_to("m")
    assert names(scanned(root), root) == ["m/ferry.txt"]
    assert names(scanned(root / "a", root / "m"), root) == ["m/ferry.txt"]
    assert names(scanned(root / "a", root / "z"), root) == ["a/ferry.txt"]


def test_two_links_to_a_file_elsewhere_are_one_file_under_the_first(root: Path) -> None:
    write(root / "elsewhere" / "ferry.txt")
    for name in ("z.txt", "b.txt", "c.html"):
        (root / "news").mkdir(exist_ok=True)
        (root / "news" / name).symlink_to(root / "elsewhere" / "ferry.txt")
    assert names(scanned(root / "news"), root) == ["news/b.txt"]


def test_two_names_of_one_file_without_a_link_are_two_files(root: Path) -> None:
    os.link(write(root / "a.txt"), root / "b.txt")
    assert names(scanned(root), root) == ["a.txt", "b.txt"]


def test_a_link_that_leads_nowhere_is_named_if_it_looks_like_an_article(root: Path) -> None:
    (root / "lost.txt").symlink_to("gone.txt")
    (root / "lost").symlink_to("gone")
    assert scanned(root) == Scan([], [Skipped(str(root / "lost.txt"), Cause.BROKEN_LINK)])


@pytest.fixture
def oddities(root: Path) -> Iterator[Path]:
    os.mkfifo(root / "pipe.txt")
    os.mkfifo(root / "pipe")
    write(root / "empty.txt", "")
    with open(root / "large.txt", "wb") as file:
        file.truncate(MAX_BYTES + 1)
    with open(root / "largest.txt", "wb") as file:
        file.truncate(MAX_BYTES)
    os.symlink("/dev/null", root / "null.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        # The whole path may be longer than a socket's address can be.
        before = Path.cwd()
        os.chdir(root)
        try:
            listening.bind("socket.txt")
        finally:
            os.chdir(before)
        yield root


def test_what_cannot_be_an_article_is_named_with_its_cause(oddities: Path) -> None:
    found = scanned(oddities)
    assert names(found, oddities) == ["largest.txt"]
    assert [(os.path.basename(one.path), one.cause, one.detail) for one in found.skipped] == [
        ("empty.txt", "empty", ""),
        ("large.txt", "over 50 MB", "50.0 MB"),
        ("null.txt", "not a regular file", "a device"),
        ("pipe.txt", "not a regular file", "a pipe"),
        ("socket.txt", "not a regular file", "a socket"),
    ]


def test_a_folder_that_cannot_be_listed_does_not_stop_the_others(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root / "open" / "ferry.txt")
    write(root / "shut" / "ferry.txt")
    listing = os.scandir

    def refusing(path: str) -> object:
        if path == str(root / "shut"):
            raise PermissionError(13, "Permission denied", path)
        return listing(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = scanned(root)
    assert names(found, root) == ["open/ferry.txt"]
    assert found.skipped == [Skipped(str(root / "shut"), Cause.UNREADABLE, "permission denied")]


def test_a_listed_file_needs_no_suffix(root: Path) -> None:
    article = write(root / "desk" / "ferry")
    assert scan([], [str(article)]).sources == [
        Source(str(root / "desk"), str(article), 19, article.stat().st_mtime_ns)
    ]


def test_a_listed_file_inside_a_folder_belongs_to_the_folder(root: Path) -> None:
    write(root / "news" / "a.txt")
    inside = write(root / "news" / "desk" / "b.html")
    outside = write(root / "mail" / "c.html")
    listed = [str(outside), str(inside), str(inside), str(root / "news" / "a.txt")]
    found = scan([Folder(str(root / "news"))], listed)
    assert names(found, root) == ["mail/c.html", "news/a.txt", "news/desk/b.html"]
    assert [os.path.relpath(one.folder, root) for one in found.sources] == ["mail", "news", "news"]


def test_a_listed_name_may_be_relative(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root / "ferry.txt")
    monkeypatch.chdir(root)
    assert names(scan([], ["./sub/../ferry.txt"]), root) == ["ferry.txt"]


def test_a_listed_link_gives_way_to_the_file_itself(root: Path) -> None:
    write(root / "news" / "ferry.txt")
    (root / "link.txt").symlink_to("news/ferry.txt")
    (root / "linked").symlink_to("news")
    listed = [str(root / "link.txt"), str(root / "linked" / "ferry.txt")]
    assert names(scan([Folder(str(root / "news"))], listed), root) == ["news/ferry.txt"]
    assert names(scan([], [*listed, str(root / "news/ferry.txt")]), root) == ["news/ferry.txt"]


def test_a_linked_folder_does_not_repeat_a_listed_file(root: Path) -> None:
    article = write(root / "elsewhere" / "ferry.txt")
    (root / "news").mkdir()
    (root / "news" / "link").symlink_to(root / "elsewhere")
    found = scan([Folder(str(root / "news"))], [str(article)])
    assert names(found, root) == ["elsewhere/ferry.txt"]


def test_listed_names_that_are_no_files_are_named(root: Path) -> None:
    write(root / "ferry.txt")
    listed = [str(root / "gone.txt"), str(root), str(root / "ferry.txt" / "x"), str(root / "a\0b")]
    assert scan([], listed) == Scan(
        [],
        [
            Skipped(str(root), Cause.NOT_REGULAR, "a folder"),
            Skipped(str(root / "a\0b"), Cause.MISSING),
            Skipped(str(root / "ferry.txt" / "x"), Cause.MISSING),
            Skipped(str(root / "gone.txt"), Cause.MISSING),
        ],
    )


def test_a_missing_folder_says_how_to_name_one(root: Path) -> None:
    with pytest.raises(BadFolder) as raised:
        scanned(root / "gone")
    assert raised.value.message == f"there is no folder `{root}/gone`"
    assert raised.value.hint == "name a folder of text files: `newscli index FOLDER`"


def test_a_file_given_as_a_folder_says_how_to_index_files(root: Path) -> None:
    article = write(root / "ferry.txt")
    with pytest.raises(BadFolder) as raised:
        scanned(article)
    assert raised.value.message == f"`{article}` is a file, not a folder"
    assert raised.value.hint == (
        "index single files by naming them on standard input: `newscli index --files-from -`"
    )


@pytest.mark.parametrize("path", ["news", "/news/", "/news/../mail", "", "."])
def test_a_folder_is_absolute_and_normalised(path: str) -> None:
    with pytest.raises(ValueError, match="not an absolute, normalised path"):
        Folder(path)


def test_looking_for_files_loads_neither_the_detector_nor_the_parser() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, newscli.corpus.walk; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert "newscli.corpus.walk" in loaded
    assert {"charset_normalizer", "newscli.core.parsing", "newscli.core.analysis"}.isdisjoint(
        loaded
    )


def test_of_many_files_is_told_while_they_are_found(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "_TELL_EVERY", 2)
    for number in range(5):
        write(root / "news" / f"{number}.txt")
    told: list[int] = []
    scan([Folder(str(root / "news"))], [str(write(root / "one.txt"))], told.append)
    assert told == [2, 2, 2]

"""What lies in the folders of an index, against what it remembers of them."""

import os
from pathlib import Path

import pytest

from newscli.commands import inventory
from newscli.core.article import ArticleId
from newscli.core.changes import Changes, Folder, Source, Unread
from newscli.core.results import Skipped
from newscli.corpus.causes import MAX_BYTES, Cause


class Town:
    """Two folders, `harbour` and `market`, and what an index knows of them."""

    def __init__(self, top: str) -> None:
        self.top = top
        self.harbour = Folder(os.path.join(top, "harbour"))
        self.market = Folder(os.path.join(top, "market"))
        for place in ("harbour/bell.txt", "harbour/inner/gull.txt", "market/button.txt"):
            self.write(place)
        self.known: dict[ArticleId, Source] = {}
        self.learn(self.take())

    @property
    def folders(self) -> tuple[Folder, Folder]:
        return self.harbour, self.market

    def write(self, place: str, text: str = "A story") -> str:
        path = os.path.join(self.top, place)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        Path(path).write_text(text)
        return path

    def take(
        self, only: tuple[Folder, ...] | None = None, listed: tuple[str, ...] = ()
    ) -> inventory.Inventory:
        index = os.path.join(self.top, "harbour", "index")
        return inventory.take(self.folders, self.known, only, listed, index=index)

    def learn(self, taken: inventory.Inventory) -> None:
        for each in taken.changes.to_read:
            source = each.source
            self.known[each.id] = source

    def id(self, place: str) -> ArticleId:
        path = os.path.join(self.top, place)
        return next(id for id, each in self.known.items() if each.path == path)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(os.path.realpath(tmp_path))


def places(town: Town, changes: Changes) -> list[str]:
    """Return what is to be read, from the top."""
    return [os.path.relpath(each.source.path, town.top) for each in changes.to_read]


def test_an_index_inside_a_folder_does_not_index_itself(town: Town) -> None:
    town.write("harbour/index/notes.txt")
    town.write("harbour/index.txt")
    changes = town.take().changes
    assert places(town, changes) == ["harbour/index.txt"]


def test_nothing_has_changed_at_first(town: Town) -> None:
    taken = town.take()
    assert (taken.changes, taken.skipped, taken.found) == (Changes(unchanged=3), (), 3)


def test_a_folder_that_is_not_looked_at_keeps_its_articles(town: Town) -> None:
    town.write("harbour/new.txt")
    os.unlink(os.path.join(town.top, "market/button.txt"))
    taken = town.take(only=(town.harbour,))
    assert places(town, taken.changes) == ["harbour/new.txt"]
    assert (taken.changes.removed, taken.changes.unchanged, taken.found) == ((), 3, 3)
    gone = town.take(only=(town.market,)).changes
    assert gone.vanished == (town.id("market/button.txt"),)


def test_a_folder_that_is_away_is_named_and_keeps_its_articles(town: Town) -> None:
    os.rename(town.market.path, os.path.join(town.top, "away"))
    taken = town.take()
    assert [(each.path, each.cause) for each in taken.skipped] == [
        (town.market.path, "folder is missing")
    ]
    assert taken.changes == Changes(unchanged=3)


def test_a_single_file_of_an_earlier_run_is_looked_at_again(town: Town) -> None:
    path = town.write("letters/one.eml")
    taken = town.take(only=(), listed=(path,))
    assert places(town, taken.changes) == ["letters/one.eml"]
    town.learn(taken)
    assert town.take().changes == Changes(unchanged=4)
    os.unlink(path)
    taken = town.take()
    assert (taken.changes.vanished, taken.skipped) == ((town.id("letters/one.eml"),), ())
    # When only a folder is looked at, nothing is said of it.
    assert town.take(only=(town.harbour,)).changes == Changes(unchanged=4)


def test_a_single_file_in_a_covered_folder_keeps_its_article_as_long_as_it_is_there(
    town: Town,
) -> None:
    page = town.write("harbour/inner/page.html")
    town.learn(town.take(only=(), listed=(page,)))
    for only in (None, (town.harbour,), (town.market,)):
        assert town.take(only).changes == Changes(unchanged=4)
    os.unlink(page)
    assert town.take((town.market,)).changes == Changes(unchanged=4)
    for only in (None, (town.harbour,)):
        taken = town.take(only)
        assert taken.changes.vanished == (town.id("harbour/inner/page.html"),)
        assert taken.skipped == ()


def test_what_former_patterns_asked_for_is_no_single_file(town: Town) -> None:
    pages = Folder(town.harbour.path, ("*.html",))
    single = town.write("harbour/inner/single.html")
    town.learn(town.take(only=(), listed=(single,)))
    former = list(inventory.listed_before(town.folders, town.known))
    assert former == [single]
    taken = inventory.take((pages, town.market), town.known, index="/index", former=former)
    assert [os.path.basename(town.known[id].path) for id in taken.changes.vanished] == [
        "bell.txt",
        "gull.txt",
    ]
    assert taken.changes.unchanged == 2


def test_a_listed_file_that_is_not_there_is_named(town: Town) -> None:
    missing = os.path.join(town.top, "nosuch.txt")
    taken = town.take(only=(), listed=(missing,))
    assert [(each.path, each.cause) for each in taken.skipped] == [(missing, "no such file")]
    assert taken.changes == Changes(unchanged=3)


def test_a_file_moved_between_folders_is_renamed(town: Town) -> None:
    before = town.id("harbour/bell.txt")
    os.rename(os.path.join(town.top, "harbour/bell.txt"), os.path.join(town.top, "market/bell.txt"))
    changes = town.take().changes
    assert places(town, changes) == ["market/bell.txt"]
    assert (len(changes.renamed), changes.vanished, changes.unchanged) == (1, (), 2)
    # It keeps its id: its path from its folder on is the same.
    assert (changes.renamed[0].id, changes.removed) == (before, ())


def test_what_is_forgotten_leaves_and_the_rest_stays(town: Town) -> None:
    inner = Folder(os.path.join(town.harbour.path, "inner"))
    changes = inventory.without(town.known, inner, (town.market,))
    assert changes.removed == changes.vanished == (town.id("harbour/inner/gull.txt"),)
    assert changes.unchanged == 2


def test_what_a_folder_that_is_kept_asks_for_is_not_forgotten(town: Town) -> None:
    inner = Folder(os.path.join(town.harbour.path, "inner"), ("*.html",))
    town.write("harbour/inner/page.html")
    town.learn(inventory.take((*town.folders, inner), town.known, index="/index"))
    changes = inventory.without(town.known, inner, town.folders)
    assert changes.removed == (town.id("harbour/inner/page.html"),)


def test_an_inner_folder_that_is_away_keeps_its_articles_when_the_outer_one_is_looked_at(
    town: Town,
) -> None:
    inner = Folder(os.path.join(town.harbour.path, "inner"), ("*.html",))
    os.rename(inner.path, os.path.join(town.top, "away"))
    folders = (town.harbour, inner)
    taken = inventory.take((*town.folders, inner), town.known, folders, index="/index")
    assert taken.changes == Changes(unchanged=3)
    assert taken.skipped == (Skipped(inner.path, Cause.MISSING_FOLDER),)


@pytest.mark.parametrize(
    ("covered", "more", "together"),
    [
        ([], ["/n"], ["/n"]),
        (["/n"], ["/m"], ["/m", "/n"]),
        (["/n"], ["/n/inner"], ["/n"]),
        (["/n/inner"], ["/n"], ["/n"]),
        (["/n"], ["/news"], ["/n", "/news"]),
        (["/"], ["/n"], ["/"]),
        (["/n"], ["/n/.a", "/n/.a/b", "/n/c/.d/e"], ["/n", "/n/.a", "/n/c/.d/e"]),
        (["/n/.hidden"], ["/n/.hidden/inner"], ["/n/.hidden"]),
    ],
)
def test_a_folder_inside_another_is_one_with_it(
    covered: list[str], more: list[str], together: list[str]
) -> None:
    joined = inventory.joined(list(map(Folder, covered)), list(map(Folder, more)))
    assert [folder.path for folder in joined] == together


def test_new_patterns_take_the_place_of_the_old_ones() -> None:
    html, text = Folder("/n", ("*.html",)), Folder("/n", ("*.text",))
    assert inventory.joined([html], [text]) == (text,)
    assert inventory.joined([html], [Folder("/n")]) == (html,)


HTML, BOTH = ("*.html",), ("*.html", "*.eml")


@pytest.mark.parametrize(
    ("covered", "more", "together"),
    [
        # What an inner folder alone asks for is asked for, whichever was there first.
        ([("/n", ())], [("/n/web", HTML)], [("/n", ()), ("/n/web", HTML)]),
        ([("/n/web", HTML)], [("/n", ())], [("/n", ()), ("/n/web", HTML)]),
        ([("/n/web", ())], [("/n", HTML)], [("/n", HTML), ("/n/web", ())]),
        ([("/n", HTML)], [("/n/web", BOTH)], [("/n", HTML), ("/n/web", BOTH)]),
        # It vanishes where the outer ones ask for all of it.
        ([("/n", BOTH)], [("/n/web", HTML)], [("/n", BOTH)]),
        ([("/n", ()), ("/n/web", HTML)], [("/n", BOTH)], [("/n", BOTH)]),
        ([("/n", ()), ("/n/web", HTML)], [("/n/web/a", HTML)], [("/n", ()), ("/n/web", HTML)]),
        # Named without patterns, it is read by those that are there.
        ([("/n", HTML)], [("/n/web", ())], [("/n", HTML)]),
        ([("/n", ()), ("/n/web", HTML)], [("/n/web", ())], [("/n", ()), ("/n/web", HTML)]),
        ([("/n", ()), ("/n/web", HTML)], [("/n/web", BOTH)], [("/n", ()), ("/n/web", BOTH)]),
    ],
)
def test_an_inner_folder_stays_for_what_the_outer_one_does_not_ask_for(
    covered: list[tuple[str, tuple[str, ...]]],
    more: list[tuple[str, tuple[str, ...]]],
    together: list[tuple[str, tuple[str, ...]]],
) -> None:
    before, named, after = (
        [Folder(path, globs) for path, globs in each] for each in (covered, more, together)
    )
    assert inventory.joined(before, named) == tuple(after)


def test_a_file_that_is_no_text_is_not_read_again_until_it_changes(town: Town) -> None:
    path = town.write("harbour/photo.txt")
    (source,) = (each for each in town.take().changes.added if each.source.path == path)
    remembered = Unread(
        source.source.size, source.source.mtime, Skipped(path, Cause.BINARY, "NUL byte")
    )

    def again() -> inventory.Inventory:
        index = os.path.join(town.top, "index")
        return inventory.take(town.folders, town.known, index=index, unread={path: remembered})

    assert remembered.skipped in again().skipped
    assert path not in {each.source.path for each in again().changes.added}
    town.write("harbour/photo.txt", "A story after all")
    assert path in {each.source.path for each in again().changes.added}


def test_an_article_whose_file_is_no_text_any_more_stays_as_it_is(town: Town) -> None:
    path = town.write("harbour/bell.txt", "PNG\0 and so on")
    found = os.stat(path)
    remembered = Unread(found.st_size, found.st_mtime_ns, Skipped(path, Cause.BINARY, "NUL byte"))
    taken = inventory.take(town.folders, town.known, index="/index", unread={path: remembered})
    assert (taken.changes, taken.skipped) == (Changes(unchanged=3), (remembered.skipped,))
    os.unlink(path)
    taken = inventory.take(town.folders, town.known, index="/index", unread={path: remembered})
    assert (taken.changes.vanished, taken.skipped) == ((town.id("harbour/bell.txt"),), ())


@pytest.mark.parametrize(("size", "cause"), [(0, Cause.EMPTY), (MAX_BYTES + 1, Cause.TOO_LARGE)])
def test_an_article_whose_file_is_cut_to_nothing_or_grows_too_large_stays_as_it_is(
    town: Town, size: int, cause: Cause
) -> None:
    path = os.path.join(town.top, "harbour/bell.txt")
    os.truncate(path, size)
    taken = town.take()
    assert [(each.path, each.cause) for each in taken.skipped] == [(path, cause)]
    assert taken.changes == Changes(unchanged=3)

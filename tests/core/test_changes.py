import os
from hashlib import blake2b
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.core.article import ArticleId
from newscli.core.changes import (
    Addition,
    Changes,
    Folder,
    Source,
    claimed_id,
    clashes,
    compare,
)

NEWS = "/home/ann/news"
ID = "00000000deadbeef"


def source(name: str, size: int = 10, mtime: int = 1, folder: str = NEWS) -> Source:
    return Source(folder, f"{folder}/{name}", size, mtime)


def digest(text: str) -> ArticleId:
    return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def after(changes: Changes, known: dict[ArticleId, Source]) -> dict[ArticleId, Source]:
    """Return what an index knows once it has done as it was told."""
    written = {addition.id: addition.source for addition in changes.to_read}
    return {id: one for id, one in known.items() if id not in changes.removed} | written


def indexed(*sources: Source) -> dict[ArticleId, Source]:
    return after(compare(sources, {}), {})


# --- the id of an article


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        (f"000_{ID}.txt", ID),
        (f"{ID}.txt", ID),
        (f"2021/ferry-{ID}-late.txt", ID),
        (f"{ID}_1111111111111111.txt", ID),
        ("ferry.txt", digest("ferry.txt")),
        ("2021/ferry.txt", digest("2021/ferry.txt")),
        (f"{ID}/ferry.txt", digest(f"{ID}/ferry.txt")),
        ("00000000DEADBEEF.txt", digest("00000000DEADBEEF.txt")),
        (f"{ID}0.txt", digest(f"{ID}0.txt")),
        (f"{ID}F.txt", digest(f"{ID}F.txt")),
        ("caf\udce9.txt", digest("caf\udce9.txt")),
    ],
)
def test_an_article_asks_for_the_id_in_its_files_name(name: str, asked: ArticleId) -> None:
    assert claimed_id(source(name)) == asked


def test_a_folder_may_move_and_its_articles_keep_the_ids_they_ask_for() -> None:
    here, there = source("2021/ferry.txt"), source("2021/ferry.txt", folder="/srv/news")
    assert claimed_id(here) == claimed_id(there)


# --- what is to be done


def test_every_file_of_a_new_folder_is_added() -> None:
    first, second = source(f"a_{ID}.txt"), source("b.txt")
    assert compare([second, first], {}) == Changes(
        added=(Addition(ID, first), Addition(digest("b.txt"), second))
    )


def test_nothing_is_done_about_files_that_look_the_same() -> None:
    known = indexed(source("a.txt"), source("b.txt"))
    changes = compare([source("a.txt"), source("b.txt")], known)
    assert changes == Changes(unchanged=2)
    assert not changes


@pytest.mark.parametrize(
    "now",
    [
        source("2021/a.txt", size=11),
        source("2021/a.txt", mtime=2),
        source("a.txt", folder=f"{NEWS}/2021"),
    ],
)
def test_a_file_that_looks_different_is_read_again_under_its_id(now: Source) -> None:
    before = source("2021/a.txt")
    assert compare([now], indexed(before)) == Changes(
        changed=(Addition(digest("2021/a.txt"), now),)
    )


def test_a_vanished_file_leaves_the_index() -> None:
    id = digest("a.txt")
    assert compare([], indexed(source("a.txt"))) == Changes(removed=(id,), vanished=(id,))


def test_a_file_under_a_new_name_is_renamed_not_lost() -> None:
    now = source("late/b.txt")
    assert compare([now], indexed(source("a.txt"))) == Changes(
        renamed=(Addition(digest("late/b.txt"), now),),
        formerly=(digest("a.txt"),),
        removed=(digest("a.txt"),),
    )


def test_a_file_that_takes_its_id_along_keeps_it() -> None:
    now = source(f"late/{ID}.txt")
    changes = compare([now], indexed(source(f"{ID}.txt")))
    assert changes == Changes(renamed=(Addition(ID, now),), formerly=(ID,))


def test_a_new_file_that_only_looks_a_little_like_a_vanished_one_is_new() -> None:
    now = source("b.txt", size=11)
    assert compare([now], indexed(source("a.txt"))) == Changes(
        added=(Addition(digest("b.txt"), now),),
        removed=(digest("a.txt"),),
        vanished=(digest("a.txt"),),
    )


def test_a_new_file_takes_no_hash_that_a_vanished_article_has() -> None:
    gone, new = source("a.txt"), source("a.txt", folder="/wire", size=11)
    changes = compare([new], indexed(gone))
    (addition,) = changes.added
    assert changes.vanished == (digest("a.txt"),)
    assert addition.id != digest("a.txt")
    # Renamed, or with the id in its name, it is the same article.
    moved = source("a.txt", folder="/wire")
    assert compare([moved], indexed(gone)).renamed == (Addition(digest("a.txt"), moved),)
    edited = source(f"{ID}.txt", folder="/wire", size=11)
    assert compare([edited], indexed(source(f"{ID}.txt"))).added == (Addition(ID, edited),)


def test_of_files_that_look_alike_each_is_renamed_once() -> None:
    known = indexed(source("a.txt"), source("b.txt"), source("c.txt"))
    changes = compare([source("x.txt"), source("y.txt")], known)
    assert [each.source.path for each in changes.renamed] == [f"{NEWS}/x.txt", f"{NEWS}/y.txt"]
    assert changes.formerly == (digest("a.txt"), digest("b.txt"))
    assert changes.removed == (digest("a.txt"), digest("b.txt"), digest("c.txt"))
    assert changes.vanished == (digest("c.txt"),)


def test_everything_to_read_is_named_in_one_place() -> None:
    known = indexed(source("a.txt"), source("b.txt", mtime=2))
    changes = compare(
        [source("a.txt", mtime=3), source("c.txt", size=12), source("d.txt", mtime=2)], known
    )
    assert changes.to_read == changes.added + changes.changed + changes.renamed
    assert [os.path.basename(each.source.path) for each in changes.to_read] == [
        "c.txt",
        "a.txt",
        "d.txt",
    ]


# --- two files that ask for one id


def test_the_second_file_to_ask_for_an_id_takes_the_hash_of_its_path() -> None:
    first, second = source(f"a/{ID}.txt"), source(f"b/{ID}.txt")
    assert compare([second, first], {}) == Changes(
        added=(Addition(ID, first), Addition(digest(second.path), second)),
    )
    assert clashes([second, first]) == {ID: (first.path, second.path)}


def test_who_has_an_id_keeps_it_from_those_who_come_later() -> None:
    later, earlier = source(f"a/{ID}.txt"), source(f"b/{ID}.txt")
    changes = compare([later, earlier], indexed(earlier))
    assert changes.added == (Addition(digest(later.path), later),)
    assert changes.unchanged == 1


def test_who_has_another_id_keeps_it_when_the_first_is_free_again() -> None:
    first, second = source(f"a/{ID}.txt"), source(f"b/{ID}.txt")
    changes = compare([second], indexed(first, second))
    assert changes == Changes(removed=(ID,), vanished=(ID,), unchanged=1)


def test_an_id_that_is_free_again_goes_to_the_next_who_asks() -> None:
    new = source(f"b/{ID}.txt", size=99)
    assert compare([new], indexed(source(f"a/{ID}.txt"))) == Changes(added=(Addition(ID, new),))


def test_files_of_the_same_name_in_two_folders_are_two_articles_and_no_clash() -> None:
    one, other = source("a.txt"), source("a.txt", folder="/srv/news")
    changes = compare([one, other], {})
    assert changes.added == (
        Addition(digest("a.txt"), one),
        Addition(digest("/srv/news/a.txt"), other),
    )
    assert clashes([one, other]) == {}


# --- a folder


@pytest.mark.parametrize(
    ("folder", "path", "held"),
    [
        ("/news", "/news", True),
        ("/news", "/news/a.txt", True),
        ("/news", "/news/2021/a.txt", True),
        ("/news", "/newsroom/a.txt", False),
        ("/news", "/old/news/a.txt", False),
        ("/", "/a.txt", True),
    ],
)
def test_a_folder_holds_what_lies_below_it(folder: str, path: str, held: bool) -> None:
    assert Folder(folder).holds(path) is held


@pytest.mark.parametrize(
    ("folder", "path", "reached"),
    [
        ("/news", "/news", True),
        ("/news", "/news/a.b/c.txt", True),
        ("/news", "/news/.trash/a.txt", False),
        ("/news", "/news/a/.b.txt", False),
        ("/news", "/newsroom", False),
        ("/.news", "/.news/a.txt", True),
        ("/", "/news", True),
        ("/", "/.news", False),
    ],
)
def test_a_folder_reaches_what_is_not_hidden_in_it(folder: str, path: str, reached: bool) -> None:
    assert Folder(folder).reaches(path) is reached


@pytest.mark.parametrize("path", ["", "news", "./news", "/news/", "/a/../news", "/a//b"])
def test_a_folder_is_named_by_its_full_path_in_its_shortest_form(path: str) -> None:
    with pytest.raises(ValueError, match="not an absolute, normalised path"):
        Folder(path)


# --- whatever is found and known

NAMES = st.sampled_from(
    [f"{place}{name}" for place in ("", "x/", "y/") for name in ("a.txt", f"{ID}.txt", f"b{ID}.md")]
)
SOURCES = st.dictionaries(
    st.tuples(st.sampled_from([NEWS, "/srv/news"]), NAMES),
    st.tuples(st.integers(1, 2), st.integers(1, 2)),
).map(
    lambda found: [
        source(name, size, mtime, folder) for (folder, name), (size, mtime) in found.items()
    ]
)


@given(SOURCES, SOURCES)
def test_an_index_that_does_as_told_knows_exactly_what_was_found(
    before: list[Source], now: list[Source]
) -> None:
    known = indexed(*before)
    changes = compare(now, known)
    done = after(changes, known)
    assert sorted(done.values(), key=str) == sorted(now, key=str)
    assert compare(now, done) == Changes(unchanged=len(now))


@given(SOURCES, SOURCES)
def test_no_two_articles_have_one_id(before: list[Source], now: list[Source]) -> None:
    known = indexed(*before)
    changes = compare(now, known)
    written = [addition.id for addition in changes.to_read]
    assert len(set(written)) == len(written)
    assert set(written).isdisjoint(changes.removed)
    assert len(after(changes, known)) == len(now)


@given(SOURCES, SOURCES)
def test_a_file_that_stays_keeps_its_id(before: list[Source], now: list[Source]) -> None:
    known = indexed(*before)
    ids = {one.path: id for id, one in known.items()}
    done = {one.path: id for id, one in after(compare(now, known), known).items()}
    assert {path: ids[path] for path in done if path in ids} == {
        path: id for path, id in done.items() if path in ids
    }


@given(SOURCES, SOURCES, st.randoms())
def test_the_order_in_which_files_are_found_makes_no_difference(
    before: list[Source], now: list[Source], order: Random
) -> None:
    known = indexed(*before)
    shuffled, known_otherwise = list(now), list(known.items())
    order.shuffle(shuffled)
    order.shuffle(known_otherwise)
    assert compare(shuffled, dict(known_otherwise)) == compare(now, known)


@given(SOURCES, SOURCES)
def test_every_file_and_every_known_article_is_accounted_for_once(
    before: list[Source], now: list[Source]
) -> None:
    known = indexed(*before)
    changes = compare(now, known)
    assert len(changes.to_read) + changes.unchanged == len(now)
    assert set(changes.vanished) <= set(changes.removed) <= set(known)
    assert {addition.id for addition in changes.changed} <= set(known)

"""Every promise of `newscli.engines.port` about writing, asked of every engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import Files, article, update
from indexes import ARCHIVE, KINDS, built

from newscli.core.article import Article
from newscli.core.changes import Addition, Changes, Folder
from newscli.core.query import (
    Everything,
    InFolder,
    Node,
    Word,
)
from newscli.core.results import PageRequest, Skipped
from newscli.engines.port import Engine

STORM, FERRY, RULES, CAFE = (f"00000000000000a{number}" for number in range(1, 5))


@pytest.fixture
def files() -> Files:
    return Files(dict(ARCHIVE))


@pytest.fixture(params=KINDS)
def engine(request: pytest.FixtureRequest, files: Files, tmp_path: Path) -> Iterator[Engine]:
    """An index to be changed."""
    with built(request.param, files, str(tmp_path)) as of_the_archive:
        yield of_the_archive


def ids(engine: Engine, tree: Node, request: PageRequest = PageRequest()) -> list[str]:  # noqa: B008
    return [hit.summary.id for hit in engine.search(tree, request).hits]


def test_equal_scores_stand_by_newer_date_then_by_id(engine: Engine, files: Files) -> None:
    for number, day in enumerate(["", " date 2019-05-01 ", " date 2019-05-02 ", ""]):
        files.texts[f"/news/00000000000000b{number}.txt"] = day + "A heron, alone."
    update(engine, files)
    assert ids(engine, Word("heron")) == [f"00000000000000b{number}" for number in (2, 1, 0, 3)]


def test_unchanged_files_are_not_read_again(engine: Engine, files: Files) -> None:
    report = update(engine, files)
    assert (files.read_paths, report.unchanged) == ([], 4)


def test_one_run_takes_in_what_is_new_changed_renamed_and_gone(
    engine: Engine, files: Files
) -> None:
    paths = list(files.texts)
    files.texts["/news/new.txt"] = "A whale was seen."
    files.texts[paths[0]] += " It was a whale."
    files.texts["/news/moved.txt"] = files.texts.pop(paths[1])
    del files.texts[paths[2]]
    report = update(engine, files)
    new = next(id for id, known in engine.known().items() if known.path == "/news/new.txt")
    moved = next(id for id, known in engine.known().items() if known.path == "/news/moved.txt")
    assert (report.added, report.changed) == ((new,), (STORM,))
    assert (report.renamed, report.removed, report.unchanged) == ((moved,), (RULES,), 1)
    assert set(ids(engine, Word("whale"))) == {new, STORM}
    assert set(ids(engine, Word("ferry"))) == {moved}
    assert engine.resolve("") == sorted([new, moved, STORM, CAFE])
    assert engine.facts().articles == 4


def test_doing_the_same_again_changes_nothing(engine: Engine, files: Files) -> None:
    files.texts["/news/new.txt"] = "A whale was seen."
    with engine.writing(1):
        addition = Addition("00000000000000c1", files.sources()[-1])
        changes = Changes(added=(addition,), removed=(RULES,), vanished=(RULES,))
        for _ in range(2):
            engine.apply(changes, files.read, files.folders)
    assert sorted(engine.resolve("")) == [STORM, FERRY, CAFE, "00000000000000c1"]
    assert engine.count(Word("whale")) == 1


def test_a_file_that_cannot_be_read_stays_as_the_index_has_it(engine: Engine, files: Files) -> None:
    path = next(iter(files.texts))
    files.texts[path] = "Something else."
    files.unreadable.add(path)
    before = engine.known()
    report = update(engine, files)
    assert report.skipped == (Skipped(path, "unreadable", "permission denied"),)
    assert (report.changed, ids(engine, Word("storm"))) == ((), [STORM])
    assert engine.known() == before


def test_a_renamed_file_that_cannot_be_read_stays_as_the_index_has_it(
    engine: Engine, files: Files
) -> None:
    path = next(iter(files.texts))
    files.texts["/news/moved.txt"] = files.texts.pop(path)
    files.unreadable.add("/news/moved.txt")
    report = update(engine, files)
    assert (report.renamed, ids(engine, Word("storm"))) == ((), [STORM])
    files.unreadable.clear()
    assert len(update(engine, files).renamed) == 1
    assert engine.count(Word("storm")) == 1


def test_an_article_whose_file_is_gone_leaves_whatever_unread_file_looks_like_it(
    engine: Engine, files: Files
) -> None:
    text = next(iter(files.texts.values()))
    files.texts["/news/torn.txt"] = text
    files.unreadable.add("/news/torn.txt")
    update(engine, files)
    with engine.writing(1):
        gone = Changes(removed=(STORM,), vanished=(STORM,), unchanged=3)
        engine.apply(gone, files.read, files.folders)
    assert STORM not in engine.known()
    assert engine.count(Word("storm")) == 0


def test_of_two_renamed_files_that_look_the_same_only_the_unreadable_one_keeps_its_article(
    engine: Engine, files: Files
) -> None:
    for name in "ab":
        files.texts[f"/news/{name}.txt"] = f"The otter wrote letter {name}."
    update(engine, files)
    known = {source.path: id for id, source in engine.known().items()}
    for name in "ab":
        files.texts[f"/news/moved/{name}.txt"] = files.texts.pop(f"/news/{name}.txt")
    files.unreadable.add("/news/moved/b.txt")
    (moved,) = update(engine, files).renamed
    assert sorted(ids(engine, Word("otter"))) == sorted([moved, known["/news/b.txt"]])


def test_what_was_odd_about_a_file_is_reported(engine: Engine, files: Files) -> None:
    files.texts["/news/odd.txt"] = " date 2021-02-30 A day that never was\n\nA text."
    report = update(engine, files)
    notes = article(files.texts["/news/odd.txt"]).content.notes
    assert notes
    assert report.notes == {"/news/odd.txt": notes}


def test_folders_that_are_named_are_the_folders_covered(engine: Engine, files: Files) -> None:
    files.folders = (Folder("/wire", ("*.news",)), Folder("/news"))
    files.texts["/wire/one.news"] = "A wire story."
    update(engine, files)
    assert list(engine.folders()) == [Folder("/news"), Folder("/wire", ("*.news",))]
    assert engine.count(InFolder("/wire")) == 1


def test_a_folder_that_is_no_longer_named_is_forgotten(engine: Engine, files: Files) -> None:
    files.folders = (Folder("/news/mills"),)
    update(engine, files)
    assert list(engine.folders()) == [Folder("/news/mills")]
    assert engine.resolve("") == [RULES, CAFE]


def test_everything_can_be_forgotten(engine: Engine, files: Files) -> None:
    files.texts.clear()
    files.folders = ()
    update(engine, files)
    assert list(engine.folders()) == []
    assert engine.search(Everything(), PageRequest()).total == 0
    assert list(engine.vocabulary()) == []
    assert engine.facts().articles == 0


def test_applying_belongs_within_writing(engine: Engine) -> None:
    def read(addition: Addition) -> Article | Skipped:
        raise AssertionError(addition)

    with pytest.raises(RuntimeError, match="belongs within"):
        engine.apply(Changes(), read, ())


def test_a_file_that_could_not_be_read_is_remembered_with_the_reason(engine: Engine) -> None:
    path = "/news/tides/torn.txt"
    files = Files({path: "Torn in half"}, unreadable={path})
    update(engine, files)
    remembered = engine.unread()[path]
    (source,) = files.sources()
    assert remembered.fits(source)
    assert remembered.skipped.cause == "unreadable"
    files.unreadable.clear()
    update(engine, files)
    assert engine.unread() == {}


def test_a_changed_article_has_one_profile_and_one_sketch(engine: Engine, files: Files) -> None:
    heron = "A heron stood by the mill, and the heron left. "
    paths = list(files.texts)
    for number in range(4):
        files.texts[f"/news/00000000000000b{number}.txt"] = heron
    update(engine, files)
    files.texts[paths[2]] = heron + "The whale stayed."
    update(engine, files)
    everything = engine.resolve("")
    profiles = list(engine.profiles(everything))
    assert sorted(id for id, _ in profiles) == everything
    assert "heron" in dict(profiles)[RULES]
    assert sorted(id for id, _ in engine.sketches()) == everything

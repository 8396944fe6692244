"""The last list, kept between two runs."""

import json
import os
from pathlib import Path

import pytest

from newscli.memory import LastList, recall, remember

AA, BB, CC, DD = (letter * 16 for letter in "abcd")
SHOWN = LastList("/i", [AA, BB, CC], offset=10, query='"é" OR x', any_word=True)


def test_what_is_remembered_is_recalled(tmp_path: Path) -> None:
    folder = str(tmp_path / "state")
    remember(folder, SHOWN)
    assert recall(folder, "/i") == SHOWN
    assert os.listdir(folder) == ["last-list.json"]
    assert os.stat(folder).st_mode & 0o077 == 0
    assert os.stat(os.path.join(folder, "last-list.json")).st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("rank", "found"), [(10, None), (11, AA), (13, CC), (14, None), (0, None), (1, None)]
)
def test_numbers_are_those_that_were_shown(rank: int, found: str | None) -> None:
    assert SHOWN.at(rank) == found


def test_the_list_of_another_index_is_not_recalled(tmp_path: Path) -> None:
    remember(str(tmp_path), SHOWN)
    assert recall(str(tmp_path), "/another") is None


def test_only_the_last_list_is_kept(tmp_path: Path) -> None:
    remember(str(tmp_path), SHOWN)
    remember(str(tmp_path), LastList("/i", [DD]))
    assert recall(str(tmp_path), "/i") == LastList("/i", [DD])


@pytest.mark.parametrize(
    "written", ["", "{", "[]", "{}", '{"schema": "newscli.last/9"}', "\xff", "[" * 100_000]
)
def test_what_cannot_be_read_is_forgotten(tmp_path: Path, written: str) -> None:
    (tmp_path / "last-list.json").write_text(written, encoding="latin-1")
    assert recall(str(tmp_path), "/i") is None


def test_a_folder_that_cannot_be_written_is_the_callers_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match=r"exists|directory"):
        remember(str(tmp_path / "file"), SHOWN)


def test_a_list_that_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "last-list.json").mkdir()
    with pytest.raises(OSError, match="last-list"):
        remember(str(tmp_path), SHOWN)
    assert os.listdir(tmp_path) == ["last-list.json"]


def test_undecodable_paths_survive(tmp_path: Path) -> None:
    odd = LastList("/od\udcff", [AA])
    remember(str(tmp_path), odd)
    assert recall(str(tmp_path), "/od\udcff") == odd
    assert json.loads((tmp_path / "last-list.json").read_text())["schema"] == "newscli.last/1"


@pytest.mark.parametrize(
    "altered",
    [
        {"ids": 5},
        {"ids": {}},
        {"ids": [1, 2]},
        {"ids": ["s8e0f00000000000"]},
        {"offset": "q"},
        {"query": 5},
        {"any": "no"},
    ],
)
def test_a_list_that_was_altered_is_forgotten(tmp_path: Path, altered: dict[str, object]) -> None:
    remember(str(tmp_path), SHOWN)
    path = tmp_path / "last-list.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | altered))
    assert recall(str(tmp_path), "/i") is None

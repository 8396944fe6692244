"""The program with a home of its own, with and without the archive of Quillmere in its index."""

import ctypes
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from cli import archive
from cli.program import Newscli

# Of linux/prctl.h and linux/capability.h.
_DROP_FROM_BOUNDING_SET = 24
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1, 2


@pytest.fixture
def newscli(tmp_path: Path) -> Newscli:
    """The program as on its first day: nothing indexed, an empty working directory."""
    here = tmp_path / "here"
    here.mkdir()
    return Newscli(tmp_path / "home", here)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Newscli:
    """The archive, indexed once for all tests; only ever read."""
    top = tmp_path_factory.mktemp("library")
    program = Newscli(top / "home", top)
    archive.write(top)
    indexed = program("index", "news")
    assert indexed.status == 0, indexed.stderr
    return program


@pytest.fixture
def indexed(newscli: Newscli, library: Newscli) -> Newscli:
    """The program where the archive stands and is indexed; the files are not to be changed."""
    shutil.copytree(library.home, newscli.home)
    newscli.cwd = library.cwd
    return newscli


@pytest.fixture
def town(newscli: Newscli) -> Newscli:
    """The program with an archive that may be changed, indexed."""
    archive.write(newscli.cwd)
    assert newscli("index", "news").status == 0
    return newscli


@pytest.fixture
def unprivileged(newscli: Newscli) -> Newscli:
    """The same program, run by somebody whom the modes of files keep out, even if that is root."""
    return replace(newscli, before=give_up_privileges)


def give_up_privileges() -> None:
    """Drop what lets root read and write everything; without effect for anybody else."""
    libc = ctypes.CDLL(None)
    for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
        libc.prctl(_DROP_FROM_BOUNDING_SET, capability, 0, 0, 0)

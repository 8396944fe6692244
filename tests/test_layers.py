"""The import contract: which way imports point, and what a verb loads when it runs."""

import ast
import os
import pty
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import newscli

PACKAGE = Path(newscli.__file__).parent
LAYERS = (
    {"cli"},
    {"commands"},
    {"engines", "render", "corpus", "settings", "memory"},
    {"stemming", "research", "crew"},
    {"core"},
    {"errors"},
)
HOMES = {
    "typer": "newscli.cli",
    "whoosh": "newscli.engines.whoosh",
    "numpy": "newscli.engines.whoosh",
    "zstandard": "newscli.engines.whoosh",
    "rich": "newscli.render.terminal",
    "platformdirs": "newscli.settings",
    "charset_normalizer": "newscli.corpus.detection",
    "Stemmer": "newscli.stemming",
}
"""The one place that knows each library."""

WATCHED = (
    "charset_normalizer",
    "multiprocessing",
    "newscli.commands",
    "newscli.core.article",
    "newscli.core.parsing",
    "newscli.core.reports",
    "newscli.corpus",
    "newscli.engines.whoosh",
    "newscli.render.json",
    "newscli.render.plain",
    "newscli.render.terminal",
    "newscli.research",
    "numpy",
    "platformdirs",
    "pydantic",
    "rich",
    "Stemmer",
    "typer.rich_utils",
    "whoosh",
)
INDEX = {
    "newscli.commands",
    "newscli.core.article",
    "newscli.engines.whoosh",
    "platformdirs",
    "Stemmer",
    "whoosh",
}
PLAIN = INDEX | {"newscli.render.plain"}
JSON = INDEX | {"newscli.render.json"}
TERMINAL = INDEX | {"newscli.core.reports", "newscli.render.terminal", "rich"}
REPORTS = {"newscli.core.reports"}
FILES = {"newscli.corpus"}
READING = FILES | {"multiprocessing", "newscli.core.parsing"}

RUN = """
import os, sys
loaded = sys.argv.pop(1)
from newscli.cli import main
try:
    main()
except SystemExit:
    pass
with open(loaded, "w") as file:
    file.write("\\n".join(sys.modules))
"""


def modules() -> Iterator[tuple[str, Path]]:
    """Go through every module of the package by its dotted name."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        yield ".".join(parts).removesuffix(".__init__"), path


def imports(path: Path) -> set[str]:
    """Return every module that a file names in an import, wherever it stands."""
    named: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} has a relative import"
            named |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return named


def layer(module: str) -> int | None:
    """Return how deep a module lies; None for what is in no layer."""
    parts = module.split(".")
    if parts[0] != "newscli" or len(parts) < 2:
        return None
    return next((depth for depth, names in enumerate(LAYERS) if parts[1] in names), None)


def test_imports_point_down() -> None:
    upward = [
        f"{module} imports {imported}"
        for module, path in modules()
        for imported in imports(path)
        if (own := layer(module)) is not None
        and (other := layer(imported)) is not None
        and (other < own or (other == own and imported.split(".")[1] != module.split(".")[1]))
    ]
    assert upward == []


def test_each_library_has_one_home() -> None:
    strangers = [
        f"{module} imports {imported}"
        for module, path in modules()
        for imported in imports(path)
        if (library := imported.split(".")[0]) not in {"newscli", *sys.stdlib_module_names}
        and not module.startswith(HOMES[library])
    ]
    assert strangers == []


def test_the_core_does_nothing_to_the_world() -> None:
    banned = {"io", "logging", "pathlib", "random", "shutil", "socket", "subprocess", "sys", "time"}
    for module, path in modules():
        if layer(module) == LAYERS.index({"core"}):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            called = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            assert not called & {"open", "print", "input"}, module
            assert not {name.split(".")[0] for name in imports(path)} & banned, module


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an index of one article, in the folder `news` beside it."""
    top = tmp_path_factory.mktemp("layers")
    news = top / "news"
    news.mkdir()
    (news / "bell.txt").write_text(" date 2021-01-12 Bell\n\nThe bell of Quillmere rang.\n")
    loaded_by(top, "index", "news")
    return top


def loaded_by(
    top: Path, *words: str, terminal: bool = False, environ: Mapping[str, str] | None = None
) -> set[str]:
    """Run the program and return which of the watched modules it has loaded."""
    env = {"NEWSCLI_HOME": str(top / "home"), "PATH": os.defpath, "TERM": "xterm"}
    env |= environ or {}
    main, other = pty.openpty()
    try:
        subprocess.run(
            [sys.executable, "-c", RUN, "loaded", *words],
            cwd=top,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=other if terminal else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    finally:
        os.close(main)
        os.close(other)
    loaded = (top / "loaded").read_text().split()
    return {each for each in WATCHED if each in loaded}


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        ("--version", set()),
        ("--help", set()),
        ("search --help", set()),
        ("search bell", PLAIN),
        ("search bell --ids", PLAIN),
        ("search bell --same sentence", PLAIN),
        ("search bell --facet month --json", JSON | {"newscli.core.parsing", "newscli.research"}),
        ("search bell --json", JSON),
        ("list", PLAIN),
        ("show bell.txt", PLAIN | FILES),
        ("words", PLAIN | {"newscli.research", "numpy"}),
        ("timeline bell", PLAIN | {"newscli.research"}),
        ("timeline --json", JSON | {"newscli.research"}),
        ("kwic bell", PLAIN | {"newscli.research"}),
        ("export bell", INDEX | {"newscli.render.json"}),
        ("show bell.txt --raw", INDEX | FILES),
        ("status", PLAIN | FILES | REPORTS),
        ("doctor --json", JSON | FILES | REPORTS),
        ("index", PLAIN | READING | REPORTS),
    ],
)
def test_a_verb_loads_what_it_needs_and_no_more(home: Path, words: str, loaded: set[str]) -> None:
    assert loaded_by(home, *words.split()) == loaded


@pytest.mark.parametrize(
    ("words", "loaded"), [("search bell", TERMINAL), ("show bell.txt", TERMINAL | FILES)]
)
def test_only_a_terminal_needs_rich(home: Path, words: str, loaded: set[str]) -> None:
    assert loaded_by(home, *words.split(), terminal=True) == loaded


def test_completion_loads_no_verb(home: Path) -> None:
    environ = {"_NEWSCLI_COMPLETE": "complete_bash", "COMP_WORDS": "newscli s", "COMP_CWORD": "1"}
    assert loaded_by(home, environ=environ) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
def test_numpy_starts_no_threads() -> None:
    counted = "print(len(os.listdir('/proc/self/task')))"
    done = subprocess.run(
        [sys.executable, "-c", f"import os, newscli.engines.whoosh, numpy; {counted}"],
        check=True,
        capture_output=True,
        text=True,
        env={key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"},
    )
    assert done.stdout == "1\n"

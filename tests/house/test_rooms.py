"""The plan of the house: the rooms at its root, one direction of imports, small files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest
from support.paths import ROOT

ROOMS = {
    *("cli", "preview", "commands", "reporting", "checks"),
    *("readers", "assemble", "writers", "project", "model"),
}
MAX_LINES = 300


def python_files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def test_the_root_of_the_package_holds_the_rooms_and_nothing_else() -> None:
    found = {path.name for path in (ROOT / "quizgen").iterdir() if path.name != "__pycache__"}
    assert found == ROOMS | {"__init__.py", "__main__.py", "py.typed"}


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Imports inside functions and for types alone count as well."""
    assert circles(grimp.build_graph("quizgen")) == []


def circles(graph: grimp.ImportGraph) -> list[list[str]]:
    """The groups of modules that import one another, by Tarjan's algorithm."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        index[module] = low[module] = len(index)
        stack.append(module)
        for other in sorted(graph.find_modules_directly_imported_by(module)):
            if other not in index:
                visit(other)
            if other in stack:
                low[module] = min(low[module], low[other])
        if low[module] == index[module]:
            at = stack.index(module)
            group = stack[at:]
            del stack[at:]
            if len(group) > 1:
                found.append(sorted(group))

    for module in sorted(graph.modules):
        if module not in index:
            visit(module)
    return found


def test_a_circle_would_be_found() -> None:
    graph = grimp.ImportGraph()
    for importer, imported in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")):
        graph.add_import(importer=importer, imported=imported)
    assert circles(graph) == [["a", "b", "c"]]


@pytest.mark.parametrize("path", python_files("tests"), ids=lambda path: path.name)
def test_no_test_module_imports_another(path: Path) -> None:
    tests = {other.stem for other in python_files("tests") if other.stem.startswith("test_")}
    names = {part for name in imported(path) for part in name.split(".")}
    assert names & (tests | {"conftest"}) == set()


def imported(path: Path) -> Iterator[str]:
    """The modules that the file at `path` imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize(
    "path", python_files("quizgen", "tests", "tools"), ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_file_holds_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES

"""Names and docstrings that need no second reading."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from support.paths import ROOT

RIDDLES = {"asked", "found", "made", "own", "said", "setter", "shown", "told", "wanted"}
"""Names that say how a value came about and not what it is."""
NO_VERBS = {"A", "All", "An", "As", "For", "In", "It", "Not", "One", "That", "The", "What"}
NO_VERBS |= {"Where", "Whether", "Which"}
FILES = [path for folder in ("quizgen", "tools") for path in sorted((ROOT / folder).rglob("*.py"))]


def names(tree: ast.AST) -> Iterator[str]:
    """The names that `tree` gives to variables, parameters, functions and classes."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name.lower().lstrip("_")


def first_words(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """The name of each function in `tree`, and the first word of its docstring."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            is_property = any("property" in ast.unparse(d) for d in node.decorator_list)
            docstring = ast.get_docstring(node)
            if docstring and not is_property:
                yield node.name, docstring.split()[0].rstrip(",:")


@pytest.mark.parametrize(
    "source",
    ["said = 1", "def f(own): ...", "for shown in x: ...", "class Said: ...", "def _told(): ..."],
)
def test_a_riddle_is_seen(source: str) -> None:
    assert RIDDLES & set(names(ast.parse(source)))


def test_no_name_is_a_riddle() -> None:
    found = {
        str(path.relative_to(ROOT)): sorted(
            RIDDLES & set(names(ast.parse(path.read_text("utf-8"))))
        )
        for path in FILES
    }
    assert {path: riddles for path, riddles in found.items() if riddles} == {}


def test_every_docstring_of_a_function_begins_with_a_verb() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {name}: {word}"
        for path in FILES
        for name, word in first_words(ast.parse(path.read_text("utf-8")))
        if word in NO_VERBS or not re.fullmatch("[A-Z][a-z]+", word)
    ]
    assert wrong == []


def test_no_two_classes_have_one_name() -> None:
    names = [
        node.name
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    assert sorted({name for name in names if names.count(name) > 1}) == []

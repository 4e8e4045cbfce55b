"""Names and docstrings that need no second reading."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from support.paths import ROOT

RIDDLES = {"asked", "found", "made", "own", "said", "setter", "shown", "told", "wanted"}
"""Names of variables that say how a value came about and not what it is."""
NO_VERBS = {"A", "All", "An", "As", "For", "In", "It", "Not", "One", "That", "The", "What"}
NO_VERBS |= {"Where", "Whether", "Which"}
FILES = [path for folder in ("quizgen", "tools") for path in sorted((ROOT / folder).rglob("*.py"))]


def names(tree: ast.AST) -> Iterator[str]:
    """The names that `tree` gives to variables and parameters."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield name


def first_words(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """The name of each function in `tree`, and the first word of its docstring."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            is_property = any("property" in ast.unparse(d) for d in node.decorator_list)
            docstring = ast.get_docstring(node)
            if docstring and not is_property:
                yield node.name, docstring.split()[0].rstrip(",:")


@pytest.mark.parametrize("source", ["said = 1", "def f(own): ...", "for shown in x: ..."])
def test_a_riddle_is_seen(source: str) -> None:
    assert RIDDLES & set(names(ast.parse(source)))


def test_no_variable_is_a_riddle() -> None:
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

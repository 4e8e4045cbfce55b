"""`make check-fast` leaves out what conftest.py names as slow, and all of it is there."""

from __future__ import annotations

import ast

import pytest
from support.paths import ROOT


def slow() -> list[str]:
    tree = ast.parse((ROOT / "tests/conftest.py").read_text(encoding="utf-8"))
    values = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SLOW"
    ]
    return [str(name) for name in ast.literal_eval(values[0])]


@pytest.mark.parametrize("name", slow())
def test_what_is_slow_is_there(name: str) -> None:
    assert (ROOT / "tests" / name).exists()


def test_the_mark_is_what_the_makefile_leaves_out(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("slow") is None
    assert '-m "not slow"' in (ROOT / "Makefile").read_text(encoding="utf-8")

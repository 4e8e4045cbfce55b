"""The plan of the house is that of the imports, and the walks through it name what is there."""

from __future__ import annotations

import importlib
import re

import pytest
from support.paths import ROOT

from tools.architecture.plan import PLAN, description, drawing, imports, rooms

TEXT = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
NAMES = sorted(set(re.findall(r"`(quizgen(?:\.\w+)+)`", TEXT)))


def test_the_picture_is_drawn_from_the_imports() -> None:
    assert PLAN.read_text(encoding="utf-8") == drawing(), "run: python -m tools.architecture"
    assert description() in TEXT


def test_every_arc_leads_down() -> None:
    order = rooms()
    assert all(order.index(one) < order.index(two) for one, two in imports())


def test_the_table_has_every_room() -> None:
    assert re.findall(r"^\| `(\w+)/` \|", TEXT, re.MULTILINE) == rooms()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_the_walks_is_there(name: str) -> None:
    module, _, attribute = name.rpartition(".")
    try:
        importlib.import_module(name)
    except ModuleNotFoundError:
        assert hasattr(importlib.import_module(module), attribute)

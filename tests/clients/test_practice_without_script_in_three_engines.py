"""Practice pages in three engines with scripts off: answered by mouse, touch and keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from support.engines import ENGINES, Engine
from support.hands import Hand
from support.practice_page import build_page

MARKS = """
const [name] = arguments;
const labels = document.querySelectorAll(`article[data-i="${name}"] [role] > label`);
return [...labels].map((one) => [
  one.querySelector("span").textContent,
  getComputedStyle(one.querySelector("span"), "::after").content.replace(/"/g, "").trim(),
]).filter(([_, mark]) => mark !== "none").sort();
"""
"""What stands beside the options of a question, which is text of the style sheet."""
SHOWN = """
const right = document.querySelector(`article[data-i="${arguments[0]}"] .ans .right`);
return [right.checkVisibility(), right.textContent];
"""
CHOICES: list[tuple[str, list[str], list[list[str]]]] = [
    ("city", ["Tokyo"], [["Tokyo", "✗ wrong"]]),
    ("city", ["Seoul"], [["Seoul", "✓ right"]]),
    ("partners", ["Japan", "China"], [["China", "✗ wrong"], ["Japan", "✓ right"]]),
    ("truth", ["True"], [["True", "✗ wrong"]]),
    ("truth", ["False"], [["False", "✓ right"]]),
]
"""Options chosen one after the other, and what the page says at once."""
NOTES: list[tuple[str, list[tuple[Any, ...]], str]] = [
    ("card", [], "I forbid"),
    ("word", [("fill", 0, "peace")], "trade"),
    ("gaps", [("fill", 0, "Seoul"), ("fill", 1, "2022")], "They met in Seoul in 2023."),
    ("length", [("fill", 0, "9,8 km")], "9.5 km"),
    ("who", [("pick", 0, "United States"), ("pick", 1, "Australia")], "Cho → South Korea"),
    ("steps", [("pick", 0, "2"), ("pick", 1, "1"), ("pick", 2, "3")], "first"),
    ("years", [("pick", 0, "3")], "1993 treaty"),
    ("why", [("fill", 0, "Of missiles.")], "They feared missiles."),
]
"""What a learner notes, and the answer to compare it with."""


@pytest.fixture(scope="module", params=list(ENGINES))
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    with ENGINES[request.param](tmp_path_factory.mktemp("home"), script=False) as started:
        yield started


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return build_page(tmp_path_factory.mktemp("practice")).as_uri()


def hands(engine: Engine, address: str) -> Iterator[Hand]:
    """Each way to use `engine`, on a page of its own, whose script does not run."""
    for way in engine.ways:
        engine.open(address)
        assert engine.run("return document.body.classList.contains('js')") is False
        assert engine.run("return document.querySelectorAll('article button').length") == 0
        yield Hand(engine, way)


def test_choices_say_at_once_what_is_right(engine: Engine, address: str) -> None:
    for hand in hands(engine, address):
        for name, options, marks in CHOICES:
            for option in options:
                hand.choose(name, option)
            assert hand.engine.run(MARKS, name) == marks, hand.way


def test_other_answers_are_noted_and_compared(engine: Engine, address: str) -> None:
    for hand in hands(engine, address):
        for name, steps, right in NOTES:
            for kind, *values in steps:
                getattr(hand, kind)(name, *values)
            assert hand.engine.run(SHOWN, name)[0] is False
            hand.open_answer(name)
            is_shown, answer = hand.engine.run(SHOWN, name)
            assert is_shown
            assert right in answer

"""Practice pages in Chromium, in Firefox, and in WebKit, on which every iPhone runs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from support.engines import ENGINES, Engine
from support.hands import Hand, wait_for
from support.practice_page import build_page
from support.shares import choice_share, match_share, order_share

from quizgen.commands.workspace import Workspace
from quizgen.model.item import Choice, Match, Order
from quizgen.model.scoring import parts_share

Step = tuple[str, *tuple[Any, ...]]
SECONDS_TO_STORE = 2
"""Until another process of Chromium reads what a page has stored."""
SAID = """
const question = document.querySelector(`article[data-i="${arguments[0]}"]`);
const answer = question.querySelector(".ans .right");
return [question.querySelector(".said").textContent.split(" · ")[0], answer.checkVisibility()];
"""
NOTE_POINTERS = """
window.used = new Set();
addEventListener(
  "pointerdown", (one) => used.add(one.isTrusted ? one.pointerType : "script"), true,
);
"""
RIGHT: dict[str, tuple[list[Step], str]] = {
    "card": ([("judge", "I knew it")], "✓ right"),
    "city": ([("choose", "Seoul")], "✓ right"),
    "partners": ([("choose", "South Korea"), ("choose", "Japan")], "✓ right"),
    "truth": ([("choose", "False")], "✓ right"),
    "word": ([("fill", 0, "  The\u00a0TRADE ")], "✓ right"),
    "gaps": ([("fill", 0, "seoul"), ("fill", 1, "2023")], "✓ right"),
    "length": ([("fill", 0, "9,8 km")], "✓ right"),
    "who": ([("pick", 0, "United States"), ("pick", 1, "South Korea")], "✓ right"),
    "steps": ([("sort", "first", "second", "third")], "✓ right"),
    "years": ([("sort", "treaty", "test", "ban")], "✓ right"),
    "why": ([("fill", 0, "Of missiles."), ("judge", "I knew it")], "✓ right"),
}
WRONG: dict[str, tuple[list[Step], str]] = {
    "card": ([("judge", "Not yet")], "✗ wrong"),
    "city": ([("choose", "Tokyo")], "✗ wrong"),
    "partners": ([("choose", "Japan")], "◐ Partly right: 1 of 2"),
    "truth": ([("choose", "True")], "✗ wrong"),
    "word": ([("fill", 0, "peace")], "✗ wrong"),
    "gaps": ([("fill", 0, "Seoul"), ("fill", 1, "2022")], "◐ Partly right: 1 of 2"),
    "length": ([("fill", 0, "10.1")], "✗ wrong"),
    "who": ([("pick", 0, "South Korea")], "✗ wrong"),
    "steps": ([("sort", "third", "first", "second")], "✗ wrong"),
    "years": ([("sort", "test", "ban", "treaty")], "✗ wrong"),
    "why": ([("judge", "Not yet")], "✗ wrong"),
}


@pytest.fixture(scope="module", params=list(ENGINES))
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    with ENGINES[request.param](tmp_path_factory.mktemp("home")) as started:
        yield started


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_page(tmp_path_factory.mktemp("practice"))


def answer(hand: Hand, name: str, steps: list[Step]) -> list[Any]:
    """Answer a question, check the answer, and give back what the page says then."""
    for kind, *values in steps:
        if kind == "judge":
            hand.press(hand.find(name, "button", "Show the answer"))
            wait_for(lambda: bool(hand.engine.run(SAID, name)[1]))
            hand.press(hand.find(name, "button", values[0]))
        else:
            getattr(hand, kind)(name, *values)
    if steps[-1][0] != "judge":
        hand.press(hand.find(name, "button", "Check"))
    wait_for(lambda: bool(hand.engine.run(SAID, name)[0]))
    return [name, *hand.engine.run(SAID, name)]


def library_points(page: Path, are_right: bool) -> str:
    """The sum of points that the library counts for the answers."""
    bank = Workspace().bank(page.parents[2] / "question_bank" / "talks")
    assert bank is not None
    most = points = Fraction(0)
    for item in bank.items:
        task = item.interaction
        share = Fraction(int(are_right))
        if item.id.value in {"card", "why"}:
            continue
        if not are_right and isinstance(task, Choice) and item.id.value == "partners":
            share = choice_share(task, {0})
        elif not are_right and isinstance(task, Match):
            share = match_share(task, [task.key[1], None])
        elif not are_right and isinstance(task, Order):
            share = order_share(task, [1, 2, 0] if item.id.value == "steps" else [2, 0, 1])
        elif not are_right and item.id.value == "gaps":
            share = parts_share([True, False])
        most, points = most + item.points, points + share * item.points
    return f"{float(points):g} of {most} points"


@pytest.mark.parametrize("answers", [RIGHT, WRONG], ids=["right", "wrong"])
def test_every_type_is_answered(
    engine: Engine, page: Path, answers: dict[str, tuple[list[Step], str]]
) -> None:
    for way in engine.ways:
        engine.open(page.as_uri())
        engine.run(NOTE_POINTERS)
        hand = Hand(engine, way)
        results = [answer(hand, name, steps) for name, (steps, _) in answers.items()]
        assert results == [[name, verdict, True] for name, (_, verdict) in answers.items()], way
        assert engine.run("return [...used]") == ([] if way == "keys" else [way])
        total = engine.run("return document.querySelector('#result .total').textContent")
        assert total.startswith(library_points(page, answers is RIGHT)), way


def test_boxes_last_and_the_passage_is_marked(engine: Engine, page: Path) -> None:
    engine.open(page.as_uri())
    engine.run("localStorage.clear()")
    engine.open(page.as_uri())
    hand = Hand(engine, "mouse")
    answer(hand, "city", [("choose", "Seoul")])
    hand.press(engine.run("return document.querySelector('article[data-i=city] a.cite')"))
    quote = "const mark = document.querySelector('mark.quote'); return mark && mark.textContent"
    wait_for(lambda: bool(engine.run(quote)))
    assert engine.run(quote) == "sat down in Seoul"
    time.sleep(SECONDS_TO_STORE)
    engine.open(page.as_uri())
    hand.press(engine.run("return document.querySelector('#result .due')"))
    shown = "return [...document.querySelectorAll('article')].filter(one => !one.hidden).length"
    wait_for(lambda: bool(engine.run(shown) == 10))
    assert engine.run("return document.documentElement.scrollWidth <= innerWidth") is True


def test_a_page_without_a_key_gives_its_code(engine: Engine, tmp_path: Path) -> None:
    question = "- {id: q, type: short_answer, question: q?, answer: a, reference: r}\n"
    engine.open(build_page(tmp_path, question, "key: none").as_uri())
    engine.click(engine.run("return document.querySelector('#result .show')"))
    code = engine.run("return document.querySelector('output').textContent")
    assert code.startswith("QZ1-")

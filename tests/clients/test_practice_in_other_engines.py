"""Practice pages in Firefox and in WebKit, on which every iPhone runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.engines import Engine, firefox, webkit
from support.practice_page import build_page

ENGINES = {"firefox": firefox, "webkit": webkit}
ACT = """
const [name, steps] = arguments;
const question = document.querySelector(`article[data-i="${name}"]`);
const shown = (one) => one.checkVisibility ? one.checkVisibility() : one.offsetParent !== null;
for (const [kind, place, value] of steps) {
  const labels = [...question.querySelectorAll("label")];
  if (kind === "choose") {
    labels.find((one) => one.textContent.startsWith(value)).click();
  } else if (kind === "type") {
    question.querySelectorAll("input")[place].value = value;
  } else if (kind === "pair") {
    const field = question.querySelectorAll("select")[place];
    field.value = [...field.options].find((one) => one.text === value).value;
  } else if (kind === "up") {
    [...question.querySelectorAll("li")].find((one) => one.textContent.includes(value))
      .querySelector(".up").click();
  }
}
[...question.querySelectorAll("button")].find((one) => one.textContent === "Check").click();
const answer = question.querySelector(".ans .right");
return [question.querySelector(".said").textContent.split(" · ")[0], shown(answer)];
"""


def to_top(*parts: str) -> list[tuple[str, int, str]]:
    """Each of three parts moved to the top, so that the last is the first."""
    return [("up", 0, part) for part in parts for _ in range(2)]


ANSWERS: list[tuple[str, list[tuple[str, int, str]], str]] = [
    ("city", [("choose", 0, "Seoul")], "✓ right"),
    ("city", [("choose", 0, "Tokyo")], "✗ wrong"),
    ("partners", [("choose", 0, "Japan"), ("choose", 0, "South Korea")], "✓ right"),
    ("partners", [("choose", 0, "Japan")], "◐ Partly right: 1 of 2"),
    ("truth", [("choose", 0, "False")], "✓ right"),
    ("truth", [("choose", 0, "True")], "✗ wrong"),
    ("word", [("type", 0, "  The\u00a0TRADE ")], "✓ right"),
    ("word", [("type", 0, "peace")], "✗ wrong"),
    ("gaps", [("type", 0, "se\u00adoul"), ("type", 1, "2023")], "✓ right"),
    ("gaps", [("type", 0, "Seoul"), ("type", 1, "2022")], "◐ Partly right: 1 of 2"),
    ("length", [("type", 0, "9,8 km")], "✓ right"),
    ("length", [("type", 0, "10.1")], "✗ wrong"),
    ("who", [("pair", 0, "United States"), ("pair", 1, "South Korea")], "✓ right"),
    ("who", [("pair", 0, "South Korea")], "✗ wrong"),
    ("steps", to_top("third", "second", "first"), "✓ right"),
    ("years", to_top("treaty", "ban", "test"), "✗ wrong"),
]


@pytest.fixture(scope="module", params=list(ENGINES))
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    with ENGINES[request.param](tmp_path_factory.mktemp("home")) as started:
        yield started


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return build_page(tmp_path_factory.mktemp("practice")).as_uri()


def test_every_type_is_answered_right_and_wrong(engine: Engine, address: str) -> None:
    verdicts: list[Any] = []
    for name, steps, _ in ANSWERS:
        engine.open(address)
        verdicts.append((name, *engine.run(ACT, name, steps)))
    assert verdicts == [(name, verdict, True) for name, _, verdict in ANSWERS]


def test_boxes_last_and_the_passage_is_marked(engine: Engine, address: str) -> None:
    engine.open(address)
    engine.run("localStorage.clear()")
    engine.open(address)
    engine.run(ACT, "city", [("choose", 0, "Seoul")])
    engine.run("document.querySelector('article[data-i=city] a.cite').click()")
    assert engine.run("return document.querySelector('mark.quote').textContent") == (
        "sat down in Seoul"
    )
    engine.open(address)
    engine.run("document.querySelector('#result .due').click()")
    shown = "return [...document.querySelectorAll('article')].filter(one => !one.hidden).length"
    assert engine.run(shown) == 10
    assert engine.run("return document.documentElement.scrollWidth <= innerWidth") is True


def test_a_page_without_a_key_gives_its_code(engine: Engine, tmp_path: Path) -> None:
    question = "- {id: q, type: short_answer, question: q?, answer: a, reference: r}\n"
    engine.open(build_page(tmp_path, question, "key: none").as_uri())
    engine.run("document.querySelector('#result .show').click()")
    code = engine.run("return document.querySelector('output').textContent")
    assert code.startswith("QZ1-")

"""Typed answers in a real browser: what is right, with Anki's input and with a client's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from anki.collection import Collection
from playwright.sync_api import Browser
from support.browser import Cards, Reviewer
from support.paths import ROOT

JUDGE = (ROOT / "quizgen/writers/shared/judge.js").read_text(encoding="utf-8")
TABLE = json.loads((ROOT / "tests/support/typed_answers.json").read_text(encoding="utf-8"))
"""What is typed, the rule to judge it by, and whether it is right: for cards and any page."""


def test_the_table_of_typed_answers(browser: Browser) -> None:
    page = browser.new_page()
    page.add_script_tag(content=JUDGE)
    for typed, rule, right in TABLE:
        found = page.evaluate("([typed, rule]) => quizgenJudge(typed, rule)", [typed, rule])
        assert found is right, (typed, rule)
    page.close()


QUESTIONS = """
- {id: typed, type: short_answer, question: Who?, answer: Akiba, accept: Takeo Akiba, reference: r}
- {id: formula, type: short_answer, question: W?, answer: NaCl, case: exact, reference: r}
- {id: near, type: numeric, question: Far?, answer: 1.5, tolerance: 0.25, unit: km, reference: r}
- {id: half, type: numeric, question: How much?, answer: 2.5, reference: r}
- {id: fa, type: short_answer, question: W?, answer: می‌خواهم, reference: r}
"""
TYPED = [
    ("typed", "akiba", True),
    ("typed", "takeo  AKIBA", True),
    ("typed", "Ak\u200biba\u00a0", True),
    ("typed", "Sullivan", False),
    ("typed", "", False),
    ("formula", "nacl", False),
    ("formula", "NaCl", True),
    ("near", "1,75", True),
    ("near", "1.75 km", True),
    ("near", "1.7500001", False),
    ("half", "2,5", True),
    ("half", "2.50", True),
    ("half", "2.6", False),
    ("fa", "می‌خواهم", True),
]


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Cards:
    return Cards(tmp_path_factory.mktemp("typed"), QUESTIONS)


@pytest.mark.parametrize(("card", "typed", "right"), TYPED)
def test_typed_into_the_page(
    cards: Cards, reviewer: Reviewer, card: str, typed: str, right: bool
) -> None:
    front, back = cards.sides[card]
    reviewer.show(front)
    reviewer.page.locator("#typeans").fill(typed)
    reviewer.show(back)
    assert reviewer.page.locator(".quizgen.accepted").count() == right


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    return Collection(str(tmp_path_factory.mktemp("compare") / "c.anki2"))


ANSWERS = {"typed": "Akiba", "formula": "NaCl", "near": "1.5", "half": "2.5", "fa": "می‌خواهم"}


@pytest.mark.parametrize(("card", "typed", "right"), TYPED)
def test_typed_into_a_box_of_the_client(
    cards: Cards, anki: Collection, browser: Browser, card: str, typed: str, right: bool
) -> None:
    """AnkiDroid has a box of its own: the page sees Anki's comparison, on the back alone."""
    reviewer = Reviewer(browser, one_page=False)
    front, back = cards.sides[card]
    reviewer.show(front.replace('<input id="typeans">', ""))
    compared = anki.compare_answer(ANSWERS[card], typed)
    reviewer.show(back.replace('<code id="typeans"></code>', compared))
    assert reviewer.page.locator("#typeans").count() == 1
    assert reviewer.page.locator(".quizgen.accepted").count() == right
    if right:
        assert reviewer.page.locator(".typeBad, .typeMissed").count() == 0
    reviewer.page.close()


def test_a_german_bank_shows_a_comma(tmp_path: Path, browser: Browser) -> None:
    cards = Cards(tmp_path, QUESTIONS, "language: de\n")
    reviewer = Reviewer(browser, one_page=True)
    reviewer.show(cards.sides["half"][0])
    reviewer.page.locator("#typeans").fill("2.50")
    reviewer.show(cards.sides["half"][1])
    assert reviewer.texts(".answer") == ["2,5"]
    assert reviewer.page.locator(".quizgen.accepted").count() == 1
    reviewer.show(cards.sides["near"][1])
    assert reviewer.texts(".also") == ["Richtig bis auf ± 0,25"]
    reviewer.page.close()

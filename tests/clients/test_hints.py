"""Hints on cards: behind a button on the front, in Anki and with script or without."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.browser import Cards, Reviewer

QUESTIONS = """
- {id: f, type: flashcard, front: Q, back: A, reversed: true, hint: "See <b> & **B**", reference: r}
- {id: c, type: multiple_choice, question: Q, answer: [A, B], distractors: [C], hint: See,
   reference: r}
- {id: tf, type: true_false, question: Q, answer: true, hint: See, reference: r}
- {id: s, type: short_answer, question: Q, answer: Abc, hint: See, reference: r}
- {id: n, type: numeric, question: Q, answer: 100, hint: See, reference: r}
- {id: g, type: cloze, text: "A {{c1::gap}}", hint: "See {{c2::no}} gap", reference: r}
- {id: m, type: matching, question: Q, pairs: {a: x, b: y}, hint: See, reference: r}
- {id: o, type: ordering, question: Q, in_order: [a, b, c], hint: See, reference: r}
- {id: t, type: timeline, question: Q, events: {1990: a, 1991: b}, hint: See, reference: r}
- {id: e, type: essay, question: Q, answer: Abc, hint: See, reference: r}
- {id: none, type: essay, question: Q, answer: Abc, reference: r}
"""


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Cards:
    return Cards(tmp_path_factory.mktemp("cards"), QUESTIONS)


def test_every_kind_of_card_has_its_hint_behind_a_button(cards: Cards, reviewer: Reviewer) -> None:
    assert len(cards.sides) == 14
    for name, (front, back) in cards.sides.items():
        reviewer.show(back)
        assert reviewer.page.locator("details").count() == 0
        reviewer.show(front)
        button = reviewer.page.locator("summary")
        if name in ("none", "f"):  # `cards` keeps the last card of a note: back to front
            assert button.count() == 0
            continue
        assert button.inner_text() == "Hint"
        hint = reviewer.page.locator("details > div")
        assert not hint.is_visible()
        button.click()
        assert hint.is_visible()
        assert hint.inner_text() == ("See {{c2::no}} gap" if name == "g" else "See")
    assert reviewer.errors == []


def test_the_keyboard_opens_and_closes_it(cards: Cards, reviewer: Reviewer) -> None:
    for name in ("e", "c", "g"):
        reviewer.show(cards.sides[name][0])
        hint = reviewer.page.locator("details > div")
        for visible in (True, False, True):
            reviewer.page.keyboard.press("Alt+0")
            assert hint.is_visible() == visible


def test_the_next_card_begins_with_its_hint_closed(cards: Cards, reviewer: Reviewer) -> None:
    for name in ("e", "c", "s"):
        reviewer.show(cards.sides[name][0])
        assert not reviewer.page.locator("details > div").is_visible()
        reviewer.page.keyboard.press("Alt+0")


def test_the_button_works_without_script(cards: Cards, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.set_content(cards.sides["e"][0])
    assert not page.locator("details > div").is_visible()
    page.locator("summary").click()
    assert page.locator("details > div").is_visible()


def test_a_hint_takes_no_tap_for_an_answer(cards: Cards, reviewer: Reviewer) -> None:
    reviewer.show(cards.sides["c"][0])
    summary = reviewer.page.locator("summary")
    assert "tappable" in (summary.get_attribute("class") or "")
    summary.click()
    assert reviewer.page.locator("[aria-checked=true]").count() == 0
    box = summary.bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_author_text_is_text_in_the_banks_language(tmp_path: Path, reviewer: Reviewer) -> None:
    question = '- {id: f, type: flashcard, front: Q, back: A, hint: "<b> & **B**", reference: r}\n'
    cards = Cards(tmp_path, question, "language: de\n")
    reviewer.show(cards.sides["f"][0])
    reviewer.page.get_by_text("Tipp").click()
    assert reviewer.page.locator("details > div").inner_html() == (
        "&lt;b&gt; &amp; <strong>B</strong>"
    )


PARTS = """
- id: m
  type: matching
  question: Q
  pairs: [{premise: a, response: x, hint: For a}, b: y]
  hint: For all
  reference: r
- id: t
  type: timeline
  question: Q
  events: [{date: 1990, event: a, hint: For a}, 1991: b]
  reference: r
"""


def test_a_part_has_its_own_hint_or_that_of_the_question(
    tmp_path: Path, reviewer: Reviewer
) -> None:
    cards = Cards(tmp_path, PARTS)
    for item, part, expected in (("m", "a", "For a"), ("m", "b", "For all"), ("t", "a", "For a")):
        reviewer.show(cards.of_part(item, part)[0])
        reviewer.page.locator("summary").click()
        assert reviewer.page.locator("details > div").inner_text() == expected
    reviewer.show(cards.of_part("t", "b")[0])
    assert reviewer.page.locator("summary").count() == 0

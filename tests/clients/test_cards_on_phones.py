"""On phones, cards name no keys: AnkiDroid and AnkiMobile mark the page with `mobile`."""

from __future__ import annotations

import pytest
from support.browser import Cards, Reviewer

QUESTIONS = """
- {id: c, type: multiple_choice, question: Q, answer: A, distractors: [B], hint: See, reference: r}
- {id: o, type: ordering, question: Q, in_order: [a, b, c], hint: See, reference: r}
- {id: t, type: true_false, question: Q, answer: true, hint: See, reference: r}
"""
_HINT_KEY = "getComputedStyle(document.querySelector('summary'), '::after').content"


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Cards:
    return Cards(tmp_path_factory.mktemp("cards"), QUESTIONS)


@pytest.mark.parametrize("name", ["c", "o", "t"])
def test_keys_are_named_on_computers_alone(name: str, cards: Cards, reviewer: Reviewer) -> None:
    for client, named in (("win", True), ("mobile android", False), ("mobile iphone", False)):
        reviewer.show(cards.sides[name][0])
        reviewer.page.evaluate("names => document.documentElement.className += ' ' + names", client)
        assert reviewer.page.locator(".keys").is_visible() == named
        assert ("Alt+0" in reviewer.page.evaluate(_HINT_KEY)) == named

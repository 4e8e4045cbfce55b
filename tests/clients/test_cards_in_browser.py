"""Cards in a real browser: what the script does, on one page and on two."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from support.browser import Cards, Reviewer

QUESTIONS = r"""
- id: host
  type: multiple_choice
  question: Where?
  answer: Seoul
  distractors:
  - "`a<b` & ${x} </script>"
  - '{{c1::x}} \\(y\\)'
  - Tokyo
  - {text: None of these, pinned: true}
  reference: r
- id: two
  type: multiple_choice
  question: Which?
  answer: [A, B]
  distractors: [C, D]
  reference: r
- {id: tf, type: true_false, question: So?, answer: false, reference: r}
- {id: typed, type: short_answer, question: Who?, answer: Akiba, accept: Takeo Akiba, reference: r}
- {id: near, type: numeric, question: Far?, answer: 1.5, tolerance: 0.25, unit: km, reference: r}
- {id: steps, type: ordering, question: Order., in_order: [one, two, three], reference: r}
- {id: sentences, type: ordering, question: Order., in_order: [Three advisers sit down, They part],
   reference: r}
- {id: pairs, type: matching, question: M, pairs: {a: x, b: y}, distractors: [z], reference: r}
"""


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Cards:
    return Cards(tmp_path_factory.mktemp("cards"), QUESTIONS)


def test_front_and_back_show_the_same_order(cards: Cards, reviewer: Reviewer) -> None:
    front, back = cards.sides["host"]
    orders = set()
    for _ in range(100):
        reviewer.show(front)
        order = reviewer.texts()
        reviewer.show(back)
        assert reviewer.texts() == order
        orders.add(tuple(order))
    assert len(orders) > 10
    assert {order[-1] for order in orders} == {"None of these"}
    first = {order[0] for order in orders}
    assert first == {"Seoul", "Tokyo", "a<b & ${x} </script>", "{{c1::x}} \\(y\\)"}


def test_where_storage_is_refused_the_order_is_that_of_the_day(
    cards: Cards, browser: Browser
) -> None:
    front, back = cards.sides["host"]
    for one_page in (True, False):
        reviewer = Reviewer(browser, one_page=one_page, storage=False)
        reviewer.show(front)
        order = reviewer.texts()
        reviewer.show(back)
        assert reviewer.texts() == order
        assert reviewer.errors == []
        reviewer.page.close()


def test_without_script_the_authors_build_order_stands(cards: Cards, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    for side in cards.sides["host"]:
        page.set_content(side)
        assert len(page.locator("li").all_inner_texts()) == 5
        assert page.locator("li").last.inner_text() == "None of these"


def test_true_and_false_are_not_shuffled(cards: Cards, reviewer: Reviewer) -> None:
    for _ in range(20):
        reviewer.show(cards.sides["tf"][0])
        assert reviewer.texts() == ["True", "False"]


def test_the_back_says_what_was_right_wrong_and_missed(cards: Cards, reviewer: Reviewer) -> None:
    front, back = cards.sides["two"]
    reviewer.show(front)
    reviewer.page.locator("li", has_text="A").click()
    reviewer.page.locator("li", has_text="C").click()
    reviewer.show(back)
    assert "right" in reviewer.classes("A")
    assert {"key", "missed"} <= reviewer.classes("B")
    assert "wrong" in reviewer.classes("C")
    assert reviewer.classes("D") == {"option"}


def test_one_key_means_one_choice_and_a_click_takes_it_back(
    cards: Cards, reviewer: Reviewer
) -> None:
    reviewer.show(cards.sides["host"][0])
    chosen = reviewer.page.locator("[aria-checked=true]")
    reviewer.page.locator("li", has_text="Tokyo").click()
    reviewer.page.locator("li", has_text="Seoul").focus()
    reviewer.page.keyboard.press("Enter")
    assert chosen.all_inner_texts() == ["Seoul"]
    reviewer.page.keyboard.press("Space")
    assert chosen.count() == 0


def test_what_was_chosen_is_forgotten_by_the_next_review(cards: Cards, reviewer: Reviewer) -> None:
    front, back = cards.sides["host"]
    reviewer.show(front)
    reviewer.page.locator("li", has_text="Tokyo").click()
    reviewer.show(back)
    reviewer.show(front)
    reviewer.show(back)
    assert reviewer.page.locator(".wrong, .right, .missed").count() == 0


@pytest.mark.parametrize(
    ("card", "typed", "accepted"),
    [
        ("typed", "takeo  AKIBA", True),
        ("typed", "Sullivan", False),
        ("typed", "", False),
        ("near", "1,75", True),
        ("near", "1.7500001", False),
        ("near", "about one", False),
    ],
)
def test_typed_answers_that_are_also_right(
    cards: Cards, reviewer: Reviewer, card: str, typed: str, accepted: bool
) -> None:
    front, back = cards.sides[card]
    reviewer.show(front)
    reviewer.page.locator("#typeans").fill(typed)
    reviewer.show(back)
    assert reviewer.page.locator(".quizgen.accepted").count() == accepted


def test_ordering_by_tapping(cards: Cards, reviewer: Reviewer) -> None:
    front, back = cards.sides["steps"]
    reviewer.show(front)
    for text in ("one", "three", "two"):
        reviewer.page.locator("li", has_text=text).click()
    reviewer.show(back)
    assert "right" in reviewer.classes("one")
    assert "wrong" in reviewer.classes("two")
    assert "wrong" in reviewer.classes("three")
    assert [text.split() for text in reviewer.texts(".badge")] == [["✓"], ["✗", "3"], ["✗", "2"]]


def test_the_lines_of_an_event_begin_beside_its_number(cards: Cards, reviewer: Reviewer) -> None:
    reviewer.page.set_viewport_size({"width": 120, "height": 600})
    reviewer.show(cards.sides["sentences"][0])
    reviewer.page.locator("li", has_text="advisers").click()
    badge, *lines = reviewer.page.locator("li", has_text="advisers").evaluate(
        """item => {
            const text = document.createRange();
            text.selectNodeContents(item.lastChild);
            const badge = item.querySelector('.badge').getBoundingClientRect();
            return [badge.right, ...Array.from(text.getClientRects(), line => line.left)];
        }"""
    )
    assert len(lines) > 1
    assert set(lines) == {lines[0]}
    assert lines[0] >= badge


def test_matching_asks_one_pair_a_card(cards: Cards, reviewer: Reviewer) -> None:
    front, back = cards.of_part("pairs", "a")
    reviewer.show(front)
    reviewer.page.locator("li", has_text="y").click()
    reviewer.show(back)
    assert {"key", "missed"} <= reviewer.classes("x")
    assert "wrong" in reviewer.classes("y")


def test_options_are_large_enough_to_touch(cards: Cards, reviewer: Reviewer) -> None:
    sides = [cards.sides["host"], cards.sides["steps"], cards.of_part("pairs", "a")]
    for front, _ in sides:
        reviewer.show(front)
        for item in reviewer.page.locator("li").all():
            box = item.bounding_box()
            assert box is not None
            assert box["height"] >= 44

"""What cards tell those who tap and those who listen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.browser import Cards, Reviewer

QUESTIONS = """
- {id: steps, type: ordering, question: Put in order., in_order: [one, two, three], reference: r}
- {id: both, type: ordering, question: Put in order., in_order: [first, last], reference: r}
- {id: many, type: multiple_choice, question: Which two?, answer: [A, B], distractors: [C, D],
   reference: r}
- {id: one, type: multiple_choice, question: Which one?, answer: A, distractors: [C, D],
   reference: r}
- {id: pairs, type: matching, question: Whose is it?, pairs: {cat: paw, bird: wing},
   distractors: [fin], reference: r}
"""


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Cards:
    return Cards(tmp_path_factory.mktemp("cards"), QUESTIONS)


def heard(reviewer: Reviewer, role: str, name: str) -> bool:
    """Whether a screen reader finds one element of that role and name."""
    return reviewer.page.get_by_role(role, name=name, exact=True).count() == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("card", "solved"), [("steps", ["one", "two", "three"]), ("both", ["first", "last"])]
)
def test_ordering_never_starts_solved(
    cards: Cards, reviewer: Reviewer, card: str, solved: list[str]
) -> None:
    orders = set()
    for _ in range(60):
        reviewer.show(cards.sides[card][0])
        order = reviewer.texts()
        assert sorted(order) == sorted(solved)
        assert order != solved
        orders.add(tuple(order))
    assert len(orders) == {2: 1, 3: 5}[len(solved)]


def test_ordering_without_script_is_not_solved_either(tmp_path: Path, browser: Browser) -> None:
    steps = [[f"step {n} {k}" for k in range(2 + n % 3)] for n in range(30)]
    questions = "".join(
        f"- {{id: o{n}, type: ordering, question: Order., in_order: {parts}, reference: r}}\n"
        f"- {{id: t{n}, type: timeline, question: Put in order., reference: r,\n"
        f"   events: {dict(zip(range(1900, 1910), parts, strict=False))}}}\n"
        for n, parts in enumerate(steps)
    )
    cards = Cards(tmp_path, questions)
    page = browser.new_context(java_script_enabled=False).new_page()
    for n, parts in enumerate(steps):
        for name in (f"o{n}", f"t{n}"):
            page.set_content(cards.sides[name][0])
            shown = page.locator("li").all_inner_texts()
            assert sorted(shown) == sorted(parts)
            assert shown != parts, name


def test_rows_to_order_say_that_they_can_be_tapped(cards: Cards, reviewer: Reviewer) -> None:
    reviewer.show(cards.sides["steps"][0])
    assert reviewer.page.get_by_text("Tap the parts in order.").is_visible()
    assert reviewer.page.get_by_role("checkbox").count() == 3


def test_ankidroid_takes_a_tap_on_a_row_for_no_gesture(cards: Cards, reviewer: Reviewer) -> None:
    for front in (cards.sides["one"][0], cards.sides["steps"][0], cards.of_part("pairs", "cat")[0]):
        reviewer.show(front)
        assert reviewer.page.locator("li").count() == reviewer.page.locator("li.tappable").count()


def test_groups_of_options_have_the_name_of_their_question(
    cards: Cards, reviewer: Reviewer
) -> None:
    reviewer.show(cards.sides["one"][0])
    assert heard(reviewer, "radiogroup", "Which one?")
    reviewer.show(cards.sides["many"][0])
    assert heard(reviewer, "group", "Which two?")
    reviewer.show(cards.sides["steps"][0])
    assert heard(reviewer, "group", "Put in order.")
    reviewer.show(cards.of_part("pairs", "cat")[0])
    assert heard(reviewer, "radiogroup", "Whose is it? cat")


def test_right_wrong_and_missed_sound_different(cards: Cards, reviewer: Reviewer) -> None:
    front, back = cards.sides["many"]
    reviewer.show(front)
    for chosen in ("A", "C"):
        reviewer.page.get_by_role("checkbox", name=chosen, exact=True).click()
    reviewer.show(back)
    rows = [text.split(": ") for text in reviewer.page.locator("li").all_text_contents()]
    said = {row[1]: row[0] for row in rows if len(row) == 2}
    assert said == {"A": "right", "B": "missed", "C": "wrong"}


def test_places_of_events_sound_right_or_wrong(cards: Cards, reviewer: Reviewer) -> None:
    front, back = cards.sides["steps"]
    reviewer.show(front)
    for text in ("one", "three", "two"):
        reviewer.page.get_by_role("checkbox", name=text).click()
    reviewer.show(back)
    assert [text.split(": ")[0] for text in reviewer.page.locator("li").all_text_contents()] == [
        "right",
        "wrong",
        "wrong",
    ]

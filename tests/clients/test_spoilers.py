"""What a card tells before it should: its answer on the front, its sisters on the back."""

from __future__ import annotations

from pathlib import Path

import pytest
from anki.collection import Collection
from support import visible
from support.browser import Cards, Reviewer

QUESTIONS = """
- id: why
  type: multiple_choice
  question: Where?
  answer: {text: Seoul, rationale: South Korea hosted.}
  distractors: [Tokyo, {text: Washington, rationale: Their home.}]
  reference: r
- id: capitals
  type: matching
  question: Match each country to its capital.
  pairs: {France: Paris, Spain: Madrid, Italy: Rome}
  explain: Madrid has been the capital since 1561.
  evidence: [In France all roads lead there, Paris is in France and Madrid is in Spain, Rome is old]
- id: own
  type: matching
  question: Match each country to its capital.
  pairs:
  - {premise: France, response: Paris, explain: On the Seine., evidence: Rome is old}
  - Spain: Madrid
  explain: Both are large.
  reference: Atlas
- id: years
  type: timeline
  question: Order.
  events:
  - {date: 1945-06-26, event: The Charter is signed, explain: In San Francisco.,
     evidence: The Charter is signed}
  - 1946-01-17: The Council meets
  explain: The Council met in 1946.
  evidence: [In January 1946 The Council meets in London]
"""
PASSAGE = (
    "In France all roads lead there. Paris is in France and Madrid is in Spain. Rome is old. "
    "The Charter is signed. In January 1946 The Council meets in London."
)


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Cards:
    return Cards(tmp_path_factory.mktemp("spoilers"), QUESTIONS, passage=PASSAGE)


def foot(reviewer: Reviewer, cards: Cards, item: str, part: str) -> str:
    reviewer.show(cards.of_part(item, part)[1])
    return " ".join(reviewer.texts(".explanation") + reviewer.texts(".source"))


def test_rationales_are_on_the_back_alone(cards: Cards, reviewer: Reviewer) -> None:
    front, back = cards.sides["why"]
    assert "hosted" not in front
    for _ in range(20):
        reviewer.show(front)
        reviewer.show(back)
        texts = {text.split("\n")[0]: text for text in reviewer.texts(".option")}
        assert "South Korea hosted." in texts["Seoul"]
        assert "Their home." in texts["Washington"]
        assert texts["Tokyo"] == "Tokyo"
        assert reviewer.page.locator(".rationales").count() == 0


def test_a_read_aloud_and_the_columns_of_ankis_browser_tell_no_reason(tmp_path: Path) -> None:
    """Both take all text of a side, whatever the script of the card does with it."""
    Cards(tmp_path, QUESTIONS, passage=PASSAGE)
    collection = Collection(str(tmp_path / "c.anki2"))
    collection.set_browser_card_columns(["question", "noteFld"])
    (card_id,) = collection.find_cards("Id:talks/why")
    columns = [text for text, *_ in collection.browser_row_for_id(card_id)[0]]
    options = {"Seoul", "Tokyo", "Washington"}
    assert columns[1] == "Where?"
    heard = visible(collection.get_card(card_id).question())
    for text in (columns[0], heard):
        assert "Where?" in text
        assert all(option in text for option in options)
        assert "hosted" not in text
        assert "Their home" not in text
        assert "right" not in text.casefold(), "nor does it name the key"
    collection.close()


@pytest.mark.parametrize(
    ("item", "part", "shown", "hidden"),
    [
        ("capitals", "France", ["In France all roads"], ["Madrid", "Rome", "1561"]),
        ("capitals", "Spain", ["since 1561"], ["Paris", "Rome"]),
        ("capitals", "Italy", ["Rome is old"], ["Paris", "Madrid", "1561"]),
        ("own", "France", ["On the Seine.", "Rome is old", "Atlas"], ["Both are large"]),
        ("own", "Spain", ["Both are large", "Atlas"], ["Seine", "Rome"]),
        ("years", "The Charter is signed", ["San Francisco", "Charter"], ["1946", "Council"]),
        ("years", "The Council meets", ["1946"], ["San Francisco", "Charter"]),
    ],
)
def test_the_back_of_a_part_keeps_its_sisters_secret(
    cards: Cards, reviewer: Reviewer, item: str, part: str, shown: list[str], hidden: list[str]
) -> None:
    said = foot(reviewer, cards, item, part)
    assert [text for text in shown if text not in said] == []
    assert [text for text in hidden if text in said] == []


def test_the_card_of_the_whole_order_tells_all(cards: Cards, reviewer: Reviewer) -> None:
    reviewer.show(cards.sides["years"][1])
    said = " ".join(reviewer.texts(".explanation") + reviewer.texts(".source"))
    assert "1946" in said
    assert "The Charter is signed" in said


def test_events_never_start_solved(tmp_path: Path, reviewer: Reviewer) -> None:
    two = "- {id: o, type: ordering, question: Q, in_order: [first, second, third], reference: r}"
    front, _ = Cards(tmp_path, two).sides["o"]
    seen = set()
    for _ in range(60):
        reviewer.show(front)
        seen.add(tuple(reviewer.texts()))
    assert ("first", "second", "third") not in seen
    assert len(seen) > 3

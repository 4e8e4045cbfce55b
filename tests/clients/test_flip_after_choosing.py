"""Cards that show their answer once an option is chosen, and the foot of the back."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write_project
from support.anki_desktop import anki_desktop, aqt_python
from support.browser import Drawn, Reviewer, drawn

from quizgen import build

QUESTIONS = """
- {id: one, type: multiple_choice, question: Q, answer: A, distractors: [B, C], reference: r}
- {id: tf, type: true_false, question: So?, answer: true, reference: r}
- {id: many, type: multiple_choice, question: Q, answer: [A, B], distractors: [C], reference: r}
- {id: pairs, type: matching, question: Q, pairs: {cat: A, bird: B}, reference: r}
- {id: steps, type: ordering, question: Q, in_order: [A, B, C], reference: r}
- {id: typed, type: short_answer, question: Q, answer: Abc, reference: r}
- {id: gap, type: cloze, text: "A {{c1::gap}}", reference: r}
- {id: dates, type: timeline, question: Q, events: {1990: A, 1991: B}, reference: r}
- {id: essay, type: essay, question: Q, answer: Abc, reference: r}
- {id: f, type: flashcard, front: Q, back: Abc, reversed: true, reference: r}
"""
FLIPS = {"one", "tf", "pairs"}
CLIENTS = {
    "Anki on a computer": "pycmd = said => shown.push(said)",
    "AnkiDroid": "delete window.pycmd; showAnswer = () => shown.push('ans')",
    "another": "delete window.pycmd; delete window.showAnswer",
}


def packed(root: Path, flip: str = "true") -> Path:
    deck = f"bank: talks\nanki: {{deck: Talks, flip_after_choosing: {flip}}}\n"
    result = build(write_project(root, QUESTIONS, deck=deck), built=1_700_000_000)
    (package,) = [path for path in result.files if path.suffix == ".apkg"]
    return package


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> list[Drawn]:
    root = tmp_path_factory.mktemp("cards")
    return drawn(packed(root / "p"), root)


@pytest.mark.parametrize("client", CLIENTS)
def test_a_choice_shows_the_answer(cards: list[Drawn], reviewer: Reviewer, client: str) -> None:
    for card in cards:
        reviewer.show(card.front)
        reviewer.page.evaluate(f"shown = []; {CLIENTS[client]}; 0")
        rows = reviewer.page.locator("[role=radio], [role=checkbox]")
        if rows.count():
            rows.first.click()
            flips = card.key.split("/")[1] in FLIPS and client != "another"
            assert reviewer.page.evaluate("shown") == ["ans"] * flips, card.key
    assert reviewer.errors == []


def test_without_the_option_no_card_turns(tmp_path: Path, reviewer: Reviewer) -> None:
    for card in drawn(packed(tmp_path / "p", "false"), tmp_path):
        reviewer.show(card.front)
        reviewer.page.evaluate(f"shown = []; {CLIENTS['Anki on a computer']}; 0")
        for row in reviewer.page.locator("[role=radio], [role=checkbox]").all():
            row.click()
        assert reviewer.page.evaluate("shown") == []


def test_the_real_anki_turns_the_card(tmp_path: Path) -> None:
    aqt_python()
    package = packed(tmp_path / "p")
    with anki_desktop(package.resolve(), tmp_path) as anki:
        front = anki.picture("front.png").read_bytes()
        anki.press("alt+1")
        turned = anki.picture("turned.png").read_bytes()
        assert turned != front
        anki.press("3")  # answers only a card that has been turned
        assert anki.picture("next.png").read_bytes() != turned


def test_every_back_has_the_id_of_its_question_at_its_foot(
    cards: list[Drawn], reviewer: Reviewer
) -> None:
    assert len(cards) == 14
    for card in cards:
        reviewer.show(card.front)
        assert card.key not in reviewer.page.locator(".quizgen").inner_text()
        reviewer.show(card.back)
        assert reviewer.page.locator(".quizgen").inner_text().endswith(card.key)

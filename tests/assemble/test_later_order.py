"""Options are put in order when somebody looks, and then as they always were."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import PIXEL, load_bank, write_bank
from support.planned_notes import QUESTIONS

from quizgen.assemble import later_order, selected_questions
from quizgen.assemble.shuffle import display_order
from quizgen.model.assessment import Question, Selection
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    write_bank(tmp_path, QUESTIONS, media={"map.png": PIXEL})
    return load_bank(tmp_path / "question_bank" / "talks")[0]


def questions(bank: Bank, form: str) -> tuple[Question, ...]:
    return selected_questions(Selection(), bank, form, "the deck", Report())


@pytest.mark.parametrize("form", ["anki", "exports"])
def test_the_order_is_that_of_the_seeds(bank: Bank, form: str) -> None:
    for question in questions(bank, form):
        seeds: tuple[object, ...] = (bank.id, form)
        assert question.order_decided_by == seeds
        assert question.order == display_order(question.item, bank.id, form)
        assert question.order_decided_by == question.order


def test_nothing_is_shuffled_before_somebody_looks(
    bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(later_order, "display_order", None)
    chosen = questions(bank, "anki")
    assert [(q.number, q.letter, q.item.id.value) for q in chosen] == [
        (1, "", "host"),
        (2, "", "pairs"),
        (3, "", "map"),
    ]


def test_nothing_is_asked_of_an_empty_selection(bank: Bank) -> None:
    assert later_order.shuffled_later([], bank.id) == ()

"""Points of filled-in forms are those of the library's own scoring."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from support.commands import run
from support.filled_forms import filled, with_pikepdf
from support.form_class import made, rows, sheets
from support.shares import choice_share, match_share, order_share

from quizgen.model.answer_code import Answer
from quizgen.model.assessment import Question
from quizgen.model.item import Choice, GapFill, Match, Order
from quizgen.model.scoring import parts_share


def random_answer(question: Question, chance: random.Random) -> Answer:
    match question.item.interaction:
        case Choice(options=options, keys=keys):
            if len(keys) > 1:
                return tuple(chance.random() < 0.5 for _ in options)
            chosen = chance.randrange(len(options) + 1)
            return tuple(at == chosen for at in range(len(options)))
        case Match(premises=premises, responses=responses):
            return tuple(chance.randrange(len(responses) + 1) for _ in premises)
        case Order(events=events):
            return tuple(chance.randrange(len(events) + 1) for _ in events)
        case GapFill(gaps=gaps):
            return tuple(chance.choice([gap.answer.plain, "no", ""]) for gap in gaps)
        case _:
            return ()


def share(question: Question, answer: Sequence[object]) -> Fraction | None:
    """What the library's own scoring makes of an answer."""
    order, interaction = question.order, question.item.interaction
    given = [int(one) - 1 if one else None for one in answer if not isinstance(one, str)]  # type: ignore[call-overload]
    match interaction:
        case Choice():
            return choice_share(interaction, {order[at] for at, one in enumerate(answer) if one})
        case Match():
            return match_share(interaction, [None if at is None else order[at] for at in given])
        case Order():
            places: list[int | None] = [None] * len(order)
            for at, place in enumerate(given):
                places[order[at]] = place
            return order_share(interaction, places)
        case GapFill(gaps=gaps):
            return parts_share(
                [text == gap.answer.plain for text, gap in zip(answer, gaps, strict=True)]
            )
        case _:
            return None


@pytest.mark.parametrize("partial_credit", [True, False])
def test_points_are_those_of_the_librarys_scoring(
    partial_credit: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made(tmp_path, "" if partial_credit else "  partial_credit: false\n"))
    chance = random.Random(7)
    expected = {}
    for number in range(6):
        form = "AB"[number % 2]
        sheet = sheets(tmp_path)[form]
        answers = {q.item.name: random_answer(q, chance) for q in sheet.questions}
        values = filled(sheet, answers, name=f"pupil{number}")
        content = (tmp_path / f"dist/talks/test-{form}.pdf").read_bytes()
        (tmp_path / f"{number}.pdf").write_bytes(with_pikepdf(content, values))
        for question in sheet.questions:
            part = share(question, answers[question.item.name])
            if part is not None:
                worth = part if partial_credit else Fraction(int(part == 1))
                points = round(float(worth * question.item.points), 2)
                expected[f"pupil{number}", question.item.name] = points
    assert run("grade", *(f"{n}.pdf" for n in range(6)), "--out", "results") == 0
    for row in rows(tmp_path):
        for (pupil, name), points in expected.items():
            if pupil == row["pupil"]:
                assert float(row[f"{name} points"]) == points, (pupil, name)
    assert len(rows(tmp_path)) == 6

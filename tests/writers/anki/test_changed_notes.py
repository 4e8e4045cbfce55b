"""Of a few corrections only their notes are written, and none of them is forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support import write_bank
from support.kept_reading import Dict
from support.planned_notes import edit, notes, scene_in

from quizgen.model.assessment import Question
from quizgen.writers.anki.item_notes import ItemPlanner

MANY = "".join(
    f"- {{id: q{n}, type: flashcard, front: front {n}, back: back {n}, reference: x}}\n"
    for n in range(100)
)


def test_of_a_few_corrections_only_their_notes_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until there are many: then all are written, and the corrections before are not forgotten."""
    write_bank(tmp_path, MANY)
    store = Dict()
    notes(scene_in(tmp_path), store)
    (whole,) = store.values()
    planned: list[str] = []
    whole_notes = ItemPlanner.notes

    def spy(planner: ItemPlanner, question: Question, *others: Any) -> Any:
        planned.append(question.item.id.value)
        return whole_notes(planner, question, *others)

    monkeypatch.setattr(ItemPlanner, "notes", spy)
    sizes = []
    for number in range(30):
        edit(tmp_path, "people.yaml", f"back: back {number},", f"back: corrected {number},")
        scene = scene_in(tmp_path)
        expected = notes(scene)
        planned.clear()
        assert notes(scene, store) == expected
        assert notes(scene, store) == expected
        assert planned == [f"q{number}"]
        sizes.append(sum(map(len, store.values())) - len(whole))
    assert max(sizes[:5]) < len(whole) / 6
    assert max(sizes) < len(whole) / 2

"""Builds with kept notes leave the files of builds without, however long a bank is edited."""

from __future__ import annotations

import copy
import random
import shutil
from pathlib import Path

import pytest
from support.edited_project import Model, model, write
from support.editing import EDITS

from quizgen.commands.build.build import build
from quizgen.commands.cache.records import FOLDER
from quizgen.model.diagnostics import has_errors

BUILT = 1_700_000_000


def _without_paper(made: Model) -> Model:
    made = copy.deepcopy(made)
    for deck in made.decks.values():
        deck.pop("worksheets", None)
        deck.pop("flashcards", None)
    return made


@pytest.mark.parametrize("seed", range(2))
def test_after_years_of_changes_the_files_are_those_of_builds_without(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.writers.anki.artifacts.MIN_QUESTIONS", 1)
    chance, made = random.Random(seed), model()
    here, twin = tmp_path / "here", tmp_path / "twin"
    for step in range(25):
        before = copy.deepcopy(made)
        if step:
            chance.choice(EDITS)(made, chance)
        resend = ["people-1"] if chance.random() < 0.1 and step else []
        if resend and "people-1" not in {item["id"] for item in made.topics["people"]}:
            resend = []
        outputs = []
        for root in (here, twin):
            write(_without_paper(made), root)
            if root is twin:
                shutil.rmtree(root / FOLDER, ignore_errors=True)
            result = build(root, built=BUILT + step, resend=resend)
            found = [p for p in root.rglob("*") if p.is_file() and ".quizgen" not in p.parts]
            outputs.append({p.relative_to(root): p.read_bytes() for p in found})
        if has_errors(result.diagnostics):
            made = before
            continue
        assert outputs[0] == outputs[1], step
    assert list((here / FOLDER).glob("notes-*"))

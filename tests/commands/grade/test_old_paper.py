"""Paper of earlier builds, scanned: each circle is read where it was printed."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.commands import run
from support.scanner.machines import scan
from support.scanner.pens import Hand
from support.scanner.prints import DECK, graded_project, sheets_in
from support.scanner.pupils import Habits, fill_in
from support.scanner.trials import Sheet

QUESTIONS = "\n".join(
    f"- id: q{n}\n  type: multiple_choice\n  question: Which is the {n}. of them all?\n"
    f"  answer: Right\n  distractors: [{n} one, {n} two, {n} three]"
    for n in range(1, 12)
)


def scanned(sheet: Sheet, pupil: int) -> tuple[Image.Image, dict[str, str]]:
    """A scan of `sheet`, and what was chosen of each question, as the index of the option."""
    rng = np.random.default_rng(pupil)
    paper, layout = sheet.pages[0].copy(), sheet.layout.pages[0]
    habits = Habits(Hand.PEN, blank=0, erased=0, corrected=0, strays=0)
    filled = fill_in(paper, layout, sheet.layout.radius, habits, rng, f"{pupil:04}")
    meant = {layout.fields[n].question: "".join(marks) for n, marks in filled.meant.items()}
    return Image.fromarray(scan(paper, rng, bilevel=False).grey), meant


def test_two_prints_of_one_test_and_a_third_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    decks = (
        DECK,
        DECK.replace("forms: 2", "forms: 2\n  paper: letter"),  # the same digest, other places
        DECK.replace("A test of many things", "A test with another title"),
    )
    meant: dict[int, dict[str, str]] = {}
    pictures = []
    for number, deck in enumerate(decks):
        sheets = sheets_in(graded_project(root, QUESTIONS, deck))
        for form in (0, 1):
            pupil = 10 * number + form + 1
            picture, meant[pupil] = scanned(sheets[form], pupil)
            pictures.append(picture)
    corrected = QUESTIONS.replace(
        "answer: Right\n  distractors: [1 one,", "answer: 1 one\n  distractors: [Right,"
    )
    graded_project(root, corrected, decks[2])
    pictures[0].save(root / "scans.pdf", save_all=True, append_images=pictures[1:], quality=85)
    monkeypatch.chdir(root)
    assert run("grade", "scans.pdf", "--out", "results") == 0
    files = sorted((root / "results").glob("results-test*.csv"))
    assert len(files) == 2
    rows: dict[int, dict[str, str]] = {}
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows |= {int(r["pupil"]): r for r in csv.DictReader(file) if r["name"] != "key"}
    assert rows.keys() == meant.keys()
    for pupil, row in rows.items():
        chosen = meant[pupil]
        # Letters are those of the bank's own order when the sheet was printed.
        assert [row[f"q{n}"] for n in range(1, 12)] == [
            "ABCD"[int(chosen[f"q{n}"])] for n in range(1, 12)
        ]
        assert row["q1 points"] == str(int(chosen["q1"] == "1"))
        assert row["q2 points"] == str(int(chosen["q2"] == "0"))

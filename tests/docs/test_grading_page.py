"""The page of grading leads a class of 30 with two forms from the deck file to results."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.documentation import call, page
from support.scanner.machines import scan
from support.scanner.pens import Hand
from support.scanner.prints import graded_project, sheets_in
from support.scanner.pupils import Habits, fill_in

COUNT = 30
QUESTIONS = "\n".join(
    f"- id: {name}\n  type: multiple_choice\n  question: Which is the {name} of them all?\n"
    f"  answer: Right\n  distractors: [{name} one, {name} two, {name} three]"
    for name in ("host-city", "guest", "river", "bridge", "tower")
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of whose test a class of 30 has handed in sheets: pupils 1 to 29."""
    root = tmp_path_factory.mktemp("class-of-30")
    sheets = sheets_in(graded_project(root, QUESTIONS))
    rng = np.random.default_rng(30)
    scans = []
    for pupil in range(1, COUNT):
        sheet = sheets[pupil % 2]
        paper = sheet.pages[0].copy()
        habits = Habits(Hand.PEN if pupil % 3 else Hand.PENCIL, corrected=0, strays=0)
        layout = sheet.layout.pages[0]
        fill_in(paper, layout, sheet.layout.radius, habits, rng, f"{pupil:04}")
        scans.append(Image.fromarray(scan(paper, rng, bilevel=False).grey))
    rng.shuffle(order := np.arange(len(scans)))
    first, *rest = (scans[n] for n in order)
    first.save(root / "scans.pdf", save_all=True, append_images=rest, quality=80)
    names = [f"{n},Pupil {n},7b" for n in range(1, COUNT + 1)]
    (root / "class.csv").write_text("\n".join(["id,name,class", *names]), encoding="utf-8")
    return root


def lines() -> list[str]:
    """The commands of the page, in its order."""
    return [
        line
        for block in page("docs/grading.md").blocks
        if block.language == "sh"
        for line in block.content.splitlines()
        if line.startswith("quizgen grade")
    ]


def table(root: Path) -> list[dict[str, str]]:
    """The rows of the results without the key."""
    with (root / "results" / "results.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["name"] != "key"]


def test_the_page_is_walked_through(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    grade, again, withdraw = lines()
    first = call(grade)
    assert (first.exception, first.return_value or 0) == (None, 0), first.output
    rows = table(project)
    assert sorted(int(row["pupil"]) for row in rows) == [*range(1, COUNT)]
    assert {row["form"] for row in rows} == {"A", "B"}
    assert {row["name"] for row in rows} == {f"Pupil {n}" for n in range(1, COUNT)}
    assert "missing-pupil" in first.output
    for name in ("results.csv", "results.xlsx", "pupils.pdf", "questions.csv", "review.html"):
        assert (project / "results" / name).stat().st_size > 100
    # A person decides what is open, and nothing is read again.
    kept = json.loads((project / "results" / "readings.json").read_text("utf-8"))
    decisions = {
        f"{one['file']}#{one['page']}": {
            "rows": {str(row): marked[:1] for row, marked, doubt in one["rows"] if doubt}
        }
        for one in kept["pages"]
    }
    text = json.dumps({"pages": decisions})
    (project / "results" / "decisions.json").write_text(text, encoding="utf-8")
    (project / "scans.pdf").rename(project / "away.pdf")
    second = call(again)
    assert "nothing is open" in second.output
    third = call(withdraw)
    assert third.exception is None
    assert "host-city" not in table(project)[0]
    assert not [path for path in (project / "dist").rglob("*") if b"Pupil 7" in _content(path)]


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""

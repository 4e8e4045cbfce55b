"""How long `quizgen build` takes after one question was corrected, against building everything.

The project is a school's: many worksheets, each with its key, and a deck of everything. The
question stands on one of the worksheets.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.benchmarks.bank import BANK, SHEET
from tools.benchmarks.measure import Measurement, Sample, paired, project, show, whole_process

TARGET = 0.5
TOPICS = 40
ITEMS = 25
"""A topic's. With the forms, 200 PDF files and two packages."""


def rows(rounds: int = 9) -> Iterator[Measurement]:
    """Yield a build after one correction against a full build, `rounds` times each."""
    quizgen = Path(sys.executable).with_name("quizgen")
    with project(TOPICS * ITEMS, TOPICS) as root, project(TOPICS * ITEMS, TOPICS) as twin:
        for folder in (root, twin):
            _one_worksheet_a_topic(folder)
            whole_process(quizgen, "build", folder=folder)
        counter = itertools.count(1)

        def build(folder: Path, *how: str) -> Sample:
            correct(folder / BANK / "chapter-1.yaml", next(counter))
            return whole_process(quizgen, "build", *how, folder=folder)

        yield paired(
            f"one of {TOPICS * ITEMS} questions corrected, against all",
            lambda: build(root),
            lambda: build(twin, "--force"),
            target=TARGET,
            rounds=rounds,
        )


def _one_worksheet_a_topic(root: Path) -> None:
    """Write a deck file with a worksheet in two forms for each topic."""
    sheets = "".join(
        f"- name: sheet-{number}\n  title: Chapter {number}\n  forms: 2\n"
        f"  sections: [{{title: Questions, topics: chapter-{number}}}]\n"
        for number in range(1, TOPICS + 1)
    )
    (root / "decks" / f"{SHEET}.yaml").write_text(f"bank: bench\nworksheets:\n{sheets}")


def correct(path: Path, number: int) -> None:
    """Change the first question of the topic file `path` to one that has the word `number`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("  question: "))
    lines[first] = f"  question: In which year was charter {number} signed?"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    show(rows())

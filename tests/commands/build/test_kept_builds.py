"""Whatever is kept of earlier builds, and however a process is started, the bytes are the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import write_project

QUESTIONS = "".join(
    f"""\
- id: q{number}
  type: multiple_choice
  question: Which of the towns at the river had {number} gates when the wall was built?
  answer: Harbour town {number}
  distractors: [Salt town {number}, "Old *town* {number}", "Market & town {number}"]
  explain: The chronicle counts {number} gates in the year of the wall, and names each of them.
  reference: Chronicle of the ports, page {number}
"""
    for number in range(130)
)
QUESTIONS += """\
- id: towns
  type: matching
  question: Match each town to what it sold.
  pairs: {Harbour town: herring, Salt town: salt, Market town: cloth}
  reference: Chronicle of the ports
- id: years
  type: timeline
  question: Put these events in order.
  events: {1401: The gate was built., 1403: The wall was closed., 1404: The bridge fell.}
  reference: Chronicle of the ports
"""
"""More than the 100 questions, and in their file more than the 20,000 characters, of which anything
is kept."""

DECK = """\
bank: talks
anki: {deck: Talks}
worksheets:
- {name: sheet, title: One, forms: 2, sections: [{title: All, topics: [people], count: 9}]}
"""

PROGRAM = """\
import shutil, sys
from pathlib import Path
from quizgen.commands.build import build

root, jobs, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
[topic] = root.rglob("people.yaml")
cache = root / ".quizgen" / "cache"
for number in range(5):
    if number != 3:
        text = topic.read_text()
        topic.write_text(text.replace("The chronicle", f"The {number}th chronicle", 1))
    records = list(cache.iterdir()) if cache.exists() else []
    if how == "nothing kept":
        shutil.rmtree(cache, ignore_errors=True)
    for record in records:
        if how == "damaged":
            record.write_bytes(record.read_bytes()[:-1] + b"?")
        if how == "unsigned":
            record.write_bytes(record.read_bytes().partition(b"\\n")[2])
        if how == "another's":
            record.write_bytes(records[0].read_bytes())
    result = build.build(root, built=1_700_000_000 + number, jobs=jobs, force=number == 3)
    print(*sorted((d.name, d.message, d.span.line) for d in result.diagnostics), sep="\\n")
kinds = {path.name.partition("-")[0] for path in cache.iterdir()}
if not how:
    assert "changed" in kinds, "the notes of a correction are written alone"
print(*sorted(kinds - {"changed"}))  # there is none where no earlier record is believed
"""


def built(root: Path, jobs: int = 1, how: str = "", seed: int = 0) -> tuple[dict[str, bytes], str]:
    """All files after five builds, and what those said."""
    root.mkdir()
    write_project(root, QUESTIONS, deck=DECK)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, root, str(jobs), how],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )
    files = [p for p in root.rglob("*") if p.is_file() and ".quizgen" not in p.parts]
    return {str(p.relative_to(root)): p.read_bytes() for p in files}, done.stdout


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], str]:
    """A project that nobody disturbs."""
    files, words = built(tmp_path_factory.mktemp("kept") / "project")
    assert words.split("\n")[-2].split() == [
        *(".gitignore", "builds", "findings", "fonts", "notes", "results", "topic")
    ]
    assert {Path(name).suffix for name in files} >= {".apkg", ".pdf", ".ledger"}
    return files, words


@pytest.mark.parametrize("how", ["nothing kept", "damaged", "unsigned", "another's"])
def test_what_is_kept_changes_nothing(
    kept: tuple[dict[str, bytes], str], tmp_path: Path, how: str
) -> None:
    assert built(tmp_path / "project", how=how) == kept


@pytest.mark.parametrize(("jobs", "seed"), [(2, 1), (1, 2)])
def test_neither_jobs_nor_the_seed_of_hashes_changes_anything(
    kept: tuple[dict[str, bytes], str], tmp_path: Path, jobs: int, seed: int
) -> None:
    assert built(tmp_path / "project", jobs, seed=seed) == kept

"""Instructions that processes execute, counted by valgrind: the same on a busy machine.

    python -m tools.benchmarks.instructions     # some five minutes; needs valgrind

What waits (for the disk, for memory) does not count, so a ratio here is not one of times. But it
tells to 1 % whether a change made something faster, where times beside other work tell nothing.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tools.benchmarks.apkg import BARE_GENANKI, BUILD, notes_of
from tools.benchmarks.bank import BANK, CARDS
from tools.benchmarks.corrected import REPOSITORY
from tools.benchmarks.measure import environment, project
from tools.benchmarks.partial import correct

VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


class InstructionCount(NamedTuple):
    """The millions of instructions of both sides of a `claim`, and the ratio to reach."""

    claim: str
    ours: float
    theirs: float
    target: float


def millions(*command: object, folder: Path | None = None) -> float:
    """Return how many millions of instructions `command` executes in `folder`."""
    run = [*VALGRIND, *map(str, command)]
    fixed = {**environment(), "PYTHONHASHSEED": "0"}
    done = subprocess.run(run, check=True, capture_output=True, text=True, cwd=folder, env=fixed)
    count = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    assert count, done.stderr
    return int(count[1].replace(",", "")) / 1e6


def rows() -> Iterator[InstructionCount]:
    """Yield what users do all day, and a bank of 1,000 items."""
    python, quizgen = sys.executable, Path(sys.executable).with_name("quizgen")
    click = millions(python, "-c", "import click")
    libraries = millions(python, "-c", "import click, reportlab, genanki")
    with tempfile.TemporaryDirectory(prefix="quizgen-bench-") as name:
        root = Path(name)
        for folder in ("question_bank", "decks"):
            shutil.copytree(REPOSITORY / folder, root / folder)
        topic = min(root.glob("question_bank/*/[!b]*.yaml"))  # the first of any file system
        for number in (1, 2):
            correct(topic, number)
            _run(quizgen, "build", folder=root)
        yield InstructionCount("quizgen --help", millions(python, quizgen, "--help"), click, 1.3)
        correct(topic, 3)
        count = millions(python, quizgen, "check", folder=root)
        yield InstructionCount("check of the sample after a save", count, click, 3)
        count = millions(python, quizgen, "build", "--jobs", "1", folder=root)
        yield InstructionCount("build of the sample after a save", count, libraries, 3)
    with project(1_000) as root:
        yield from _thousand(root, python)


def _thousand(root: Path, python: str) -> Iterator[InstructionCount]:
    deck, out, topic = root / "decks" / f"{CARDS}.yaml", root / "dist", root / BANK
    for number in (1, 2, 3):
        correct(topic / "chapter-1.yaml", number)
        _run(python, "-c", CORRECTED, root, CARDS, 1_700_000_000 + number)
    notes = root / "notes.json"
    notes.write_text(json.dumps(notes_of(out / CARDS / f"{CARDS}.apkg", root)), encoding="utf-8")
    genanki = millions(python, BARE_GENANKI, notes, root / "genanki.apkg")
    correct(topic / "chapter-1.yaml", 4)
    count = millions(python, "-c", CORRECTED, root, CARDS, 1_700_000_004)
    yield InstructionCount(".apkg of 1,000, one question corrected", count, genanki, 2)
    shutil.rmtree(root / ".quizgen")
    count = millions(python, "-c", BUILD, root, deck, out)
    yield InstructionCount(".apkg of 1,000, nothing kept", count, genanki, 4)
    shutil.rmtree(root / ".quizgen")
    loading = f"import yaml\nfor name in {[str(p) for p in topic.glob('chapter-*.yaml')]!r}:\n"
    loading += "    yaml.load(open(name, 'rb'), yaml.CSafeLoader)"
    count = millions(python, "-c", CHECK, root / BANK)
    yield InstructionCount(
        "load and check 1,000, nothing kept", count, millions(python, "-c", loading), 1.2
    )


CORRECTED = """
import sys
import quizgen
root, deck, built = sys.argv[1:]
assert quizgen.build(root, [deck], built=int(built)).files
"""

CHECK = """
import sys
import quizgen
quizgen.check(sys.argv[1])
"""


def _run(*command: object, folder: Path | None = None) -> None:
    run = [str(part) for part in command]
    subprocess.run(run, check=True, capture_output=True, cwd=folder, env=environment())


def main(rows: Callable[[], Iterator[InstructionCount]] = rows) -> None:
    """Print a line for each row, in millions of instructions."""
    print(f"{'claim':44}{'quizgen':>10}{'other':>8}{'ratio':>8}{'goal':>7}", flush=True)
    for row in rows():
        ratio = row.ours / row.theirs
        print(
            f"{row.claim:44}{row.ours:10.0f}{row.theirs:8.0f}{ratio:8.2f}{row.target:7g}",
            flush=True,
        )


if __name__ == "__main__":
    main()

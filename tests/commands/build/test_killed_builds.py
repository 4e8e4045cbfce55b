"""``kill -9`` at random instants of a build: the old state or the new one, never a mixture.

20 instants a run of the suite. For more, and to see where they fell:
``QUIZGEN_KILLS=200 python -m pytest -s tests/commands/build/test_killed_builds.py``.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from support import CHOICE, DECK, write_project

from quizgen import build
from quizgen.project.layout import Project
from quizgen.project.save import recover

BUILT = 1_700_000_000
KILLS = int(os.environ.get("QUIZGEN_KILLS", "20"))
LONGEST = 60.0
"""Seconds after which a build that was not killed counts as hanging."""

REMOVED = CHOICE.replace("host-city", "second")
CHANGED = CHOICE.replace("In which city", "In which capital")

State = dict[str, bytes]


def written(root: Path) -> State:
    """What builds write, by its path. Nothing else is there but what a kill left behind."""
    files = [*(root / "dist").rglob("*"), *root.glob("*/*.ledger"), *root.glob("*/*/*.ledger")]
    return {str(p.relative_to(root)): p.read_bytes() for p in files if p.is_file()}


def rebuilt(root: Path) -> State:
    result = build(root, built=BUILT + 60)
    assert result.files or result.up_to_date
    return written(root)


def start(root: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "quizgen", "build"],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(BUILT + 60)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def wait_for(pattern: str, folder: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until a file of that name is in `folder`, or until the build is done."""
    end = time.monotonic() + LONGEST
    while not any(folder.glob(pattern)) and process.poll() is None:
        assert time.monotonic() < end


def kill(process: subprocess.Popen[bytes]) -> bool:
    """Whether it was still at work."""
    process.kill()
    return process.wait() != 0


def test_a_killed_build_leaves_the_old_state_or_the_new(tmp_path: Path) -> None:
    before = write_project(tmp_path / "before", CHOICE + REMOVED)
    build(before, built=BUILT)
    old = written(before)
    write_project(before, CHANGED, deck=DECK.replace("name: sheet", "name: new"))
    new = rebuilt(shutil.copytree(before, tmp_path / "after"))
    assert "dist/talks/talks-update.apkg" in new
    ledger = "question_bank/talks/bank.ledger"
    assert old[ledger] != new[ledger]
    started = time.monotonic()
    assert start(shutil.copytree(before, tmp_path / "timed")).wait() == 0
    took = time.monotonic() - started

    instants = random.Random(os.environ.get("QUIZGEN_KILL_SEED", "kill -9"))
    found: Counter[str] = Counter()
    for number in range(KILLS):
        root: Path = shutil.copytree(before, tmp_path / "victim")
        process = start(root)
        journal = Project(root).journal
        match number % 3:
            case 0:
                time.sleep(instants.uniform(0, took))
            case 1:
                wait_for(".*", root / "dist/talks", process)
                time.sleep(instants.uniform(0, 0.02))
            case _:
                wait_for(journal.name, journal.parent, process)
        at_work = kill(process)
        found["in the middle of renaming" if journal.exists() else "elsewhere"] += 1
        found["at work" if at_work else "done before the kill"] += 1
        recover(journal)
        state = {path: content for path, content in written(root).items() if "/." not in path}
        assert state in (old, new), f"instant {number}: a mixture"
        found["old state" if state == old else "new state"] += 1
        assert rebuilt(root) == new, f"instant {number}: the next build"
        shutil.rmtree(root)
    sys.stdout.write(f"\n{KILLS} kills of builds of {took:.2f} s: {dict(found)}\n")

"""How long `quizgen build` takes when nothing has changed, against importing click alone."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tools.benchmarks.measure import Measurement, paired, project, show, whole_process

TARGET = 1.3
FILES = 100


def rows(rounds: int = 41) -> Iterator[Measurement]:
    """Yield a build with nothing to do against the import of click, `rounds` times each."""
    quizgen = Path(sys.executable).with_name("quizgen")
    with project(FILES * 10, FILES) as root:
        whole_process(quizgen, "build", "--force", folder=root)
        _age(root)
        whole_process(quizgen, "build", folder=root)
        yield paired(
            f"quizgen build, nothing changed in {FILES} files",
            lambda: whole_process(quizgen, "build", folder=root),
            lambda: whole_process(sys.executable, "-c", "import click", folder=root),
            target=TARGET,
            rounds=rounds,
        )


def _age(root: Path) -> None:
    """Wait until the times of all files are old enough to prove that the files are unchanged."""
    newest = max(path.stat().st_mtime for path in root.rglob("*") if path.is_file())
    time.sleep(max(0.0, newest + 3 - time.time()))


if __name__ == "__main__":
    show(rows())

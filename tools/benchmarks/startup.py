"""How long a user waits for `quizgen --help`, against what importing click alone takes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tools.benchmarks.measure import Measurement, paired, show, whole_process

TARGET = 1.3


def rows(rounds: int = 41) -> Iterator[Measurement]:
    """Yield ``quizgen --help`` against the import of click, `rounds` times each."""
    quizgen = Path(sys.executable).with_name("quizgen")
    yield paired(
        "quizgen --help, against importing click",
        lambda: whole_process(quizgen, "--help"),
        lambda: whole_process(sys.executable, "-c", "import click"),
        target=TARGET,
        rounds=rounds,
    )


if __name__ == "__main__":
    show(rows())

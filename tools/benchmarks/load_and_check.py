"""Reading and checking 10,000 items against PyYAML's C loader alone on the same files."""

from __future__ import annotations

from collections.abc import Iterator

from tools.benchmarks.bank import BANK, TOPICS
from tools.benchmarks.measure import Measurement, Work, paired, project, show, work_alone

TARGET = 1.2

QUIZGEN = Work(
    setup="from pathlib import Path; from quizgen.commands.workspace import Workspace",
    work="workspace = Workspace(jobs=2); bank = workspace.bank(Path(arguments[0]))",
)
PYYAML = Work(
    setup="from pathlib import Path; import yaml",
    work="""
documents = [
    yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    for path in Path(arguments[0]).glob("*.yaml")
]
""",
)


def rows(items: int = 10_000, rounds: int = 7) -> Iterator[Measurement]:
    """Measure one file and many. PyYAML's garbage collections take longer in a large file."""
    for topics in (TOPICS, 1):
        with project(items, topics) as root:
            yield paired(
                f"load and check {items:,}, topic files: {topics}",
                lambda folder=root / BANK: work_alone(QUIZGEN, folder),  # type: ignore[misc]
                lambda folder=root / BANK: work_alone(PYYAML, folder),  # type: ignore[misc]
                target=TARGET,
                rounds=rounds,
            )


if __name__ == "__main__":
    show(rows())

"""Ten times the items, how many times the time. Start-up is left out: it would hide growth."""

from __future__ import annotations

from collections.abc import Iterator

from tools.benchmarks.bank import CARDS, SHEET
from tools.benchmarks.measure import Measurement, Work, paired, project, show, work_alone

TARGET = 12
LARGE_TARGET = 11

BUILD = Work(
    setup="from pathlib import Path; from quizgen import build",
    work="""
root = Path(arguments[0])
result = build(root, [arguments[1]], built=1_700_000_000, out=root / "dist", force=True)
assert result.files, result.diagnostics
""",
)


def rows(small: int = 1_000, rounds: int = 3) -> Iterator[Measurement]:
    """Yield builds of ten times `small` items against `small`, for the package and a sheet.

    The last is a package of a hundred times `small` against ten times, once: it takes a minute.
    """
    large = 10 * small
    with project(large) as many, project(small) as few:
        for deck, what in ((CARDS, ".apkg"), (SHEET, "worksheet")):
            yield paired(
                f"{what}, {large:,} items against {small:,}",
                lambda deck=deck: work_alone(BUILD, many, deck),  # type: ignore[misc]
                lambda deck=deck: work_alone(BUILD, few, deck),  # type: ignore[misc]
                target=TARGET,
                rounds=rounds,
            )
    with project(100 * small) as many, project(large) as few:
        yield paired(
            f".apkg, {100 * small:,} items against {large:,}",
            lambda: work_alone(BUILD, many, CARDS),
            lambda: work_alone(BUILD, few, CARDS),
            target=LARGE_TARGET,
            rounds=1,
        )


if __name__ == "__main__":
    show(rows())

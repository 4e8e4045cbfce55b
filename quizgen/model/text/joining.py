"""Runs without empty ones, and with neighbours that look the same as one."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.model.text.runs import Run, Styled


def joined(runs: Iterable[Run]) -> list[Run]:
    """Return `runs` without empty runs, and with neighbours of the same style joined."""
    joined_runs: list[Run] = []
    for run in runs:
        append_run(joined_runs, run)
    return joined_runs


def append_run(runs: list[Run], run: Run) -> None:
    """Add `run` to `runs`, joined with the last of them if both have the same style and link.

    An empty run is not added.
    """
    last = runs[-1] if runs else None
    match last, run:
        case _, ("" | Styled(text="")):
            return
        case str(), str():
            runs[-1] = last + run
        case Styled(), Styled() if (last.style, last.link) == (run.style, run.link):
            runs[-1] = Styled(last.text + run.text, run.style, run.link)
        case _:
            runs.append(run)

"""Timing two sides against each other in one run, and one line of a table for the result.

A machine's speed changes from minute to minute, so a time alone says little. Both sides take
turns (A B A B …) and what counts is the median of the rounds' ratios.
"""

from __future__ import annotations

import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.benchmarks.bank import TOPICS, write_project


class Sample(NamedTuple):
    """A run of a side; `seconds` is its time.

    `peak` is its largest resident memory in MB, if measured, and `pages` the number of pages
    that it printed, if any.
    """

    seconds: float
    peak: float = 0.0
    pages: int = 0


class Measurement(NamedTuple):
    """The result for a claim: the best run of each side, and the median ratio of the rounds."""

    claim: str
    ours: Sample
    theirs: Sample
    ratio: float
    target: float


class Work(NamedTuple):
    """Python to time: `setup` is not counted, `work` is. Both see `arguments`, all strings.

    `pages` is an expression for how many pages the work came to, and `seconds` one for its time,
    if that is not the time from its beginning to its end.
    """

    setup: str
    work: str
    pages: str = "0"
    seconds: str = "end - start"


_PROGRAM = """\
import json, resource, sys, time
arguments = sys.argv[1:]
{setup}
start = time.perf_counter()
{work}
end = time.perf_counter()
seconds = {seconds}
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([seconds, peak, {pages}]))
"""

_ROOT = Path(__file__).parents[2]
"""Where new interpreters start: they find the benchmarks there."""


def work_alone(work: Work, *arguments: object) -> Sample:
    """Time `work` in a new interpreter, after its imports."""
    program = _PROGRAM.format(**work._asdict())
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return Sample(*json.loads(_run(command, _ROOT)))


def whole_process(*command: object, folder: Path | None = None) -> Sample:
    """Time `command` from its start to its end; in `folder`, if given."""
    start = time.perf_counter()
    _run([str(part) for part in command], folder)
    return Sample(time.perf_counter() - start)


def _run(command: Sequence[str], folder: Path | None = None) -> str:
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=folder, env=environment()
    )
    return done.stdout


def environment() -> dict[str, str]:
    """Return our own environment, in which Python keeps the modules that it has compiled.

    With ``PYTHONDONTWRITEBYTECODE`` a checkout is compiled at each start, which no user's
    installation is: `quizgen check` then takes half as long again.
    """
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def paired(
    claim: str,
    ours: Callable[[], Sample],
    theirs: Callable[[], Sample],
    *,
    target: float,
    rounds: int,
) -> Measurement:
    """Run the two sides in turn, `rounds` times each, after a first turn that does not count.

    A single round is without a first turn: it is for what takes a minute.
    """
    if rounds > 1:
        ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    ratio = statistics.median(our.seconds / their.seconds for our, their in pairs)
    best_ours = min(our for our, _ in pairs)
    best_theirs = min(their for _, their in pairs)
    return Measurement(claim, best_ours, best_theirs, ratio, target)


@contextlib.contextmanager
def project(items: int, topics: int = TOPICS) -> Iterator[Path]:
    """Yield a generated project, which is deleted afterwards."""
    with tempfile.TemporaryDirectory(prefix="quizgen-bench-") as name:
        write_project(Path(name), items, topics)
        yield Path(name)


HEADING = f"{'claim':48}{'quizgen':>10}{'other':>10}{'ratio':>8}{'target':>9}"


def line(row: Measurement) -> str:
    """Format `row` as a line of the table. OVER is a result, not a failure."""
    verdict = "OK" if row.ratio <= row.target else "OVER"
    peak = f"  peak {row.ours.peak:.0f} MB, {row.theirs.peak:.0f} MB" if row.ours.peak else ""
    pages = f"  pages/s {_pace(row.ours)}, {_pace(row.theirs)}" if row.ours.pages else ""
    return (
        f"{row.claim:48}{row.ours.seconds:8.3f} s{row.theirs.seconds:8.3f} s"
        f"{row.ratio:8.2f}{f'≤ {round(row.target, 2):g}':>9}  {verdict}{peak}{pages}"
    )


def _pace(sample: Sample) -> str:
    return f"{sample.pages / sample.seconds:.0f}"


def show(rows: Iterable[Measurement]) -> None:
    """Print each row as soon as it is measured, or the reason why it cannot be measured."""
    try:
        for row in rows:
            print(line(row), flush=True)
    except subprocess.CalledProcessError as error:
        reason = (error.stderr or error.stdout).strip().splitlines() or [str(error)]
        print(f"not measured: {reason[-1]}", flush=True)

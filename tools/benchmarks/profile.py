"""Where the time goes: µs an item by step of a build, and ms a start by package imported.

python -m tools.benchmarks.profile

A profile for whoever makes something faster; the claims to users are in the other files.
"""

from __future__ import annotations

import collections
import functools
import importlib
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from quizgen.commands.build.build import build
from tools.benchmarks.bank import CARDS
from tools.benchmarks.measure import environment, project

STEPS = {
    "YAML to nodes": "quizgen.readers.topic_file.parse_root",
    "nodes to items": "quizgen.readers.topic_file.read_item",
    "checks": "quizgen.commands.workspace.check_bank",
    "choosing items": "quizgen.commands.workspace.assemble",
    "notes and ledger": "quizgen.writers.anki.artifacts.plan",
    "fingerprint": "quizgen.commands.build.outputs.Fingerprinter.digest",
    "packing": "quizgen.writers.anki.artifacts.package",
    "writing files": "quizgen.commands.build.build.commit_build",
}
"""The functions that a build of an Anki deck spends its time in, as their callers name them."""

ROUNDS = 5
SHARE = 0.01
"""Packages below this share of all imports are added up in one line."""


def steps(items: int) -> Iterator[tuple[str, float]]:
    """Yield the µs an item of each step of a build that remembers nothing, the best of `ROUNDS`."""
    times: collections.Counter[str] = collections.Counter()
    for label, name in STEPS.items():
        _time_calls(label, name, times)
    best: dict[str, float] = {}
    with project(items) as root:
        for _ in range(ROUNDS):
            times.clear()
            shutil.rmtree(root / ".quizgen", ignore_errors=True)  # what the last round remembers
            start = time.perf_counter()
            build(root, [CARDS], built=1_700_000_000, force=True)
            times["everything"] = time.perf_counter() - start  # type: ignore[assignment]
            for label, seconds in times.items():
                best[label] = min(best.get(label, seconds), seconds)
    yield from ((label, best[label] / items * 1e6) for label in (*STEPS, "everything"))


def _time_calls(label: str, name: str, times: collections.Counter[str]) -> None:
    """Put a function in the place of `name` that adds the seconds of its calls to `times`."""
    place, _, attribute = name.rpartition(".")
    owner = _named(place)
    timed: Callable[..., Any] = getattr(owner, attribute)

    @functools.wraps(timed)
    def call(*arguments: Any, **options: Any) -> Any:
        start = time.perf_counter()
        try:
            return timed(*arguments, **options)
        finally:
            times[label] += time.perf_counter() - start  # type: ignore[assignment]

    setattr(owner, attribute, call)


def _named(name: str) -> Any:
    """Return the module `name`, or the class `name` of a module."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        module, _, attribute = name.rpartition(".")
        return getattr(importlib.import_module(module), attribute)


def imports(*command: str, folder: Path) -> Iterator[tuple[str, float, int]]:
    """Yield the packages that ``quizgen COMMAND`` imports in `folder`, the slowest first.

    Each comes with its ms, the best of `ROUNDS`, and its number of modules. Of quizgen's own
    modules the rooms are told apart.
    """
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for module, seconds in _import_times(*command, folder=folder):
            best[module] = min(best.get(module, seconds), seconds)
    sums: collections.Counter[str] = collections.Counter()
    counts: collections.Counter[str] = collections.Counter()
    for module, milliseconds in best.items():
        parts = 2 if module.startswith("quizgen.") else 1
        package = ".".join(module.split(".")[:parts])
        if package in sys.stdlib_module_names:
            package = "the standard library"
        sums[package] += milliseconds  # type: ignore[assignment]
        counts[package] += 1
    least = SHARE * sum(sums.values())
    large = {package for package, milliseconds in sums.items() if milliseconds >= least}
    for package in sorted(large, key=lambda package: -sums[package]):
        yield package, sums[package], counts[package]
    small = sums.keys() - large
    yield "all others", sum(sums[p] for p in small), sum(counts[p] for p in small)


def _import_times(*command: str, folder: Path) -> Iterator[tuple[str, float]]:
    quizgen = Path(sys.executable).with_name("quizgen")
    run = [sys.executable, "-X", "importtime", str(quizgen), *command]
    done = subprocess.run(run, capture_output=True, text=True, cwd=folder, env=environment())
    for line in done.stderr.splitlines():
        if row := re.match(r"import time: +(\d+) \| +\d+ \| +(\S+)", line):
            yield row[2], int(row[1]) / 1000


def main(items: int = 3_000) -> None:
    """Print both tables."""
    print(f"µs an item, {items:,} items, nothing remembered")
    for label, microseconds in steps(items):
        print(f"    {label:24}{microseconds:8.1f}")
    with project(60) as root:
        build(root, [CARDS], built=1_700_000_000)
        for command in (("build", CARDS, "--force"), ("check",)):
            print(f"ms a start, and modules: quizgen {' '.join(command)}")
            for package, milliseconds, count in imports(*command, folder=root):
                print(f"    {package:24}{milliseconds:8.1f}{count:6}")


if __name__ == "__main__":
    main()

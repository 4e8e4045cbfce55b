"""Try the mutants: see the package's docstring."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from queue import Queue
from typing import TypeVar

from tools.mutants.mutant import Mutant
from tools.mutants.table import MUTANTS

T = TypeVar("T")

ROOT = Path(__file__).parents[2]
COPIED = ("quizgen", "tests", "tools", "question_bank", "decks", "dist", "docs", "pyproject.toml")
AT_ONCE = 2
SECONDS = 300


def killed(mutant: Mutant, root: Path) -> bool:
    """Return whether a test of `mutant` fails once it is put into the copy at `root`.

    Raises ValueError where the table does not fit the file any more.
    """
    path = root / "quizgen" / mutant.file
    before = path.read_text("utf-8")
    if before.count(mutant.old) != 1:
        raise ValueError(f"{mutant.file} does not hold this once: {mutant.old}")
    path.write_text(before.replace(mutant.old, mutant.new), "utf-8")
    try:
        return not passes(mutant.tests, root)
    finally:
        path.write_text(before, "utf-8")


def passes(tests: str, root: Path) -> bool:
    """Return whether `tests`, paths with spaces between, pass in the copy at `root`."""
    options = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--no-header"]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *tests.split()],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main(words: list[str]) -> int:
    """Try the mutants whose files hold one of `words`; return 1 where any survives."""
    chosen = [m for m in MUTANTS if not words or any(word in m.file for word in words)]
    copies: Queue[Path] = Queue()
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(AT_ONCE):
            copy = Path(folder, str(number))
            copy.mkdir()
            for name in COPIED:
                source = ROOT / name
                copied = shutil.copytree if source.is_dir() else shutil.copy
                copied(source, copy / name)
            copies.put(copy)

        def tried(act: Callable[[T, Path], bool], what: T) -> bool:
            copy = copies.get()
            try:
                return act(what, copy)
            finally:
                copies.put(copy)

        with ThreadPoolExecutor(AT_ONCE) as pool:
            tests = sorted({mutant.tests for mutant in chosen})
            for names, is_green in zip(tests, pool.map(partial(tried, passes), tests), strict=True):
                if not is_green:
                    raise SystemExit(f"red without any mutant: {names}")
            for mutant, is_killed in zip(
                chosen, pool.map(partial(tried, killed), chosen), strict=True
            ):
                if not is_killed:
                    survivors.append(mutant)
                    print(f"survived: {mutant.file}: {mutant.old!r} -> {mutant.new!r}", flush=True)
    print(f"{len(chosen) - len(survivors)} of {len(chosen)} mutants killed")
    return int(bool(survivors))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What users do all day: one question is corrected, and then checked or built.

Three sides stand for what a user would wait for anyway: genanki alone writing the same notes,
and Python importing the libraries that the command needs. A correction is another one each time.
"""

from __future__ import annotations

import itertools
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.benchmarks.apkg import BARE_GENANKI, notes_of
from tools.benchmarks.bank import BANK, CARDS
from tools.benchmarks.measure import Measurement, Sample, paired, project, show, whole_process
from tools.benchmarks.partial import correct

REPOSITORY = Path(__file__).parents[2]

SIZES = ((10_000, 2.2), (1_000, 2.0))
"""Items, and the ratio to reach."""

_BUILD = """
import sys
import quizgen
root, deck, built = sys.argv[1:]
result = quizgen.build(root, [deck], built=int(built), jobs=2)
assert result.files, result.diagnostics
"""


def rows(
    sizes: tuple[tuple[int, float], ...] = SIZES, rounds: int = 7, sample_rounds: int = 15
) -> Iterator[Measurement]:
    """Yield the decks of `sizes`, pairs of items and the ratio to reach, and the sample's rows."""
    for items, target in sizes:
        with project(items) as root:
            yield _deck(items, target, rounds, root)
    with tempfile.TemporaryDirectory(prefix="quizgen-bench-") as name:
        yield from _sample(Path(name), sample_rounds)


def _deck(items: int, target: float, rounds: int, root: Path) -> Measurement:
    counter = itertools.count(1)
    topic = root / BANK / "chapter-1.yaml"

    def quizgen() -> Sample:
        number = next(counter)
        correct(topic, number)
        built = 1_700_000_000 + number
        return whole_process(sys.executable, "-c", _BUILD, root, CARDS, built)

    quizgen(), quizgen()  # a topic file is kept from the second time on
    notes = root / "notes.json"
    package = root / "dist" / CARDS / f"{CARDS}.apkg"
    notes.write_text(json.dumps(notes_of(package, root)), encoding="utf-8")
    genanki = (sys.executable, BARE_GENANKI, notes, root / "genanki.apkg")
    return paired(
        f".apkg of {items:,}, one question corrected",
        quizgen,
        lambda: whole_process(*genanki),
        target=target,
        rounds=rounds,
    )


def _sample(root: Path, rounds: int) -> Iterator[Measurement]:
    """Yield the check and the build of the sample bank after a save, and its build in two jobs."""
    for folder in ("question_bank", "decks"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    quizgen = Path(sys.executable).with_name("quizgen")
    topic = min(root.glob("question_bank/*/[!b]*.yaml"))  # the first of any file system
    counter = itertools.count(1)

    def after_a_save(*command: str) -> Callable[[], Sample]:
        def run() -> Sample:
            correct(topic, next(counter))
            return whole_process(quizgen, *command, folder=root)

        return run

    def importing(modules: str) -> Callable[[], Sample]:
        return lambda: whole_process(sys.executable, "-c", f"import {modules}", folder=root)

    after_a_save("build")()
    check, build = after_a_save("check"), after_a_save("build")
    yield paired(
        "check of the sample after a save", check, importing("click"), target=3, rounds=rounds
    )
    yield paired(
        "build of the sample after a save",
        build,
        importing("click, reportlab, genanki"),
        target=3,
        rounds=rounds,
    )

    def forced(jobs: int) -> Callable[[], Sample]:
        return lambda: whole_process(quizgen, "build", "--force", "--jobs", str(jobs), folder=root)

    yield paired(
        "all files of the sample, --jobs 2 against 1", forced(2), forced(1), target=0.6, rounds=7
    )


if __name__ == "__main__":
    show(rows())

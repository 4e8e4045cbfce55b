"""`python -m tools.scan_trials FOLDER --sheets 1000 --seed 1`: see `tools.scan_trials`."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from support.scanner.trials import Outcome, Sheet, printed, trial

_sheets: list[Sheet] = []


def _prepare(folder: Path) -> None:
    import cv2

    cv2.setNumThreads(1)
    _sheets.extend(printed(folder))


def _run(seed: int) -> Outcome:
    return trial(_sheets[seed % len(_sheets)], seed)


def main() -> int:
    """Read the sheets, and print what was wrong and how much was in doubt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="of dist/, with answer-sheets.json")
    parser.add_argument("--sheets", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    start = time.perf_counter()
    seeds = range(options.seed, options.seed + options.sheets)
    outcomes: list[Outcome] = []
    with ProcessPoolExecutor(
        options.jobs, initializer=_prepare, initargs=(options.folder,)
    ) as pool:
        for outcome in pool.map(_run, seeds, chunksize=4):
            outcomes.append(outcome)
            if outcome.silent or outcome.unreadable or outcome.doubtful_digits:
                notes = [
                    outcome.unreadable,
                    f"{outcome.doubtful_digits} digits in doubt" * bool(outcome.doubtful_digits),
                    *outcome.silent[:4],
                ]
                print(outcome.seed, outcome.kind, outcome.hand, *filter(None, notes), sep=" | ")
    read = [one for one in outcomes if not one.unreadable]
    questions = sum(one.questions for one in read)
    doubtful = sum(one.questions_in_doubt for one in read)
    kinds: Counter[str] = Counter()
    groups: dict[tuple[str, str], list[int]] = {}
    for one in read:
        kinds.update(one.doubts)
        group = groups.setdefault((one.kind, one.hand), [0, 0, 0])
        group[0] += one.questions
        group[1] += one.questions_in_doubt
        group[2] += len(one.silent)
    for name, (count, doubts, silent) in sorted(groups.items()):
        print(
            f"{' / '.join(name):28} {count:6} questions, {100 * doubts / count:5.1f} % in doubt, "
            f"{silent} silent"
        )
    print(dict(kinds))
    print(
        f"{len(outcomes)} sheets, {len(outcomes) - len(read)} unreadable; {questions} questions: "
        f"{sum(len(one.silent) for one in read)} silent errors, "
        f"{100 * doubtful / max(1, questions):.2f} % in doubt; digits: "
        f"{sum(one.wrong_digits for one in read)} wrong, "
        f"{sum(one.doubtful_digits for one in read)} in doubt; "
        f"{time.perf_counter() - start:.0f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

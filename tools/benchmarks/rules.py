"""The item writer's rules against loading alone, and how the rules over whole banks grow."""

from __future__ import annotations

from collections.abc import Iterator

from tools.benchmarks.bank import BANK
from tools.benchmarks.measure import Measurement, Work, paired, project, show, work_alone

PER_ITEM_TARGET = 2.0
"""Loading and the rules that look at one item, against loading (issue 5)."""

GROWTH_TARGET = 2.15
"""Twice the items: n log n makes 2 · log 20,000 / log 10,000."""

_SETUP = """
from pathlib import Path
from quizgen.checks.run import run_checks
from quizgen.checks.rules import RULES, BankRule
from quizgen.checks.nlp import AnalyzedBank
from quizgen.readers.gc_pause import gc_paused
from quizgen.model.diagnostics import Report
from quizgen.readers.bank_folder import read_bank
of_bank = [rule for rule in RULES if isinstance(rule, BankRule)]
of_items = [rule for rule in RULES if not isinstance(rule, BankRule)]
"""
LOADING = Work(_SETUP, "read_bank(Path(arguments[0]), Report())")
PER_ITEM = Work(
    _SETUP,
    """
with gc_paused():
    bank = read_bank(Path(arguments[0]), Report())
    list(run_checks(AnalyzedBank(bank), of_items))
""",
)
OVER_BANK = Work(
    _SETUP
    + """
bank = AnalyzedBank(read_bank(Path(arguments[0]), Report()))
for item in bank.bank.items:
    bank.analyzed(item)
""",
    "with gc_paused(): list(run_checks(bank, of_bank))",
)


def rows(items: int = 10_000, rounds: int = 5) -> Iterator[Measurement]:
    """Yield load and rules against load alone, for `items` and for twice as many."""
    with project(items) as few, project(2 * items) as many:
        yield paired(
            f"load and per-item rules, {items:,}, against load",
            lambda: work_alone(PER_ITEM, few / BANK),
            lambda: work_alone(LOADING, few / BANK),
            target=PER_ITEM_TARGET,
            rounds=rounds,
        )
        yield paired(
            f"rules over a bank, {2 * items:,} against {items:,}",
            lambda: work_alone(OVER_BANK, many / BANK),
            lambda: work_alone(OVER_BANK, few / BANK),
            target=GROWTH_TARGET,
            rounds=rounds,
        )


if __name__ == "__main__":
    show(rows())

"""The checks. To add one, write its file and add a line here."""

from quizgen.bank import Bank
from quizgen.checks.base import Check
from quizgen.checks.duplicate_guids import duplicate_guids
from quizgen.checks.duplicate_ids import duplicate_ids
from quizgen.checks.evidence import evidence_in_passage
from quizgen.checks.formulas import formulas_are_whole
from quizgen.checks.renames import renames_are_clear
from quizgen.checks.repeated_options import repeated_options
from quizgen.checks.sources import every_item_has_a_source
from quizgen.diagnostics import Report

CHECKS: tuple[Check, ...] = (
    duplicate_ids,
    duplicate_guids,
    renames_are_clear,
    repeated_options,
    evidence_in_passage,
    formulas_are_whole,
    every_item_has_a_source,
)


def check_bank(bank: Bank, report: Report) -> None:
    """Run every check over `bank`."""
    for check in CHECKS:
        check(bank, report)


__all__ = ["CHECKS", "Check", "check_bank"]

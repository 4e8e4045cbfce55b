"""The checks. To add one, write its file and add a line here."""

from quizgen.checks.base import Check
from quizgen.checks.cited_lines import lines_have_evidence
from quizgen.checks.composed_texts import texts_are_composed
from quizgen.checks.duplicate_guids import duplicate_guids
from quizgen.checks.duplicate_ids import duplicate_ids
from quizgen.checks.evidence import evidence_in_passage
from quizgen.checks.formulas import formulas_are_whole
from quizgen.checks.glossary import terms_in_passage
from quizgen.checks.ignores import leave_out_ignored
from quizgen.checks.item_writing import item_writing
from quizgen.checks.renames import renames_are_clear
from quizgen.checks.repeated_options import repeated_options
from quizgen.checks.sources import every_item_has_a_source
from quizgen.checks.tag_spelling import tags_are_spelled_one_way
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Report

CHECKS: tuple[Check, ...] = (
    duplicate_ids,
    duplicate_guids,
    renames_are_clear,
    tags_are_spelled_one_way,
    repeated_options,
    evidence_in_passage,
    lines_have_evidence,
    terms_in_passage,
    formulas_are_whole,
    every_item_has_a_source,
    texts_are_composed,
    item_writing,
)


def check_bank(bank: Bank, report: Report) -> None:
    """Run every check over `bank`, and leave out what its items say to ignore."""
    for check in CHECKS:
        check(bank, report)
    leave_out_ignored(bank, report)


__all__ = ["CHECKS", "Check", "check_bank"]

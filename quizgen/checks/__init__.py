"""The checks of a bank: of its structure, and of how its questions are written.

To add one, write its file in ``structure/`` or ``rules/`` and add a line to the tuple there.
"""

from collections.abc import Iterable

from quizgen.checks.habits import told_once
from quizgen.checks.ignores import without_ignored
from quizgen.checks.nlp import AnalyzedBank
from quizgen.checks.rules import RULES
from quizgen.checks.run import run_checks
from quizgen.checks.structure import CHECKS
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic


def check_bank(bank: Bank, reported: Iterable[Diagnostic] = ()) -> list[Diagnostic]:
    """Return what is wrong with `bank`, without what its items say to ignore.

    `reported` is what was found while the bank was read. It comes first, and items can ignore
    warnings among it as well. What is a habit of the author is told once.
    """
    diagnostics = run_checks(AnalyzedBank(bank), (*CHECKS, *RULES))
    return told_once(without_ignored([*reported, *diagnostics], bank.items))


__all__ = ["CHECKS", "RULES", "check_bank"]

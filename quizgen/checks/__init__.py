"""The checks of a bank: of its structure, and of how its questions are written.

To add one, write its file in ``structure/`` or ``rules/`` and add a line to the tuple there.
"""

import itertools
from collections.abc import Iterable

from quizgen.checks.habits import merge_habits
from quizgen.checks.ignores import without_ignored
from quizgen.checks.kept_findings import MIN_ITEMS, KeptFindings
from quizgen.checks.nlp import AnalyzedBank
from quizgen.checks.rules import RULES
from quizgen.checks.run import run_checks
from quizgen.checks.structure import CHECKS
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic
from quizgen.project.record_store import RecordStore


def check_bank(
    bank: Bank,
    reported: Iterable[Diagnostic] = (),
    store: RecordStore | None = None,
    jobs: int = 1,
) -> list[Diagnostic]:
    """Return the diagnostics of `bank`, without those that its items ignore.

    `reported` are the diagnostics from reading the bank. They come first, and items can ignore
    warnings among them as well. Advice that fits most questions is merged into one diagnostic.
    What is found in an item of a large bank is kept in `store`, if given, until something that
    decides it changes. Many items are looked at in up to `jobs` processes.
    """
    is_large = next(itertools.islice(bank.items, MIN_ITEMS - 1, None), None) is not None
    kept = KeptFindings(bank, store) if store is not None and is_large else None
    diagnostics = run_checks(AnalyzedBank(bank), (*CHECKS, *RULES), kept, jobs)
    return merge_habits(without_ignored([*reported, *diagnostics], bank.items))


__all__ = ["CHECKS", "RULES", "check_bank"]

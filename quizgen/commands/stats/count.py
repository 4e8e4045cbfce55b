"""Counting what is in a project's banks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgen.commands.stats import BankFacts, bank_facts
from quizgen.commands.workspace import Workspace
from quizgen.model.diagnostics import Diagnostic, in_reading_order
from quizgen.project.layout import Project


class StatsResult(NamedTuple):
    """The facts of each bank that can be read, and what is wrong with it or its deck files.

    Diagnostics that the project's settings leave out are not among them.
    """

    banks: tuple[BankFacts, ...]
    diagnostics: tuple[Diagnostic, ...]


def count(project: Project, names: Sequence[str] = ()) -> StatsResult:
    """Count the banks `names` (all of `project`'s if none), as its deck files use them.

    A bank is a folder, or a name in ``question_bank/``. Raises FileNotFoundError for one that
    is not there.
    """
    workspace = Workspace.of(project)
    folders = [project.bank(name) for name in names] or project.bank_folders()
    banks = [bank for folder in folders if (bank := workspace.bank(folder))]
    assessments = [a for path in project.deck_files() if (a := workspace.assessment(path))]
    facts = [bank_facts(bank, [a for a in assessments if bank in a.banks]) for bank in banks]
    return StatsResult(tuple(facts), tuple(in_reading_order(workspace.diagnostics)))

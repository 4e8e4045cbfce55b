"""Loading one bank without checking it: `quizgen.load`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Report, in_reading_order
from quizgen.readers.bank_folder import read_bank


class Loaded(NamedTuple):
    """A bank with every item that could be read, and all that is wrong with it.

    `bank` is None where there is none at all: no readable ``bank.yaml`` with id and title.
    """

    bank: Bank | None
    diagnostics: tuple[Diagnostic, ...]


def load(folder: str | os.PathLike[str]) -> Loaded:
    """Read the bank in `folder`. Never raises for what its files hold; reads only."""
    report = Report()
    bank = read_bank(Path(folder), report)
    return Loaded(bank, tuple(in_reading_order(report.diagnostics)))
